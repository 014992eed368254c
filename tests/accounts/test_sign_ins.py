import datetime

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth import authenticate
from django.test import RequestFactory
from django.utils import timezone

from accounts.sign_ins import address_of, forget_old
from monthlypeople.periodic import run_due_jobs
from tests.factories import ago, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
LOGIN, ADMIN_LOGIN = "/accounts/login/", "/admin/login/"
PASSWORD = "붓 셋, 먹 하나"
both_pages = pytest.mark.parametrize("page", [LOGIN, ADMIN_LOGIN])


@pytest.fixture
def desk():
    return make_user(username="desk", email="desk@example.com", password=PASSWORD, role="데스크")


def sign_in(client, page=LOGIN, username="desk", password="틀린 비밀번호", **extra):
    return client.post(page, {"username": username, "password": password}, **extra)


def fail(client, times, **how):
    return [sign_in(client, **how).status_code for _ in range(times)]


def let_time_pass(**delta):
    AccessAttempt.objects.update(attempt_time=ago(**delta))


@both_pages
def test_fifth_failure_is_answered_by_the_page_that_says_wait(client, desk, page):
    assert fail(client, 4, page=page) == [200] * 4
    response = sign_in(client, page=page)
    shown = parse(response)
    assert response.status_code == 429
    assert shown.one("h1").text == "잠시 뒤에 다시 로그인해 주세요"
    assert shown.one(role="alert").text == (
        "비밀번호가 5번 맞지 않아, 이곳에서 이 계정으로 로그인하는 일을 15분 동안 멈췄습니다."
    )
    assert page in [link["href"] for link in shown.one("main").all("a")]


@both_pages
def test_right_password_does_not_help_while_one_has_to_wait(client, desk, page):
    fail(client, 5, page=page)
    assert sign_in(client, page=page, password=PASSWORD).status_code == 429
    assert client.get("/accounts/me/").status_code == 302


def test_failures_at_both_pages_and_by_name_and_address_count_together(client, desk):
    names = ["desk", "DESK@example.com", "Desk", "desk@example.com"]
    pages = [LOGIN, ADMIN_LOGIN, LOGIN, ADMIN_LOGIN]
    assert [sign_in(client, page, name).status_code for page, name in zip(pages, names, strict=True)] == [200] * 4
    assert sign_in(client).status_code == 429


def test_wait_ends_after_a_quarter_of_an_hour(client, desk):
    fail(client, 5)
    let_time_pass(minutes=14, seconds=50)
    assert sign_in(client, password=PASSWORD).status_code == 429
    let_time_pass(minutes=15, seconds=1)
    assert sign_in(client, password=PASSWORD).status_code == 302


def test_trying_while_one_waits_makes_the_wait_no_longer(client, desk):
    fail(client, 5)
    let_time_pass(minutes=10)
    before = AccessAttempt.objects.get().attempt_time
    fail(client, 3)
    assert AccessAttempt.objects.get().attempt_time == before


def test_success_forgets_the_failures_before_it(client, desk):
    fail(client, 4, username="desk@example.com")
    assert sign_in(client, password=PASSWORD).status_code == 302
    client.logout()
    assert fail(client, 4) == [200] * 4


def test_others_do_not_wait(client, desk):
    make_user(username="chief", password=PASSWORD)
    fail(client, 5)
    assert sign_in(client, username="chief", password=PASSWORD).status_code == 302


def test_colleague_elsewhere_does_not_wait_for_a_stranger(client, desk):
    fail(client, 5, REMOTE_ADDR="203.0.113.7")
    assert sign_in(client, password=PASSWORD, REMOTE_ADDR="198.51.100.2").status_code == 302


def test_names_that_nobody_has_are_throttled_alike(client):
    assert fail(client, 6, username="nobody") == [200] * 4 + [429] * 2


@pytest.mark.parametrize("name", ["가" * 5000, "가" * 254 + "@", "a\x00b", "' OR 1=1 --", " "])
def test_strange_names_break_nothing(client, name):
    assert sign_in(client, username=name).status_code == 200


def test_password_that_was_typed_is_not_kept(client, desk):
    sign_in(client, password="먹물 든 종이")
    row = AccessAttempt.objects.get()
    assert "먹물" not in row.post_data + row.get_data


def test_another_browser_does_not_start_anew(client, desk):
    codes = [sign_in(client, HTTP_USER_AGENT=f"browser {number}").status_code for number in range(6)]
    assert codes == [200] * 4 + [429] * 2


def test_commands_on_the_machine_never_wait(client, desk):
    fail(client, 5)
    assert authenticate(username="desk", password=PASSWORD) == desk


@pytest.mark.parametrize(
    ("header", "sent", "found"),
    [
        ("", {}, "203.0.113.7"),
        ("", {"X-Forwarded-For": "198.51.100.2", "X-Real-IP": "198.51.100.2"}, "203.0.113.7"),
        ("X-Real-IP", {"X-Real-IP": "198.51.100.2"}, "198.51.100.2"),
        ("X-Real-IP", {"X-Real-IP": "2001:DB8::1"}, "2001:db8::1"),
        ("X-Real-IP", {}, "203.0.113.7"),
        ("X-Real-IP", {"X-Real-IP": "<script>"}, "203.0.113.7"),
        ("X-Forwarded-For", {"X-Forwarded-For": "192.0.2.9, 198.51.100.2"}, "198.51.100.2"),
        ("X-Forwarded-For", {"X-Forwarded-For": "192.0.2.9,"}, "203.0.113.7"),
    ],
)
def test_address_is_what_the_server_or_its_proxy_saw(settings, header, sent, found):
    settings.CLIENT_ADDRESS_HEADER = header
    assert address_of(RequestFactory(headers=sent, REMOTE_ADDR="203.0.113.7").get("/")) == found


def test_address_of_a_connection_without_one():
    assert address_of(RequestFactory(REMOTE_ADDR="").get("/")) is None


def test_throttle_counts_by_the_address_that_the_proxy_names(client, desk, settings):
    settings.CLIENT_ADDRESS_HEADER = "X-Real-IP"
    fail(client, 5, headers={"X-Real-IP": "203.0.113.7"})
    assert sign_in(client, password=PASSWORD, headers={"X-Real-IP": "198.51.100.2"}).status_code == 302


def test_rows_older_than_three_months_are_forgotten(client, desk):
    sign_in(client, username="nobody"), sign_in(client, password=PASSWORD)
    AccessFailureLog.objects.create(username="desk", ip_address="203.0.113.7")
    models = [AccessAttempt, AccessFailureLog, AccessLog]
    for days, left in [(89, [1, 1, 1]), (91, [0, 0, 0])]:
        for model in models:
            model.objects.update(attempt_time=timezone.now() - datetime.timedelta(days=days))
        forget_old()
        assert [model.objects.count() for model in models] == left


def test_forgetting_is_a_periodic_job(settings):
    settings.PERIODIC_JOBS = {name: every for name, every in settings.PERIODIC_JOBS.items() if "accounts." in name}
    assert run_due_jobs() == ["accounts.sign_ins.forget_old"]
