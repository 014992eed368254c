"""The server's first process: what its own files say of it, and whether a process is it."""

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from monthlypeople import processes

PORT = 5432
SOCKET = f".s.PGSQL.{PORT}"


@dataclass(frozen=True)
class Postmaster:
    """As recorded in postmaster.pid, which outlives a killed server."""

    pid: int
    started_at: str
    socket_directory: Path
    is_ready: bool


def recorded(data: Path) -> Postmaster | None:
    # The lines are: pid, data directory, start time, port, socket directory, address, shared memory, state.
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        return Postmaster(int(lines[0]), lines[2], Path(lines[4]), lines[7:8] != [] and lines[7].strip() == "ready")
    except (FileNotFoundError, IndexError, ValueError):
        return None


def recorded_pid(data: Path) -> int | None:
    return _first_number(data / "postmaster.pid")


def socket_owner(directory: Path) -> int | None:
    return _first_number(directory / f"{SOCKET}.lock")


def _first_number(path: Path) -> int | None:
    with suppress(OSError, ValueError, IndexError):
        return abs(int(path.read_text().split()[0]))
    return None


def is_private(directory: Path, uid: int) -> bool:
    """A real folder, of that user, which nobody else can look into."""
    try:
        found = directory.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == uid and not found.st_mode & 0o077


def is_postmaster_of(pid: int, data: Path) -> bool:
    """Whether the process is a PostgreSQL server started for this data directory, or working in it since it moved."""
    command = processes.command_line(pid)
    program = command.split(" -D ")[0]
    return Path(program).name == "postgres" and (f" -D {data} " in f"{command} " or _works_in(pid, data))


def stray_backends(data: Path) -> list[int]:
    """Processes of a server whose postmaster was killed. They end by themselves, though not in the midst of a query."""
    return [pid for pid in processes.all_pids() if _works_in(pid, data) and "postgres" in processes.command_line(pid)]


def _works_in(pid: int, data: Path) -> bool:
    # Through the link and not by its name: a data directory may have been moved under a running server.
    try:
        return os.path.samestat((processes.PROC / str(pid) / "cwd").stat(), data.stat())
    except OSError:
        return False
