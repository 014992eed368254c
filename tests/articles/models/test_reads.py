import datetime

import pytest
from django.db import IntegrityError, transaction

from articles.models import DailyReads, MostRead
from tests.factories import make_article

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 2)


def test_daily_reads_one_row_for_an_article_and_a_day():
    article = make_article()
    DailyReads.objects.create(article=article, on=DAY, count=1)
    DailyReads.objects.create(article=article, on=DAY + datetime.timedelta(days=1), count=1)
    with pytest.raises(IntegrityError, match="daily_reads_once"):
        DailyReads.objects.create(article=article, on=DAY, count=1)


def test_daily_reads_are_not_below_nothing():
    with pytest.raises(IntegrityError, match="count"):
        DailyReads.objects.create(article=make_article(), on=DAY, count=-1)


def test_most_read_has_each_rank_and_each_article_once():
    article = make_article()
    MostRead.objects.create(rank=1, article=article, count=5)
    with pytest.raises(IntegrityError), transaction.atomic():
        MostRead.objects.bulk_create([MostRead(rank=1, article=make_article(), count=4)])
    with pytest.raises(IntegrityError), transaction.atomic():
        MostRead.objects.create(rank=2, article=article, count=4)


def test_reads_in_words():
    article = make_article(title="논")
    assert str(DailyReads(article=article, on=DAY, count=3)) == f"{article.pk} 2026.11.02: 3"
    assert str(MostRead(rank=1, article=article, count=3)) == "1. 논"
