"""Somebody leaves: the account's side and the articles' side at once, through the real settings."""

import uuid

import pytest

from accounts import workflow as people
from articles import workflow
from articles.models import Article, OpenTab, PreviewLink, Revision
from tests.articles.test_letters import letters
from tests.factories import make_article, make_content, make_reporter, make_section, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
State = Article.State


def make_staff():
    leaver = make_user(role="기자", last_name="한", first_name="서윤", username="han", email="han@example.com")
    return leaver, make_user(role="기자", last_name="민", first_name="서하", username="min"), make_user(role="관리자")


def test_leaver_who_has_unfinished_articles_needs_a_successor(client):
    leaver, successor, admin = make_staff()
    draft = workflow.begin(by=leaver, content=make_content(title="쓰다 만 글"))
    client.force_login(admin)
    page = f"/admin/accounts/user/{leaver.pk}/do/retire/"
    refused = parse(client.post(page, {}))
    assert "끝나지 않은 기사가 1편 있습니다" in refused.text
    leaver.refresh_from_db()
    assert (leaver.is_active, Article.objects.get().owner) == (True, leaver)
    client.post(page, {"successor": successor.pk})
    leaver.refresh_from_db()
    assert (leaver.is_active, Article.objects.get().owner) == (False, successor)
    assert draft.pk == Article.objects.get().pk


def test_leavers_unsaved_words_links_and_tabs_are_seen_to(client):
    leaver, successor, admin = make_staff()
    article = workflow.begin(by=leaver, content=make_content(title="쓰던 글"))
    kept = workflow.autosave(
        article, by=leaver, tab=uuid.uuid4(), content=make_content(title="저장하지 않은 글"), base=None
    )
    workflow.share(article, by=leaver, days=3)
    OpenTab.objects.create(article=article, person=leaver, tab=uuid.uuid4())
    make_section().desks.add(leaver)
    people.retire(leaver, by=admin, successor=successor)
    # Their sections wait for them: a desk that comes back without any would mind them all.
    assert (PreviewLink.objects.valid().count(), OpenTab.objects.count(), leaver.desk_sections.count()) == (0, 0, 1)
    # What was never saved is the successor's to find, and to go on with.
    client.force_login(successor)
    page = parse(client.get(f"/admin/articles/article/{article.pk}/change/"))
    assert f"?autosave={kept.pk}" in str([link.get("href") for link in page.all("a")])
    assert Revision.objects.autosaves().get() == kept


def test_leaver_is_out_at_once_and_letters_go_to_the_successor(client):
    leaver, successor, admin = make_staff()
    article = make_article(state=State.SUBMITTED, owner=leaver, section=make_section(), bylines=[make_reporter()])
    client.force_login(leaver)
    assert client.get("/admin/articles/article/").status_code == 200
    people.retire(leaver, by=admin, successor=successor)
    assert client.get("/admin/articles/article/").status_code == 302
    assert client.post(f"/admin/articles/article/{article.pk}/autosave/", {}).status_code == 401
    assert list(Article.objects.own(successor)) == [article]
    assert letters() == []  # the successor has no address here


def test_successor_is_told_by_one_letter_what_is_theirs_now():
    leaver, _, admin = make_staff()
    successor = make_user(role="기자", email="min@example.com")
    workflow.begin(by=leaver, content=make_content(title="쓰다 만 글"))
    make_article(owner=leaver, title="게재된 글")
    people.retire(leaver, by=admin, successor=successor)
    [(to, subject, body)] = letters()
    assert (to, subject) == ("min@example.com", "이어받은 기사 2편")
    assert body.splitlines()[:4] == [
        "한서윤 님의 기사 2편을 이어받았습니다.",
        "",
        "끝나지 않은 기사:",
        "- 쓰다 만 글 (작성)",
    ]
