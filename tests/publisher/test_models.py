import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from publisher.models import Badge, Masthead, StandingPage
from tests.factories import make_badge, make_masthead, make_standing_page

pytestmark = pytest.mark.django_db
DAY = datetime.date


def test_in_force_is_the_newest_that_has_begun():
    old = make_masthead(valid_from=DAY(2015, 1, 1))
    new = make_masthead(valid_from=DAY(2020, 1, 1))
    make_masthead(valid_from=DAY(2999, 1, 1))
    assert Masthead.objects.in_force().first() == new
    assert Masthead.objects.in_force(DAY(2020, 1, 1)).first() == new
    assert Masthead.objects.in_force(DAY(2019, 12, 31)).first() == old
    assert Masthead.objects.in_force(DAY(2014, 12, 31)).first() is None


def test_masthead_one_for_a_day():
    make_masthead(valid_from=DAY(2015, 1, 1))
    with pytest.raises(IntegrityError):
        make_masthead(valid_from=DAY(2015, 1, 1))


def test_masthead_day_of_publication_may_come_before_registration():
    make_masthead(published_on=DAY(2015, 4, 14), registered_on=DAY(2015, 4, 30)).full_clean()


def test_masthead_in_words():
    assert str(make_masthead()) == "월간견본 (2015.04.30부터)"


@pytest.mark.parametrize("editors", [[{"name": "모루세"}], [{"name": "모루세", "responsibility": "문화"}]])
def test_masthead_of_one_editor_needs_no_field(editors):
    masthead = make_masthead(editors=editors)
    masthead.full_clean()
    assert masthead.gaps == []


@pytest.mark.parametrize("empty", [{}, {"responsibility": ""}])
def test_masthead_of_several_editors_needs_each_ones_field(empty):
    masthead = make_masthead(editors=[{"name": "모루세"} | empty, {"name": "모루네", "responsibility": "문화"}])
    gap = "책임분야가 없는 편집인: 모루세. 편집인이 여럿이면 각자의 책임분야를 함께 실어야 합니다(신문법 제21조)."
    assert masthead.gaps == [gap]
    with pytest.raises(ValidationError) as refusal:
        masthead.full_clean()
    assert refusal.value.message_dict == {"editors": [gap]}


def test_masthead_imported_keeps_its_gaps_and_tells_of_them():
    masthead = make_masthead(is_imported=True, editors=[{"name": "모루세"}, {"name": "모루네"}])
    masthead.full_clean()
    assert masthead.gaps == [
        "책임분야가 없는 편집인: 모루세, 모루네. 편집인이 여럿이면 각자의 책임분야를 함께 실어야 합니다(신문법 제21조)."
    ]


@pytest.mark.parametrize(
    "editors",
    [
        [],
        {},
        {"name": "모루세"},
        "모루세",
        ["모루세"],
        [{}],
        [{"name": ""}],
        [{"name": "  "}],
        [{"name": "모루세", "title": "편집장"}],
        7,
    ],
)
def test_masthead_editors_of_another_shape_are_refused(editors):
    masthead = make_masthead()
    masthead.editors = editors
    with pytest.raises(ValidationError) as refusal:
        masthead.full_clean()
    assert list(refusal.value.message_dict) == ["editors"]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_shown"),
    [
        (None, None, True),
        (DAY(2026, 1, 1), None, True),
        (None, DAY(2026, 12, 31), True),
        (DAY(2026, 5, 5), DAY(2026, 5, 5), True),
        (DAY(2026, 5, 6), None, False),
        (None, DAY(2026, 5, 4), False),
        (DAY(2025, 1, 1), DAY(2025, 12, 31), False),
    ],
)
def test_badge_shown_within_its_period_or_while_that_is_unknown(starts_on, ends_on, is_shown):
    badge = make_badge(starts_on=starts_on, ends_on=ends_on)
    assert list(Badge.objects.shown(DAY(2026, 5, 5))) == ([badge] if is_shown else [])


def test_badge_undated_has_neither_day():
    unknown = make_badge()
    make_badge(starts_on=DAY(2026, 1, 1))
    make_badge(ends_on=DAY(2026, 1, 1))
    assert list(Badge.objects.undated()) == [unknown]


def test_badge_ends_before_it_starts():
    with pytest.raises(IntegrityError, match="badge_ends_after_start"):
        make_badge(starts_on=DAY(2026, 1, 2), ends_on=DAY(2026, 1, 1))


def test_with_badges_adds_those_shown_in_their_order(django_assert_num_queries):
    make_masthead()
    make_badge(label="둘째", order=2, starts_on=DAY(2026, 1, 1), ends_on=DAY(2026, 12, 31))
    make_badge(label="첫째", order=1)
    make_badge(label="지난 것", ends_on=DAY(2025, 12, 31))
    with django_assert_num_queries(1):
        masthead = Masthead.objects.in_force(DAY(2026, 5, 5)).with_badges(DAY(2026, 5, 5)).first()
    assert masthead.badges == [
        {"label": "첫째", "starts_on": None, "ends_on": None},
        {"label": "둘째", "starts_on": "2026-01-01", "ends_on": "2026-12-31"},
    ]


def test_standing_page_one_of_a_kind():
    make_standing_page(slug=StandingPage.Kind.TERMS)
    with pytest.raises(IntegrityError):
        make_standing_page(slug=StandingPage.Kind.TERMS)


def test_standing_page_address():
    assert make_standing_page(slug=StandingPage.Kind.EMAIL_POLICY).get_absolute_url() == "/pages/email-policy/"


def test_masthead_gaps_name_in_one_line_those_alone_who_lack_a_field():
    editors = [{"name": "모루세"}, {"name": "모루네", "responsibility": "문화"}, {"name": "모루닷"}]
    (gap,) = make_masthead(editors=editors).gaps
    assert gap.partition(".")[0] == "책임분야가 없는 편집인: 모루세, 모루닷"
