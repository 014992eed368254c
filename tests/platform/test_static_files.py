import gzip
import os

import brotli
import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import override_settings

from monthlypeople.static_files import collect_if_changed
from monthlypeople.static_storage import KeepingCompressor

RULES = "p { color: red }\n" * 100


@pytest.fixture
def source(tmp_path):
    """A folder of static files that are stored as `make serve` stores them."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "page.css").write_text(RULES)
    stored = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "monthlypeople.static_storage.StaticFilesStorage"},
    }
    with override_settings(
        STATICFILES_DIRS=[folder],
        STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
        STATIC_ROOT=tmp_path / "static",
        STORAGES=stored,
    ):
        yield folder


def test_files_are_collected_once(source):
    assert collect_if_changed()
    assert not collect_if_changed()


def test_change_is_collected_and_the_file_of_yesterday_kept(source, tmp_path):
    collect_if_changed()
    (before,) = (tmp_path / "static").glob("page.*.css")
    (source / "page.css").write_text(RULES.replace("red", "blue"))

    assert collect_if_changed()

    now = tmp_path / "static" / staticfiles_storage.stored_name("page.css")
    assert now != before
    assert "blue" in now.read_text()
    assert brotli.decompress((now.parent / f"{now.name}.br").read_bytes()) == now.read_bytes()
    assert before.exists()


def test_module_imports_another_under_the_name_that_is_kept_for_ever(source, tmp_path):
    (source / "js" / "desk").mkdir(parents=True)
    (source / "js" / "desk" / "server.js").write_text("export const post = 1;\n")
    (source / "js" / "desk" / "editor.js").write_text('import { post } from "./server.js";\n')

    collect_if_changed()

    name = staticfiles_storage.stored_name("js/desk/server.js")
    assert name != "js/desk/server.js"
    editor = tmp_path / "static" / staticfiles_storage.stored_name("js/desk/editor.js")
    assert editor.read_text() == f'import {{ post }} from "./{name.rpartition("/")[2]}";\n'


def test_compressed_files_hold_the_same(tmp_path):
    file = tmp_path / "page.css"
    file.write_text(RULES)

    made = KeepingCompressor(quiet=True).compress(str(file))

    assert made == [f"{file}.br", f"{file}.gz"]
    assert brotli.decompress((tmp_path / "page.css.br").read_bytes()) == RULES.encode()
    assert gzip.decompress((tmp_path / "page.css.gz").read_bytes()) == RULES.encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.css", "page.css.br", "page.css.gz"]


def test_what_is_compressed_already_is_kept(tmp_path):
    file = tmp_path / "page.0123456789ab.css"
    file.write_text(RULES)
    KeepingCompressor(quiet=True).compress(str(file))
    before = (tmp_path / "page.0123456789ab.css.br").stat().st_ino
    file.touch()

    KeepingCompressor(quiet=True).compress(str(file))

    assert (tmp_path / "page.0123456789ab.css.br").stat().st_ino == before


def test_changed_file_without_a_hash_is_compressed_again(tmp_path):
    file = tmp_path / "page.css"
    file.write_text(RULES)
    KeepingCompressor(quiet=True).compress(str(file))
    file.write_text(RULES.replace("red", "blue"))
    os.utime(file, (0, 0))

    KeepingCompressor(quiet=True).compress(str(file))

    assert b"blue" in brotli.decompress((tmp_path / "page.css.br").read_bytes())
