import datetime

import pytest
from django.db import connection
from django.http import Http404
from django.test import RequestFactory

from articles.models import Article
from articles.paging import PAGE_SIZE, page_of
from tests.factories import ago, at, make_article, make_reporter, make_section, make_series, make_tag
from tests.page import parse

pytestmark = pytest.mark.django_db
NOT_PAGES = [
    "0", "-1", "x", "", " ", "1 ", "+1", "１", "1e9", "1.0", "0x1", "1_0", "99999999999999999999", "1000001", "%00", "1;", "²", "१",
]  # fmt: skip


def ask(number=None):
    return RequestFactory().get("/", {} if number is None else {"page": number})


def make_many(count, **fields):
    section = fields.pop("section", None) or make_section()
    approver = make_article(section=section).approver
    Article.objects.all().delete()
    fields = {"state": "approved", "approver": approver, "section": section, "approved_at": ago(days=1)} | fields
    fields.setdefault("live_at", ago(days=1))
    return Article.objects.bulk_create(Article(title=f"기사 {number}", **fields) for number in range(count))


@pytest.mark.parametrize("number", NOT_PAGES)
def test_page_that_is_no_number_is_not_found(number):
    make_many(1)
    with pytest.raises(Http404):
        page_of(Article.objects.newest_first(), ask(number))


@pytest.mark.parametrize("number", ["2", "100", "1000000"])
def test_page_past_the_end_is_not_found(number):
    make_many(PAGE_SIZE)
    with pytest.raises(Http404):
        page_of(Article.objects.newest_first(), ask(number))


def test_first_page_of_nothing_is_there():
    shown, page = page_of(Article.objects.newest_first(), ask())
    assert (shown, page.number, page.has_previous, page.has_next) == ([], 1, False, False)


@pytest.mark.parametrize(("count", "sizes"), [(1, [1]), (20, [20]), (21, [20, 1]), (45, [20, 20, 5])])
def test_pages_of_many(count, sizes):
    make_many(count)
    pages = [page_of(Article.objects.newest_first(), ask(number)) for number in range(1, len(sizes) + 1)]
    assert [len(shown) for shown, _ in pages] == sizes
    assert [page.has_next for _, page in pages] == [True] * (len(sizes) - 1) + [False]
    assert [page.has_previous for _, page in pages] == [False] + [True] * (len(sizes) - 1)
    with pytest.raises(Http404):
        page_of(Article.objects.newest_first(), ask(len(sizes) + 1))


def test_pages_of_one_moment_are_stable_and_whole():
    made = make_many(45, live_at=at("2026-11-02 09:00"))
    shown = [article for number in (1, 2, 3) for article in page_of(Article.objects.newest_first(), ask(number))[0]]
    assert shown == list(reversed(made))


def test_pages_by_live_time_then_number_both_descending():
    moment = at("2026-11-02 09:00")
    made = make_many(25)
    for article in made:
        article.live_at = moment + datetime.timedelta(minutes=article.pk % 3)
    Article.objects.bulk_update(made, ["live_at"])
    expected = sorted(made, key=lambda article: (article.live_at, article.pk), reverse=True)
    shown = [article for number in (1, 2) for article in page_of(Article.objects.newest_first(), ask(number))[0]]
    assert shown == expected


def test_page_reads_ids_then_rows_and_counts_nothing(django_assert_num_queries):
    make_many(45)
    with django_assert_num_queries(3) as captured:
        shown, _ = page_of(Article.objects.live().newest_first(), ask("2"))
        assert [article.section.name for article in shown]
    statements = [query["sql"] for query in captured.captured_queries]
    assert "LIMIT 21 OFFSET 20" in statements[0]
    assert statements[0].startswith('SELECT "articles_article"."id" AS "pk" FROM')
    assert [sql for sql in statements if "COUNT(" in sql.upper()] == []
    assert [sql for sql in statements if '"articles_article"."body"' in sql] == []


def test_ids_of_a_page_far_back_come_from_the_index_alone():
    make_many(3000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE articles_article; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
    plan = Article.objects.live().newest_first().values_list("pk", flat=True)[2000:2021].explain()
    assert "Index Only Scan Backward using article_live on" in plan
    assert "Sort" not in plan


# --- the list pages -----------------------------------------------------------------------------------------------


@pytest.fixture(params=["all", "section", "series", "tag", "reporter", "search"])
def list_of(request):
    """An address of a list, and a function that makes articles in it."""
    section, series, tag, reporter = make_section(), make_series(), make_tag(name="벼"), make_reporter()
    address = {
        "all": "/articles/",
        "section": section.get_absolute_url(),
        "series": series.get_absolute_url(),
        "tag": tag.get_absolute_url(),
        "reporter": reporter.get_absolute_url(),
        "search": "/search/?q=벼",
    }[request.param]

    def add(count=1):
        return [
            make_article(title="벼", section=section, series=series, tags=["벼"], bylines=[reporter])
            for _ in range(count)
        ]

    return address, add


def with_page(address, number):
    return f"{address}{'&' if '?' in address else '?'}page={number}"


@pytest.mark.parametrize("number", ["0", "-1", "x", "１", "1e9", "99999999999999999999", "2", "5000"])
def test_list_answers_404_to_a_page_that_is_not_there(client, list_of, number):
    address, add = list_of
    add()
    assert client.get(address).status_code == client.get(with_page(address, 1)).status_code == 200
    assert client.get(with_page(address, number)).status_code == 404


def test_list_counts_nothing_on_any_page(client, list_of, django_assert_max_num_queries):
    address, add = list_of
    add(21)
    for number in (1, 2):
        with django_assert_max_num_queries(8) as captured:
            assert client.get(with_page(address, number)).status_code == 200
        assert [query["sql"] for query in captured.captured_queries if "COUNT(" in query["sql"].upper()] == []


def test_list_leads_there_and_back(client, list_of):
    address, add = list_of
    add(41)
    pages = [parse(client.get(with_page(address, number))) for number in (1, 2, 3)]
    nexts = [[link["href"] for link in page.all("a", rel="next")] for page in pages]
    assert [len(links) for links in nexts] == [1, 1, 0]
    assert [len(page.all("a", rel="prev")) for page in pages] == [0, 1, 1]
    path = address.partition("?")[0]
    assert client.get(path + nexts[1][0]).status_code == 200


def test_list_pages_have_addresses_and_titles_of_their_own(client, list_of):
    address, add = list_of
    add(21)
    first, second = (parse(client.get(with_page(address, number))) for number in (1, 2))
    path = address.partition("?")[0]
    assert first.one("link", rel="canonical")["href"] == f"http://testserver{path}"
    assert second.one("link", rel="canonical")["href"] == f"http://testserver{path}?page=2"
    if "search" not in address:
        assert first.one("title").children != second.one("title").children
