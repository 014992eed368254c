import pytest
from django.db import IntegrityError

from articles.models import Article, Placement
from tests.factories import ago, ahead, at, make_article, make_placement

pytestmark = pytest.mark.django_db


def test_placement_ends_after_it_starts():
    moment = at("2026-11-02 09:00")
    with pytest.raises(IntegrityError, match="placement_ends_after_start"):
        make_placement(make_article(), starts_at=moment, ends_at=moment)


def test_placement_open_once_for_an_article():
    article = make_article()
    make_placement(article, ends_at=ago(minutes=1))
    make_placement(article)
    with pytest.raises(IntegrityError, match="placement_open_once"):
        make_placement(article, slot=Placement.Slot.ORDINARY)


@pytest.mark.parametrize(
    ("period", "is_current"),
    [
        ({"starts_at": ago(minutes=5)}, True),
        ({"starts_at": ago(minutes=5), "ends_at": ahead(minutes=5)}, True),
        ({"starts_at": ago(minutes=5), "ends_at": ago(minutes=1)}, False),
        ({"starts_at": ahead(minutes=5)}, False),
    ],
)
def test_current_is_what_is_in_force(period, is_current):
    placement = make_placement(make_article(), **period)
    assert list(Placement.objects.current()) == ([placement] if is_current else [])


@pytest.mark.parametrize("state", Article.State)
def test_current_has_live_articles_alone(state):
    placement = make_placement(make_article(state=state, live_at=ago(hours=1)))
    assert list(Placement.objects.current()) == ([placement] if state == Article.State.APPROVED else [])


def test_current_of_a_scheduled_article_waits_for_it():
    placement = make_placement(make_article(live_at=ahead(hours=1)))
    assert list(Placement.objects.current()) == []
    assert list(Placement.objects.current(ahead(hours=2))) == [placement]


def test_current_in_the_order_of_the_page_then_the_later_first():
    last = make_placement(make_article(), order=2)
    early = make_placement(make_article(), order=1, starts_at=ago(hours=5))
    late = make_placement(make_article(), order=1, starts_at=ago(hours=4))
    assert list(Placement.objects.current()) == [late, early, last]


def test_placement_in_words():
    assert str(make_placement(make_article(title="논"), slot=Placement.Slot.IMPORTANT)) == "중요: 논"
