"""What is typed while the database's disk is full: a real PostgreSQL whose versions lie on a real, small file system."""

import os
import random
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from articles.admin.editing_live import CANNOT_KEEP
from articles.models import Revision
from monthlypeople.embedded_postgresql.account import server_account
from tests.articles.admin.test_editing import begun, change_page, sent, sign_in
from tests.page import parse

pytestmark = pytest.mark.django_db(transaction=True)
SIZE = 4 * 1024 * 1024  # bytes
TABLE = "articles_revision"


@contextmanager
def small_disk():
    """A folder on a file system of that size, which the database's account owns. Skips, aloud, where none can be had."""
    embedded = connection.settings_dict.get("EMBEDDED")
    if not embedded:
        pytest.skip("the database is somebody else's server: no file system can be put under it")
    with tempfile.TemporaryDirectory(prefix="monthlypeople-disk-") as name:
        Path(name).chmod(0o755)
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", name], capture_output=True, text=True, check=False
        )
        if mounted.returncode:
            pytest.skip(f"a small file system cannot be mounted here (it takes root): {mounted.stderr.strip()}")
        try:
            place = Path(name) / "versions"
            server_account(Path(embedded["data_directory"])).make_private(place)
            yield place
        finally:
            subprocess.run(["umount", name], check=True)


@pytest.fixture
def disk():
    """Versions are kept on the small disk. Gives the file whose deletion makes room on it, when it is full."""
    with small_disk() as place, connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLESPACE small LOCATION '{place}'")
        try:
            cursor.execute(f"ALTER TABLE {TABLE} SET TABLESPACE small")
            yield Disk(place.parent / "filler")
        finally:
            cursor.execute(f"ALTER TABLE {TABLE} SET TABLESPACE pg_default")
            cursor.execute("DROP TABLESPACE small")


def write_without_end(descriptor):
    while True:
        os.write(descriptor, b"\0" * 4096)


class Disk:
    def __init__(self, filler):
        self.filler = filler

    def fill(self):
        descriptor = os.open(self.filler, os.O_WRONLY | os.O_CREAT)
        try:
            with pytest.raises(OSError, match="No space left on device"):
                write_without_end(descriptor)
        finally:
            os.close(descriptor)

    def empty(self):
        self.filler.unlink()


def long_text(seed):
    """30,000 syllables that no packing makes small: they need pages that the disk has not."""
    chance = random.Random(seed)
    return f"<p>{''.join(chr(chance.randrange(0xAC00, 0xD7A4)) for _ in range(30_000))}</p>"


def test_what_is_typed_while_the_disk_is_full_stays_with_the_person_and_is_saved_when_there_is_room(client, disk):
    reporter = sign_in(client)
    article = begun(reporter, title="저장된 제목", body="<p>저장된 글.</p>")
    first = article.newest_revision
    text = long_text(1)
    typed = sent(reporter, base=first, title="가득 찬 뒤의 제목", body=text)

    disk.fill()
    kept = client.post(f"/admin/articles/article/{article.pk}/autosave/", typed)
    assert kept.status_code == 503
    assert kept.json()["message"] == CANNOT_KEEP
    saved = client.post(change_page(article), typed)
    assert saved.status_code == 503
    page = parse(saved)
    assert page.one("textarea", name="body").text == text
    assert page.one(name="title").get("value", page.one(name="title").text) == "가득 찬 뒤의 제목"
    assert CANNOT_KEEP in page.text
    # What was there is there, and is read.
    assert list(Revision.objects.all()) == [first]
    assert client.get(change_page(article)).status_code == 200
    assert os.statvfs(disk.filler.parent).f_bavail == 0

    disk.empty()
    kept = client.post(f"/admin/articles/article/{article.pk}/autosave/", typed)
    assert (kept.status_code, Revision.objects.autosaves().get().content["body"]) == (200, text)
    assert client.post(change_page(article), typed).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.newest_revision.number, article.body) == ("가득 찬 뒤의 제목", 2, text)
    assert list(Revision.objects.autosaves()) == []


def test_something_new_that_cannot_be_begun_is_given_back(client, disk):
    reporter = sign_in(client)
    text = long_text(2)
    disk.fill()
    response = client.post("/admin/articles/article/add/", sent(reporter, title="새 기사", body=text))
    assert response.status_code == 503
    assert parse(response).one("textarea", name="body").text == text
    assert list(Revision.objects.all()) == []
    disk.empty()
    assert client.post("/admin/articles/article/add/", sent(reporter, title="새 기사", body=text)).status_code == 302
    assert Revision.objects.get().content["body"] == text
