"""Hashed and compressed static files, where what was compressed once is not compressed again."""

import os
import re
from pathlib import Path

import brotli
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Some 1,300 files that staff alone load: the last percent of compression would take ten seconds of the first start.
STAFF_ONLY = ("/ckeditor/", "/unfold/", "/admin/")
SUFFIXES = (".br", ".gz")
_HASHED = re.compile(r"\.[0-9a-f]{12}\.[^/]+$")


# Our modules import one another by name: `from "./server.js"`. Scripts of others are left alone: Django's own patterns for
# imports look at all of them.
MODULES = ("js/*.js", (('(?P<matched>from "(?P<url>\\./[^"]+)")', 'from "%(url)s"'),))


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    patterns = (*CompressedManifestStaticFilesStorage.patterns, MODULES)

    def create_compressor(self, **options: object) -> Compressor:
        return KeepingCompressor(**options)


class KeepingCompressor(Compressor):
    def compress(self, path: str) -> list[str]:
        kept = [path + suffix for suffix in SUFFIXES if is_current(Path(path), Path(path + suffix))]
        if kept:
            return kept
        if isinstance(self, QuickCompressor) or not any(name in path for name in STAFF_ONLY):
            return super().compress(path)
        return QuickCompressor(quiet=True).compress(path)

    def write_data(self, path: str, data: bytes, suffix: str, stat_result: os.stat_result) -> str:
        # Whole or not at all: what a killed start left half written would be kept for ever.
        half = super().write_data(path, data, f"{suffix}.part", stat_result)
        return str(Path(half).rename(path + suffix))


class QuickCompressor(KeepingCompressor):
    @staticmethod
    def compress_brotli(data: bytes) -> bytes:
        return brotli.compress(data, quality=5)


def is_current(file: Path, compressed: Path) -> bool:
    """A name with a hash in it never means another content; any other file bears the time of what it was made from."""
    if not compressed.exists():
        return False
    return bool(_HASHED.search(file.name)) or abs(compressed.stat().st_mtime - file.stat().st_mtime) < 0.001
