import pytest

from tests.factories import make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
PASSWORD = "붓 셋, 먹 하나"


def test_admin_is_closed_to_a_reader_signed_in(client):
    client.force_login(make_user())
    response = client.get("/admin/")
    assert (response.status_code, response["Location"]) == (302, "/admin/login/?next=/admin/")


def test_admin_sign_in_refuses_a_reader_with_the_right_password(client):
    make_user(username="reader", password=PASSWORD)
    response = client.post("/admin/login/?next=/admin/", {"username": "reader", "password": PASSWORD})
    assert response.status_code == 200
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("typed", ["desk", "Desk@example.com"])
def test_admin_sign_in_of_staff_by_name_or_email(client, typed):
    make_user(username="desk", email="desk@example.com", password=PASSWORD, is_staff=True)
    response = client.post("/admin/login/?next=/admin/", {"username": typed, "password": PASSWORD})
    assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200


def test_admin_lists_accounts_for_the_administrator_alone(client):
    make_user(username="somebody")
    client.force_login(make_user(username="root", role="관리자"))
    assert "somebody" in parse(client.get("/admin/accounts/user/")).text
    client.force_login(make_user(is_staff=True))
    assert client.get("/admin/accounts/user/").status_code == 403
