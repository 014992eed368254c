import pytest
from django.contrib.auth.models import Group

from accounts.roles import ROLES
from tests.factories import make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
GROUPS = "/admin/auth/group/"


@pytest.fixture
def admin(client):
    client.force_login(make_user(role="관리자"))


def page_of(name):
    return f"{GROUPS}{Group.objects.get(name=name).pk}/change/"


def test_roles_are_listed_in_the_tables_order_with_how_many_have_them(client, admin):
    make_user(role="기자"), make_user(role="기자"), make_user(role="기자", is_active=False)
    rows = parse(client.get(GROUPS)).one(id="result_list")
    assert [cell.text for cell in rows.all(class_="field-name")] == list(ROLES)
    assert [cell.text for cell in rows.all(class_="field-people")] == [
        "없음",
        "2명",
        "없음",
        "없음",
        "없음",
        "없음",
        "1명",
    ]
    assert rows.one("a", href="/admin/accounts/user/?role=기자").text == "2명"


@pytest.mark.parametrize("name", ROLES)
def test_page_of_a_role_shows_its_lines_of_the_table(client, admin, name):
    table = parse(client.get(page_of(name))).one(class_="role-table")
    lines = [(row.one("th").text, row.one("td").text) for row in table.all("tr")]
    assert lines == list(ROLES[name].lines)


def test_page_of_a_group_that_is_no_role(client, admin):
    Group.objects.create(name="옛 묶음")
    assert "역할 표에 없는 묶음입니다." in parse(client.get(page_of("옛 묶음"))).text


def test_roles_are_changed_by_nobody(client, admin):
    address = page_of("기자")
    for refused in (address, address.replace("change", "delete"), f"{GROUPS}add/"):
        assert client.post(refused, {"name": "사장", "post": "yes"}).status_code == 403
    assert list(Group.objects.order_by("pk").values_list("name", flat=True)) == list(ROLES)


@pytest.mark.parametrize("role", [name for name in ROLES if name != "관리자"])
def test_roles_are_shown_to_the_administrator_alone(client, role):
    client.force_login(make_user(role=role))
    assert {client.get(address).status_code for address in (GROUPS, page_of("기자"))} == {403}
