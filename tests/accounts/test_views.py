import re
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client

from accounts import links
from accounts.links import FORGOTTEN, INVITATION
from accounts.models import User
from tests.factories import make_user
from tests.letters import delivered_letters
from tests.page import parse
from tests.whole_site.promises import assert_promises

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


def test_sign_in_offers_a_way_for_those_who_forgot(client):
    assert parse(client.get(LOGIN)).one("main").one("a", href=FORGOTTEN_PAGE).text == "비밀번호를 잊으셨나요?"


@pytest.mark.parametrize(("role", "offered"), [("기자", True), (None, False)])
def test_me_leads_staff_to_the_newsroom(client, role, offered):
    client.force_login(make_user(role=role))
    assert bool(parse(client.get(ME)).one("main").all("a", href="/admin/")) == offered


# A forgotten password

FORGOTTEN_PAGE, SENT = "/accounts/password-reset/", "/accounts/password-reset/sent/"
NEW = "벼루 둘과 종이 열 장"


def ask(client, email):
    return client.post(FORGOTTEN_PAGE, {"email": email}, follow=True)


def test_forgotten_password_from_the_question_to_the_newsroom(client):
    make_user(role="기자", username="han", email="han@example.com", last_name="한서윤", password=PASSWORD)
    ask(client, "HAN@example.com")
    ((_, _, letter),) = delivered_letters()
    address = re.search(r"https?://[^/]+(/\S+)", letter).group(1)
    page = parse(client.get(address))
    assert page.one("h1").text == "새 비밀번호 정하기"
    response = client.post(address, {"new_password1": NEW, "new_password2": NEW})
    assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200
    assert Client().post(LOGIN, {"username": "han", "password": NEW}).status_code == 302
    assert client.get(address).status_code == 410


@pytest.mark.parametrize("email", ["han@example.com", "nobody@example.com", "Han@Example.com"])
def test_forgotten_password_is_answered_alike_whoever_asks(client, person, email):
    response = ask(client, email)
    assert response.redirect_chain == [(SENT, 302)]
    assert parse(response).one("main").text == parse(client.get(SENT)).one("main").text


def test_forgotten_password_asked_too_often_is_answered_alike(client, person):
    answers = {parse(ask(client, "han@example.com")).one("main").text for _ in range(5)}
    assert (len(answers), len(delivered_letters())) == (1, 3)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "전자우편 주소를 적어 주세요."),
        ("han", "전자우편 주소를 확인해 주세요. 예: name@example.com"),
        ("han@example.com\r\nBcc: all@example.com", "전자우편 주소를 확인해 주세요. 예: name@example.com"),
        ('"><script>@example.com', "전자우편 주소를 확인해 주세요. 예: name@example.com"),
    ],
)
def test_forgotten_password_with_no_address_keeps_what_was_typed(client, typed, said):
    response = client.post(FORGOTTEN_PAGE, {"email": typed})
    page = parse(response)
    assert (response.status_code, page.one(class_="errorlist").text) == (200, said)
    assert page.one("input", name="email").get("value", "").split() == typed.split()
    assert delivered_letters() == []


@pytest.mark.parametrize("typed", ["가" * 300 + "@example.com", "a\x00@example.com"])
def test_forgotten_password_with_a_strange_address_breaks_nothing(client, typed):
    assert client.post(FORGOTTEN_PAGE, {"email": typed}).status_code == 200


def test_forgotten_password_without_a_csrf_token_is_refused(person):
    assert Client(enforce_csrf_checks=True).post(FORGOTTEN_PAGE, {"email": "han@example.com"}).status_code == 403
    assert delivered_letters() == []


# A link from a letter

each_purpose = pytest.mark.parametrize("purpose", [INVITATION, FORGOTTEN], ids=lambda purpose: purpose.name)


def path_of(purpose, person):
    return links.address(purpose, person).removeprefix("http://127.0.0.1:8000")


@each_purpose
def test_link_page_keeps_the_promises_of_a_page_and_is_not_cached(client, person, purpose):
    response = client.get(path_of(purpose, person))
    page = assert_promises(response, has_canonical=False)
    assert {"private", "no-store"} <= {part.strip() for part in response["Cache-Control"].split(",")}
    assert page.one("meta", name="referrer")["content"] == "no-referrer"
    assert "한서윤" in page.one("h1").text if purpose == INVITATION else page.one("h1").text == "새 비밀번호 정하기"


@each_purpose
def test_link_opened_by_a_mail_program_is_not_used_up(client, person, purpose):
    address = path_of(purpose, person)
    assert [client.get(address).status_code, client.head(address).status_code] == [200, 200]
    assert client.post(address, {"new_password1": NEW, "new_password2": NEW}).status_code == 302


def test_invitation_signs_a_reader_in_to_their_account(client, person):
    response = client.post(path_of(INVITATION, person), {"new_password1": NEW, "new_password2": NEW})
    assert response["Location"] == ME
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((NEW, NEW + "."), "두 비밀번호가 서로 다릅니다."),
        (("짧다", "짧다"), "이 비밀번호는 너무 짧습니다. 최소 10자 이상이어야 합니다."),
        (("password123", "password123"), "너무 흔히 사용되는 비밀번호입니다."),
        (("han@example", "han@example"), "비밀번호가 이메일 주소와 너무 유사합니다."),
    ],
)
def test_link_page_refuses_a_weak_password_in_words(client, person, typed, said):
    address = path_of(FORGOTTEN, person)
    response = client.post(address, dict(zip(("new_password1", "new_password2"), typed, strict=True)))
    assert (response.status_code, parse(response).one(class_="errorlist").text) == (200, said)
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.parametrize(("purpose", "way_on"), [(INVITATION, "/admin/"), (FORGOTTEN, FORGOTTEN_PAGE)])
def test_link_that_expired_says_so_and_what_to_do(client, person, purpose, way_on, monkeypatch):
    address = path_of(purpose, person)
    now = signing.time.time() + (purpose.lasts + timedelta(minutes=1)).total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: now)
    response = client.get(address)
    page = assert_promises(response, has_canonical=False)
    assert (response.status_code, page.one("h1").text) == (410, "기한이 지난 주소입니다")
    assert way_on in [link["href"] for link in page.one("main").all("a")]


@each_purpose
def test_link_that_was_used_says_so_to_whoever_opens_or_sends_it(client, person, purpose):
    address = path_of(purpose, person)
    client.post(address, {"new_password1": NEW, "new_password2": NEW})
    stranger = Client()
    other = "또 다른 비밀번호 하나"
    for response in (stranger.get(address), stranger.post(address, {"new_password1": other, "new_password2": other})):
        page = assert_promises(response, has_canonical=False)
        assert (response.status_code, page.one("h1").text) == (410, "이미 쓴 주소입니다")
    assert User.objects.get().check_password(NEW)


@pytest.mark.parametrize("token", ["a-secret", "<script>", "%00", "가", "1-2.3.4"])
@each_purpose
def test_link_that_is_broken_says_so(client, purpose, token):
    folder = {INVITATION: "invitation", FORGOTTEN: "password-reset"}[purpose]
    response = client.get(f"/accounts/{folder}/{token}/")
    page = assert_promises(response, has_canonical=False)
    assert (response.status_code, page.one("h1").text) == (404, "주소가 온전하지 않습니다")


def test_link_without_a_csrf_token_is_refused(person):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path_of(FORGOTTEN, person), {"new_password1": NEW, "new_password2": NEW}).status_code == 403
    assert User.objects.get().check_password(PASSWORD)


# Changing one's password

CHANGE = "/accounts/password/"


def change(client, old=PASSWORD, new=NEW, again=NEW):
    return client.post(CHANGE, {"old_password": old, "new_password1": new, "new_password2": again}, follow=True)


def test_change_is_for_those_signed_in(client):
    assert client.get(CHANGE)["Location"] == f"{LOGIN}?next={CHANGE}"
    assert change(client).redirect_chain == [(f"{LOGIN}?next={CHANGE}", 302)]


def test_change_keeps_this_session_and_ends_the_others(client, person):
    elsewhere = Client()
    sign_in(client), sign_in(elsewhere)
    page = parse(change(client))
    assert page.one(role="status").text == "비밀번호를 바꾸었습니다. 다른 기기에서는 로그아웃되었습니다."
    assert (is_signed_in(client), is_signed_in(elsewhere)) == (True, False)
    assert User.objects.get().check_password(NEW)


def test_change_with_a_wrong_old_password_is_refused(client, person):
    sign_in(client)
    page = parse(change(client, old="틀린 비밀번호"))
    assert page.one(class_="errorlist").text == "지금 비밀번호가 맞지 않습니다."
    assert User.objects.get().check_password(PASSWORD)


def test_change_page_keeps_the_promises_of_a_page(client, person):
    sign_in(client)
    assert assert_promises(client.get(CHANGE)).one("h1").text == "비밀번호 바꾸기"
