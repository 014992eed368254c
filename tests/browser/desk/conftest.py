"""The newsroom in a real Chromium. Unlike readers' pages these are written on: each test has a database of its own, emptied after."""

import time
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import Reader, _wait_for_threads_of_the_server
from tests.factories import make_section, make_user

WRITES = pytest.mark.django_db(transaction=True)


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            # In front of the mark that every browser test is given, which would hide from the server what is written here.
            item.add_marker(WRITES, append=False)


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker, light_settings):
    with django_db_blocker.unblock():
        assert connection.settings_dict["NAME"].startswith("test_")  # it is emptied after each test
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        _wait_for_threads_of_the_server()


class Colleague(Reader):
    """Somebody at work: their browser, signed in."""

    def __init__(self, chromium, site, user, **options):
        super().__init__(chromium, site, **options)
        self.user = user
        self.sign_in(user)

    def sign_in(self, user):
        """As by the form of sign-in: a new session, and a new CSRF token."""
        client = Client()
        client.force_login(user)
        self.context.add_cookies(
            [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.site, "httpOnly": True}]
        )

    def sign_out(self):
        self.context.clear_cookies(name="sessionid")

    def open(self, article=None, page=None):
        """The editor, ready to type in."""
        page = page or self.page
        page.goto(f"/admin/articles/article/{f'{article.pk}/change' if article else 'add'}/")
        return ready(page)

    def open_again(self, article=None):
        """Another tab."""
        return self.open(article, self.context.new_page())


def ready(page):
    page.locator("form[data-is-ready]").wait_for()
    return page


@pytest.fixture
def section():
    return make_section(name="인터뷰")


@pytest.fixture
def at_work(chromium, site):
    """Makes colleagues: `at_work("기자", last_name="한", first_name="서윤")`. None may have asked another host, or complained."""
    people = []

    def make(role, *, user=None, viewport=None, **fields):
        user = user or make_user(role=role, is_staff=True, **fields)
        options = {"viewport": viewport} if viewport else {}
        people.append(Colleague(chromium, site, user, **options))
        return people[-1]

    yield make
    for person in people:
        person.context.close()
    _wait_until_quiet()
    assert [place for person in people for place in person.strange] == []
    assert [complaint for person in people for complaint in person.complaints if not _is_expected(complaint)] == []


def _is_expected(complaint):
    """Chromium itself tells of every answer that says no, and of a network that is gone."""
    return complaint.startswith("Failed to load resource: ")


def _wait_until_quiet(for_=0.5):
    """The last requests of pages that were closed may be under way still; the database is emptied after them."""
    busy = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
    quiet_since = time.monotonic()
    while time.monotonic() - quiet_since < for_:
        with connection.cursor() as cursor:
            cursor.execute(busy)
            if cursor.fetchone()[0]:
                quiet_since = time.monotonic()
        time.sleep(0.02)
