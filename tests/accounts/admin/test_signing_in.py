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


def test_admin_sign_in_page_speaks_korean_and_offers_a_way_for_those_who_forgot(client):
    page = parse(client.get("/admin/login/?next=/admin/articles/"))
    assert page.one("main").text == (
        "월간인물 편집국 이름 또는 전자우편* 비밀번호* 로그인 비밀번호를 잊으셨나요? 월간인물로 돌아가기"
    )
    assert [link["href"] for link in page.one("main").all("a")] == ["/accounts/password-reset/", "/"]


def test_admin_sign_in_goes_on_to_the_page_asked_for(client):
    make_user(username="admin", password=PASSWORD, role="관리자")
    page = parse(client.get("/admin/accounts/user/", follow=True))
    assert page.one("input", name="next")["value"] == "/admin/accounts/user/"
    typed = {"username": "admin", "password": PASSWORD, "next": page.one("input", name="next")["value"]}
    assert client.post("/admin/login/", typed)["Location"] == "/admin/accounts/user/"


def test_admin_sign_in_never_goes_on_to_another_host(client):
    make_user(username="admin", password=PASSWORD, role="관리자")
    typed = {"username": "admin", "password": PASSWORD, "next": "//evil.example/"}
    assert "evil" not in client.post("/admin/login/?next=//evil.example/", typed)["Location"]


def test_admin_sign_in_with_a_wrong_password_keeps_the_name_and_says_so(client):
    page = parse(client.post("/admin/login/", {"username": '"><script>', "password": "틀린 비밀번호"}))
    assert page.one("input", name="username")["value"] == '"><script>'
    assert (
        "편집국 계정의 이름(또는 전자우편 주소)이나 비밀번호가 맞지 않습니다. 한/영 전환과 대소문자를 확인해 주세요."
        in page.one("main").text
    )


def test_admin_tells_a_reader_signed_in_to_use_another_account(client):
    client.force_login(make_user())
    page = parse(client.get("/admin/", follow=True))
    assert "지금 로그인한 계정은 편집국에 들어올 수 없습니다." in page.one("main").text


def test_password_is_changed_in_the_newsroom_too(client):
    person = make_user(username="desk", password=PASSWORD, role="데스크")
    client.force_login(person)
    assert parse(client.get("/admin/password_change/")).all("input", type="password") != []
    new = "벼루 둘과 종이 열 장"
    typed = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert client.post("/admin/password_change/", typed)["Location"] == "/admin/password_change/done/"
    person.refresh_from_db()
    assert person.check_password(new)
