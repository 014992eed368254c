import pytest
from django.test import RequestFactory

from monthlypeople.chrome import Chrome, chrome
from publisher.models import StandingPage
from tests.factories import make_masthead, make_section
from tests.page import parse

pytestmark = pytest.mark.django_db


def test_chrome_asks_nothing_until_it_is_shown(django_assert_num_queries):
    with django_assert_num_queries(0):
        around = chrome(RequestFactory().get("/"))["chrome"]
        assert around.standing_pages == StandingPage.Kind.choices


def test_chrome_asks_once_for_each_part(django_assert_num_queries):
    make_masthead()
    section = make_section()
    around = Chrome()
    with django_assert_num_queries(2):
        for _ in range(2):
            assert (around.sections, around.masthead.title) == ([section], "월간견본")


def test_chrome_takes_sections_that_a_view_has_read(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Chrome([]).sections == []


def test_menu_marks_where_one_is(client):
    first, second = make_section(order=1), make_section(order=2)
    menu = parse(client.get(second.get_absolute_url())).one("nav", id="menu")
    assert [link["href"] for link in menu.all("a")][:2] == [first.get_absolute_url(), second.get_absolute_url()]
    assert [link["href"] for link in menu.all("a", aria_current="page")] == [second.get_absolute_url()]


def test_skip_links_lead_to_text_menu_and_imprint(client):
    page = parse(client.get("/"))
    assert [link["href"] for link in page.all("a")][:3] == ["#content", "#menu", "#imprint"]


def test_menu_leads_to_the_series(client):
    link = parse(client.get("/series/")).one("nav", id="menu").one("a", aria_current="page")
    assert (link["href"], link.text) == ("/series/", "연재")


def test_header_leads_to_ones_account(client):
    header = parse(client.get("/")).one("header", class_="masthead")
    links = [(link["href"], link.text) for link in header.all("a", href=True) if "/accounts/" in link["href"]]
    assert links == [("/accounts/me/", "내 계정")]
