"""Whom the newsroom shows which articles."""

import pytest

from articles.models import Article
from tests.factories import make_article, make_reporter, make_section, make_user

pytestmark = pytest.mark.django_db
State = Article.State
VIEW, DESK, OVERSEE = "articles.view_article", "articles.desk_article", "articles.oversee_article"


def reach(person):
    return set(Article.objects.within_reach(person))


def make_shelf():
    """Articles of two sections and of none, of two owners, one in the trash."""
    owner, other = make_user(VIEW), make_user(VIEW)
    culture, policy = make_section(), make_section()
    articles = {
        "own draft": make_article(state=State.DRAFT, owner=owner, section=culture),
        "own live": make_article(owner=owner, section=policy),
        "own trash": make_article(state=State.TRASHED, owner=owner),
        "signed": make_article(section=policy, bylines=[make_reporter(user=owner)]),
        "other's draft": make_article(state=State.DRAFT, owner=other, section=culture),
        "other's filed": make_article(state=State.SUBMITTED, owner=other, section=policy),
        "unplaced": make_article(state=State.DRAFT, owner=other),
        "other's trash": make_article(state=State.TRASHED, owner=other, section=culture),
        "imported": make_article(import_digest="d" * 64),
    }
    return owner, culture, articles


def named(articles, found):
    return {name for name, article in articles.items() if article in found}


def test_reporter_sees_own_and_signed_articles_alone():
    owner, _, articles = make_shelf()
    assert named(articles, reach(owner)) == {"own draft", "own live", "own trash", "signed"}
    assert named(articles, set(Article.objects.own(owner))) == {"own draft", "own live", "own trash", "signed"}


def test_desk_without_sections_sees_everything_but_others_trash():
    _, _, articles = make_shelf()
    assert named(articles, reach(make_user(VIEW, DESK))) == set(articles) - {"own trash", "other's trash"}


def test_desk_with_sections_sees_them_and_what_has_no_section_yet():
    _, culture, articles = make_shelf()
    desk = make_user(VIEW, DESK)
    desk.desk_sections.add(culture)
    assert named(articles, reach(desk)) == {"own draft", "other's draft", "unplaced", "imported"}


def test_desk_sees_its_own_articles_in_whatever_section():
    _, culture, _ = make_shelf()
    desk = make_user(VIEW, DESK)
    desk.desk_sections.add(culture)
    mine = make_article(owner=desk)
    assert mine in reach(desk)


def test_overseer_sees_everything_but_trash():
    _, _, articles = make_shelf()
    assert named(articles, reach(make_user(VIEW, OVERSEE))) == set(articles) - {"own trash", "other's trash"}


@pytest.mark.parametrize("permissions", [(), (DESK,), (OVERSEE,)])
def test_whoever_may_not_view_articles_sees_none(permissions):
    owner, _, _ = make_shelf()
    assert reach(make_user(*permissions)) == set()
    owner.user_permissions.clear()
    assert reach(type(owner).objects.get(pk=owner.pk)) == set()


def test_somebody_at_rest_sees_none():
    make_article()
    assert reach(make_user(VIEW, DESK, is_active=False)) == set()


def test_two_signatures_do_not_show_an_article_twice():
    owner = make_user(VIEW)
    article = make_article(owner=owner, bylines=[make_reporter(user=owner), make_reporter()])
    assert list(Article.objects.within_reach(owner)) == [article]


def test_awaiting_approval_is_what_was_filed():
    waiting = {make_article(state=State.SUBMITTED), make_article(change=Article.Change.SUBMITTED)}
    make_article(state=State.DRAFT), make_article(), make_article(change=Article.Change.EDITING)
    assert set(Article.objects.awaiting_approval()) == waiting
