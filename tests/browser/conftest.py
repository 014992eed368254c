"""A real Chromium, and the sample edition behind a server of this process."""

import os
import shutil
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django.live_server_helper import LiveServer

from monthlypeople.sample_edition import loader

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_collection_modifyitems(items):
    no_browser = pytest.mark.skip(
        reason="no Chromium here: none of chromium, chromium-browser, google-chrome is in PATH"
    )
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            # What a test itself writes is rolled back; the server's threads have connections of their own.
            item.add_marker(pytest.mark.django_db)
            if CHROMIUM is None:
                item.add_marker(no_browser)


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker, light_settings):
    """The address of a server with the sample edition. Loaded once: no test here changes what another reads."""
    with django_db_blocker.unblock():
        assert connection.settings_dict["NAME"].startswith("test_")  # it is emptied in the end
        loader.load()
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        _wait_for_threads_of_the_server()
        call_command("flush", interactive=False, verbosity=0)


def _wait_for_threads_of_the_server():
    """Each closes its connection to the database a moment after the browser has hung up."""
    others = "SELECT state, query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(others)
            left = cursor.fetchall()
        if not left:
            return
        time.sleep(0.05)
    raise AssertionError(left)


@pytest.fixture(scope="package")
def chromium(site):
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, and Django would refuse to speak to the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
        # Beside a running loop this thread had a connection of its own, which nobody could reach later.
        connection.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Reader:
    """One person's browser: what it asked for and what it complained of."""

    def __init__(self, chromium, site, **options):
        options = {"locale": "ko-KR", "viewport": {"width": 1280, "height": 900}} | options
        self.context = chromium.new_context(base_url=site, **options)
        self.site, self.complaints, self.strange = site, [], []
        self.context.on("request", self._note_request)
        self.context.on("console", self._note_message)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page = self.context.new_page()

    def _note_request(self, request):
        if urlsplit(request.url)[:2] != urlsplit(self.site)[:2] and not request.url.startswith("data:"):
            self.strange.append(request.url)

    def _note_message(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@pytest.fixture
def reader_with(chromium, site):
    """Makes browsers (`reader_with(viewport=…)`). When the test ends, none may have asked another host or complained."""
    readers = []

    def make(**options):
        readers.append(Reader(chromium, site, **options))
        return readers[-1]

    yield make
    for reader in readers:
        reader.context.close()
    assert [place for reader in readers for place in reader.strange] == []
    assert [complaint for reader in readers for complaint in reader.complaints] == []


@pytest.fixture
def page(reader_with):
    return reader_with().page
