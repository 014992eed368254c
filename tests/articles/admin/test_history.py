import time
import uuid

import pytest

from articles import contents, workflow
from articles.models import Article, LogEntry, Photo, Revision
from tests.factories import (
    ago,
    ahead,
    at,
    make_article,
    make_issue,
    make_photo,
    make_reporter,
    make_section,
    make_series,
    make_tag,
    make_user,
)
from tests.page import parse

pytestmark = pytest.mark.django_db
State = Article.State
HOSTILE = "</script><script>alert(1)</script>"


def make_writer(**overrides):
    return make_user(role="기자", **{"is_staff": True, "last_name": "한", "first_name": "서윤"} | overrides)


def make_desk(*sections, **overrides):
    desk = make_user(role="데스크", **{"is_staff": True, "last_name": "오", "first_name": "세진"} | overrides)
    desk.desk_sections.set(sections)
    return desk


@pytest.fixture
def section():
    return make_section(name="커버스토리")


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def draft(writer, section):
    return begun(writer, section=section.pk)


def begun(writer, **content):
    whole = {"title": "첫 제목", "body": "<p>글</p>", "bylines": [{"name": "표윤슬"}]}
    return workflow.begin(by=writer, content=contents.EMPTY | whole | content)


def saved_again(article, by, note="", **content):
    article.refresh_from_db()
    newest = article.newest_revision
    return workflow.save(article, by=by, content=newest.content | content, base=newest.pk, note=note)


def address(article, screen="history", query=""):
    return f"/admin/articles/article/{article.pk}/{screen}/{query}"


def opened(client, place, status=200):
    response = client.get(place)
    assert response.status_code == status
    return parse(response)


def lines(page):
    """What each line of the history says, without its ways on."""
    return [line.one(class_="history__what").text for line in page.all(class_="history__line")]


# --- who may see what ---------------------------------------------------------------------------------------------

SCREENS = ["history", "compare", "restore/1"]
WRONG = {
    "other reporter": make_writer,
    "other desk": lambda: make_desk(make_section()),
    "nobody in particular": lambda: make_user(is_staff=True),
}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("who", WRONG)
def test_screen_does_not_exist_for_who_may_not_open_the_article(client, draft, screen, who):
    client.force_login(WRONG[who]())
    assert client.get(address(draft, screen)).status_code == 404
    assert client.get(f"/admin/articles/article/999999/{screen}/").status_code == 404


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("who", ["anonymous", "reader"])
def test_screen_sends_to_the_sign_in_page_whoever_is_not_staff(client, draft, screen, who):
    if who == "reader":
        client.force_login(make_user("articles.view_article", "articles.oversee_article"))
    response = client.get(address(draft, screen))
    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/admin/login/")


@pytest.mark.parametrize("who", ["owner", "desk", "overseer"])
def test_history_and_comparison_are_for_who_may_open_the_article(client, draft, writer, section, who):
    person = {"owner": lambda: writer, "desk": lambda: make_desk(section), "overseer": make_overseer}[who]()
    client.force_login(person)
    assert [client.get(place).status_code for place in (address(draft), address(draft, "compare", "?from=1&to=1"))] == [
        200, 200,
    ]  # fmt: skip


def make_overseer():
    return make_user(role="발행인", is_staff=True)


@pytest.mark.parametrize("method", ["get", "post"])
def test_restoring_is_refused_to_who_may_only_read(client, draft, writer, method):
    saved_again(draft, writer, title="둘째 제목")
    client.force_login(make_overseer())
    response = getattr(client, method)(address(draft, "restore/1"), {"base": draft.newest_revision_id})
    assert response.status_code == 403
    assert draft.revisions.saved().count() == 2
    assert [link for link in opened(client, address(draft)).all("a") if "되살리기" in link.text] == []


@pytest.mark.parametrize("pk", ["x", "0", "-1", "1" * 30, "１", "1.0"])
def test_history_of_no_number_is_not_found(client, draft, writer, pk):
    client.force_login(writer)
    assert client.get(f"/admin/articles/article/{pk}/history/").status_code == 404


@pytest.mark.parametrize("screen", ["history", "compare"])
def test_history_and_comparison_change_nothing(client, draft, writer, screen):
    client.force_login(writer)
    client.post(address(draft, screen), {"from": 1, "to": 1})
    assert (Revision.objects.count(), LogEntry.objects.count()) == (1, 1)


# --- the history --------------------------------------------------------------------------------------------------


@pytest.fixture
def told(draft, writer, section):
    """An article with a story: filed, returned, approved, changed."""
    desk = make_desk(section)
    workflow.submit(draft, by=writer)
    workflow.send_back(draft, by=desk, reason="연도를 확인해 주세요.\n둘째 문단입니다.")
    saved_again(draft, writer, note="연도를 고침", title="둘째 제목")
    workflow.submit(draft, by=writer)
    workflow.approve(draft, by=desk, at=at("2026-11-25 11:20"))
    saved_again(draft, writer, title="셋째 제목")
    draft.refresh_from_db()
    return draft


def test_history_tells_everything_newest_first(client, told, writer):
    client.force_login(writer)
    assert lines(opened(client, address(told))) == [
        "수정 한서윤 승인에서 → 승인 · 수정 중",
        "승인 오세진 송고에서 → 승인 2판",
        "송고 한서윤 반려에서 → 송고 2판",
        "저장 한서윤",
        "반려 오세진 송고에서 → 반려 1판",
        "송고 한서윤 작성에서 → 송고 1판",
        "저장 한서윤",
        "작성 시작 한서윤 작성",
    ]


def test_history_says_reasons_times_and_notes(client, told, writer):
    LogEntry.objects.filter(verb="return").update(at=at("2026-11-20 09:05"))
    client.force_login(writer)
    page = opened(client, address(told))
    assert [reason.raw_text.replace("\n\n", "\n") for reason in page.all("blockquote")] == [
        "연도를 확인해 주세요.\n둘째 문단입니다."
    ]
    assert [detail.text for detail in page.all(class_="history__detail")] == ["게재 시각 2026.11.25 11:20"]
    when = next(moment for moment in page.all(class_="history__when") if "2026.11.20" in moment.text)
    assert when.one("time")["datetime"] == "2026-11-20T09:05:00+09:00"
    assert when.text.startswith("2026.11.20 09:05 ")
    assert [number.text for number in page.all(class_="history__number")] == [
        "3판 가장 새 판", "2판 연도를 고침 독자가 보는 글", "1판",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        ({"seconds": 20}, "방금"),
        ({"minutes": 3}, "3분 전"),
        ({"hours": 5, "minutes": 40}, "5시간 전"),
        ({"days": 9}, "1주 전"),
    ],
)
def test_history_says_how_long_ago(client, draft, writer, passed, said):
    LogEntry.objects.update(at=ago(**passed))
    client.force_login(writer)
    page = opened(client, address(draft))
    begun_at = next(line for line in page.all(class_="history__line") if "작성 시작" in line.text)
    assert begun_at.one(class_="history__when").all("span")[0].text == said


def test_history_tells_of_links_hand_overs_and_schedules(client, draft, writer, section):
    desk, other = make_desk(section), make_writer(last_name="류", first_name="하람")
    workflow.assign(draft, by=desk, to=other)
    link = workflow.share(draft, by=desk, days=3)
    workflow.revoke(link, by=desk)
    workflow.submit(draft, by=desk)
    workflow.approve(draft, by=desk, live_at=ahead(days=2))
    workflow.reschedule(draft, by=desk, live_at=at("2031-01-02 09:00"))
    client.force_login(desk)
    page = opened(client, address(draft))
    until = f"{link.expires_at.astimezone(at('2026-01-01 00:00').tzinfo):%Y.%m.%d %H:%M}까지 볼 수 있는 링크"
    assert [line for line in lines(page) if "오세진" in line] == [
        "예약 변경 오세진 1판", "승인 오세진 송고에서 → 승인 1판", "송고 오세진 작성에서 → 송고 1판",
        "미리보기 링크를 거둠 오세진 1판", "미리보기 링크를 만듦 오세진 1판", "담당 바꾸기 오세진 1판",
    ]  # fmt: skip
    details = [detail.text for detail in page.all(class_="history__detail")]
    assert details[0] == "게재 시각 2031.01.02 09:00"
    assert details[2:] == [until, until, "새 담당 류하람"]
    assert page.one(class_="history__mark--shown").text == "예약한 글"
    assert link.token not in str(page.raw_text)


def test_history_of_an_import_names_where_it_came_from(client):
    article = make_article(state=State.DRAFT, title="옮겨 온 글", section=make_section())
    workflow.publish_import(article, digest="d" * 64, approved_at=at("2023-10-12 14:51"))
    desk = make_desk()
    article.refresh_from_db()
    client.force_login(desk)
    assert lines(opened(client, address(article))) == ["옮겨 옴 승인"]
    workflow.save(article, by=desk, content=contents.of(article) | {"title": "고친 제목"}, base=None)
    article.refresh_from_db()
    page = opened(client, address(article))
    assert lines(page) == ["수정 오세진 승인에서 → 승인 · 수정 중", "저장 옮겨 온 글", "옮겨 옴 승인"]
    assert [number.text for number in page.all(class_="history__number")] == ["2판 가장 새 판", "1판 독자가 보는 글"]


def test_history_links_each_version_on(client, told, writer):
    client.force_login(writer)
    page = opened(client, address(told))
    ways = [[link["href"] for link in way.all("a")] for way in page.all(class_="history__ways")]
    base = f"/admin/articles/article/{told.pk}"
    assert ways == [
        [f"{base}/preview/?revision=3", f"{base}/compare/?from=2&to=3", f"{base}/compare/?from=shown&to=3"],
        [f"{base}/preview/?revision=2", f"{base}/compare/?from=1&to=2", f"{base}/restore/2/"],
        [f"{base}/preview/?revision=1", f"{base}/compare/?from=shown&to=1", f"{base}/restore/1/"],
    ]
    for place in {place for way in ways for place in way}:
        assert client.get(place).status_code == 200


def test_history_offers_to_compare_any_two_without_script(client, told, writer):
    client.force_login(writer)
    page = opened(client, address(told))
    form = page.one("form", id="compare")
    assert form["action"] == f"/admin/articles/article/{told.pk}/compare/"
    for name, chosen in (("from", "2"), ("to", "3")):
        radios = page.all("input", type="radio", name=name, form="compare")
        assert [radio["value"] for radio in radios] == ["3", "2", "1"]
        assert [radio["value"] for radio in radios if "checked" in radio.attributes] == [chosen]
        assert all(radio.is_inside("label") for radio in radios)


def test_history_keeps_what_was_not_saved_apart(client, told, writer):
    kept = workflow.autosave(
        told,
        by=writer,
        tab=uuid.uuid4(),
        content=contents.EMPTY | {"title": "쓰다 만 제목"},
        base=told.newest_revision_id,
    )
    workflow.autosave(told, by=make_desk(), tab=uuid.uuid4(), content=contents.EMPTY, base=None)
    client.force_login(writer)
    page = opened(client, address(told))
    assert [item.text for item in page.one(class_="unsaved").all("li")] == [
        f"{kept.saved_at.astimezone(at('2026-01-01 00:00').tzinfo):%Y.%m.%d %H:%M} · 3판에서 쓰기 시작 미리보기 새 판과 비교"
    ]
    assert [link["href"].partition("?")[2] for link in page.one(class_="unsaved").all("a")] == [
        f"autosave={kept.pk}", f"from=newest&to=a{kept.pk}",
    ]  # fmt: skip
    for link in page.one(class_="unsaved").all("a"):
        assert client.get(link["href"]).status_code == 200
    assert len(page.all(class_="history__number")) == 3
    client.force_login(make_overseer())
    assert opened(client, address(told)).all(class_="unsaved") == []


def test_history_of_what_was_never_saved(client, writer):
    kept = workflow.autosave(None, by=writer, tab=uuid.uuid4(), content=contents.EMPTY | {"title": "제목만"}, base=None)
    client.force_login(writer)
    page = opened(client, address(kept.article))
    assert lines(page) == ["작성 시작 한서윤 작성"]
    assert page.all("input", type="radio") == []
    assert client.get(address(kept.article, "compare", f"?from=newest&to=a{kept.pk}")).status_code == 200


def test_history_escapes_what_people_typed(client, section):
    writer, desk = make_writer(last_name=HOSTILE[:30], first_name=""), make_desk(section)
    article = begun(writer, title=HOSTILE, section=section.pk)
    saved_again(article, writer, note=HOSTILE, title="둘째")
    workflow.submit(article, by=writer)
    workflow.send_back(article, by=desk, reason=HOSTILE)
    client.force_login(desk)
    page = opened(client, address(article))
    assert page.one("blockquote").text == HOSTILE
    assert HOSTILE in page.all(class_="history__number")[0].text
    assert [script for script in page.all("script") if "alert(1)" in script.raw_text] == []


def many(article, writer, count, size=0):
    """`count` versions more, each with its line in the log."""
    last = article.newest_revision
    content = last.content | {"body": f"<p>{'가' * size}</p>"}
    made = Revision.objects.bulk_create(
        Revision(
            article=article,
            kind="saved",
            author=writer,
            number=last.number + n,
            content=content,
            base=last,
            note="메모",
        )
        for n in range(1, count + 1)
    )
    LogEntry.objects.bulk_create(
        LogEntry(
            article=article, verb="write", by=writer, from_stage="draft", to_stage="draft", revision=one,
            at=ahead(seconds=one.number),
        )
        for one in made
    )  # fmt: skip
    Article.objects.filter(pk=article.pk).update(newest_revision=made[-1])
    article.refresh_from_db()


@pytest.mark.parametrize("count", [1, 3])
def test_history_takes_the_same_queries_whatever_the_number(client, draft, writer, django_assert_num_queries, count):
    many(draft, writer, count)
    for _ in range(count):
        workflow.autosave(draft, by=writer, tab=uuid.uuid4(), content=contents.EMPTY, base=draft.newest_revision_id)
        workflow.share(draft, by=writer, days=1)
    client.force_login(writer)
    with django_assert_num_queries(10):
        opened(client, address(draft))


def test_history_of_five_hundred_long_versions_opens_at_once(client, draft, writer):
    many(draft, writer, 500, size=30_000)
    client.force_login(writer)
    client.get(address(draft))
    started = time.perf_counter()
    page = opened(client, address(draft))
    took = time.perf_counter() - started
    assert len(page.all(class_="history__line")) == 100
    # Parsing it here is part of the time; a slow machine is given room.
    assert took < 1.5


def test_history_is_turned_over_a_hundred_lines_at_a_time(client, draft, writer):
    many(draft, writer, 130)
    client.force_login(writer)
    first, second = opened(client, address(draft)), opened(client, address(draft, query="?page=2"))
    assert (len(lines(first)), len(lines(second))) == (100, 32)
    assert first.one("a", rel="next")["href"] == "?page=2"
    assert second.one("a", rel="prev")["href"] == "?page=1"
    assert (first.all("a", rel="prev"), second.all("a", rel="next")) == ([], [])
    numbers = [number.text.split("판")[0] for page in (first, second) for number in page.all(class_="history__number")]
    assert numbers == [str(number) for number in range(131, 0, -1)]
    assert [field["name"] for field in second.all("input", type="number")] == ["from", "to"]


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "1.5", "99999999", "%00", "１"])
def test_history_of_no_such_page_is_not_found(client, draft, writer, page):
    client.force_login(writer)
    assert client.get(address(draft, query=f"?page={page}")).status_code == 404


# --- two versions compared ----------------------------------------------------------------------------------------


def words_in(elements):
    """What eyes see of each: without what is there for ears."""
    return ["".join(child for child in element.children if isinstance(child, str)) for element in elements]


def compared(client, article, query, status=200):
    return opened(client, address(article, "compare", query), status)


def test_comparison_says_which_versions_whose_and_when(client, told, writer):
    Revision.objects.filter(number=2).update(saved_at=at("2026-11-25 11:20"))
    client.force_login(writer)
    page = compared(client, told, "?from=2&to=3")
    before, after = page.one(class_="compared").all("dd")
    assert before.text == "2판 한서윤, 2026.11.25 11:20 연도를 고침"
    assert after.text.startswith("3판 한서윤, ")
    assert [link["href"] for link in page.all("a", class_="screen-button") if "from=" in link["href"]] == [
        "?from=1&to=2", "?from=3&to=2",
    ]  # fmt: skip


def test_comparison_leads_to_the_neighbours(client, told, writer):
    client.force_login(writer)
    page = compared(client, told, "?from=1&to=2")
    assert (page.one("a", rel="next")["href"], page.all("a", rel="prev")) == ("?from=2&to=3", [])


def test_comparison_shows_what_differs(client, told, writer):
    saved_again(told, writer, title="셋째 제목", body="<p>글</p><p>덧붙인 문단</p>")
    client.force_login(writer)
    page = compared(client, told, "?from=1&to=4")
    assert (words_in(page.all("del")), words_in(page.all("ins"))) == (["첫"], ["셋째", "덧붙인 문단"])


def test_comparison_of_equal_versions_says_so(client, told, writer):
    client.force_login(writer)
    assert "바뀐 것이 없습니다" in compared(client, told, "?from=2&to=2").text


def test_comparison_with_what_readers_see(client, told, writer):
    client.force_login(writer)
    page = compared(client, told, "?from=shown&to=newest")
    before, after = page.one(class_="compared").all("dd")
    assert before.text.startswith("독자가 보는 글 (2판) 한서윤, ")
    assert after.text.startswith("3판 ")


def test_comparison_with_an_autosave_is_its_authors_alone(client, told, writer, section):
    kept = workflow.autosave(
        told,
        by=writer,
        tab=uuid.uuid4(),
        content=contents.EMPTY | {"title": "쓰다 만 제목"},
        base=told.newest_revision_id,
    )
    client.force_login(writer)
    assert "자동 저장" in compared(client, told, f"?from=newest&to=a{kept.pk}").one(class_="compared").text
    client.force_login(make_desk(section))
    page = compared(client, told, f"?from=newest&to=a{kept.pk}", status=404)
    assert page.one(role="alert").all("p")[0].text == "고르신 판을 찾을 수 없습니다."
    assert "쓰다 만 제목" not in page.text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", ["앞과 뒤의 판을 모두 골라 주세요."]),
        ("?from=1", ["앞과 뒤의 판을 모두 골라 주세요."]),
        ("?from=1&to=", ["앞과 뒤의 판을 모두 골라 주세요."]),
        ("?from=1&to=7", ["이 기사에는 7판이 없습니다."]),
        ("?from=8&to=7", ["이 기사에는 8판이 없습니다.", "이 기사에는 7판이 없습니다."]),
        ("?from=0&to=1", ["이 기사에는 0판이 없습니다."]),
        ("?from=-1&to=1", ["고르신 판을 찾을 수 없습니다."]),
        ("?from=1&to=99999999999999999999", ["고르신 판을 찾을 수 없습니다."]),
        ("?from=1&to=a99999999999999999999", ["고르신 판을 찾을 수 없습니다."]),
        ("?from=1&to=a1", ["고르신 판을 찾을 수 없습니다."]),
        ("?from=%00&to=%FF", ["고르신 판을 찾을 수 없습니다.", "고르신 판을 찾을 수 없습니다."]),
        ("?from=<script>&to=1", ["고르신 판을 찾을 수 없습니다."]),
        ("?from=shown&to=1", ["이 기사는 아직 게재된 적이 없습니다."]),
    ],
)
def test_comparison_of_what_is_not_there_says_so(client, draft, writer, query, said):
    client.force_login(writer)
    alert = compared(client, draft, query, status=404).one(role="alert")
    assert [line.text for line in alert.all("p")] == [*said, "이력에서 두 판을 다시 골라 주세요."]


@pytest.mark.parametrize("count", [1, 3])
def test_comparison_names_what_changed_in_the_same_queries(client, draft, writer, django_assert_num_queries, count):
    def content():
        figures = "".join(f'<figure data-photo="{make_photo(alt="새 사진").pk}"></figure>' for _ in range(count))
        return {
            "body": f"<p>글</p>{figures}",
            "section": make_section(name=f"섹션 {Revision.objects.count()}").pk,
            "series": make_series().pk,
            "issue": make_issue().pk,
            "lead_photo": make_photo(alt="대표 사진").pk,
            "tags": [make_tag().pk for _ in range(count)],
            "related": [make_article().pk for _ in range(count)],
            "bylines": [{"reporter": make_reporter(name=f"기자{n}").pk} for n in range(count)],
        }

    saved_again(draft, writer, **content())
    saved_again(draft, writer, **content())
    client.force_login(writer)
    with django_assert_num_queries(14):
        page = compared(client, draft, "?from=2&to=3")
    said = page.text
    assert [name for name in ("섹션 1", "섹션 2", "대표 사진", "새 사진", "기자0") if name not in said] == []


def test_comparison_of_what_is_deleted_since_still_stands(client, draft, writer):
    photo, tag = make_photo(), make_tag()
    saved_again(draft, writer, lead_photo=photo.pk, tags=[tag.pk])
    saved_again(draft, writer, lead_photo=None, tags=[])
    Photo.objects.filter(pk=photo.pk).delete()
    tag.delete()
    client.force_login(writer)
    compared(client, draft, "?from=2&to=3")


def test_comparison_escapes_what_people_typed(client, draft, writer):
    saved_again(draft, writer, title=HOSTILE, subtitle="<img src=x onerror=alert(1)>", body="<p>&lt;b&gt;</p>")
    client.force_login(writer)
    page = compared(client, draft, "?from=1&to=2")
    assert [script for script in page.all("script") if "alert(1)" in script.raw_text] == []
    assert [element for element in page.walk() if "onerror" in element.attributes] == []
    assert HOSTILE in page.text


# --- restored -----------------------------------------------------------------------------------------------------


def test_restore_asks_first_and_shows_what_would_change(client, told, writer):
    client.force_login(writer)
    page = opened(client, address(told, "restore/1"))
    assert page.one("input", name="base")["value"] == str(told.newest_revision_id)
    assert (words_in(page.all("del")), words_in(page.all("ins"))) == (["셋째"], ["첫"])
    assert "지금 판(3판)은 이력에 그대로 남습니다. 독자에게는 데스크가 반영한 뒤에 보입니다." in page.text
    assert told.revisions.saved().count() == 3


def test_restore_makes_a_new_version_of_the_old_one(client, told, writer):
    client.force_login(writer)
    response = client.post(address(told, "restore/1"), {"base": told.newest_revision_id}, follow=True)
    assert response.redirect_chain == [(address(told), 302)]
    assert [str(message) for message in response.context["messages"]] == ["1판을 되살려 4판으로 저장했습니다."]
    told.refresh_from_db()
    assert (told.newest_revision.content["title"], told.newest_revision.note) == ("첫 제목", "1판을 되살림")
    assert (told.title, told.change) == ("둘째 제목", "editing")


def test_restore_of_the_newest_keeps_nothing_twice(client, told, writer):
    client.force_login(writer)
    response = client.post(address(told, "restore/3"), {"base": told.newest_revision_id}, follow=True)
    assert [str(message) for message in response.context["messages"]] == [
        "3판은 지금 판과 같아서 새로 저장하지 않았습니다."
    ]
    assert told.revisions.saved().count() == 3


def test_restore_loses_nothing_that_was_saved_in_between(client, told, writer, section):
    seen = told.newest_revision_id
    saved_again(told, make_desk(section), title="데스크가 고친 제목")
    told.refresh_from_db()
    client.force_login(writer)
    response = client.post(address(told, "restore/1"), {"base": seen})
    page = parse(response)
    assert response.status_code == 409
    assert "오세진 님이" in page.one(role="alert").text
    assert "4판을 먼저 저장했습니다." in page.one(role="alert").text
    assert page.one("input", name="base")["value"] == str(told.newest_revision_id)
    assert told.revisions.saved().count() == 4
    assert client.post(address(told, "restore/1"), {"base": told.newest_revision_id}).status_code == 302


@pytest.mark.parametrize("base", ["", "x", "-1", "0", "9" * 30, "1.5", None])
def test_restore_without_its_base_does_nothing(client, told, writer, base):
    client.force_login(writer)
    response = client.post(address(told, "restore/1"), {} if base is None else {"base": base})
    assert response.status_code == 409
    assert parse(response).one(role="alert").text
    assert told.revisions.saved().count() == 3


@pytest.mark.parametrize("number", [0, 4, 99999999999])
def test_restore_of_no_version_is_not_found(client, told, writer, number):
    client.force_login(writer)
    for response in (client.get(address(told, f"restore/{number}")), client.post(address(told, f"restore/{number}"))):
        assert response.status_code == 404


def test_restore_says_when_the_article_may_not_be_changed_now(client, draft, writer):
    saved_again(draft, writer, title="둘째 제목")
    workflow.submit(draft, by=writer)
    draft.refresh_from_db()
    client.force_login(writer)
    page = opened(client, address(draft, "restore/1"))
    assert page.one(class_="screen-refusal").text == "‘송고’ 상태라 지금은 고칠 수 없습니다."
    assert page.all("form", class_="screen-actions") == []
    response = client.post(address(draft, "restore/1"), {"base": draft.newest_revision_id})
    assert response.status_code == 409
    assert draft.revisions.saved().count() == 2
