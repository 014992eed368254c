import pytest
from django.db import connection, transaction

from monthlypeople.sample_edition import loader


@pytest.fixture(scope="module")
def edition(django_db_setup, django_db_blocker, light_settings):
    """The sample edition, loaded once for a module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        loader.load()
        connection.check_constraints()
        yield
        transaction.set_rollback(True)
