"""What `make serve` started, recorded in var/ for the next one: to refuse a second, or to clear away after a kill."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from monthlypeople import processes
from monthlypeople.environment import write_privately

ORPHANS_STOP_SECONDS = 2
MOST_ROUNDS = 5


class AlreadyRunningError(Exception):
    def __init__(self, pid: int | None, address: str | None) -> None:
        super().__init__(pid, address)
        self.pid, self.address = pid, address


class Running:
    """The record of one supervisor, made by `claimed`."""

    def __init__(self, path: Path, address: str) -> None:
        self.path = path
        self.address = address

    def record(self, children: list[int]) -> None:
        content = {"pid": os.getpid(), "address": self.address, "children": children}
        write_privately(self.path, json.dumps(content))


@contextmanager
def claimed(var: Path, *, checkout: Path, address: str) -> Iterator[Running]:
    """One supervisor a checkout at a time. Ends what a killed one left; raises AlreadyRunningError for a living one."""
    path = var / "serve.json"
    descriptor = os.open(var / "serve.lock", os.O_RDONLY | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        known = _read(path)
        raise AlreadyRunningError(known.get("pid"), known.get("address")) from None
    try:
        end_orphans(_read(path).get("children", []), checkout)
        running = Running(path, address)
        running.record([])
        yield running
        path.unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def _read(path: Path) -> dict:
    try:
        return json.loads(path.read_text())
    except (FileNotFoundError, ValueError):
        return {}


def end_orphans(leaders: list[int], checkout: Path) -> None:
    """Ends the sessions that these processes led, as far as what is in them now is still ours."""
    for _ in range(MOST_ROUNDS):
        members = {pid for leader in leaders for pid in processes.in_session(leader)}
        ours = [pid for pid in members if _is_ours(pid, checkout)]
        if not ours:
            return
        # One that is just starting another is looked for again.
        processes.end(ours, seconds=ORPHANS_STOP_SECONDS)


def _is_ours(pid: int, checkout: Path) -> bool:
    """A pid may be somebody else's by now: ours work in the checkout, or run its Python where no system tells that."""
    folder = processes.working_directory(pid)
    return folder == checkout if folder else str(checkout / ".venv") in processes.command_line(pid)
