from xml.etree import ElementTree as ET

import pytest

from articles.feeds import ENTRIES
from articles.models import Article
from tests.factories import ahead, at, make_article, make_reporter, make_section

pytestmark = pytest.mark.django_db
FEED = "/feeds/all.xml"


def channel(client):
    response = client.get(FEED)
    assert (response.status_code, response["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
    return ET.fromstring(response.content).find("channel")


def test_feed_tells_of_an_article(client):
    article = make_article(
        title="<벼> & ‘논’",
        subtitle="첫 줄\n둘째 줄",
        section=make_section(name="커버스토리"),
        bylines=[make_reporter(name="한서윤"), {"name": "표윤슬"}],
        live_at=at("2026-11-02 09:30"),
    )
    item = channel(client).find("item")
    assert item.findtext("title") == "<벼> & ‘논’"
    assert item.findtext("link") == item.findtext("guid") == f"http://testserver/articles/{article.pk}/"
    assert item.findtext("description") == "첫 줄 둘째 줄"
    assert item.findtext("pubDate") == "Mon, 02 Nov 2026 00:30:00 +0000"
    assert item.findtext("category") == "커버스토리"
    assert item.findtext("{http://purl.org/dc/elements/1.1/}creator") == "한서윤, 표윤슬"


def test_feed_speaks_korean_and_knows_its_own_address(client):
    found = channel(client)
    assert (found.findtext("title"), found.findtext("language")) == ("월간인물", "ko")
    assert found.find("{http://www.w3.org/2005/Atom}link").get("href") == f"http://testserver{FEED}"


def test_feed_of_an_import_without_section_and_names(client):
    make_article(import_digest="d" * 64)
    item = channel(client).find("item")
    assert (item.find("category"), item.find("{http://purl.org/dc/elements/1.1/}creator")) == (None, None)


@pytest.mark.parametrize("state", [state for state in Article.State if state != Article.State.APPROVED])
def test_feed_has_nothing_hidden(client, state):
    make_article(title="숨은 기사", state=state)
    make_article(title="내일 기사", live_at=ahead(days=1))
    make_article(title="오늘 기사")
    assert [item.findtext("title") for item in channel(client).findall("item")] == ["오늘 기사"]


def test_feed_has_the_newest_first_and_no_more_than_it_says(client):
    for number in range(ENTRIES + 2):
        make_article(title=str(number), live_at=at("2026-11-02 09:00"))
    titles = [item.findtext("title") for item in channel(client).findall("item")]
    assert titles == [str(number) for number in range(ENTRIES + 1, 1, -1)]


@pytest.mark.parametrize("count", [1, 3])
def test_feed_takes_two_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        make_article(bylines=[make_reporter()])
    with django_assert_num_queries(2):
        assert len(channel(client).findall("item")) == count


def test_feed_without_any_article(client):
    assert channel(client).findall("item") == []


def test_feed_is_named_by_every_page_as_what_it_is(client):
    from tests.page import parse

    link = parse(client.get("/")).one("link", rel="alternate")
    assert (link["href"], link["type"]) == (FEED, "application/rss+xml")
