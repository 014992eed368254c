"""Collecting static files only when one of them, or the way they are stored, has changed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_if_changed() -> bool:
    """Gives whether there was anything to do. Takes some 20 ms when there was not."""
    root = Path(settings.STATIC_ROOT)
    stamp = root / ".collected"
    now = fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return False
    # Without --clear: the hashed files of yesterday are what pages of yesterday, still open somewhere, ask for.
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)
    return True


def fingerprint() -> str:
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for line in sorted(_lines()):
        digest.update(line.encode())
    return digest.hexdigest()


def _lines() -> Iterator[str]:
    for finder in get_finders():
        for path, storage in finder.list(ignore_patterns=[]):
            found = Path(storage.path(path)).stat()
            yield f"{path} {found.st_size} {found.st_mtime_ns}\n"
