"""Who is using the server, told by locks on files: the kernel lets go of them however a process ends."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def _open(path: Path) -> int:
    # Python's descriptors are close-on-exec: a program that we start does not hold our lease. Reading is enough for a
    # lock, so that a file made by another user does not stand in the way.
    try:
        return os.open(path, os.O_RDONLY | os.O_CREAT, 0o644)
    except PermissionError as error:
        raise ImproperlyConfigured(f"{path.parent} belongs to another user: run as that user, or as root.") from error


class Lease:
    """Held shared by every process that uses the server, from its first connection until its end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.descriptor: int | None = None
        os.register_at_fork(after_in_child=self._forget)

    def take(self) -> None:
        """Waits while the last one out is stopping the server."""
        if self.descriptor is None:
            descriptor = _open(self.path)
            fcntl.flock(descriptor, fcntl.LOCK_SH)
            self.descriptor = descriptor

    @contextmanager
    def given_up(self, *, patience: float = 0) -> Iterator[bool]:
        """Gives up the lease; true inside the block when nobody else holds one, and nobody can take one meanwhile.

        Others have `patience` seconds to leave first: a process that was killed holds its lease until it is gone.
        """
        if self.descriptor is None:
            yield False
            return
        try:
            yield self._is_alone(time.monotonic() + patience)
        finally:
            os.close(self.descriptor)
            self.descriptor = None

    def _is_alone(self, deadline: float) -> bool:
        while True:
            try:
                # Turning shared into exclusive drops the shared lock first: when two leave together, exactly one is last.
                fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    return False
                time.sleep(0.02)
            else:
                return True

    def _forget(self) -> None:
        # A forked child shares the parent's lock, and would give it up for both. It takes its own when it connects.
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """One process at a time; waits for its turn."""
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
