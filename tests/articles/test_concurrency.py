"""Twenty people at one article at once, on the real PostgreSQL: every thread has a connection of its own."""

import itertools
import threading
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import F

from accounts import workflow as people
from accounts.models import User
from articles import contents, workflow
from articles.models import Article, LogEntry, Revision
from articles.workflow import gate
from tests.factories import ago, make_article, make_content, make_reporter, make_section, make_user

pytestmark = pytest.mark.django_db(transaction=True)
State, Change = Article.State, Article.Change
PEOPLE = 20


def at_once(*doings):
    """Run the functions in threads that start together. Gives what each returned or raised."""
    start, outcomes = threading.Barrier(len(doings)), [None] * len(doings)

    def run(number, doing):
        start.wait()
        try:
            outcomes[number] = doing()
        except ValidationError as refusal:
            outcomes[number] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(doings)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    return outcomes


def make_filed(**fields):
    whole = {"state": State.SUBMITTED, "section": make_section(), "bylines": [make_reporter()]}
    return make_article(**whole | fields)


def make_desks(number):
    return [make_user(role="데스크", username=f"desk{place}") for place in range(number)]


def test_twenty_savers_of_one_version_have_one_winner_and_nobodys_words_are_lost():
    article, people = make_filed(), make_desks(PEOPLE)
    first = workflow.save(article, by=people[0], content=contents.of(article) | {"title": "바탕"}, base=None)
    tabs = [uuid.uuid4() for _ in people]

    def saver(person, tab):
        content = contents.of(article) | {"title": f"{person.username}의 제목"}

        def save():
            workflow.autosave(article, by=person, tab=tab, content=content, base=first.pk)
            return workflow.save(article, by=person, content=content, base=first.pk, tab=tab)

        return save

    outcomes = at_once(*itertools.starmap(saver, zip(people, tabs, strict=True)))
    [winner] = [one for one in outcomes if isinstance(one, Revision)]
    losers = [one for one in outcomes if isinstance(one, workflow.Conflict)]
    assert len(losers) == PEOPLE - 1
    assert {loser.newest for loser in losers} == {winner}
    article.refresh_from_db()
    assert (article.newest_revision, article.title) == (winner, winner.content["title"])
    # The others' words lie where each of them finds them again.
    kept = {revision.author: revision.content["title"] for revision in Revision.objects.autosaves()}
    assert kept == {person: f"{person.username}의 제목" for person in people if person != winner.author}
    assert [entry.revision for entry in LogEntry.objects.order_by("pk")] == [first, winner]


def test_twenty_savers_who_try_again_all_come_into_the_history_in_turn():
    article, people = make_filed(), make_desks(PEOPLE)

    def saver(person):
        def save():
            for _ in range(PEOPLE * 3):
                now = Article.objects.get(pk=article.pk)
                content = contents.of(now) | {"title": f"{person.username}의 제목"}
                try:
                    return workflow.save(article, by=person, content=content, base=now.newest_revision_id)
                except workflow.Conflict:
                    continue
            raise AssertionError(person)

        return save

    outcomes = at_once(*map(saver, people))
    history = list(Revision.objects.saved().order_by("number"))
    assert [revision.number for revision in history] == list(range(1, PEOPLE + 2))
    assert [revision.base for revision in history] == [None, *history[:-1]]
    assert {revision.pk for revision in outcomes} == {revision.pk for revision in history[1:]}
    assert Article.objects.get().title == history[-1].content["title"]
    assert sorted(entry.revision.number for entry in LogEntry.objects.all()) == list(range(2, PEOPLE + 2))


def test_ten_savers_and_ten_approvers_of_one_version():
    """Either the version that was read is approved and the savers are told, or one of them was first and nobody approves."""
    article, people = make_filed(), make_desks(PEOPLE)
    read = workflow.save(article, by=people[0], content=contents.of(article) | {"title": "읽은 판"}, base=None)

    def saver(person):
        content = read.content | {"title": f"{person.username}의 제목"}
        return lambda: workflow.save(article, by=person, content=content, base=read.pk)

    def approver(person):
        return lambda: workflow.approve(article, by=person, revision=read.pk)

    outcomes = at_once(*map(saver, people[:10]), *map(approver, people[10:]))
    saved = [one for one in outcomes if isinstance(one, Revision)]
    approved = [one for one in outcomes if isinstance(one, Article)]
    assert len([one for one in outcomes if isinstance(one, ValidationError)]) == PEOPLE - len(saved) - len(approved)
    article = Article.objects.get()
    assert (len(saved), len(approved)) in [(1, 0), (1, 1)]
    assert article.newest_revision == saved[0]
    if approved:  # the approval came first: the saver's words are a change that waits, and readers see what was read
        assert (article.state, article.title, article.change) == (State.APPROVED, "읽은 판", Change.EDITING)
        assert article.approved_revision == read
    else:
        assert (article.state, article.title, article.change) == (State.SUBMITTED, saved[0].content["title"], "")
    assert LogEntry.objects.count() == 1 + len(saved) + len(approved)


def test_twenty_approvers_approve_once():
    article, people = make_filed(), make_desks(PEOPLE)
    outcomes = at_once(*((lambda person=person: workflow.approve(article, by=person)) for person in people))
    [approved] = [one for one in outcomes if isinstance(one, Article)]
    assert {str(one.messages[0]) for one in outcomes if isinstance(one, ValidationError)} == {
        "‘게재’ 상태의 기사에는 할 수 없는 일입니다."
    }
    assert [entry.by for entry in LogEntry.objects.all()] == [approved.approver]


def test_first_autosaves_of_one_tab_at_once_begin_one_article():
    person, tab = make_user(role="기자"), uuid.uuid4()

    def keep():
        return workflow.autosave(None, by=person, tab=tab, content=make_content(title="쓰는 중"), base=None)

    outcomes = at_once(*[keep] * 5)
    assert len({one.pk for one in outcomes}) == 1
    assert Revision.objects.autosaves().get().article == Article.objects.get()


def test_person_is_disabled_while_their_article_is_being_filed_and_neither_waits_for_ever():
    """Retiring takes the person, then their articles; a verb holds its article, and its log row points at the person."""
    leaver, successor, admin = make_user(role="기자"), make_user(role="기자"), make_user(role="관리자")
    article = workflow.begin(by=leaver, content=make_content(title="송고하던 글"))
    has_article, has_person = threading.Event(), threading.Event()

    def file():
        with transaction.atomic():
            gate.lock(article)
            has_article.set()
            has_person.wait(10)
            return workflow.submit(article, by=leaver)

    def retire():
        has_article.wait(10)
        with transaction.atomic():
            User.objects.select_for_update(no_key=True).get(pk=leaver.pk)
            has_person.set()
            return people.retire(leaver, by=admin, successor=successor)

    filed, handed_over = at_once(file, retire)
    assert (filed.state, handed_over) == (State.SUBMITTED, [f"기사 1편을 {successor} 님에게 넘겼습니다."])
    article.refresh_from_db()
    assert (article.state, article.owner) == (State.SUBMITTED, successor)


def test_counters_lose_nothing_while_the_desk_approves_withdraws_and_restores():
    """Approving writes its own columns alone: what others count on the same row meanwhile stays counted."""
    desk = make_user(role="데스크")
    article = make_article(section=make_section(), bylines=[make_reporter()], live_at=ago(hours=1))
    rounds, counted = 8, 200

    def count():
        for _ in range(counted):
            Article.objects.filter(pk=article.pk).update(comment_count=F("comment_count") + 1)

    def work():
        for number in range(rounds):
            base = Article.objects.get(pk=article.pk).newest_revision_id
            workflow.save(article, by=desk, content=contents.of(article) | {"title": f"제목 {number}"}, base=base)
            workflow.approve_change(article, by=desk)
            workflow.withdraw(article, by=desk, reason="확인 중입니다.")
            workflow.reinstate(article, by=desk)
            newest = Article.objects.get(pk=article.pk).newest_revision_id
            workflow.restore(article, by=desk, number=1, base=newest)
            workflow.approve_change(article, by=desk)
        return "done"

    assert at_once(count, count, work) == [None, None, "done"]
    article.refresh_from_db()
    assert (article.comment_count, article.is_live) == (2 * counted, True)
    assert LogEntry.objects.count() == rounds * 6
