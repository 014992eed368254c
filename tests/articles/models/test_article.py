import itertools

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from articles.models import Article, Byline
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
    make_user,
)

pytestmark = pytest.mark.django_db
State = Article.State
DIGEST = "d" * 64


def refused(constraint):
    return pytest.raises(IntegrityError, match=constraint)


# --- what must never be false in the database ----------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["approver", "approved_at", "live_at"])
def test_article_live_needs_an_approver_and_its_times(missing):
    with refused("article_live_has_approver_and_time"):
        make_article(**{missing: None})


@pytest.mark.parametrize("missing", ["approved_at", "live_at"])
def test_article_imported_needs_its_times_to_be_live(missing):
    with refused("article_live_has_approver_and_time"):
        make_article(import_digest=DIGEST, **{missing: None})


def test_article_imported_is_live_without_approver_and_section():
    article = make_article(import_digest=DIGEST)
    assert (article.approver, article.section, article.is_live) == (None, None, True)


@pytest.mark.parametrize("missing", [{"title": ""}, {"section": None}])
def test_article_live_needs_title_and_section(missing):
    with refused("article_live_has_title_and_section"):
        make_article(**missing)


def test_article_imported_needs_a_title_to_be_live():
    with refused("article_live_has_title_and_section"):
        make_article(import_digest=DIGEST, title="")


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.RETURNED])
def test_article_not_live_needs_nothing(state):
    assert str(make_article(state=state, title="")).startswith("제목 없는 기사 ")


def test_article_modified_before_it_was_live():
    with refused("article_modified_after_live"):
        make_article(live_at=at("2026-11-02 09:00"), modified_at=at("2026-11-02 08:59"))


def test_article_modified_at_the_moment_it_was_live():
    make_article(live_at=at("2026-11-02 09:00"), modified_at=at("2026-11-02 09:00"))


def test_article_page_needs_an_issue():
    assert make_article(issue=make_issue(), page=12).page == 12
    with refused("article_page_has_issue"):
        make_article(page=12)


@pytest.mark.parametrize("half", [{"import_digest": DIGEST}, {"imported_at": timezone.now()}])
def test_article_import_has_both_digest_and_time(half):
    with refused("article_import_has_digest_and_time"):
        Article.objects.create(**half)


def test_article_import_once_of_one_source():
    make_article(import_digest=DIGEST)
    with pytest.raises(IntegrityError, match="import_digest"):
        make_article(import_digest=DIGEST)


def test_article_title_ends_at_200_characters():
    assert make_article(title="가" * 200).title == "가" * 200
    with pytest.raises(DataError):
        make_article(title="가" * 201)


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("section", make_section),
        ("series", make_series),
        ("issue", make_issue),
        ("lead_photo", make_photo),
        ("approver", make_user),
    ],
)
def test_article_keeps_what_it_stands_on(field, make):
    kept = make()
    extra = {"section": make_section()} if field == "approver" else {}
    make_article(**{field: kept} | extra)
    with pytest.raises(ProtectedError):
        kept.delete()


def test_constraints_are_told_in_words():
    with pytest.raises(ValidationError) as refusal:
        Article(state=State.APPROVED, page=3).validate_constraints()
    assert refusal.value.messages == [
        "게재할 기사에는 승인자(또는 가져온 기록)와 승인ㆍ게재 시각이 있어야 합니다.",
        "게재할 기사에는 제목과 섹션이 있어야 합니다.",
        "면을 적으려면 호를 먼저 고르세요.",
    ]


def test_byline_order_once_in_an_article():
    article = make_article(bylines=[make_reporter()])
    with refused("byline_order_once"):
        Byline.objects.create(article=article, reporter=make_reporter(), order=0)


def test_byline_reporter_once_in_an_article():
    reporter = make_reporter()
    article = make_article(bylines=[reporter])
    with refused("byline_reporter_once"):
        Byline.objects.create(article=article, reporter=reporter, order=1)


def test_byline_names_of_people_outside_may_repeat():
    article = make_article(bylines=[{"name": "표윤슬"}, {"name": "표윤슬"}])
    assert [byline.person for byline in article.bylines.all()] == ["표윤슬", "표윤슬"]


def test_byline_has_somebody():
    with refused("byline_has_somebody"):
        make_article(bylines=[{"title": "기자"}])


# --- what readers may see -----------------------------------------------------------------------------------------


def test_live_and_is_live_agree_over_every_state_past_and_future():
    made = {}
    for state, moment in itertools.product(
        State, [ago(seconds=2), ago(days=9000), ahead(minutes=5), ahead(days=9000), None]
    ):
        if moment is None and state == State.APPROVED:
            continue  # the database does not let it in
        article = make_article(state=state, live_at=moment)
        made[article] = state == State.APPROVED and moment < timezone.now()
    live = set(Article.objects.live())
    assert {article: article in live for article in made} == made
    assert {article: article.is_live for article in made} == made
    assert sum(made.values()) == 2


def test_live_at_the_very_moment():
    moment = at("2026-11-02 09:00")
    article = make_article(live_at=moment)
    assert list(Article.objects.live(moment)) == [article]
    assert list(Article.objects.live(at("2026-11-02 08:59"))) == []


@pytest.mark.parametrize("state", State)
def test_is_scheduled_when_approved_and_its_time_is_not_yet_come(state):
    assert make_article(state=state, live_at=ahead(hours=1)).is_scheduled == (state == State.APPROVED)
    assert not make_article(state=state, live_at=ago(hours=1)).is_scheduled


# --- sets of rows -------------------------------------------------------------------------------------------------


def test_newest_first_by_live_time_then_number():
    moment = at("2026-11-02 09:00")
    first, second = make_article(live_at=moment), make_article(live_at=moment)
    older = make_article(live_at=at("2026-11-01 09:00"))
    assert list(Article.objects.newest_first()) == [second, first, older]


def test_by_a_reporter_whatever_the_place_in_the_bylines():
    han, oh = make_reporter(), make_reporter()
    both, one = make_article(bylines=[oh, han]), make_article(bylines=[han])
    make_article(bylines=[oh])
    assert set(Article.objects.by(han)) == {both, one}


@pytest.mark.parametrize("count", [1, 3])
def test_for_listing_takes_two_queries_whatever_the_number(django_assert_num_queries, count):
    for _ in range(count):
        make_article(bylines=[make_reporter(), make_reporter()], lead_photo=make_photo(), subtitle="부제")
    with django_assert_num_queries(2):
        for article in Article.objects.for_listing():
            assert (article.section.name, article.lead_photo.alt) != ("", "")
            assert len([str(byline) for byline in article.bylines.all()]) == 2


@pytest.mark.parametrize("count", [1, 3])
def test_for_links_takes_one_query_whatever_the_number(django_assert_num_queries, count):
    for _ in range(count):
        make_article(lead_photo=make_photo())
    with django_assert_num_queries(1):
        assert all(
            article.title and article.live_at and article.lead_photo.alt for article in Article.objects.for_links()
        )


def test_for_reading_adds_the_names_of_tags_in_their_order():
    article = make_article(tags=["나주", "가야금"])
    make_article(tags=["다도"])
    assert Article.objects.for_reading().get(pk=article.pk).tag_names == ["가야금", "나주"]
    assert Article.objects.for_reading().get(pk=make_article().pk).tag_names == []


# --- one row, derived ---------------------------------------------------------------------------------------------


def test_posted_at_is_when_it_went_live():
    article = make_article(live_at=at("2026-11-02 09:00"), original_posted_at=at("2023-10-12 14:00"))
    assert article.posted_at == at("2026-11-02 09:00")


@pytest.mark.parametrize("told", [at("2023-10-12 14:00"), None])
def test_posted_at_of_an_import_is_what_its_source_tells(told):
    assert make_article(import_digest=DIGEST, original_posted_at=told).posted_at == told


def test_subtitle_lines_are_those_with_words():
    assert make_article(subtitle="첫 줄\n\n  \r\n둘째 줄").subtitle_lines == ["첫 줄", "둘째 줄"]


@pytest.mark.parametrize(
    ("subtitle", "body", "summary"),
    [
        ("부제 하나\n부제 둘", "<p>본문</p>", "부제 하나 부제 둘"),
        ("", "<p>본문 &lt;하나&gt;</p><p>둘</p>", "본문 <하나> 둘"),
        ("", "", ""),
        ("가" * 200, "", "가" * 149 + "…"),
    ],
)
def test_summary_is_the_subtitle_or_the_beginning_of_the_body(subtitle, body, summary):
    assert make_article(subtitle=subtitle, body=body).summary == summary


@pytest.mark.parametrize(
    ("byline", "said"),
    [
        ({"name": "표윤슬", "title": "수필가"}, "표윤슬 수필가"),
        ({"name": "표윤슬"}, "표윤슬"),
    ],
)
def test_byline_of_somebody_outside_in_words(byline, said):
    assert str(make_article(bylines=[byline]).bylines.get()) == said


def test_byline_keeps_the_title_held_then():
    reporter = make_reporter(name="한서윤", title="기자")
    article = make_article(bylines=[reporter])
    reporter.title = "편집장"
    reporter.save()
    assert str(Byline.objects.get(article=article)) == "한서윤 기자"


def test_related_is_one_way():
    other = make_article()
    article = make_article(related=[other])
    assert (list(article.related.all()), list(other.related.all())) == ([other], [])


def test_article_goes_with_its_bylines():
    article = make_article(bylines=[make_reporter()])
    with transaction.atomic():
        article.delete()
    assert Byline.objects.count() == 0
