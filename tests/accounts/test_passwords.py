import threading

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts import links, passwords
from accounts.history import history_of
from accounts.links import FORGOTTEN, INVITATION
from accounts.models import ResetRequest, User
from accounts.sign_ins import forget_old
from tests.factories import ago, make_user
from tests.letters import delivered_letters

pytestmark = pytest.mark.django_db
PASSWORD, NEW = "붓 셋, 먹 하나", "벼루 둘과 종이 열 장"
HERE, THERE = "203.0.113.7", "198.51.100.2"


@pytest.fixture
def person():
    return make_user(username="han", email="Han@example.com", last_name="<한서윤>", password=PASSWORD)


def ask(email="han@example.com", place=HERE):
    passwords.ask_for_letter(email=email, place=place)


def addressees():
    return [recipients for recipients, _, _ in delivered_letters()]


@pytest.mark.parametrize("typed", ["Han@example.com", "HAN@EXAMPLE.COM"])
def test_ask_sends_a_letter_with_a_link_that_works(person, typed):
    ask(typed)
    ((recipients, subject, body),) = delivered_letters()
    assert (recipients, subject) == (["Han@example.com"], "[월간인물] 비밀번호를 새로 정하는 링크입니다")
    assert body.startswith("<한서윤> 님, 안녕하세요.\n")
    (address,) = [line for line in body.splitlines() if line.startswith("http")]
    assert links.read(FORGOTTEN, address.split("/")[-2]) == person


def test_ask_for_an_account_that_is_not_there_sends_nothing_and_does_the_same(person):
    runs = []
    for email in ("han@example.com", "nobody@example.com"):
        with CaptureQueriesContext(connection) as queries:
            ask(email)
        runs.append([query["sql"][:40] for query in queries if "SAVEPOINT" not in query["sql"]])
    assert runs[0] == runs[1] != []
    assert addressees() == [["Han@example.com"]]


@pytest.mark.parametrize("change", [{"is_active": False}, {"password": "!unusable"}])
def test_ask_by_one_who_rests_or_has_still_to_be_welcomed_sends_nothing(person, change):
    User.objects.update(**change)
    ask()
    assert addressees() == []


def test_ask_is_answered_three_times_an_hour(person):
    for place in (HERE, THERE, None, HERE, THERE):
        ask(place=place)
    assert addressees() == [["Han@example.com"]] * 3
    ResetRequest.objects.update(asked_at=ago(minutes=61))
    ask()
    assert addressees() == [["Han@example.com"]]


def test_ask_from_one_place_is_answered_twenty_times_an_hour(person):
    for number in range(20):
        ask(f"nobody{number}@example.com")
    ask()
    assert addressees() == []
    ask(place=THERE)
    assert addressees() == [["Han@example.com"]]


def test_places_that_nobody_knows_are_not_one_place(person):
    for number in range(20):
        ask(f"nobody{number}@example.com", place=None)
    ask(place=None)
    assert addressees() == [["Han@example.com"]]


def test_ask_beyond_the_limit_leaves_no_row(person):
    for _ in range(9):
        ask()
    assert ResetRequest.objects.count() == 3


def test_requests_are_forgotten_after_a_day(person):
    ask(), ask("other@example.com")
    ResetRequest.objects.filter(email="other@example.com").update(asked_at=ago(hours=25))
    forget_old()
    assert list(ResetRequest.objects.values_list("email", flat=True)) == ["han@example.com"]


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        (INVITATION, "초대를 받아 비밀번호를 정했습니다."),
        (FORGOTTEN, "전자우편 링크로 비밀번호를 새로 정했습니다."),
    ],
)
def test_choose_sets_the_password_notes_it_and_ends_the_link(person, purpose, said):
    token, other = links.make(purpose, person), links.make(FORGOTTEN, person)
    assert passwords.choose(purpose, token, NEW) == person
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert [(row.user, row.change_message) for row in history_of(person)] == [(person, said)]
    for same, ended in [(purpose, token), (FORGOTTEN, other)]:
        with pytest.raises(links.Ended):
            passwords.choose(same, ended, "다른 비밀번호 하나")
    assert User.objects.get().check_password(NEW)


@pytest.mark.django_db(transaction=True)
def test_choose_twice_at_once_lets_one_through(person):
    """The second waits for the row, and then reads a link that has ended."""
    token = links.make(FORGOTTEN, person)
    outcomes = []

    def second():
        try:
            passwords.choose(FORGOTTEN, token, "둘째가 정한 비밀번호")
            outcomes.append("chosen")
        except links.Ended as ended:
            outcomes.append(ended.why)
        finally:
            connection.close()

    thread = threading.Thread(target=second)
    with transaction.atomic():
        passwords.choose(FORGOTTEN, token, NEW)
        thread.start()
        thread.join(0.3)
        assert (thread.is_alive(), outcomes) == (True, [])
    thread.join(10)
    assert outcomes == ["used"]
    assert User.objects.get().check_password(NEW)


def test_change_is_noted(person):
    passwords.change(person, NEW)
    assert [row.change_message for row in history_of(person)] == ["비밀번호를 바꾸었습니다."]
    assert User.objects.get().check_password(NEW)
