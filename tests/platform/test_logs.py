import logging

import pytest
from django.test import Client

from accounts import links
from monthlypeople.logs import WithoutSecrets
from tests.factories import make_user


@pytest.mark.django_db
@pytest.mark.parametrize(("purpose", "path"), [(links.INVITATION, "invitation"), (links.FORGOTTEN, "password-reset")])
def test_key_of_a_form_that_was_refused_is_not_logged(caplog, purpose, path):
    """Django logs the address of a form that came without its token, and this address lets somebody in."""
    key = links.make(purpose, make_user())
    with caplog.at_level(logging.WARNING):
        response = Client(enforce_csrf_checks=True).post(f"/accounts/{path}/{key}/", {"new_password1": "x"})
    assert response.status_code == 403
    # The console's own filter has been at the records by now.
    said = [record.getMessage() for record in caplog.records]
    assert [line for line in said if f"/accounts/{path}/…" in line]
    assert [line for line in said if key in line] == []


@pytest.mark.parametrize("path", ["/accounts/password-reset/sent/", "/articles/1/", "/pages/subscribe/"])
def test_address_that_is_no_key_stays_in_the_log(path):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", (path,), None)
    assert WithoutSecrets().filter(record)
    assert record.getMessage() == f"Not Found: {path}"
