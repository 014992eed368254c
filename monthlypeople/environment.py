"""var/environment: the profile, secret, database and mail server that `make serve` or `make test` recorded here.

settings.py reads it, so that a bare `.venv/bin/python manage.py …` meets the same database with the same secret. This
module must not import settings: it runs before they can be read.
"""

import argparse
import os
import secrets
import tempfile
from pathlib import Path

from monthlypeople.embedded_postgresql import EMBEDDED_URL

VAR_DIR = Path(__file__).resolve().parent.parent / "var"
FILE_NAME = "environment"
NO_MAIL_SERVER_URL = "smtp://127.0.0.1:25"


def new_secret() -> str:
    # Nothing in it means anything to the reader of the file: a leading `$`, say, would name another variable.
    return secrets.token_urlsafe(50)


def recorded(var: Path = VAR_DIR) -> dict[str, str]:
    try:
        lines = (var / FILE_NAME).read_text().splitlines()
    except FileNotFoundError:
        return {}
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name: value[1:-1] for name, value in pairs}


def record(*, var: Path = VAR_DIR, **values: str) -> dict[str, str]:
    """Writes the values given over those recorded before; what has never been said gets its first value here."""
    first = {
        "MONTHLYPEOPLE_PROFILE": "development",
        "SECRET_KEY": os.environ.get("SECRET_KEY") or new_secret(),
        "DATABASE_URL": EMBEDDED_URL,
        "EMAIL_URL": NO_MAIL_SERVER_URL,
    }
    written = first | recorded(var) | values
    if any("\n" in value for value in written.values()):
        raise ValueError("A line break in an environment variable cannot be recorded.")
    var.mkdir(exist_ok=True)
    text = "# `make serve` and `make test` write this file. SECRET_KEY stays; the rest follows the last `make serve`.\n"
    text += "".join(f"{name}='{value}'\n" for name, value in written.items())
    write_privately(var / FILE_NAME, text)
    return written


def write_privately(path: Path, text: str) -> None:
    """Replaces the file as a whole, readable by its owner alone (mode 0600)."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)


def main() -> None:
    parser = argparse.ArgumentParser(description="Record var/environment if there is none yet.")
    parser.add_argument("--secret", action="store_true", help="print a new secret and write nothing")
    if parser.parse_args().secret:
        print(new_secret())
    elif not recorded():
        record()


if __name__ == "__main__":
    main()
