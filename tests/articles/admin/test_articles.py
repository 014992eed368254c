"""The list of articles."""

import pytest

from articles.models import Article
from tests.factories import ahead, at, make_article, make_reporter, make_section, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
State, Change = Article.State, Article.Change
LIST = "/admin/articles/article/"
CHOOSE = "/admin/autocomplete/?app_label=articles&model_name=article&field_name=related&term="


def sign_in(client, role, **fields):
    person = make_user(role=role, is_staff=True, **fields)
    client.force_login(person)
    return person


def titles(client, query=""):
    return {
        link.text
        for link in parse(client.get(LIST + query)).one("table", id="result_list").all("a")
        if "/change/" in link.get("href", "")
    }


def test_list_shows_a_reporter_own_articles_alone(client):
    reporter = sign_in(client, "기자")
    make_article(title="내 글", owner=reporter, state=State.DRAFT)
    make_article(title="이름이 오른 글", bylines=[make_reporter(user=reporter)])
    make_article(title="남의 글", state=State.DRAFT, owner=make_user())
    make_article(title="남의 게재된 글")
    assert titles(client) == {"내 글", "이름이 오른 글"}


def test_list_shows_a_desk_its_sections(client):
    desk, section = sign_in(client, "데스크"), make_section()
    desk.desk_sections.add(section)
    make_article(title="맡은 섹션", section=section, state=State.SUBMITTED)
    make_article(title="다른 섹션", section=make_section(), state=State.SUBMITTED)
    make_article(title="아직 섹션 없음", state=State.DRAFT)
    assert titles(client) == {"맡은 섹션", "아직 섹션 없음"}


@pytest.mark.parametrize(
    ("stage", "shown"),
    [
        ("", {"작성", "송고", "반려", "예약", "게재", "게재 수정 중", "게재 수정 송고", "게재 수정 반려", "내림"}),
        ("mine", {"작성"}),
        ("waiting", {"송고", "게재 수정 송고"}),
        ("draft", {"작성"}),
        ("returned", {"반려", "게재 수정 반려"}),
        ("scheduled", {"예약"}),
        ("live", {"게재", "게재 수정 중", "게재 수정 송고", "게재 수정 반려"}),
        ("changing", {"게재 수정 중", "게재 수정 송고", "게재 수정 반려"}),
        ("withdrawn", {"내림"}),
        ("trashed", {"휴지통"}),
    ],
)
def test_list_is_narrowed_to_a_stage(client, stage, shown):
    chief = sign_in(client, "편집장")
    make_article(title="작성", state=State.DRAFT, owner=chief)
    make_article(title="휴지통", state=State.TRASHED, owner=chief)
    for state in (State.SUBMITTED, State.RETURNED, State.WITHDRAWN):
        make_article(title=state.label, state=state)
    make_article(title="예약", live_at=ahead(days=1))
    for change in Change:
        make_article(title=f"게재 {change.label}" if change else "게재", change=change)
    assert titles(client, f"?stage={stage}" if stage else "") == shown


def test_list_asks_as_many_questions_for_three_articles_as_for_one(client, django_assert_num_queries):
    sign_in(client, "편집장")
    make_article(owner=make_user())
    client.get(LIST)  # The first request of a while also notes that the person is here.
    with django_assert_num_queries(QUESTIONS):
        client.get(LIST)
    for _ in range(2):
        make_article(owner=make_user(), bylines=[make_reporter()])
    with django_assert_num_queries(QUESTIONS):
        client.get(LIST)


QUESTIONS = 8


def test_list_tells_stage_and_times_in_the_newsrooms_words(client):
    sign_in(client, "편집장")
    make_article(live_at=at("2023-10-12 14:51"), change=Change.SUBMITTED)
    text = parse(client.get(LIST)).one("table", id="result_list").text
    assert ("게재 · 수정 송고" in text, "2023.10.12 14:51" in text) == (True, True)


def test_list_finds_by_title_what_one_may_see(client):
    reporter = sign_in(client, "기자")
    make_article(title="간척지의 벼", owner=reporter)
    make_article(title="간척지의 염생식물")
    assert titles(client, "?q=간척지") == {"간척지의 벼"}


@pytest.mark.parametrize(
    "query", ["?stage=없는것", "?stage=live'--", "?section__id__exact=x", "?q=%00", "?p=99999", "?o=-9.9"]
)
def test_list_survives_a_strange_address(client, query):
    sign_in(client, "편집장")
    make_article()
    assert client.get(LIST + query, follow=True).status_code == 200


def test_list_has_no_actions_and_no_article_is_deleted(client):
    sign_in(client, "편집장")
    article = make_article(state=State.DRAFT)
    assert parse(client.get(LIST)).all("select", name="action") == []
    client.post(LIST, {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"})
    assert client.post(f"{LIST}{article.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Article.objects.get() == article


@pytest.mark.parametrize("role", ["관리자", None])
def test_list_is_not_for_whoever_has_nothing_to_do_with_articles(client, role):
    client.force_login(make_user(**{"role": role} if role else {}, is_staff=True))
    assert client.get(LIST).status_code == 403


def test_list_is_not_for_whoever_is_no_staff(client):
    client.force_login(make_user("articles.view_article"))
    assert client.get(LIST).status_code == 302


def choices(client, term):
    return {choice["text"] for choice in client.get(CHOOSE + term).json()["results"]}


def test_related_articles_are_chosen_among_ones_own_and_those_that_readers_see(client):
    reporter = sign_in(client, "기자")
    make_article(title="벼 게재", owner=make_user())
    make_article(title="벼 내 초안", state=State.DRAFT, owner=reporter)
    make_article(title="벼 남의 초안", state=State.DRAFT, owner=make_user())
    make_article(title="벼 예약", live_at=ahead(days=1))
    assert choices(client, "벼") == {"벼 게재", "벼 내 초안"}
