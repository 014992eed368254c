"""Who the server runs as. PostgreSQL refuses to run as root, so root lends it an account of its own."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

ACCOUNT_NAME = "pgserver"


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int

    @property
    def is_another(self) -> bool:
        return self.uid != os.geteuid()

    def run(self, command: list, **options) -> subprocess.CompletedProcess:
        """Runs a program as this account, away from our terminal, session and environment.

        The environment is bare because PostgreSQL reads PGPORT, PGDATA and LC_* from it, and quietly obeys them.
        """
        if self.is_another:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        environment = {"PATH": os.defpath, "LC_ALL": "C"} | options.pop("env", {})
        return subprocess.run(
            command,
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
            umask=0o077,
            **options,
        )

    def can_enter(self, folder: Path) -> bool:
        return not self.is_another or self.run(["sh", "-c", 'cd -- "$1"', "sh", folder]).returncode == 0

    def make_private(self, folder: Path) -> None:
        """Makes a folder that this account alone (and root) can look into. Raises FileExistsError if it is there."""
        folder.mkdir(mode=0o700)
        if self.is_another:
            os.chown(folder, self.uid, self.gid)


def server_account(data: Path) -> Account:
    """The account for the server of this data directory: ourselves, or for root the data's owner or pgserver."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if data.exists() and (owner := data.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    return _lent_account()


def _lent_account() -> Account:
    try:
        found = pwd.getpwnam(ACCOUNT_NAME)
    except KeyError:
        found = _add_account()
    return Account(found.pw_uid, found.pw_gid)


def _add_account() -> pwd.struct_passwd:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT_NAME]
    try:
        subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        pass  # A machine without useradd (Alpine, macOS) lends `nobody`.
    try:
        return pwd.getpwnam(ACCOUNT_NAME)
    except KeyError:
        return pwd.getpwnam("nobody")
