import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.contrib.auth import user_logged_in
from django.core import signing
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from accounts import links
from accounts.links import FORGOTTEN, INVITATION
from accounts.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db
each_purpose = pytest.mark.parametrize("purpose", [INVITATION, FORGOTTEN], ids=lambda purpose: purpose.name)


@pytest.fixture
def person():
    return make_user(email="han@example.com")


def why(purpose, token):
    with pytest.raises(links.Ended) as ended:
        links.read(purpose, token)
    return ended.value.why


@pytest.fixture
def later(monkeypatch):
    """Moves the clock that links are read by."""

    def move(delta):
        now = signing.time.time() + delta.total_seconds()
        monkeypatch.setattr(signing.time, "time", lambda: now)

    return move


@each_purpose
def test_link_is_read_as_its_persons(person, purpose):
    make_user()
    assert links.read(purpose, links.make(purpose, person)) == person


@each_purpose
def test_link_lasts_as_long_as_its_purpose(person, purpose, later):
    token = links.make(purpose, person)
    later(purpose.lasts - timedelta(seconds=5))
    assert links.read(purpose, token) == person
    later(timedelta(seconds=10))
    assert why(purpose, token) == "expired"


def test_purposes_last_what_letters_say():
    assert (INVITATION.lasts, FORGOTTEN.lasts) == (timedelta(days=7), timedelta(days=1))


def test_link_of_one_purpose_serves_no_other(person):
    assert why(INVITATION, links.make(FORGOTTEN, person)) == "broken"
    assert why(FORGOTTEN, links.make(INVITATION, person)) == "broken"


@each_purpose
@pytest.mark.parametrize(
    "change",
    [
        lambda person: person.set_password("붓 셋, 먹 하나"),
        lambda person: person.set_unusable_password(),
        lambda person: setattr(person, "email", "other@example.com"),
        lambda person: setattr(person, "is_active", False),
    ],
)
def test_link_ends_when_the_account_changes(person, purpose, change):
    token = links.make(purpose, person)
    change(person)
    person.save()
    assert why(purpose, token) == "used"


@each_purpose
def test_link_ends_with_a_sign_in(person, purpose):
    token = links.make(purpose, person)
    user_logged_in.send(User, request=RequestFactory().get("/"), user=person)
    assert why(purpose, token) == "used"


def test_link_of_one_who_is_gone(person):
    token = links.make(INVITATION, person)
    person.delete()
    assert why(INVITATION, token) == "used"


@each_purpose
@given(token=st.text(max_size=200))
def test_what_is_no_link_is_broken(purpose, token):
    assert why(purpose, token) == "broken"


def test_link_changed_in_any_character_is_broken(person):
    token = links.make(INVITATION, person)
    for place, character in enumerate(token):
        other = "A" if character != "A" else "B"
        # The last character carries two bits that mean nothing: another may stand for the same signature.
        if place < len(token) - 1:
            assert why(INVITATION, token[:place] + other + token[place + 1 :]) == "broken"


def test_link_is_an_address_that_letters_do_not_break(person, settings):
    settings.SITE_URL = "https://www.example.com/"
    address = links.address(INVITATION, person)
    assert re.fullmatch(r"https://www\.example\.com/accounts/invitation/[\w.-]+/", address, re.ASCII)
    assert quote(address, safe=":/") == address
