"""The article's own page: every element of the list, in its order, and nothing that is not known."""

import pytest

from articles import workflow
from articles.models import Article, MostRead, Placement
from monthlypeople.richtext import sanitise
from publisher.models import Masthead
from tests.factories import (
    ahead,
    at,
    make_article,
    make_badge,
    make_issue,
    make_masthead,
    make_photo,
    make_placement,
    make_reporter,
    make_section,
    make_series,
    make_user,
)
from tests.page import parse
from tests.whole_site.promises import assert_promises

pytestmark = pytest.mark.django_db
HOSTILE = "</script><script>alert(1)</script>"


def open_page(client, article):
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    return parse(response)


@pytest.fixture
def full_article():
    """An article with everything on it."""
    make_masthead()
    make_badge(label="협회 회원")
    reporter = make_reporter(name="한서윤", slug="han", email="han@example.com", beat="인터뷰", motto="망설임을 적는다")
    photographer = make_reporter(name="임바다", slug="im", title="사진기자", email="im@example.com")
    inside = make_photo(alt="실험대", rendition_widths=[40])
    section = make_section(name="커버스토리", slug="cover")
    others = [
        make_article(title=f"다른 기사 {number}", bylines=[reporter], lead_photo=make_photo()) for number in range(3)
    ]
    return make_article(
        title="짠 논에 들어간 과학자",
        subtitle="부제 첫 줄\n부제 둘째 줄",
        body=f'<p>첫 문단.</p><figure data-photo="{inside.pk}"><figcaption>안의 설명</figcaption></figure><p>끝 문단.</p>',
        section=section,
        series=make_series(name="골목의 장인들", slug="alley"),
        issue=make_issue(month=at("2026-11-01 00:00").date()),
        page=12,
        lead_photo=make_photo(alt="균주 접시를 든 손", credit="사진 임바다", rendition_widths=[40]),
        caption="배양실에서.",
        tags=["농업", "과학"],
        bylines=[
            {"reporter": reporter, "title": "기자", "role": "글"},
            {"reporter": photographer, "title": "사진기자", "role": "사진"},
        ],
        related=[make_article(title="관련 기사 하나", live_at=at("2026-10-01 09:00"), lead_photo=make_photo())],
        live_at=at("2026-11-02 07:00"),
        approved_at=at("2026-11-01 18:05"),
        modified_at=at("2026-11-03 15:42"),
        comment_count=7,
    ), others


def test_article_page_has_every_element_in_its_order(client, full_article):
    article, _ = full_article
    page = open_page(client, article)
    places = [
        ("sticky title", page.one(class_="sticky-title")),
        ("progress", page.one("progress")),
        ("breadcrumb", page.one("nav", class_="crumbs")),
        ("title", page.one("h1")),
        ("subtitle", page.one(class_="article__subtitle")),
        ("byline", page.one(class_="byline")),
        ("e-mail", page.one(class_="byline").one("a", href="mailto:han@example.com")),
        ("times", page.one(class_="times")),
        ("comment count above", page.one("a", href="#comments")),
        ("share", page.one(class_="share")),
        ("photo", page.one("figure", class_="lead")),
        ("caption", page.one("figure", class_="lead").one("figcaption")),
        ("body", page.one(id="article-body")),
        ("copyright", page.one(class_="article__copyright")),
        ("related", page.one(id="related")),
        ("tags", page.one(id="tags")),
        ("reporter's box", page.one(id="writers")),
        ("their other articles", page.one(class_="writers__others")),
        ("comments", page.one(id="comments")),
        ("most read", page.one(id="most-read")),
        ("footer", page.one("footer")),
        ("masthead", page.one("footer").one("dl")),
        ("promise", page.one(class_="imprint__promise")),
        ("badges", page.one(class_="imprint__badges")),
    ]
    in_document = [element for element in page.walk() if element in [place for _, place in places]]
    assert [next(name for name, place in places if place is element) for element in in_document] == [
        name for name, _ in places
    ]


def test_article_page_says_what_the_article_says(client, full_article):
    article, others = full_article
    page = open_page(client, article)
    assert page.one(class_="sticky-title").text == page.one("h1").text == "짠 논에 들어간 과학자"
    assert [(link.text, link["href"]) for link in page.one(class_="crumbs").all("a")] == [
        ("홈", "/"),
        ("커버스토리", "/sections/cover/"),
    ]
    assert page.one(class_="article__subtitle").raw_text.split("\n") == ["부제 첫 줄", "부제 둘째 줄"]
    assert [item.text for item in page.one(class_="byline").all("li")] == [
        "글 한서윤 기자 han@example.com",
        "사진 임바다 사진기자 im@example.com",
    ]
    assert [item.text for item in page.one(class_="times").all("li")] == [
        "승인 2026.11.01 18:05",
        "입력 2026.11.02 07:00",
        "수정 2026.11.03 15:42",
        "2026년 11월호 12면",
        "연재 골목의 장인들",
        "댓글 7",
    ]
    assert page.one(id="comments-title").text == "댓글 7"
    assert "계정을 선택하시면 로그인·계정인증을 통해 댓글을 남기실 수 있습니다." in page.one(id="comments").text
    assert page.one(class_="article__copyright").text == Masthead.objects.get().copyright_notice
    assert [link.text for link in page.one(class_="tags").all("a")] == ["과학", "농업"]
    boxes = page.all(class_="writer")
    assert [box.one("h3").text for box in boxes] == ["한서윤 기자", "임바다 사진기자"]
    assert boxes[0].one(class_="writer__motto").text == "망설임을 적는다"
    listed = page.one(class_="writers__others").all("a")
    assert [link["href"] for link in listed] == [one.get_absolute_url() for one in reversed(others)]


def test_article_page_times_say_the_same_to_machines(client, full_article):
    times = open_page(client, full_article[0]).one(class_="times").all("time")
    assert [moment["datetime"] for moment in times] == [
        "2026-11-01T18:05:00+09:00",
        "2026-11-02T07:00:00+09:00",
        "2026-11-03T15:42:00+09:00",
    ]


def test_article_page_photo_has_alt_size_caption_and_credit(client, full_article):
    article, _ = full_article
    figure = open_page(client, article).one("figure", class_="lead")
    image = figure.one("img")
    assert (image["alt"], image["width"], image["height"], image["src"]) == (
        "균주 접시를 든 손", "40", "30", article.lead_photo.file.url,
    )  # fmt: skip
    assert image.get("fetchpriority") == "high"
    assert [source["type"] for source in figure.all("source")] == ["image/avif", "image/webp"]
    assert figure.one("figcaption").text == "배양실에서. 사진 임바다"


def test_article_page_body_shows_its_pictures(client, full_article):
    body = open_page(client, full_article[0]).one(id="article-body")
    assert (body.one("img")["alt"], body.one("figcaption").text) == ("실험대", "안의 설명")
    assert [paragraph.text for paragraph in body.all("p")] == ["첫 문단.", "끝 문단."]


def test_article_page_share_links_need_no_script(client, full_article):
    share = open_page(client, full_article[0]).one(class_="share")
    assert share.one("h2").text == "이 기사를 공유합니다"
    links = share.all("a")
    assert [link.text for link in links] == ["네이버", "밴드", "페이스북", "X", "메일"]
    assert all(link["href"].startswith(("https://", "mailto:")) for link in links)
    assert "hidden" in share.one("li", data_copy_link=True).attributes


def test_article_page_head_describes_it(client, full_article):
    article, _ = full_article
    page = open_page(client, article)
    address = f"http://testserver/articles/{article.pk}/"
    told = {meta["property"]: meta["content"] for meta in page.all("meta", property=True)}
    assert "".join(page.one("title").children) == "짠 논에 들어간 과학자 - 월간인물"
    assert page.one("meta", name="description")["content"] == "부제 첫 줄 부제 둘째 줄"
    assert page.one("link", rel="canonical")["href"] == told["og:url"] == address
    assert (told["og:type"], told["og:title"]) == ("article", "짠 논에 들어간 과학자")
    assert told["og:image"] == f"http://testserver{article.lead_photo.file.url}"
    assert told["article:published_time"] == "2026-11-02T07:00:00+09:00"
    assert told["article:modified_time"] == "2026-11-03T15:42:00+09:00"


def test_article_page_with_everything_takes_eight_queries(client, full_article, django_assert_num_queries):
    article, _ = full_article
    with django_assert_num_queries(8):
        open_page(client, article)


@pytest.mark.parametrize("count", [1, 3])
def test_article_page_takes_the_same_queries_whatever_hangs_on_it(client, django_assert_num_queries, count):
    make_masthead()
    reporters = [make_reporter() for _ in range(count)]
    for _ in range(count):
        make_article(bylines=reporters, lead_photo=make_photo())
    photos = [make_photo() for _ in range(count)]
    article = make_article(
        body="".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in photos),
        bylines=reporters,
        tags=[f"키워드 {number}" for number in range(count)],
        related=[make_article() for _ in range(count)],
    )
    with django_assert_num_queries(8):
        open_page(client, article)


# --- what is not known is not shown -------------------------------------------------------------------------------


def test_article_page_bare_shows_no_empty_part(client):
    page = open_page(client, make_article(live_at=at("2026-11-02 07:00"), section=make_section(name="문화")))
    absent = [
        "article__subtitle",
        "byline",
        "lead",
        "article__copyright",
        "tags",
        "writers",
        "imprint__facts",
        "imprint__badges",
    ]
    assert [name for name in absent if page.all(class_=name)] == []
    assert [item.text for item in page.one(class_="times").all("li")] == [
        "승인 2026.11.02 07:00",
        "입력 2026.11.02 07:00",
        "댓글 0",
    ]
    assert page.all(id="related") == []


def test_article_page_does_not_show_an_address_that_is_not_known(client):
    silent = make_reporter(name="한서윤", email="")
    article = make_article(
        bylines=[silent, {"name": "표윤슬", "title": "수필가"}, make_reporter(email="oh@example.com")]
    )
    page = open_page(client, article)
    assert [link.text for link in page.one(class_="byline").all("a", class_="byline__email")] == ["oh@example.com"]
    assert {
        link["href"]
        for link in page.one("main").all("a", href=True)
        if link["href"].startswith("mailto:?") is False and "mailto:" in link["href"]
    } == {"mailto:oh@example.com"}
    assert page.one("main").text.count("None") == 0


def test_article_page_of_an_import_shows_its_approval_alone(client):
    article = make_article(import_digest="d" * 64, live_at=at("2023-10-12 14:51"))
    page = open_page(client, article)
    assert [item.text for item in page.one(class_="times").all("li")] == ["승인 2023.10.12 14:51", "댓글 0"]
    assert [link.text for link in page.one(class_="crumbs").all("a")] == ["홈"]


def test_article_page_caption_without_a_picture_stays_as_words(client):
    figure = open_page(client, make_article(caption="남은 설명")).one("figure")
    assert (figure.text, figure.all("img")) == ("남은 설명", [])


def test_article_page_picture_without_a_caption_or_credit_has_none(client):
    page = open_page(client, make_article(lead_photo=make_photo(credit="")))
    assert page.one("figure").all("figcaption") == []


@pytest.mark.parametrize("state", [state for state in Article.State if state != Article.State.APPROVED])
def test_article_page_related_and_others_are_live_alone(client, state):
    reporter = make_reporter()
    hidden = [
        make_article(title="숨은 기사", state=state, bylines=[reporter]),
        make_article(title="내일 기사", live_at=ahead(days=1), bylines=[reporter]),
    ]
    shown = make_article(title="실린 기사", bylines=[reporter])
    page = open_page(client, make_article(bylines=[reporter], related=[*hidden, shown]))
    assert [title.text for title in page.one("main").all(class_="line__title")] == ["실린 기사", "실린 기사"]


def test_article_page_does_not_name_itself_among_the_other_articles(client):
    reporter = make_reporter()
    article = make_article(bylines=[reporter])
    assert open_page(client, article).all(class_="writers__others") == []


# --- who may see it -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", set(Article.State) - {Article.State.APPROVED, Article.State.WITHDRAWN})
def test_article_page_of_a_state_that_is_not_live_is_not_found(client, state):
    article = make_article(title="숨은 기사", state=state)
    response = client.get(article.get_absolute_url())
    assert response.status_code == 404
    assert "숨은 기사" not in response.content.decode()


def test_article_page_before_its_time_is_not_found(client):
    assert client.get(make_article(live_at=ahead(minutes=1)).get_absolute_url()).status_code == 404


@pytest.mark.parametrize("pk", ["0", "01", "-1", "x", "1.0", "１", "999999999999999999", "9" * 40, "%00"])
def test_article_page_of_no_number_is_not_found(client, pk):
    make_article()
    assert client.get(f"/articles/{pk}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_article_page_is_read_alone(client, method):
    assert getattr(client, method)(make_article().get_absolute_url()).status_code == 405


# --- taken down ---------------------------------------------------------------------------------------------------


def withdrawn_article(**overrides):
    return make_article(
        state=Article.State.WITHDRAWN,
        **{
            "title": "내려간 기사",
            "subtitle": "내려간 부제",
            "body": "<p>내려간 본문</p>",
            "caption": "내려간 설명",
            "lead_photo": make_photo(alt="내려간 사진"),
            "bylines": [make_reporter(name="한서윤")],
            "withdrawn_at": at("2026-11-25 11:20"),
            "withdrawn_reason": "사실관계를 다시 확인하고 있습니다.",
            "notice_url": "",
        }
        | overrides,
    )


def open_withdrawn(client, article):
    response = client.get(article.get_absolute_url())
    assert response.status_code == 410
    return parse(response)


def test_withdrawn_article_says_what_was_taken_down_when_and_why(client):
    make_masthead()
    article = withdrawn_article()
    response = client.get(article.get_absolute_url())
    main = assert_promises(response).one("main")
    assert (response.status_code, main.one("h1").text) == (410, "내려간 기사")
    assert main.one(class_="withdrawn__when").text == "2026.11.25 11:20에 내렸습니다."
    assert main.one("time")["datetime"] == "2026-11-25T11:20:00+09:00"
    assert main.one(class_="withdrawn__reason").text == "사실관계를 다시 확인하고 있습니다."


def test_withdrawn_article_shows_nothing_else_of_it(client):
    article = withdrawn_article(tags=["흙"], related=[make_article(title="관련 기사")])
    page = open_withdrawn(client, article)
    head, words = page.one("head"), page.one("main").text
    assert [word for word in ("부제", "본문", "설명", "사진", "한서윤", "흙", "관련 기사") if word in words] == []
    assert page.one("main").all("img") == page.all("script") == page.all(data_reads_url=True) == []
    told = {meta["property"]: meta["content"] for meta in head.all("meta", property=True)}
    assert told["og:image"] == "http://testserver/static/img/share-default.jpg"
    assert (told["og:title"], told["og:type"]) == ("내린 기사", "website")
    assert head.one("meta", name="robots")["content"] == "noindex"
    assert head.one("link", rel="canonical")["href"] == f"http://testserver{article.get_absolute_url()}"


@pytest.mark.parametrize(
    ("notice_url", "leads_to"),
    [
        ("", "/pages/ombudsman/"),
        ("/articles/7/", "/articles/7/"),
        ("https://example.com/notice?a=1&b=2", "https://example.com/notice?a=1&b=2"),
    ],
)
def test_withdrawn_article_leads_to_the_notice_or_to_the_ombudsperson(client, notice_url, leads_to):
    main = open_withdrawn(client, withdrawn_article(notice_url=notice_url)).one("main")
    assert main.one("a", class_="button")["href"] == leads_to


def test_withdrawn_article_escapes_what_people_typed(client):
    article = withdrawn_article(title=HOSTILE, withdrawn_reason=f"{HOSTILE}\n둘째 줄", section=make_section(name="<b>"))
    page = open_withdrawn(client, article)
    assert page.one("h1").text == HOSTILE
    assert page.one(class_="withdrawn__reason").raw_text.replace("\n\n", "\n") == f"{HOSTILE}\n둘째 줄"
    assert page.all("script") == page.one("main").all("b") == []


def test_withdrawn_article_is_on_no_list_and_comes_back(client):
    desk = make_user("articles.withdraw_article", "articles.desk_article")
    reporter, series, issue = make_reporter(), make_series(), make_issue()
    fields = {"section": make_section(), "series": series, "issue": issue, "bylines": [reporter], "tags": ["흙"]}
    article = make_article(title="달무리진고개", body="<p>달무리진고개에서.</p>", **fields)
    other = make_article(related=[article], bylines=[reporter])
    make_placement(article)
    shelves = [article.section, series, issue, reporter, other]
    addresses = ["/", "/articles/", "/tags/흙/", "/feeds/all.xml", "/search/?q=달무리", "/sitemap-articles.xml"]
    addresses += [shelf.get_absolute_url() for shelf in shelves]

    def shown():
        return [place for place in addresses if f"/articles/{article.pk}/" in client.get(place).content.decode()]

    assert shown() == addresses
    workflow.withdraw(article, by=desk, reason="확인 중입니다.")
    assert (shown(), client.get(article.get_absolute_url()).status_code) == ([], 410)
    workflow.reinstate(article, by=desk)
    assert (shown(), client.get(article.get_absolute_url()).status_code) == (addresses, 200)


# --- what must be marked ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "shown", "in_text"),
    [
        ("기사형 광고", "기사형 광고", "[기사형 광고] 새벽 커피"),
        ("[AD]", "[AD]", "[AD] 새벽 커피"),
        ("", "광고", "[광고] 새벽 커피"),
    ],
)
def test_advertisement_says_so_wherever_its_title_stands(client, label, shown, in_text):
    make_masthead()
    reporter, section, issue = make_reporter(), make_section(), make_issue()
    fields = {"is_advertorial": True, "advertorial_label": label, "issue": issue, "section": section}
    article = make_article(title="새벽 커피", subtitle="부제", body="<p>새벽 커피</p>", bylines=[reporter], **fields)
    MostRead.objects.create(rank=1, article=article, count=1)
    other = make_article(related=[article], bylines=[reporter])
    for slot in Placement.Slot:
        make_placement(make_article(title="새벽 커피", bylines=[reporter], **fields), slot=slot)
    for place in ("/", "/articles/", section.get_absolute_url(), issue.get_absolute_url(), other.get_absolute_url()):
        links = [link.text for link in parse(client.get(place)).one("main").all("a") if "새벽 커피" in link.text]
        assert links
        assert [link for link in links if not link.startswith(f"{shown} 새벽 커피")] == []
    page = open_page(client, article)
    assert page.one(class_="article__ad").text == shown
    assert page.one(class_="sticky-title").text == f"{shown} 새벽 커피"
    assert page.one("h1").text == "새벽 커피"
    told = {meta["property"]: meta["content"] for meta in page.all("meta", property=True)}
    assert (told["og:title"], told["og:description"]) == (in_text, f"{shown} · 부제")
    assert page.one("meta", name="description")["content"] == f"{shown} · 부제"
    assert "".join(page.one("title").children) == f"{in_text} - 월간인물"
    assert f"<title>{in_text}</title>" in client.get("/feeds/all.xml").content.decode()


def test_article_that_is_none_carries_no_such_mark(client):
    article = make_article(title="보통 기사", advertorial_label="기사형 광고")
    page = open_page(client, article)
    assert page.all(class_="ad-label") == parse(client.get("/articles/")).all(class_="ad-label") == []
    assert "".join(page.one("title").children) == "보통 기사 - 월간인물"


def test_article_page_says_at_the_foot_what_ai_made(client):
    article = make_article(ai_note="이 기사의 요약은 AI로 만들고 기자가 확인했습니다.")
    column = open_page(client, article).one(class_="article__column")
    assert column.one(class_="article__ai").text == "AI 이 기사의 요약은 AI로 만들고 기자가 확인했습니다."
    assert open_page(client, make_article()).all(class_="article__ai") == []


def test_article_page_marks_pictures_that_ai_made(client):
    lead, inside, plain = make_photo(ai_mark="AI로 만든 그림"), make_photo(ai_mark="AI로 고친 사진"), make_photo()
    body = "".join(
        f'<figure data-photo="{photo.pk}"><figcaption>설명</figcaption></figure>' for photo in (inside, plain)
    )
    page = open_page(client, make_article(lead_photo=lead, caption="대표", body=body))
    assert page.one("figure", class_="lead").one(class_="ai-mark").text == "AI로 만든 그림"
    assert [[mark.text for mark in figure.all(class_="ai-mark")] for figure in page.one(id="article-body").all("figure")] == [
        ["AI로 고친 사진"], [],
    ]  # fmt: skip


def test_article_page_reads_nothing_out_for_a_picture_that_decorates(client):
    photo = make_photo(alt="띠무늬", is_decorative=True)
    page = open_page(client, make_article(lead_photo=photo, body=f'<figure data-photo="{photo.pk}"></figure>'))
    assert [image["alt"] for image in page.one("main").all("img")] == ["", ""]
    assert page.one("meta", property="og:image:alt")["content"] == ""


# --- what people type stays text ----------------------------------------------------------------------------------


def test_article_page_escapes_what_people_typed(client):
    reporter = make_reporter(name=HOSTILE[:40], title="<b>", beat="<i>&", motto=HOSTILE)
    make_article(bylines=[reporter], title=HOSTILE)
    article = make_article(
        title=HOSTILE,
        subtitle=f"{HOSTILE}\n<img src=x onerror=alert(1)>",
        caption=HOSTILE,
        bylines=[{"reporter": reporter, "title": "<u>", "role": '"><svg>'}, {"name": "<marquee>"}],
        tags=['"><script>x<&'],
        lead_photo=make_photo(alt='" onerror="alert(1)', credit="<s>"),
        related=[make_article(title=HOSTILE)],
        section=make_section(name="<section>"),
    )
    page = open_page(client, article)
    ours = {"/static/js/sticky-title.js", "/static/js/copy-link.js", "/static/js/reads.js"}
    assert [script for script in page.all("script") if script.get("src") not in ours] == [
        page.one("script", type="application/ld+json")
    ]
    assert page.one("h1").text == page.one(class_="sticky-title").text == HOSTILE
    assert "".join(page.one("title").children) == f"{HOSTILE} - 월간인물"
    assert page.one(class_="article__subtitle").raw_text == f"{HOSTILE}\n<img src=x onerror=alert(1)>"
    assert page.one("figure").one("img")["alt"] == '" onerror="alert(1)'
    assert page.one("figcaption").text == f"{HOSTILE} <s>"
    assert page.one(class_="tags").text == '"><script>x<&'
    strange = {element.tag for element in page.walk()} & {"marquee", "b", "i", "u", "s"}
    assert (strange, [element for element in page.walk() if "onerror" in element.attributes]) == (set(), [])


def test_article_page_body_never_runs_a_script(client):
    typed = '<p onclick="alert(1)">글</p><script>alert(2)</script><a href="javascript:alert(3)">링크</a>'
    body = open_page(client, make_article(body=sanitise(typed))).one(id="article-body")
    assert (body.one("p").text, body.one("p").get("onclick"), body.all("script")) == ("글", None, [])
    assert body.one("a").get("href") is None
