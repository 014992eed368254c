import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from monthlypeople import processes

STUBBORN = (
    "import signal, sys; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); sys.stdin.read()"
)


def test_living_process_is_described(tmp_path):
    sleeper = subprocess.Popen(["sleep", "31.5"], cwd=tmp_path, start_new_session=True)
    # A program that has just begun bears no name for a moment.
    while not processes.command_line(sleeper.pid):
        time.sleep(0.01)

    assert processes.command_line(sleeper.pid) == "sleep 31.5"
    assert processes.is_alive(sleeper.pid)
    assert processes.in_session(sleeper.pid) == [sleeper.pid]
    if processes.HAS_PROC:
        assert processes.working_directory(sleeper.pid) == tmp_path

    sleeper.kill()
    sleeper.wait()


def test_process_that_died_uncollected_is_not_alive():
    child = subprocess.Popen(["true"])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)

    assert not processes.is_alive(child.pid)

    child.wait()


@pytest.mark.skipif(not processes.HAS_PROC, reason="there is no /proc to differ from")
def test_ps_says_the_same_as_proc(monkeypatch):
    from_proc = processes.command_line(os.getpid())
    monkeypatch.setattr(processes, "HAS_PROC", False)

    assert processes.command_line(os.getpid()) == from_proc
    assert os.getpid() in processes.all_pids()
    assert processes.command_line(2**22 + 1) == ""


def test_stubborn_process_is_killed_in_the_end():
    stubborn = subprocess.Popen([sys.executable, "-c", STUBBORN], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    stubborn.stdout.readline()

    processes.end([stubborn.pid], seconds=0.2)

    assert stubborn.wait() == -9
    stubborn.communicate()


def test_nothing_is_known_of_a_process_that_is_gone():
    gone = subprocess.Popen(["true"])
    gone.wait()

    assert processes.command_line(gone.pid) == ""
    assert processes.working_directory(gone.pid) is None
    assert processes.wait_until_gone([gone.pid], 0)
    assert Path("/").exists()
