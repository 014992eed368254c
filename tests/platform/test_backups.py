import io
import tarfile
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from monthlypeople.models import PeriodicRun

# What a backup holds is what is committed: pg_dump is another connection.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def media_root(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "media" / "photos").mkdir(parents=True)
    (tmp_path / "media" / "photos" / "바다.jpg").write_bytes(b"the sea")
    return tmp_path / "media"


@pytest.fixture
def backup(media_root, tmp_path):
    PeriodicRun.objects.create(name="kept", last_error="「따옴표」 ․ ㎢ \\ 'quoted'\n두 줄")
    call_command("backup", folder=tmp_path / "backups", verbosity=0)
    (made,) = (tmp_path / "backups").iterdir()
    return made


def everything(media_root):
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = {}
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1")
            rows[table] = cursor.fetchall()
    files = {file.relative_to(media_root): file.read_bytes() for file in media_root.rglob("*") if file.is_file()}
    return rows, files


def destroy(media_root):
    PeriodicRun.objects.update(name="overwritten")
    Session.objects.create(session_key="since then", session_data="", expire_date=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {DBTaskResult._meta.db_table}")
        cursor.execute("CREATE TABLE made_since (number int)")
    (media_root / "photos" / "바다.jpg").unlink()
    (media_root / "photos" / "since.jpg").write_bytes(b"since then")


def test_what_was_destroyed_is_as_it_was(backup, media_root):
    before = everything(media_root)
    destroy(media_root)
    assert everything(media_root) != before

    call_command("restore", backup, yes=True, verbosity=0)

    assert everything(media_root) == before
    assert backup.stat().st_mode & 0o077 == 0
    assert {path.name for path in media_root.parent.iterdir()} == {"media", "backups"}


def test_restored_database_takes_new_rows(backup, media_root):
    call_command("restore", backup, yes=True, verbosity=0)

    assert PeriodicRun.objects.create(name="new").pk not in (None, PeriodicRun.objects.get(name="kept").pk)


def test_backup_appears_whole_or_not_at_all(backup):
    assert backup.name.startswith("monthlypeople-")
    assert backup.suffix == ".tar"
    assert list(backup.parent.iterdir()) == [backup]


def make_tar(path, files):
    with tarfile.open(path, "w") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return path


MANIFEST = b'{"format": "monthlypeople backup 1", "made_at": "2026-11-01T00:00:00+09:00"}'


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"manifest.json": b"{}"}, "`make backup`으로 만든 파일이 아닙니다"),
        ({"something.txt": b"else"}, "`make backup`으로 만든 파일이 아닙니다"),
        ({"manifest.json": MANIFEST}, "데이터베이스가 들어 있지 않습니다"),
        ({"manifest.json": MANIFEST, "database.dump": b"not a dump"}, "데이터베이스가 들어 있지 않습니다"),
        ({"manifest.json": MANIFEST, "media/../../out.jpg": b"x"}, "들어 있을 수 없는 이름"),
        ({"manifest.json": MANIFEST, "database.dump": b"PGDMP and nothing"}, "pg_restore"),
    ],
)
def test_file_that_is_no_backup_changes_nothing(media_root, tmp_path, files, said):
    before = everything(media_root)

    with pytest.raises(CommandError, match="되돌리지 않았습니다") as refusal:
        call_command("restore", make_tar(tmp_path / "file.tar", files), yes=True)

    assert said in str(refusal.value)
    assert everything(media_root) == before
    assert not (tmp_path.parent / "out.jpg").exists()


def test_damaged_backup_changes_nothing(backup, media_root):
    PeriodicRun.objects.update(name="changed since")
    (media_root / "photos" / "바다.jpg").write_bytes(b"another sea")
    before = everything(media_root)
    whole = backup.read_bytes()

    for half in (whole[: len(whole) // 2], whole[:700], b"", b"not a tar at all"):
        backup.write_bytes(half)
        with pytest.raises(CommandError, match="되돌리지 않았습니다"):
            call_command("restore", backup, yes=True)

    assert everything(media_root) == before


def test_restore_asks_first(backup, media_root, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))

    with pytest.raises(CommandError, match="되돌리지 않았습니다"):
        call_command("restore", backup, stdout=io.StringIO())


def test_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"그런 파일이 없습니다: .*none\.tar"):
        call_command("restore", Path(tmp_path / "none.tar"), yes=True)
