import os
import stat

import environ
from hypothesis import given
from hypothesis import strategies as st

from monthlypeople.environment import FILE_NAME, record, recorded


def read_as_settings_do(path):
    class Env(environ.Env):
        ENVIRON = {}

    Env.read_env(path)
    return Env.ENVIRON


def test_first_record_is_a_development_machine_with_a_secret(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY")

    written = record(var=tmp_path)

    assert written["MONTHLYPEOPLE_PROFILE"] == "development"
    assert written["DATABASE_URL"] == "embedded:"
    assert len(written["SECRET_KEY"]) > 50
    assert read_as_settings_do(tmp_path / FILE_NAME) == written
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_secret_is_kept_and_the_rest_follows_the_last_record(tmp_path):
    secret = record(var=tmp_path, DATABASE_URL="postgres://somewhere/else")["SECRET_KEY"]

    written = record(var=tmp_path, DATABASE_URL="embedded:", EMAIL_URL="smtp://127.0.0.1:2525")

    assert written["SECRET_KEY"] == secret
    assert recorded(tmp_path)["DATABASE_URL"] == "embedded:"
    assert recorded(tmp_path)["EMAIL_URL"] == "smtp://127.0.0.1:2525"


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E, exclude_characters='"'), min_size=1))
def test_value_is_read_back_as_it_was(tmp_path_factory, value):
    folder = tmp_path_factory.mktemp("var")

    record(var=folder, DATABASE_URL=value)

    assert recorded(folder)["DATABASE_URL"] == value
    assert read_as_settings_do(folder / FILE_NAME)["DATABASE_URL"] == value


def test_tests_do_not_run_on_the_recorded_database():
    assert os.environ["MONTHLYPEOPLE_PROFILE"] == "test"
    assert os.environ["DATABASE_URL"]
