import datetime
import threading

import pytest
from django.test import Client
from django.utils import timezone

from articles import most_read as module
from articles.models import Article, DailyReads, MostRead
from articles.most_read import ReadCounter, most_read, reads, refresh
from tests.factories import TAKEN_DOWN, ahead, make_article
from tests.page import parse

pytestmark = pytest.mark.django_db


@pytest.fixture
def counter():
    counter = ReadCounter()
    yield counter
    if counter._timer:
        counter._timer.cancel()


def written():
    return dict(DailyReads.objects.values_list("article_id", "count"))


def read(article, count, days_ago=0):
    return DailyReads.objects.create(
        article=article, on=timezone.localdate() - datetime.timedelta(days=days_ago), count=count
    )


# --- counting -----------------------------------------------------------------------------------------------------


def test_reads_are_kept_until_they_are_written(counter):
    one, two = make_article(), make_article()
    for article in (one, two, one):
        counter.add(article.pk)
    assert written() == {}
    counter.flush()
    assert written() == {one.pk: 2, two.pk: 1}
    assert set(DailyReads.objects.values_list("on", flat=True)) == {timezone.localdate()}


def test_flush_adds_to_what_is_written_and_writes_nothing_twice(counter):
    article = make_article()
    counter.add(article.pk)
    counter.flush()
    counter.add(article.pk)
    counter.flush()
    counter.flush()
    assert written() == {article.pk: 2}


@pytest.mark.parametrize("count", [1, 3])
def test_flush_takes_two_queries_whatever_the_number(django_assert_num_queries, counter, count):
    for _ in range(count):
        counter.add(make_article().pk)
    with django_assert_num_queries(2):
        counter.flush()
    with django_assert_num_queries(0):
        counter.flush()


@pytest.mark.parametrize("state", [state for state in Article.State if state != Article.State.APPROVED])
def test_flush_drops_reads_of_what_is_not_live(counter, state):
    live = make_article()
    for number in (
        live.pk,
        make_article(state=state).pk,
        make_article(live_at=ahead(days=1)).pk,
        live.pk + 10**9,
        2**63 - 1,
    ):
        counter.add(number)
    counter.flush()
    assert written() == {live.pk: 1}


def test_add_writes_at_once_when_too_many_articles_wait(counter):
    article = make_article()
    for number in range(module.MAX_PENDING - 1):
        counter.add(article.pk + number)
    assert written() == {}
    counter.add(article.pk + module.MAX_PENDING)
    assert written() == {article.pk: 1}


def test_reads_view_counts_and_answers_with_nothing(client):
    article = make_article()
    response = client.post(f"/articles/{article.pk}/reads/")
    assert (response.status_code, response.content, dict(response.cookies)) == (204, b"", {})
    reads.flush()
    assert written() == {article.pk: 1}


def test_reads_view_needs_no_token_for_a_page_for_everyone_has_none():
    assert Client(enforce_csrf_checks=True).post(f"/articles/{make_article().pk}/reads/").status_code == 204


def test_reads_view_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.post("/articles/999999999999999999/reads/").status_code == 204


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_reads_view_takes_post_alone(client, method):
    assert getattr(client, method)(f"/articles/{make_article().pk}/reads/").status_code == 405


# --- the list -----------------------------------------------------------------------------------------------------


def test_refresh_orders_by_the_sum_of_seven_days():
    one, two, three = make_article(), make_article(), make_article()
    read(one, 5)
    read(two, 3), read(two, 3, days_ago=6)
    read(three, 1), read(three, 100, days_ago=7)
    refresh()
    assert list(MostRead.objects.values_list("rank", "article", "count")) == [
        (1, two.pk, 6),
        (2, one.pk, 5),
        (3, three.pk, 1),
    ]
    assert most_read() == [two, one, three]


def test_refresh_of_the_same_sum_puts_the_newer_article_first():
    old, new = make_article(), make_article()
    read(old, 5), read(new, 5)
    refresh()
    assert most_read() == [new, old]


def test_refresh_keeps_ten_and_forgets_the_former_list():
    for number in range(12):
        read(make_article(), number + 1)
    refresh()
    assert list(MostRead.objects.values_list("count", flat=True)) == list(range(12, 2, -1))
    DailyReads.objects.all().delete()
    refresh()
    assert most_read() == []


@pytest.mark.parametrize("state", [state for state in Article.State if state != Article.State.APPROVED])
def test_refresh_lists_live_articles_alone(state):
    live = make_article()
    read(make_article(state=state), 50), read(make_article(live_at=ahead(days=1)), 40), read(live, 1)
    refresh()
    assert list(MostRead.objects.values_list("rank", "article")) == [(1, live.pk)]


def test_most_read_drops_an_article_taken_down_since():
    kept, gone = make_article(), make_article()
    read(gone, 9), read(kept, 1)
    refresh()
    Article.objects.filter(pk=gone.pk).update(state=Article.State.WITHDRAWN, **TAKEN_DOWN)
    assert most_read() == [kept]


def test_most_read_on_the_pages_in_its_order(client):
    first, second = make_article(title="<b>첫째</b>"), make_article(title="둘째")
    read(first, 9), read(second, 8)
    refresh()
    for address in ("/", "/articles/", first.get_absolute_url()):
        ranks = parse(client.get(address)).one(class_="most-read").one("ol").all("li")
        assert [(rank.text, rank.one("a")["href"]) for rank in ranks] == [
            ("<b>첫째</b>", first.get_absolute_url()),
            ("둘째", second.get_absolute_url()),
        ]


@pytest.mark.django_db(transaction=True)
def test_reads_are_written_by_themselves_after_a_while(monkeypatch):
    monkeypatch.setattr(module, "FLUSH_SECONDS", 0.01)
    article = make_article()
    counter = ReadCounter()
    counter.add(article.pk)
    counter._timer.join(10)
    assert written() == {article.pk: 1}
    counter.add(article.pk)
    counter._timer.join(10)
    assert written() == {article.pk: 2}


@pytest.mark.django_db(transaction=True)
def test_reads_of_two_processes_add_up():
    article = make_article()
    counters = [ReadCounter() for _ in range(4)]
    for counter in counters:
        for _ in range(5):
            counter._pending[article.pk] += 1
    threads = [threading.Thread(target=counter.flush_and_disconnect) for counter in counters]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert written() == {article.pk: 20}
