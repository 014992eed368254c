import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_user_email_once_in_any_case_of_letters():
    make_user(email="Han@example.com")
    with pytest.raises(IntegrityError, match="user_email_once"):
        make_user(email="hAN@example.com")


def test_user_email_may_be_missing_more_than_once():
    make_user(email="")
    make_user(email="")
    assert User.objects.filter(email="").count() == 2


def test_user_with_an_email_of_another_is_told_so_in_words():
    make_user(email="han@example.com")
    with pytest.raises(ValidationError) as refusal:
        User(username="other", password="x", email="HAN@example.com").full_clean()
    assert refusal.value.messages == ["이미 쓰이고 있는 전자우편 주소입니다."]
