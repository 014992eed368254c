import pytest

from tests.factories import make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
LOGIN, LOGOUT, ME = "/accounts/login/", "/accounts/logout/", "/accounts/me/"
PASSWORD = "붓 셋, 먹 하나"


@pytest.fixture
def person():
    return make_user(username="han", email="han@example.com", last_name="<b>한서윤</b>", password=PASSWORD)


def sign_in(client, **typed):
    return client.post(LOGIN, {"username": "han", "password": PASSWORD} | typed)


def is_signed_in(client):
    return client.get(ME).status_code == 200


@pytest.mark.parametrize("typed", ["han", "han@example.com", "HAN@Example.COM"])
def test_sign_in_by_name_or_email(client, person, typed):
    response = sign_in(client, username=typed)
    assert (response.status_code, response["Location"]) == (302, ME)
    assert is_signed_in(client)


def test_sign_in_with_a_wrong_password_keeps_the_name_and_says_so(client, person):
    response = sign_in(client, username='han"><script>', password="틀린 비밀번호")
    page = parse(response)
    assert response.status_code == 200
    assert page.one("input", name="username")["value"] == 'han"><script>'
    assert page.one("input", name="password").get("value") is None
    assert page.one(role="alert").text == (
        "이름(또는 전자우편 주소)이나 비밀번호가 맞지 않습니다. 한/영 전환과 대소문자를 확인해 주세요."
    )
    assert not is_signed_in(client)


def test_sign_in_refuses_an_unknown_name_and_a_wrong_password_in_the_same_words(client, person):
    wrong_password = parse(sign_in(client, password="틀린 비밀번호")).one(role="alert").text
    assert parse(sign_in(client, username="nobody")).one(role="alert").text == wrong_password


@pytest.mark.parametrize(
    "typed", [{"username": ""}, {"password": ""}, {"username": "a\x00b"}, {"username": "가" * 5000}]
)
def test_sign_in_with_a_form_half_filled_or_strange_is_shown_again(client, person, typed):
    assert sign_in(client, **typed).status_code == 200
    assert not is_signed_in(client)


def test_sign_in_goes_on_to_the_page_asked_for(client, person):
    page = parse(client.get(LOGIN, {"next": "/articles/"}))
    assert page.one("input", name="next")["value"] == "/articles/"
    assert sign_in(client, next="/articles/")["Location"] == "/articles/"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
    ],
)
def test_sign_in_never_goes_on_to_another_host(client, person, elsewhere):
    assert "evil" not in parse(client.get(LOGIN, {"next": elsewhere})).one("main").text
    assert sign_in(client, next=elsewhere)["Location"] == ME


def test_sign_in_again_goes_to_the_account(client, person):
    client.force_login(person)
    assert client.get(LOGIN)["Location"] == ME


def test_sign_in_without_a_csrf_token_is_refused(person):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict).status_code == 403
    assert not is_signed_in(strict)


def test_sign_out_by_post(client, person):
    client.force_login(person)
    response = client.post(LOGOUT)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert not is_signed_in(client)


def test_sign_out_by_get_is_refused(client, person):
    client.force_login(person)
    assert client.get(LOGOUT).status_code == 405
    assert is_signed_in(client)


def test_me_is_for_those_signed_in(client):
    response = client.get(ME)
    assert (response.status_code, response["Location"]) == (302, f"{LOGIN}?next={ME}")
    assert not response.cookies


def test_me_says_the_name_escaped_and_is_never_cached(client, person):
    client.force_login(person)
    response = client.get(ME)
    assert parse(response).one("h1").text == "<b>한서윤</b> 님"
    assert {"private", "no-store"} <= {part.strip() for part in response["Cache-Control"].split(",")}


def test_me_offers_to_sign_out_by_a_form(client, person):
    client.force_login(person)
    form = parse(client.get(ME)).one("form", action=LOGOUT)
    assert form["method"] == "post"
    assert len(form.all("input", name="csrfmiddlewaretoken")) == 1
