import logging

import pytest

from tests.whole_site.newsroom import make_newsroom, undone


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker):
    """One for all tests of a file: whatever they do to it is undone after each."""
    with django_db_blocker.unblock(), undone():
        yield make_newsroom()


@pytest.fixture
def no_talk(monkeypatch):
    """Where refusals are what is wanted, nobody needs a line about each."""
    for name in ("django.request", "django.security"):
        monkeypatch.setattr(logging.getLogger(name), "disabled", True)
    monkeypatch.setattr(logging.getLogger("django.security.DisallowedModelAdminLookup"), "disabled", True)
    monkeypatch.setattr(logging.getLogger("django.security.DisallowedModelAdminToField"), "disabled", True)
