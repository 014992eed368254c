"""A backup is one tar file: manifest.json, database.dump (pg_dump's custom format) and media/."""

import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath

from django.db import connection
from django.utils import timezone

from monthlypeople.embedded_postgresql import binaries

FORMAT = "monthlypeople backup 1"
FIRST_WITH_TRANSACTION_TIMEOUT = 170000
MANIFEST, DUMP, MEDIA = "manifest.json", "database.dump", "media"


class NotABackupError(Exception):
    """The file is not one that `make backup` made, or is damaged. Says in words what is wrong."""


class DatabaseProgramError(Exception):
    """pg_dump, pg_restore or psql failed; says what it said."""


def back_up(folder: Path, media_root: Path) -> Path:
    """Makes a backup in the folder, named by the time in Seoul. It appears there whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / timezone.localtime().strftime("monthlypeople-%Y%m%d-%H%M%S.tar")
    with _scratch(beside=target) as scratch:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={scratch / DUMP}")
        half = scratch / target.name
        with tarfile.open(half, "w") as tar:
            _add_manifest(tar)
            tar.add(scratch / DUMP, DUMP)
            # The pictures after the rows: one that arrives in between is kept without its row, never the reverse.
            if media_root.exists():
                tar.add(media_root, MEDIA, filter=lambda member: member if member.isfile() or member.isdir() else None)
        with half.open("rb") as written:
            os.fsync(written.fileno())
        half.chmod(0o600)
        half.rename(target)
    return target


def restore(file: Path, media_root: Path) -> datetime:
    """Replaces the database and the media by those of the backup; gives when it was made.

    The file is read to its end before anything is touched. The database changes in one transaction, the media by a
    rename after it. Raises NotABackupError or DatabaseProgramError, and then nothing has changed.
    """
    media_root.parent.mkdir(parents=True, exist_ok=True)
    with _scratch(beside=media_root) as scratch:
        made_at = _unpack(file, scratch)
        _replace_database(scratch)
        if media_root.exists():
            media_root.rename(scratch / "replaced")
        (scratch / MEDIA).rename(media_root)
    return made_at


@contextmanager
def _scratch(*, beside: Path) -> Iterator[Path]:
    """A folder on the same file system, so that what is made in it takes its place by a rename."""
    scratch = Path(tempfile.mkdtemp(dir=beside.parent, prefix=".backup-"))
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _add_manifest(tar: tarfile.TarFile) -> None:
    content = json.dumps({"format": FORMAT, "made_at": timezone.now().isoformat()}).encode()
    member = tarfile.TarInfo(MANIFEST)
    member.size = len(content)
    tar.addfile(member, io.BytesIO(content))


def _unpack(file: Path, folder: Path) -> datetime:
    try:
        with tarfile.open(file) as tar:
            made_at = _read_manifest(tar)
            (folder / MEDIA).mkdir(mode=0o755)
            for member in tar:
                if member.name == DUMP or member.name.startswith(f"{MEDIA}/"):
                    _unpack_member(tar, member, folder)
    except (tarfile.TarError, EOFError, OSError) as error:
        raise NotABackupError(f"백업 파일로 읽을 수 없습니다 ({error}).") from error
    dump = folder / DUMP
    if not dump.exists() or _first_bytes(dump) != b"PGDMP":
        raise NotABackupError("백업 파일에 데이터베이스가 들어 있지 않습니다.")
    return made_at


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(5)


def _read_manifest(tar: tarfile.TarFile) -> datetime:
    try:
        manifest = json.loads(tar.extractfile(MANIFEST).read())
        if manifest["format"] == FORMAT:
            return datetime.fromisoformat(manifest["made_at"])
    except (KeyError, ValueError, TypeError, AttributeError):
        pass
    raise NotABackupError("`make backup`으로 만든 파일이 아닙니다.")


def _unpack_member(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    if ".." in PurePosixPath(member.name).parts:
        raise NotABackupError(f"백업 파일에 들어 있을 수 없는 이름입니다: {member.name}")
    target = folder / member.name
    if member.isdir():
        target.mkdir(parents=True, exist_ok=True)
    elif member.isfile():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tar.extractfile(member) as source, target.open("wb") as written:
            shutil.copyfileobj(source, written)
        os.utime(target, (member.mtime, member.mtime))


def _replace_database(folder: Path) -> None:
    """In one transaction: tables made since the backup go too, or a later `migrate` would meet them again."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        version = connection.pg_version
    connection.close()
    first, script = folder / "first.sql", folder / "restore.sql"
    first.write_text(
        "SET client_min_messages = warning;\nSET lock_timeout = '30s';\n"
        + "".join(f"DROP TABLE IF EXISTS {quote(name)} CASCADE;\n" for name in tables)
    )
    _run("pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", f"--file={script}", folder / DUMP)
    if version < FIRST_WITH_TRANSACTION_TIMEOUT:
        script = _without_transaction_timeout(script)
    _run(
        "psql",
        "--no-psqlrc",
        "--quiet",
        "--single-transaction",
        "--set=ON_ERROR_STOP=1",
        f"--file={first}",
        f"--file={script}",
    )


def _without_transaction_timeout(script: Path) -> Path:
    """pg_restore writes a setting that its own version knows; an older server would refuse the whole script for it."""
    fitting = script.with_name("fitting.sql")
    with script.open("rb") as source, fitting.open("wb") as written:
        for line in source:
            if line != b"SET transaction_timeout = 0;\n":
                written.write(line)
            if line.startswith(b"SET row_security"):
                break  # The settings end here, and data begins: there such a line would be somebody's text.
        shutil.copyfileobj(source, written)
    return fitting


def _run(name: str, *arguments: str | Path) -> None:
    done = subprocess.run(
        [_program(name), *arguments],
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise DatabaseProgramError(f"{name}: {done.stderr.strip()}")


def _program(name: str) -> Path:
    connection.ensure_connection()
    if server := getattr(connection, "server", None):
        return server.program(name)
    return binaries.find(at_least=connection.pg_version // 10000) / name


def _environment() -> dict[str, str]:
    """How libpq's programs reach Django's database. Through the environment: arguments can be seen by every user."""
    settings = connection.settings_dict
    _, given = connection.client_class.settings_to_cmd_args_env(settings, [])
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGDATABASE": "NAME"}
    reached = {variable: str(settings[name]) for variable, name in names.items() if settings.get(name)}
    return os.environ | (given or {}) | reached
