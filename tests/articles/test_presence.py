import uuid

import pytest
from django.core.exceptions import PermissionDenied

from articles import presence
from articles.models import Article, OpenTab
from tests.factories import ago, make_article, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return make_user(role="기자")


@pytest.fixture
def article(owner):
    return make_article(state=Article.State.DRAFT, owner=owner)


def open_tab(article, person, **fields):
    return OpenTab.objects.create(**{"article": article, "person": person, "tab": uuid.uuid4()} | fields)


def test_beat_opens_a_tab_once_and_keeps_it_fresh(article, owner):
    tab = uuid.uuid4()
    presence.beat(article, by=owner, tab=tab)
    OpenTab.objects.update(seen_at=ago(seconds=30), opened_at=ago(minutes=5))
    mine, others = presence.beat(article, by=owner, tab=tab)
    assert (OpenTab.objects.count(), others) == (1, [])
    assert mine.seen_at > ago(seconds=10)
    assert mine.opened_at < ago(minutes=4)


def test_others_are_those_seen_lately_in_this_article_the_longest_open_first(article, owner):
    late, early = open_tab(article, make_user()), open_tab(article, owner, opened_at=ago(hours=1))
    open_tab(article, make_user(), seen_at=ago(minutes=2))
    open_tab(make_article(), make_user())
    _, others = presence.beat(article, by=owner, tab=uuid.uuid4())
    assert others == [early, late]


def test_whoever_leaves_is_gone_at_once_and_may_come_back(article, owner):
    tab = uuid.uuid4()
    presence.beat(article, by=owner, tab=tab)
    presence.leave(article, by=owner, tab=tab)
    assert list(presence.open_tabs(article)) == []
    presence.beat(article, by=owner, tab=tab)
    assert presence.open_tabs(article).count() == 1


def test_taking_over_marks_every_other_tab_and_taking_back_frees_ones_own(article, owner):
    desk = make_user(role="데스크")
    mine, other_of_mine, theirs = open_tab(article, desk), open_tab(article, desk), open_tab(article, owner)
    elsewhere = open_tab(make_article(), owner)
    presence.take_over(article, by=desk, tab=mine.tab)
    assert takers() == {mine.pk: None, other_of_mine.pk: desk.pk, theirs.pk: desk.pk, elsewhere.pk: None}
    presence.take_over(article, by=owner, tab=theirs.tab)
    assert takers() == {mine.pk: owner.pk, other_of_mine.pk: owner.pk, theirs.pk: None, elsewhere.pk: None}


def takers():
    return dict(OpenTab.objects.values_list("pk", "taken_over_by"))


def test_tab_that_was_taken_over_stays_so_while_it_beats(article, owner):
    desk, tab = make_user(role="데스크"), uuid.uuid4()
    presence.beat(article, by=owner, tab=tab)
    presence.take_over(article, by=desk, tab=uuid.uuid4())
    presence.leave(article, by=owner, tab=tab)
    assert presence.beat(article, by=owner, tab=tab)[0].taken_over_by == desk


@pytest.mark.parametrize("role", ["시민기자", "기자", "고충처리인"])
def test_whoever_may_not_write_takes_nothing_over(article, owner, role):
    theirs = open_tab(article, owner)
    with pytest.raises(PermissionDenied):
        presence.take_over(article, by=make_user(role=role), tab=uuid.uuid4())
    assert takers() == {theirs.pk: None}


def test_tabs_of_yesterday_are_forgotten(article, owner):
    open_tab(article, owner, seen_at=ago(hours=25))
    kept = open_tab(article, owner, seen_at=ago(hours=23))
    presence.purge()
    assert list(OpenTab.objects.all()) == [kept]
