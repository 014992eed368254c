import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal

from accounts.groups import give
from accounts.roles import ROLES
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def groups():
    return {
        group.name: {
            f"{app}.{code}" for app, code in group.permissions.values_list("content_type__app_label", "codename")
        }
        for group in Group.objects.all()
    }


def table():
    return {name: set(role.permissions) for name, role in ROLES.items()}


def migrate():
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")


def test_groups_are_equal_to_the_table_after_migrate():
    assert groups() == table()


def test_groups_that_drifted_are_put_right_by_migrate():
    desk, administrator = Group.objects.get(name="데스크"), Group.objects.get(name="관리자")
    desk.permissions.clear()
    administrator.permissions.add(Permission.objects.get(codename="approve_article"))
    Group.objects.get(name="시민기자").delete()
    migrate()
    assert groups() == table()


def test_people_keep_their_groups_when_migrate_puts_them_right():
    person = make_user(role="데스크")
    Group.objects.get(name="데스크").permissions.clear()
    migrate()
    assert [group.name for group in person.groups.all()] == ["데스크"]


def test_groups_of_somebody_elses_making_are_left_alone():
    Group.objects.create(name="옛 묶음").permissions.add(Permission.objects.get(codename="view_article"))
    migrate()
    assert groups() == table() | {"옛 묶음": {"articles.view_article"}}


def test_migrate_with_nothing_to_put_right_asks_little(django_assert_max_num_queries):
    from accounts.groups import keep_equal_to_the_table

    with django_assert_max_num_queries(3):
        keep_equal_to_the_table(app_config=apps.get_app_config("articles"), using="default")


def test_permissions_that_are_not_there_yet_are_left_out():
    Permission.objects.filter(codename="approve_article").delete()
    from accounts.groups import keep_equal_to_the_table

    keep_equal_to_the_table(app_config=apps.get_app_config("articles"), using="default")
    assert table()["데스크"] - groups()["데스크"] == {"articles.approve_article"}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["once", "again"])
def test_groups_are_there_in_a_test_that_commits(time):
    """The second of these runs behind the flush that ends the first."""
    assert groups() == table()


@pytest.mark.django_db(transaction=True)
def test_groups_are_there_after_a_flush():
    call_command("flush", interactive=False, verbosity=0)
    assert groups() == table()


@pytest.mark.parametrize(("roles", "is_staff"), [(["기자", "데스크"], True), (["관리자"], True), ([], False)])
def test_give_makes_staff_of_those_who_have_a_role(roles, is_staff):
    person = make_user(role="시민기자")
    give(person, roles)
    person.refresh_from_db()
    assert (person.roles, person.is_staff) == (roles, is_staff)


def test_give_a_role_that_is_not_in_the_table_fails():
    with pytest.raises(KeyError):
        give(make_user(), ["사장"])
