import threading

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils import timezone

from articles import search, workflow
from articles.models import Article
from tests.factories import ago, ahead, at, make_article, make_reporter, make_section, make_user

pytestmark = pytest.mark.django_db
State = Article.State
VERBS = {
    "submit": (workflow.submit, {State.DRAFT, State.RETURNED}, State.SUBMITTED, "articles.submit_article"),
    "return": (workflow.send_back, {State.SUBMITTED}, State.RETURNED, "articles.approve_article"),
    "approve": (workflow.approve, {State.SUBMITTED}, State.APPROVED, "articles.approve_article"),
    "withdraw": (workflow.withdraw, {State.APPROVED}, State.WITHDRAWN, "articles.approve_article"),
}
ALL_PERMISSIONS = {"articles.submit_article", "articles.approve_article", "articles.change_article"}
allowed = pytest.mark.parametrize(
    ("name", "state"), [(name, state) for name, (_, allowed, *_) in VERBS.items() for state in sorted(allowed)]
)
refused = pytest.mark.parametrize(
    ("name", "state"),
    [(name, state) for name, (_, allowed, *_) in VERBS.items() for state in State if state not in allowed],
)


def make_ready(state):
    return make_article(state=state, section=make_section(), bylines=[make_reporter()])


def state_of(article):
    return Article.objects.get(pk=article.pk).state


def test_every_move_has_a_verb_tried_here():
    assert {name: (move.from_, move.to, move.permission) for name, move in workflow.MOVES.items()} == {
        name: (frozenset(allowed), to, permission) for name, (_, allowed, to, permission) in VERBS.items()
    }


@allowed
def test_verb_from_a_state_that_allows_it(name, state):
    verb, _, to, permission = VERBS[name]
    article = make_ready(state)
    fresh = verb(article, by=make_user(permission))
    assert (fresh.state, state_of(article)) == (to, to)


@refused
def test_verb_from_a_state_that_does_not_allow_it(name, state):
    article = make_ready(state)
    with pytest.raises(ValidationError) as refusal:
        VERBS[name][0](article, by=make_user(*ALL_PERMISSIONS))
    assert refusal.value.messages == [f"‘{State(state).label}’ 상태의 기사에는 할 수 없는 일입니다."]
    assert state_of(article) == state


@allowed
def test_verb_by_the_wrong_person(name, state):
    verb, _, _, permission = VERBS[name]
    article = make_ready(state)
    with pytest.raises(PermissionDenied, match=r"이 일을 할 권한이 없습니다\."):
        verb(article, by=make_user(*ALL_PERMISSIONS - {permission}, is_staff=True))
    assert state_of(article) == state


@allowed
def test_verb_by_somebody_at_rest(name, state):
    article = make_ready(state)
    with pytest.raises(PermissionDenied):
        VERBS[name][0](article, by=make_user(is_superuser=True, is_active=False))
    assert state_of(article) == state


def test_verb_judges_the_row_and_not_the_copy_in_hand():
    article = make_ready(State.SUBMITTED)
    stale = Article.objects.get(pk=article.pk)
    chief = make_user("articles.approve_article")
    workflow.send_back(article, by=chief)
    with pytest.raises(ValidationError):
        workflow.approve(stale, by=chief)


def test_verb_writes_its_own_columns_alone():
    article = make_ready(State.SUBMITTED)
    stale = Article.objects.get(pk=article.pk)
    Article.objects.filter(pk=article.pk).update(title="그 사이 고친 제목")
    assert workflow.approve(stale, by=make_user("articles.approve_article")).title == "그 사이 고친 제목"
    assert Article.objects.get(pk=article.pk).title == "그 사이 고친 제목"


def test_submit_keeps_the_time():
    reporter = make_user("articles.submit_article")
    before = timezone.now()
    assert before <= workflow.submit(make_ready(State.DRAFT), by=reporter).submitted_at <= timezone.now()
    moment = at("2026-11-02 09:00")
    assert workflow.submit(make_ready(State.RETURNED), by=reporter, at=moment).submitted_at == moment


def test_approve_keeps_who_and_when_and_is_live_at_once():
    chief = make_user("articles.approve_article")
    before = timezone.now()
    article = workflow.approve(make_ready(State.SUBMITTED), by=chief)
    assert article.approver == chief
    assert before <= article.approved_at == article.live_at <= timezone.now()
    assert article.is_live


def test_approve_for_later_is_scheduled_and_appears_by_itself():
    chief = make_user("articles.approve_article")
    moment = ahead(hours=1)
    article = workflow.approve(make_ready(State.SUBMITTED), by=chief, live_at=moment)
    assert (article.live_at, article.is_scheduled, article.is_live) == (moment, True, False)
    assert article.approved_at < moment
    assert list(Article.objects.live()) == []
    assert list(Article.objects.live(moment)) == [article]


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"title": " "}, ["제목이 없습니다."]),
        ({"section": None}, ["섹션을 고르지 않았습니다."]),
        ({"bylines": []}, ["필자가 없습니다."]),
        (
            {"title": "", "section": None, "bylines": []},
            ["제목이 없습니다.", "섹션을 고르지 않았습니다.", "필자가 없습니다."],
        ),
    ],
)
def test_approve_refuses_with_all_reasons_at_once(missing, words):
    whole = {"state": State.SUBMITTED, "section": make_section(), "bylines": [make_reporter()]}
    article = make_article(**whole | missing)
    with pytest.raises(ValidationError) as refusal:
        workflow.approve(article, by=make_user("articles.approve_article"))
    assert refusal.value.messages == words
    assert state_of(article) == State.SUBMITTED


def test_submit_refuses_what_has_no_title():
    article = make_article(state=State.DRAFT, title="")
    with pytest.raises(ValidationError) as refusal:
        workflow.submit(article, by=make_user("articles.submit_article"))
    assert refusal.value.messages == ["제목이 없습니다."]
    assert state_of(article) == State.DRAFT


@pytest.mark.parametrize("state", [State.DRAFT, State.RETURNED])
def test_submit_takes_spaces_for_no_title_and_writes_nothing(state):
    article = make_article(state=state, title=" \u3000")
    with pytest.raises(ValidationError) as refusal:
        workflow.submit(article, by=make_user("articles.submit_article"))
    assert refusal.value.messages == ["제목이 없습니다."]
    article.refresh_from_db()
    assert (article.state, article.submitted_at) == (state, None)


def test_submit_asks_for_a_title_alone():
    article = make_article(state=State.DRAFT)
    assert (article.section, article.bylines.count()) == (None, 0)
    assert workflow.submit(article, by=make_user("articles.submit_article")).state == State.SUBMITTED


def test_approve_refused_writes_nothing():
    article = make_article(state=State.SUBMITTED, section=make_section())
    with pytest.raises(ValidationError):
        workflow.approve(article, by=make_user("articles.approve_article"))
    article.refresh_from_db()
    assert (article.state, article.approver, article.approved_at, article.live_at) == (
        State.SUBMITTED,
        None,
        None,
        None,
    )


def test_approve_is_content_with_a_writer_who_is_no_reporter():
    article = make_article(state=State.SUBMITTED, section=make_section(), bylines=[{"name": "표윤슬"}])
    assert workflow.approve(article, by=make_user("articles.approve_article")).is_live


def test_approve_looks_in_the_row_and_not_in_the_copy_in_hand():
    article = make_ready(State.SUBMITTED)
    stale = Article.objects.get(pk=article.pk)
    Article.objects.filter(pk=article.pk).update(section=None)
    with pytest.raises(ValidationError) as refusal:
        workflow.approve(stale, by=make_user("articles.approve_article"))
    assert refusal.value.messages == ["섹션을 고르지 않았습니다."]


def test_send_back_and_withdraw_ask_for_nothing():
    chief = make_user("articles.approve_article")
    assert workflow.send_back(make_article(state=State.SUBMITTED, title=""), by=chief).state == State.RETURNED
    assert workflow.withdraw(make_article(import_digest="d" * 64), by=chief).state == State.WITHDRAWN


def test_withdraw_keeps_the_row_its_approval_and_its_text():
    article = make_article(title="내릴 기사", bylines=[make_reporter()])
    fresh = workflow.withdraw(article, by=make_user("articles.approve_article"))
    assert (fresh.title, fresh.approver, fresh.live_at) == ("내릴 기사", article.approver, article.live_at)
    assert list(Article.objects.live()) == []


def test_approved_article_is_found_by_search_with_the_words_it_has_then():
    article = make_ready(State.SUBMITTED)
    Article.objects.filter(pk=article.pk).update(title="간척지의 벼")
    workflow.approve(article, by=make_user("articles.approve_article"))
    assert list(search.find("간척지")) == [article]


def test_publish_import_is_live_at_the_time_of_its_approval():
    article = workflow.publish_import(Article(title="옮긴 기사"), digest="d" * 64, approved_at=at("2023-10-12 14:51"))
    article.refresh_from_db()
    assert (article.state, article.approved_at, article.live_at) == (
        State.APPROVED,
        at("2023-10-12 14:51"),
        at("2023-10-12 14:51"),
    )
    assert (article.is_imported, article.approver, article.is_live) == (True, None, True)
    assert list(search.find("옮긴")) == [article]


def test_publish_import_without_a_time_of_approval_is_not_public():
    article = workflow.publish_import(Article(title="옮긴 기사"), digest="d" * 64, approved_at=None)
    article.refresh_from_db()
    assert (article.state, article.live_at, article.is_imported) == (State.DRAFT, None, True)
    assert list(Article.objects.live()) == []


def test_publish_import_without_a_title_is_refused():
    with pytest.raises(ValidationError) as refusal:
        workflow.publish_import(Article(), digest="d" * 64, approved_at=ago(days=1))
    assert refusal.value.messages == ["게재할 기사에는 제목과 섹션이 있어야 합니다."]
    assert Article.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_at_the_desk_at_once_do_it_once():
    article = make_ready(State.SUBMITTED)
    people = [make_user("articles.approve_article") for _ in range(4)]
    start, outcomes = threading.Barrier(len(people)), []

    def approve(person):
        start.wait()
        try:
            workflow.approve(article, by=person)
        except ValidationError:
            outcomes.append("refused")
        else:
            outcomes.append("approved")
        finally:
            connection.close()

    threads = [threading.Thread(target=approve, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["approved", "refused", "refused", "refused"]
