import logging

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.middleware import EVERY
from accounts.models import User
from tests.factories import ago, make_user

pytestmark = pytest.mark.django_db
LOG = "accounts.middleware"


@pytest.fixture
def person(client):
    person = make_user(role="기자", last_seen_at=None)
    client.force_login(person)
    return person


def seen():
    return User.objects.get().last_seen_at


def updates(client, address="/admin/"):
    """How often a request writes to the table of people."""
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return [query["sql"] for query in queries if query["sql"].startswith('UPDATE "accounts_user"')]


def test_staff_in_the_newsroom_are_seen(client, person):
    before = ago()
    client.get("/admin/")
    assert before <= seen() <= ago()


def test_staff_are_written_down_once_in_five_minutes(client, person):
    assert [len(updates(client)) for _ in range(3)] == [1, 0, 0]
    User.objects.update(last_seen_at=ago(seconds=EVERY.total_seconds() + 1))
    assert [len(updates(client)) for _ in range(2)] == [1, 0]


def test_reader_signed_in_is_not_followed(client):
    client.force_login(make_user(last_seen_at=None))
    for address in ("/", "/accounts/me/", "/admin/"):
        client.get(address)
    assert seen() is None


def test_public_pages_do_not_ask_who_reads(client, person):
    response = client.get("/")
    assert (seen(), "Cookie" in response.get("Vary", "")) == (None, False)


def test_nobody_signed_in_is_nobody(client):
    assert client.get("/admin/").status_code == 302


def test_database_that_cannot_write_fails_no_request(client, person, caplog):
    """As PostgreSQL answers when the disk is full."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
        )
        cursor.execute("CREATE TRIGGER full_disk BEFORE UPDATE ON accounts_user EXECUTE FUNCTION refuse()")
    with caplog.at_level(logging.ERROR, LOG):
        assert client.get("/admin/").status_code == 200
    assert [record.getMessage() for record in caplog.records if record.name == LOG] == [
        f"Could not note that {person.pk} was here"
    ]
    assert client.get("/admin/").status_code == 200
