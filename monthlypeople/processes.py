"""What this machine says about its processes: from /proc where there is one, otherwise from ps."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
HAS_PROC = (PROC / "self" / "cmdline").exists()


def _ps(*arguments: str) -> str:
    return subprocess.run(["ps", "-ww", *arguments], capture_output=True, text=True, check=False).stdout


def command_line(pid: int) -> str:
    """Its arguments with spaces between; empty for a process that is gone, dead and not yet collected, or just begun."""
    if HAS_PROC:
        with suppress(OSError):
            return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        return ""
    return _ps("-o", "command=", "-p", str(pid)).strip() if is_alive(pid) else ""


def working_directory(pid: int) -> Path | None:
    """None where the system does not tell: another user's process, or no /proc."""
    with suppress(OSError):
        return (PROC / str(pid) / "cwd").readlink()
    return None


def is_alive(pid: int) -> bool:
    """False also for a process that is dead and was not collected by its parent."""
    if HAS_PROC:
        with suppress(OSError):
            # The state comes after the name, which stands in parentheses and may hold some itself.
            return (PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()[0] not in "ZX"
        return False
    return _ps("-o", "stat=", "-p", str(pid)).strip()[:1] not in ("", "Z")


def all_pids() -> list[int]:
    if HAS_PROC:
        return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]
    return [int(pid) for pid in _ps("-axo", "pid=").split()]


def in_session(session: int) -> list[int]:
    """The processes of a session, its leader (whose pid is the session's number) among them, dead ones left out."""
    found = []
    for pid in all_pids():
        with suppress(OSError):
            if os.getsid(pid) == session and is_alive(pid):
                found.append(pid)
    return found


def send(pids: list[int], signal_number: int) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal_number)


def wait_until_gone(pids: list[int], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while any(is_alive(pid) for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def end(pids: list[int], *, first: int = signal.SIGTERM, seconds: float) -> None:
    """Ask with the signal `first`, and kill whatever is still there after `seconds`."""
    send(pids, first)
    if not wait_until_gone(pids, seconds):
        send(pids, signal.SIGKILL)
        wait_until_gone(pids, 5)
