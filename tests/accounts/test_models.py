import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

from accounts.models import User
from accounts.roles import ROLES
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


def test_superuser_is_an_administrator_and_nothing_above():
    person = User.objects.create_superuser("root", "root@example.com", "붓 셋, 먹 하나")
    assert (person.is_staff, person.is_superuser, person.roles) == (True, False, ["관리자"])
    assert person.get_all_permissions() == ROLES["관리자"].permissions


def test_createsuperuser_gives_a_new_site_its_administrator(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "붓 셋, 먹 하나")
    call_command("createsuperuser", username="root", email="root@example.com", interactive=False, verbosity=0)
    person = User.objects.get()
    assert (person.roles, person.check_password("붓 셋, 먹 하나")) == (["관리자"], True)


def test_user_made_by_djangos_own_callers():
    assert User.objects.create_user("han", is_superuser=False).is_superuser is False


def test_people_with_a_permission_are_found_without_a_column_for_superusers():
    desk = make_user(role="데스크")
    make_user(role="기자"), make_user(role="관리자")
    assert list(User.objects.with_perm("articles.approve_article")) == [desk]
    assert list(User.objects.with_perm(Permission.objects.get(codename="add_user"))) == [
        User.objects.of_role("관리자").get()
    ]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"last_name": "한서윤"}, "한서윤"),
        ({"last_name": "한", "first_name": "서윤"}, "한서윤"),
        ({"last_name": " "}, "han"),
    ],
)
def test_user_is_called_by_name(fields, shown):
    assert str(User(username="han", **fields)) == shown


def test_roles_of_a_person_are_in_the_tables_order():
    person = make_user(role="관리자")
    person.groups.add(*Group.objects.filter(name__in=["데스크", "기자"]))
    assert person.roles == ["기자", "데스크", "관리자"]


@pytest.mark.django_db(transaction=True)
def test_superusers_of_before_become_administrators():
    before = MigrationExecutor(connection).migrate([("accounts", "0001_initial")]).apps
    old = before.get_model("accounts", "User")
    old.objects.create(username="root", is_superuser=True, is_staff=True)
    old.objects.create(username="desk", is_staff=True)
    call_command("migrate", verbosity=0)
    assert {person.username: person.roles for person in User.objects.all()} == {"root": ["관리자"], "desk": []}
    assert User.objects.get(username="root").has_perm("accounts.change_user")
