"""Letters kept as files, one each; the name of a file sorts by the time of its arrival."""

import re
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

KEY = re.compile(r"\d{19}-[0-9a-f]{8}")


@dataclass(frozen=True)
class Letter:
    key: str
    received_at: datetime
    sender: str
    recipients: str
    subject: str
    text: str


def keep(folder: Path, content: bytes, recipients: list[str]) -> Path:
    """Keeps a letter as it came, with those it was really delivered to on top: blind copies show nowhere else."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{time.time_ns():019d}-{secrets.token_hex(4)}.eml"
    half = path.with_suffix(".part")
    half.write_bytes(b"".join(b"Delivered-To: %s\r\n" % address.encode() for address in recipients) + content)
    return half.rename(path)


def newest_first(folder: Path) -> list[Letter]:
    return [read(path) for path in sorted(folder.glob("*.eml"), reverse=True)]


def find(folder: Path, key: str) -> Letter | None:
    path = folder / f"{key}.eml"
    return read(path) if KEY.fullmatch(key) and path.is_file() else None


def read(path: Path) -> Letter:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    return Letter(
        key=path.stem,
        received_at=datetime.fromtimestamp(int(path.stem.split("-")[0]) / 1e9, tz=UTC),
        sender=str(message.get("From", "")),
        recipients=", ".join(str(address) for address in message.get_all("Delivered-To", [])),
        subject=str(message.get("Subject", "")),
        text=_text(message),
    )


def _text(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    try:
        return part.get_content()
    except LookupError:  # A charset that nobody knows.
        return part.get_payload(decode=True).decode(errors="replace")
