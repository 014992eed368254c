import datetime
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone

from articles.models import Article
from tests.factories import ahead, at, make_article, make_issue, make_reporter, make_section, make_standing_page

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def listed(client, address):
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    root = ET.fromstring(response.content)
    return [(one.findtext("s:loc", namespaces=NAMES), one.findtext("s:lastmod", namespaces=NAMES)) for one in root]


def test_sitemap_leads_to_its_parts(client):
    make_article(live_at=at("2026-11-02 09:30"))
    assert [place for place, _ in listed(client, "/sitemap.xml")] == [
        "http://testserver/sitemap-articles.xml",
        "http://testserver/sitemap-pages.xml",
    ]


def test_sitemap_of_articles_newest_first_with_the_day_of_change(client):
    old = make_article(live_at=at("2026-11-01 09:30"), modified_at=at("2026-11-05 10:00"))
    new = make_article(live_at=at("2026-11-02 09:30"))
    assert listed(client, "/sitemap-articles.xml") == [
        (f"http://testserver/articles/{new.pk}/", "2026-11-02"),
        (f"http://testserver/articles/{old.pk}/", "2026-11-05"),
    ]


@pytest.mark.parametrize("state", [state for state in Article.State if state != Article.State.APPROVED])
def test_sitemap_has_nothing_hidden(client, state):
    make_article(state=state)
    make_article(live_at=ahead(days=1))
    shown = make_article()
    assert [place for place, _ in listed(client, "/sitemap-articles.xml")] == [
        f"http://testserver/articles/{shown.pk}/"
    ]


def test_sitemap_of_pages(client):
    section, issue, page = make_section(), make_issue(), make_standing_page()
    make_issue(published_on=timezone.localdate() + datetime.timedelta(days=1))
    make_reporter()
    addresses = [
        "/",
        "/articles/",
        "/issues/",
        "/reporters/",
        "/series/",
        *(one.get_absolute_url() for one in (section, issue, page)),
    ]
    assert [place for place, _ in listed(client, "/sitemap-pages.xml")] == [
        f"http://testserver{address}" for address in addresses
    ]


def test_sitemap_every_address_opens(client):
    make_section(), make_issue(), make_standing_page(), make_article()
    for part, _ in listed(client, "/sitemap.xml"):
        for place, _ in listed(client, part.removeprefix("http://testserver")):
            assert client.get(place.removeprefix("http://testserver")).status_code == 200


def test_sitemap_without_anything(client):
    assert listed(client, "/sitemap-articles.xml") == []
    assert len(listed(client, "/sitemap-pages.xml")) == 5


@pytest.mark.parametrize(
    "address",
    ["/sitemap-nothing.xml", "/sitemap-articles.xml?p=2", "/sitemap-articles.xml?p=x", "/sitemap-articles.xml?p=0"],
)
def test_sitemap_part_that_is_not_there(client, address):
    assert client.get(address).status_code == 404
