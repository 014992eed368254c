import hypothesis
import pytest
from django.test import override_settings

from articles.most_read import reads


def pytest_configure(config):
    config.addinivalue_line("markers", "browser: drives a real Chromium; skipped, with its reason, where there is none")
    # The same examples in every run, and no clock: a slow machine is no bug. Rows made by one example are rolled back
    # with the test; the next may meet them.
    hypothesis.settings.register_profile(
        "suite",
        max_examples=60,
        deadline=None,
        derandomize=True,
        suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture, hypothesis.HealthCheck.too_slow],
    )
    hypothesis.settings.load_profile("suite")


@pytest.fixture(scope="session", autouse=True)
def light_settings(tmp_path_factory):
    """What tests upload, and the static folder that WhiteNoise looks for, stand outside the checkout; passwords are
    hashed fast."""
    with override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("media"),
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True)
def no_pending_reads():
    """Reads counted in one test are not written in the next, nor when the run ends."""
    yield
    with reads._lock:
        reads._pending.clear()
        if reads._timer:
            reads._timer.cancel()
            reads._timer = None
