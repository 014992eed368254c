"""Where the server's data and programs lie.

Normally in var/ and in .venv/. When root runs a checkout that the server's account cannot walk to (below /root, say),
no folder is opened up for it: data and a copy of the programs go to a private folder instead, and that is said.
"""

import hashlib
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from monthlypeople.embedded_postgresql import binaries
from monthlypeople.embedded_postgresql.account import Account, server_account

PRIVATE_ROOT = Path("/var/lib/monthlypeople")
# A socket's whole name must fit into 107 bytes (103 on macOS), /.s.PGSQL.5432.lock among them.
LONGEST_SOCKET_DIRECTORY = 80


@dataclass(frozen=True)
class Place:
    account: Account
    data: Path
    binaries: Path
    socket_directory: Path


def find_place(wanted: Path) -> Place:
    """`wanted` is where the data directory should be; it need not exist yet, its parent folder must."""
    account = server_account(wanted)
    private = PRIVATE_ROOT / _short_hash(wanted.parent)
    data = _data_directory(wanted, account, private)
    if data != wanted:
        account = server_account(data)
    programs = binaries.find(_major_of(data))
    if not account.can_enter(programs):
        programs = _copied(programs, account, private)
    return Place(account, data, programs, _socket_directory(data, account))


def _short_hash(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _major_of(data: Path) -> int | None:
    recorded = data / "PG_VERSION"
    return int(recorded.read_text()) if recorded.exists() else None


def _data_directory(wanted: Path, account: Account, private: Path) -> Path:
    if (wanted / "PG_VERSION").exists() or not account.is_another:
        if not account.can_enter(wanted):
            raise ImproperlyConfigured(
                f"{wanted} holds data that the account {account.uid} can no longer reach, because a folder above "
                "it was closed. Open that folder again (chmod a+x), or run as the owner of the data."
            )
        _refuse_data_of_another(wanted)
        return wanted
    kept = private / wanted.name
    if not (kept / "PG_VERSION").exists() and account.can_enter(wanted.parent):
        return wanted
    _make_private_folder(private, account, wanted)
    return kept


def _refuse_data_of_another(wanted: Path) -> None:
    if os.geteuid() != 0 and wanted.exists() and wanted.stat().st_uid != os.geteuid():
        raise ImproperlyConfigured(
            f"{wanted} belongs to another user (uid {wanted.stat().st_uid}), who ran this checkout before. Run as that "
            "user or as root, or use a checkout of your own."
        )


def _make_private_folder(private: Path, account: Account, wanted: Path) -> None:
    if private.exists():
        return
    PRIVATE_ROOT.mkdir(mode=0o755, parents=True, exist_ok=True)
    account.make_private(private)
    print(
        f"데이터베이스 계정이 {wanted.parent} 까지 들어갈 수 없어, 데이터베이스를 {private} 에 둡니다.",
        file=sys.stderr,
    )


def _copied(programs: Path, account: Account, private: Path) -> Path:
    """A copy of the installation (bin, lib, share) that the account can run."""
    installation = programs.parent
    stamp = f"{installation}:{(programs / 'postgres').stat().st_mtime_ns}"
    copy = private / f"postgresql-{_short_hash(Path(stamp))}"
    if not copy.exists():
        _make_private_folder(private, account, installation)
        with tempfile.TemporaryDirectory(dir=private) as scratch:
            made = Path(scratch) / "made"
            shutil.copytree(installation, made / installation.parent.name / installation.name, symlinks=True)
            # A wheel's shared libraries lie beside its package, where its programs look for them.
            libraries = installation.parent.with_name(f"{installation.parent.name}.libs")
            if libraries.exists():
                shutil.copytree(libraries, made / libraries.name)
            # What is copied may be closed to others; what is ours to give away is this copy alone.
            for path in [made, *made.rglob("*")]:
                os.chown(path, account.uid, account.gid, follow_symlinks=False)
            made.rename(copy)
    return copy / installation.parent.name / installation.name / programs.name


def _socket_directory(data: Path, account: Account) -> Path:
    for root in (tempfile.gettempdir(), "/tmp", "/var/tmp"):  # noqa: S108 - only a private folder in it is used
        found = Path(root) / f"monthlypeople-{account.uid}-{_short_hash(data)}"
        if len(os.fsencode(found)) <= LONGEST_SOCKET_DIRECTORY and account.can_enter(Path(root)):
            return found
    raise ImproperlyConfigured("No temporary folder is short and open enough for PostgreSQL's socket: set TMPDIR.")
