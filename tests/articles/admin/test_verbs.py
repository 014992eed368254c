"""The verbs as screens."""

import datetime

import pytest
from django.utils import timezone

from articles import contents, workflow
from articles.admin.verbs import VERBS
from articles.models import Article, LogEntry
from articles.moves import MOVES, SAVES
from tests.articles.test_workflow import VERBS as TABLE
from tests.articles.test_workflow import make_at
from tests.factories import ago, ahead, make_article, make_content, make_reporter, make_section, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
State, Change = Article.State, Article.Change
REASON = "둘째 문단의 날짜를 확인해 주세요."
TYPED = {
    "return": {"reason": REASON},
    "return_change": {"reason": REASON},
    "withdraw": {"reason": REASON, "notice_url": ""},
}


def address(article, verb):
    return f"/admin/articles/article/{article.pk}/do/{verb}/"


def sign_in(client, role, **fields):
    person = make_user(role=role, is_staff=True, **fields)
    client.force_login(person)
    return person


def local(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def typed(verb):
    if verb == "reschedule":
        return {"live_at": local(ahead(days=3))}
    if verb == "assign":
        return {"to": make_user(role="기자", is_staff=True).pk}
    return TYPED.get(verb, {})


def row(article):
    return Article.objects.filter(pk=article.pk).values().get()


def said(response):
    return [str(message) for message in response.context["messages"]]


def test_every_move_but_those_of_saving_has_a_screen():
    assert set(VERBS) == set(MOVES) - set(SAVES)


@pytest.mark.parametrize("verb", VERBS)
def test_verb_asks_first_and_then_does_it(client, verb):
    person = sign_in(client, "편집장")
    article = make_at(next(iter(sorted(TABLE[verb][2]))), owner=person)
    before = row(article)
    page = parse(client.get(address(article, verb)))
    assert page.one("h2", class_="screen-subject").text == f"{MOVES[verb].label}: {article}"
    assert row(article) == before
    response = client.post(address(article, verb), typed(verb), follow=True)
    assert (response.status_code, len(said(response))) == (200, 1)
    assert LogEntry.objects.get().verb == verb


@pytest.mark.parametrize("verb", VERBS)
def test_verb_from_a_state_that_does_not_allow_it_is_told_and_changes_nothing(client, verb):
    person = sign_in(client, "편집장")
    place = (State.TRASHED, "") if verb != "untrash" else (State.SUBMITTED, "")
    article = make_at(place, owner=person)
    before = row(article)
    asked, answered = client.get(address(article, verb)), client.post(address(article, verb), typed(verb))
    assert (asked.status_code, answered.status_code, row(article)) == (200, 409, before)
    assert parse(asked).all("button", type="submit", class_="screen-button") == []
    assert f"‘{article.stage}’ 상태의 기사에는 할 수 없는 일입니다." in parse(answered).text


def test_verb_that_is_none(client):
    sign_in(client, "편집장")
    article = make_article()
    for verb in ("delete", "save", "write", "correct"):
        assert client.get(address(article, verb)).status_code == 404


@pytest.mark.parametrize("verb", [verb for verb in VERBS if TABLE[verb][5] == "desk"])
def test_verb_of_the_desk_by_the_reporter_whose_article_it_is(client, verb):
    reporter = sign_in(client, "기자")
    article = make_at(next(iter(sorted(TABLE[verb][2]))), owner=reporter)
    before = row(article)
    assert client.get(address(article, verb)).status_code == 403
    assert client.post(address(article, verb), typed(verb)).status_code == 403
    assert row(article) == before


@pytest.mark.parametrize("verb", VERBS)
def test_verb_on_an_article_that_one_may_not_see(client, verb):
    sign_in(client, "기자")
    article = make_at(next(iter(sorted(TABLE[verb][2]))), owner=make_user())
    before = row(article)
    assert client.get(address(article, verb)).status_code == 404
    assert client.post(address(article, verb), typed(verb)).status_code == 404
    assert row(article) == before


@pytest.mark.parametrize("role", ["발행인", "고충처리인"])
@pytest.mark.parametrize("verb", VERBS)
def test_verb_by_somebody_who_only_reads(client, role, verb):
    sign_in(client, role)
    place = next(iter(sorted(TABLE[verb][2])))
    article = make_at(place)
    before = row(article)
    is_seen = place != (State.TRASHED, "")
    assert client.post(address(article, verb), typed(verb)).status_code == (403 if is_seen else 404)
    assert row(article) == before


@pytest.mark.parametrize("verb", ["return", "return_change", "withdraw"])
def test_reason_is_asked_for_at_its_field_and_what_was_typed_stays(client, verb):
    sign_in(client, "편집장")
    article = make_at(next(iter(sorted(TABLE[verb][2]))))
    address_typed = "javascript:alert(1)" if verb == "withdraw" else ""
    response = client.post(address(article, verb), {"reason": " ", "notice_url": address_typed})
    page = parse(response)
    assert page.one("textarea", name="reason").get("aria-invalid") == "true"
    assert len(page.one(class_="desk-field--wrong", data_field="reason").all("ul", class_="errorlist")) == 1
    if verb == "withdraw":
        assert page.one("input", name="notice_url")["value"] == address_typed
    assert LogEntry.objects.count() == 0


def test_withdrawal_with_an_address_that_is_none_is_told_at_its_field(client):
    sign_in(client, "편집장")
    article = make_article()
    response = client.post(address(article, "withdraw"), {"reason": REASON, "notice_url": "javascript:alert(1)"})
    page = parse(response)
    assert page.one(class_="desk-field--wrong")["data-field"] == "notice_url"
    assert page.one("textarea", name="reason").text == REASON
    assert Article.objects.get().state == State.APPROVED


def make_filed(**fields):
    return make_article(**{"state": State.SUBMITTED, "section": make_section(), "bylines": [make_reporter()]} | fields)


def test_approval_says_beforehand_what_is_missing_and_offers_no_button(client):
    sign_in(client, "데스크")
    article = make_filed(section=None, bylines=[])
    page = parse(client.get(address(article, "approve")))
    assert [item.text for item in page.one(class_="screen-reasons").all("li")] == [
        "섹션을 고르지 않았습니다.",
        "필자가 없습니다.",
    ]
    assert page.all("button", class_="screen-button--firm") == []
    answer = client.post(address(article, "approve"), {})
    assert answer.status_code == 409
    assert [line.text for line in parse(answer).one(role="alert").all("p")] == [
        "섹션을 고르지 않았습니다.",
        "필자가 없습니다.",
    ]


def test_approval_for_later_takes_the_newsrooms_own_time(client):
    sign_in(client, "데스크")
    article = make_filed()
    client.post(address(article, "approve"), {"live_at": "2031-03-01T09:00"})
    article.refresh_from_db()
    assert article.live_at == datetime.datetime(2031, 3, 1, 0, 0, tzinfo=datetime.UTC)
    page = parse(client.get(address(article, "reschedule")))
    assert page.one("input", name="live_at")["value"] == "2031-03-01T09:00"


@pytest.mark.parametrize(
    ("moment", "message"),
    [
        ("어제", "날짜와 시각을 2026-11-26 09:00처럼 적어 주세요."),
        ("2026-13-40T09:00", "날짜와 시각을 2026-11-26 09:00처럼 적어 주세요."),
        ("2020-01-01T09:00", "지난 시각입니다. 바로 게재하려면 비워 두세요."),
        ("99999-01-01T09:00", "날짜와 시각을 2026-11-26 09:00처럼 적어 주세요."),
    ],
)
def test_approval_for_a_time_that_cannot_be_is_told_at_its_field(client, moment, message):
    sign_in(client, "데스크")
    article = make_filed()
    page = parse(client.post(address(article, "approve"), {"live_at": moment}))
    assert page.one(class_="desk-field--wrong").one("ul", class_="errorlist").text == message
    assert page.one("input", name="live_at")["value"] == moment
    assert Article.objects.get().state == State.SUBMITTED


def test_approval_before_the_embargo_ends_keeps_the_time_that_was_typed(client):
    sign_in(client, "데스크")
    article = make_filed(embargo_until=ahead(days=2))
    moment = local(ahead(days=1))
    response = client.post(address(article, "approve"), {"live_at": moment})
    assert response.status_code == 409
    page = parse(response)
    assert page.one(role="alert").text.startswith("엠바고가 ")
    assert page.one("input", name="live_at")["value"] == moment


def test_approval_of_a_version_that_is_no_longer_the_newest_shows_the_newest(client):
    desk = sign_in(client, "데스크")
    reporter = make_user(role="기자", is_staff=True, last_name="한", first_name="서윤")
    article = workflow.begin(
        by=reporter, content=make_content(section=make_section().pk, bylines=[{"name": "표윤슬"}], title="읽은 판")
    )
    workflow.submit(article, by=reporter)
    read = parse(client.get(address(article, "approve"))).one("input", name="revision")["value"]
    article.refresh_from_db()
    workflow.save(
        article, by=desk, content=contents.of(article) | {"title": "그사이 고친 판"}, base=article.newest_revision_id
    )
    moment = local(ahead(days=1))
    response = client.post(address(article, "approve"), {"revision": read, "live_at": moment})
    assert response.status_code == 409
    page = parse(response)
    assert "2판을 먼저 저장했습니다" in page.one(role="alert").text
    article.refresh_from_db()
    assert article.state == State.SUBMITTED
    assert page.one("input", name="revision")["value"] == str(article.newest_revision_id) != read
    assert page.one("input", name="live_at")["value"] == moment
    client.post(address(article, "approve"), {"revision": article.newest_revision_id, "live_at": moment})
    assert Article.objects.get().is_scheduled


def test_change_is_shown_beside_what_readers_see_before_it_is_approved(client):
    reporter = make_user(role="기자", is_staff=True)
    sign_in(client, "데스크")
    article = make_article(title="옛 제목", owner=reporter, bylines=[make_reporter()], live_at=ago(hours=2))
    workflow.save(article, by=reporter, content=contents.of(article) | {"title": "새 제목"}, base=None)
    workflow.submit_change(article, by=reporter)
    comparison = parse(client.get(address(article, "approve_change"))).one(class_="comparison")
    assert ([one.text for one in comparison.all("del")], [one.text for one in comparison.all("ins")]) != ([], [])
    unread = client.post(address(article, "approve_change"), {})
    assert (unread.status_code, Article.objects.get().title) == (409, "옛 제목")
    assert parse(unread).one(role="alert").text.startswith("어느 판을 읽고 승인하는지 알 수 없습니다.")
    article.refresh_from_db()
    client.post(address(article, "approve_change"), {"revision": article.newest_revision_id})
    assert Article.objects.get().title == "새 제목"


def test_trash_leads_back_to_the_list(client):
    reporter = sign_in(client, "기자")
    article = make_article(state=State.DRAFT, owner=reporter, title="버릴 글")
    response = client.post(address(article, "trash"), follow=True)
    assert response.redirect_chain == [("/admin/articles/article/", 302)]
    assert said(response) == ["‘버릴 글’ — 휴지통에 넣었습니다."]


def test_assignment_offers_people_who_write_and_are_at_work(client):
    sign_in(client, "편집장", username="chief")
    make_user(role="기자", is_staff=True, username="reporter")
    make_user(role="기자", is_staff=True, username="resting", is_active=False)
    make_user(role="발행인", is_staff=True, username="publisher")
    make_user(username="reader")
    article = make_article(owner=make_user())
    options = parse(client.get(address(article, "assign"))).one("select", name="to").all("option")
    assert [option.text for option in options if option["value"]] == ["chief", "reporter"]


def test_verb_wants_a_token_against_forgery():
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    sign_in(client, "편집장")
    article = make_article()
    assert client.post(address(article, "withdraw"), {"reason": REASON}).status_code == 403
    assert Article.objects.get().state == State.APPROVED


def test_page_about_a_verb_is_not_kept(client):
    sign_in(client, "편집장")
    assert "no-store" in client.get(address(make_article(), "withdraw"))["Cache-Control"]
