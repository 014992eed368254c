import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from articles.models import Issue
from articles.models.issue import MonthConverter
from tests.factories import make_issue, make_photo

pytestmark = pytest.mark.django_db
DAY = datetime.date


def test_issue_one_a_month():
    make_issue(month=DAY(2026, 11, 1))
    with pytest.raises(IntegrityError):
        make_issue(month=DAY(2026, 11, 1))


def test_issue_month_is_its_first_day():
    with pytest.raises(IntegrityError, match="issue_month_first_day"):
        make_issue(month=DAY(2026, 11, 2))


def test_issue_number_once_but_may_be_unknown_of_many():
    make_issue(number=None)
    make_issue(number=None)
    make_issue(number=100)
    with pytest.raises(IntegrityError):
        make_issue(number=100)


def test_out_are_those_published_by_the_day_newest_first():
    today = timezone.localdate()
    september = make_issue(month=DAY(2026, 9, 1), published_on=today - datetime.timedelta(days=60))
    october = make_issue(month=DAY(2026, 10, 1), published_on=today)
    november = make_issue(month=DAY(2026, 11, 1), published_on=today + datetime.timedelta(days=1))
    planned = make_issue(month=DAY(2026, 12, 1), published_on=None)
    assert list(Issue.objects.out()) == [october, september]
    assert list(Issue.objects.out(today + datetime.timedelta(days=1))) == [november, october, september]
    assert [issue.is_out for issue in (september, october, november, planned)] == [True, True, False, False]


def test_issue_in_words_and_its_address():
    issue = make_issue(month=DAY(2026, 9, 1))
    assert (str(issue), issue.get_absolute_url()) == ("2026년 9월호", "/issues/2026-09/")


@pytest.mark.parametrize("count", [1, 3])
def test_with_covers_takes_one_query(django_assert_num_queries, count):
    for _ in range(count):
        make_issue(cover=make_photo())
    with django_assert_num_queries(1):
        assert [issue.cover.alt for issue in Issue.objects.with_covers()] == ["회색 벽"] * count


def test_month_converter_there_and_back():
    converter = MonthConverter()
    assert converter.to_url(converter.to_python("2026-09")) == "2026-09"
    with pytest.raises(ValueError, match="year 0"):
        converter.to_python("0000-01")
