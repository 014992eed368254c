import pytest

from tests.page import parse
from tests.whole_site.promises import assert_headers

pytestmark = pytest.mark.django_db


def test_robots_keeps_machines_from_what_is_not_for_them(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /accounts/",
        "Disallow: /search/",
        "Disallow: /preview/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_healthz_answers_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-store" in response["Cache-Control"]


def test_readyz_asks_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("address", ["/", "/robots.txt", "/healthz", "/readyz"])
def test_views_are_read_alone(client, address):
    assert client.post(address).status_code == 405
    assert_headers(client.get(address))


@pytest.mark.parametrize("address", ["/articles", "/search", "/issues"])
def test_address_without_its_last_slash_leads_on(client, address):
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, f"{address}/")


def test_home_is_the_magazine(client):
    assert parse(client.get("/")).one("h1").text.startswith("월간인물")
