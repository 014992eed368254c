"""Keeps programs running beside each other until it is told to end, and then ends all of them."""

import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from monthlypeople import processes

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
STOP_SECONDS = 0.8
SHORTEST_WAIT, LONGEST_WAIT = 0.25, 10.0
# A program that lived this long did not fail at its start.
STEADY_SECONDS = 30
PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _end_with_parent() -> None:
    """On Linux the kernel tells a child when the supervisor is gone, however it went."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    """`label` is what a person reads; `descriptors` are open files that the program is handed."""

    label: str
    command: list[str]
    descriptors: tuple[int, ...] = ()
    process: subprocess.Popen | None = field(default=None, init=False)
    started_at: float = field(default=0, init=False)
    due_at: float = field(default=0, init=False)
    quick_ends: int = field(default=0, init=False)

    def start(self, folder: Path) -> None:
        self.started_at = time.monotonic()
        # A session of its own: Ctrl-C in the terminal reaches the supervisor alone, which ends things in order.
        self.process = subprocess.Popen(
            self.command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            pass_fds=self.descriptors,
            start_new_session=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - the supervisor has one thread
        )

    def collect(self) -> int | None:
        """The exit code, once, of a program that ended; what it left behind in its session is killed."""
        if self.process is None or (code := self.process.poll()) is None:
            return None
        processes.send(processes.in_session(self.process.pid), signal.SIGKILL)
        self.process = None
        steady = time.monotonic() - self.started_at > STEADY_SECONDS
        self.quick_ends = 0 if steady else self.quick_ends + 1
        self.due_at = time.monotonic() + min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** max(0, self.quick_ends - 1))
        return code


class Supervisor:
    """`started` is called with the pids whenever they change, `say` with each line for the person at the terminal."""

    def __init__(
        self, children: list[Child], folder: Path, *, say: Callable[[str], None], started: Callable[[list[int]], None]
    ) -> None:
        self.children = children
        self.folder = folder
        self.say = say
        self.started = started

    def run(self, *, is_ready: Callable[[], bool], when_ready: Callable[[], None]) -> None:
        """Returns when a signal to end has come and every child has ended. Call it from the main thread."""
        waiting = True
        with _signal_pipe() as pipe:
            try:
                while True:
                    self._start_what_is_due()
                    if waiting and is_ready():
                        waiting = False
                        when_ready()
                    if _received(pipe, timeout=0.05 if waiting else 0.5) & set(ENDING_SIGNALS):
                        return
                    self._collect_what_ended()
            finally:
                self._stop()

    def _start_what_is_due(self) -> None:
        due = [child for child in self.children if child.process is None and child.due_at <= time.monotonic()]
        for child in due:
            child.start(self.folder)
        if due:
            self.started([child.process.pid for child in self.children if child.process])

    def _collect_what_ended(self) -> None:
        for child in self.children:
            code = child.collect()
            if code is not None:
                self.say(f"{child.label}: 멈췄습니다 ({code}). 다시 시작합니다.")

    def _stop(self) -> None:
        running = [child.process for child in self.children if child.process]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for process in running:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0, deadline - time.monotonic()))
        members = [pid for process in running for pid in processes.in_session(process.pid)]
        processes.send(members, signal.SIGKILL)
        for process in running:
            process.wait()
        # A worker that is still dying holds its lease on the database, and whoever leaves next would not be the last.
        processes.wait_until_gone(members, 0.5)


class _signal_pipe:  # noqa: N801 - used as a function, in a `with`
    """Signals as bytes to wait for: nothing is interrupted halfway, and none is lost between two looks."""

    def __enter__(self) -> int:
        self.read_end, self.write_end = os.pipe()
        os.set_blocking(self.read_end, False)
        os.set_blocking(self.write_end, False)
        signal.set_wakeup_fd(self.write_end, warn_on_full_buffer=False)
        # Set outright: a shell that started us in the background has SIGINT ignored, and that is inherited.
        for number in (*ENDING_SIGNALS, signal.SIGCHLD):
            signal.signal(number, lambda *_: None)
        return self.read_end

    def __exit__(self, *error: object) -> None:
        # The handlers stay: a second Ctrl-C must not break the tidying up.
        signal.set_wakeup_fd(-1)
        os.close(self.read_end)
        os.close(self.write_end)


def _received(pipe: int, *, timeout: float) -> set[int]:
    ready, _, _ = select.select([pipe], [], [], timeout)
    return set(os.read(pipe, 1024)) if ready else set()
