import pytest

from articles import search
from articles.models import Article
from tests.factories import ahead, at, make_article, make_masthead, make_reporter, make_section, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
State = Article.State
LIST = "/admin/articles/article/"
WRITER = (
    "articles.view_article",
    "articles.add_article",
    "articles.change_article",
    "articles.submit_article",
    *(f"articles.{verb}_byline" for verb in ("view", "add", "change", "delete")),
)
DESK = (*WRITER, "articles.approve_article")
NO_BYLINES = {
    "bylines-TOTAL_FORMS": "0",
    "bylines-INITIAL_FORMS": "0",
    "bylines-MIN_NUM_FORMS": "0",
    "bylines-MAX_NUM_FORMS": "1000",
}


def sign_in(client, *permissions):
    user = make_user(*permissions, is_staff=True)
    client.force_login(user)
    return user


def act(client, action, *articles):
    """Choose `articles` in the list and do `action`; gives what the page says then."""
    response = client.post(LIST, {"action": action, "_selected_action": [one.pk for one in articles]}, follow=True)
    assert response.status_code == 200
    return [str(message) for message in response.context["messages"]]


def change_page(article):
    return f"{LIST}{article.pk}/change/"


def test_reporter_submits_by_the_action_of_the_list(client):
    sign_in(client, *WRITER)
    article = make_article(state=State.DRAFT, title="송고할 기사")
    assert act(client, "submit", article) == ["‘송고할 기사’ 기사를 송고했습니다."]
    assert Article.objects.get().state == State.SUBMITTED


@pytest.mark.parametrize(
    ("action", "state"), [("approve", State.SUBMITTED), ("send_back", State.SUBMITTED), ("withdraw", State.APPROVED)]
)
def test_reporter_is_not_offered_the_desks_work_and_a_forged_request_does_nothing(client, action, state):
    sign_in(client, *WRITER)
    article = make_article(state=state, title="기사", section=make_section(), bylines=[make_reporter()])
    offered = [option["value"] for option in parse(client.get(LIST)).one("select", name="action").all("option")]
    assert ("submit" in offered, action in offered) == (True, False)
    act(client, action, article)
    assert Article.objects.get().state == state


def test_whoever_may_not_change_an_article_reads_its_body_as_readers_will(client):
    sign_in(client, *DESK)
    article = make_article(state=State.SUBMITTED, body="<h2>작은 제목</h2><p>둘째 줄</p>")
    page = parse(client.get(change_page(article)))
    body = page.one(class_="body-as-read")
    assert (body.one("h2").text, body.one("p").text) == ("작은 제목", "둘째 줄")
    assert article.get_absolute_url() not in [link.get("href") for link in page.all("a")]


def test_live_article_is_linked_from_its_page_in_the_admin(client):
    sign_in(client, *DESK)
    article = make_article()
    links = [link.get("href") for link in parse(client.get(change_page(article))).all("a")]
    assert article.get_absolute_url() in links


@pytest.mark.parametrize(
    ("action", "state", "to", "said"),
    [
        ("approve", State.SUBMITTED, State.APPROVED, "‘기사’ 기사를 승인했습니다."),
        ("send_back", State.SUBMITTED, State.RETURNED, "‘기사’ 기사를 반려했습니다."),
        ("withdraw", State.APPROVED, State.WITHDRAWN, "‘기사’ 기사를 내렸습니다."),
    ],
)
def test_desk_does_its_work_by_the_actions_of_the_list(client, action, state, to, said):
    person = sign_in(client, *DESK)
    article = make_article(state=state, title="기사", section=make_section(), bylines=[make_reporter()])
    assert act(client, action, article) == [said]
    article.refresh_from_db()
    assert article.state == to
    if action == "approve":
        assert article.approver == person


def test_action_says_of_each_article_what_came_of_it(client):
    sign_in(client, *DESK)
    fit = make_article(state=State.SUBMITTED, title="갖춘 기사", section=make_section(), bylines=[make_reporter()])
    unfit = make_article(state=State.SUBMITTED, title="섹션 없는 기사")
    draft = make_article(state=State.DRAFT, title="쓰는 기사")
    assert set(act(client, "approve", fit, unfit, draft)) == {
        "‘갖춘 기사’ 기사를 승인했습니다.",
        "‘섹션 없는 기사’: 섹션을 고르지 않았습니다. 필자가 없습니다.",
        "‘쓰는 기사’: ‘작성’ 상태의 기사에는 할 수 없는 일입니다.",
    }
    assert list(Article.objects.live()) == [fit]


@pytest.mark.parametrize("state", [State.SUBMITTED, State.APPROVED, State.WITHDRAWN])
def test_article_from_submission_on_is_read_and_not_changed(client, state):
    sign_in(client, *DESK)
    article = make_article(state=state, title="그대로", section=make_section())
    assert client.get(change_page(article)).status_code == 200
    response = client.post(change_page(article), {"title": "고친 제목", "body": "", "subtitle": "", **NO_BYLINES})
    assert response.status_code == 403
    assert Article.objects.get().title == "그대로"


@pytest.mark.parametrize("state", [State.DRAFT, State.RETURNED])
def test_article_being_written_is_changed_sanitised_and_found_again(client, state):
    sign_in(client, *WRITER)
    article = make_article(state=state, title="옛 제목")
    body = '<p onclick="x()">고친 본문</p><script>alert(1)</script>'
    response = client.post(change_page(article), {"title": "고친 제목", "body": body, **NO_BYLINES})
    assert response.status_code == 302
    article.refresh_from_db()
    assert (article.title, article.body, article.state) == ("고친 제목", "<p>고친 본문</p>", state)
    assert article.search_entry.text.split("\n")[0] == "고친제목"


def test_article_is_begun_as_a_draft_with_its_bylines(client):
    sign_in(client, *WRITER)
    typed = {"title": "새 기사", "body": "<p>글</p>", **NO_BYLINES, "bylines-TOTAL_FORMS": "1"}
    byline = {"bylines-0-name": "표윤슬", "bylines-0-title": "수필가", "bylines-0-order": "0"}
    assert client.post(f"{LIST}add/", typed | byline).status_code == 302
    article = Article.objects.get()
    assert (article.state, [str(one) for one in article.bylines.all()]) == (State.DRAFT, ["표윤슬 수필가"])
    assert list(search.find("표윤슬")) == []


def test_article_state_cannot_be_typed(client):
    person = sign_in(client, *WRITER)
    article = make_article(state=State.DRAFT)
    typed = {
        "title": "제목",
        "body": "",
        "state": "approved",
        "live_at": "2026-01-01",
        "approver": person.pk,
        **NO_BYLINES,
    }
    client.post(change_page(article), typed)
    article.refresh_from_db()
    assert (article.state, article.live_at, article.approver) == (State.DRAFT, None, None)


def test_article_is_never_deleted(client):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    article = make_article(state=State.DRAFT)
    assert client.post(f"{LIST}{article.pk}/delete/", {"post": "yes"}).status_code == 403
    choices = parse(client.get(LIST)).one("select", name="action").all("option")
    assert [choice["value"] for choice in choices] == ["", "submit", "approve", "send_back", "withdraw"]


def test_byline_of_an_approved_article_is_not_changed(client):
    sign_in(client, *DESK)
    article = make_article(bylines=[{"name": "표윤슬"}])
    page = parse(client.get(change_page(article)))
    fields = [field for field in page.all("input", name=True) if field["name"].startswith("bylines-")]
    assert {field["type"] for field in fields} == {"hidden"}


def test_editor_of_the_body_is_there_for_an_article_being_written(client):
    make_masthead(), make_reporter()
    sign_in(client, *WRITER)
    page = parse(client.get(change_page(make_article(state=State.DRAFT, body="<p>글</p>"))))
    assert page.one("textarea", name="body").text == "<p>글</p>"


def test_reader_sees_no_list_of_articles(client):
    client.force_login(make_user("articles.view_article"))
    assert client.get(LIST).status_code == 302


READER = ("articles.view_article",)
APPROVER = (*READER, "articles.approve_article")


def make_whole(**fields):
    """An article that lacks nothing to be approved."""
    return make_article(**{"section": make_section(), "bylines": [make_reporter()]} | fields)


@pytest.mark.parametrize(
    ("permissions", "actions"),
    [
        (READER, []),
        (WRITER, ["", "submit"]),
        (APPROVER, ["", "approve", "send_back", "withdraw"]),
        (DESK, ["", "submit", "approve", "send_back", "withdraw"]),
    ],
)
def test_actions_are_offered_to_those_who_may(client, permissions, actions):
    make_article()
    sign_in(client, *permissions)
    menus = parse(client.get(LIST)).all("select", name="action")
    assert [option["value"] for menu in menus for option in menu.all("option")] == actions


@pytest.mark.parametrize(
    ("permissions", "action", "state"),
    [
        (WRITER, "approve", State.SUBMITTED),
        (WRITER, "send_back", State.SUBMITTED),
        (WRITER, "withdraw", State.APPROVED),
        (APPROVER, "submit", State.DRAFT),
        (READER, "submit", State.DRAFT),
        (READER, "approve", State.SUBMITTED),
    ],
)
def test_action_that_was_not_offered_changes_nothing_when_forged(client, permissions, action, state):
    sign_in(client, *permissions)
    article = make_whole(state=state)
    before = Article.objects.values().get()
    messages = act(client, action, article)
    assert [message for message in messages if "했습니다" in message or "내렸습니다" in message] == []
    assert Article.objects.values().get() == before


def test_reporter_is_told_that_the_title_is_missing(client):
    sign_in(client, *WRITER)
    article = make_article(state=State.DRAFT, title="")
    assert act(client, "submit", article) == [f"‘제목 없는 기사 {article.pk}’: 제목이 없습니다."]
    assert Article.objects.get().state == State.DRAFT


@pytest.mark.parametrize(
    ("permissions", "state"),
    [
        (DESK, State.SUBMITTED),
        (DESK, State.APPROVED),
        (DESK, State.WITHDRAWN),
        (READER, State.DRAFT),
        (READER, State.RETURNED),
    ],
)
def test_body_is_read_and_not_marked_up_where_it_may_not_be_changed(client, permissions, state):
    sign_in(client, *permissions)
    body = "<p>글 <strong>굵게</strong></p><table><tbody><tr><td>칸</td></tr></tbody></table>"
    page = parse(client.get(change_page(make_whole(state=state, body=body))))
    shown = page.one(class_="body-as-read")
    assert (shown.one("strong").text, shown.one("table").text) == ("굵게", "칸")
    assert page.all("textarea", name="body") == []
    assert "<strong>" not in page.raw_text


@pytest.mark.parametrize("state", [State.DRAFT, State.RETURNED])
def test_body_that_may_be_changed_is_in_its_editor_alone(client, state):
    sign_in(client, *WRITER)
    page = parse(client.get(change_page(make_whole(state=state, body="<p>글</p>"))))
    assert page.one("textarea", name="body").text == "<p>글</p>"
    assert page.all(class_="body-as-read") == []


@pytest.mark.parametrize(
    ("fields", "is_linked"),
    [*(({"state": state}, state == State.APPROVED) for state in State), ({"live_at": ahead(days=1)}, False)],
)
def test_article_is_linked_to_its_page_while_readers_have_that_page(client, fields, is_linked):
    sign_in(client, *DESK)
    article = make_whole(**fields)
    assert client.get(article.get_absolute_url()).status_code == (200 if is_linked else 404)
    links = [link["href"] for link in parse(client.get(change_page(article))).all("a", href=True)]
    leading = [link for link in links if link.endswith(article.get_absolute_url()) or "/admin/r/" in link]
    assert bool(leading) == is_linked


def test_times_are_written_as_newspapers_here_write_them(client):
    sign_in(client, *DESK)
    article = make_whole(live_at=at("2023-10-12 14:51"), approved_at=at("2023-10-12 14:50"))
    assert "2023.10.12 14:51" in parse(client.get(LIST)).one("table", id="result_list").text
    text = parse(client.get(change_page(article))).text
    assert ("2023.10.12 14:50" in text, "2023.10.12 14:51" in text) == (True, True)
