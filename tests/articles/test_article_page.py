"""The article's own page: every element of the list, in its order, and nothing that is not known."""

import pytest

from articles.models import Article
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
    make_reporter,
    make_section,
    make_series,
)
from tests.page import parse

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


@pytest.mark.parametrize("state", [state for state in Article.State if state != Article.State.APPROVED])
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
