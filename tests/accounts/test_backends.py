import pytest
from django.contrib.auth import authenticate

from tests.factories import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "붓 셋, 먹 하나"


@pytest.fixture
def person():
    return make_user(username="han", email="Han@Example.com", password=PASSWORD)


@pytest.mark.parametrize("typed", ["han", "Han@Example.com", "han@example.com", "HAN@EXAMPLE.COM"])
def test_authenticate_by_name_or_by_email_in_any_case(person, typed):
    assert authenticate(username=typed, password=PASSWORD) == person


@pytest.mark.parametrize("typed", ["HAN", "han@", "@example.com", "other@example.com", "", "%@example.com"])
def test_authenticate_with_what_is_neither_name_nor_email(person, typed):
    assert authenticate(username=typed, password=PASSWORD) is None


@pytest.mark.parametrize("password", ["", "붓 셋, 먹 둘", PASSWORD + " "])
def test_authenticate_with_a_wrong_password(person, password):
    assert authenticate(username="han@example.com", password=password) is None


def test_authenticate_a_name_that_looks_like_an_address():
    person = make_user(username="han@home", email="", password=PASSWORD)
    assert authenticate(username="han@home", password=PASSWORD) == person


def test_authenticate_an_account_at_rest(person):
    person.is_active = False
    person.save()
    assert authenticate(username="han", password=PASSWORD) is None


def test_authenticate_an_empty_email_is_nobodys():
    make_user(username="nobody", email="", password=PASSWORD)
    assert authenticate(username="", password=PASSWORD) is None
