"""A supervisor in a process of its own, with children that sleep; signals and kills are real."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from itertools import pairwise
from pathlib import Path

import pytest

from monthlypeople import processes

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = """
    import json, sys
    from pathlib import Path
    from monthlypeople.supervisor import Child, Supervisor

    def tell(**what):
        print(json.dumps(what), flush=True)

    commands = json.loads(sys.argv[1])
    Supervisor(
        [Child(name, command) for name, command in commands.items()],
        Path.cwd(),
        say=lambda line: tell(said=line),
        started=lambda pids: tell(pids=pids),
    ).run(is_ready=lambda: True, when_ready=lambda: tell(ready=True))
    tell(over=True)
"""
SLEEP = ["sleep", "60"]
WITH_GRANDCHILD = ["sh", "-c", "sleep 60 & sleep 60"]
STUBBORN = [sys.executable, "-c", "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"]


class Supervised:
    def __init__(self, commands):
        self.process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(PROGRAM), json.dumps(commands)],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            text=True,
        )

    def told(self, name):
        """The next thing told under that name."""
        for line in self.process.stdout:
            if name in (what := json.loads(line)):
                return what[name]
        raise EOFError(name)


@pytest.fixture
def supervise():
    started = []

    def start(**commands):
        started.append(Supervised(commands))
        return started[-1]

    yield start
    for supervised in started:
        supervised.process.terminate()
        supervised.process.wait(5)
        supervised.process.stdout.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_everything_in_time(supervise, number):
    supervised = supervise(plain=SLEEP, with_grandchild=WITH_GRANDCHILD, stubborn=STUBBORN)
    pids = supervised.told("pids")
    assert supervised.told("ready")
    time.sleep(0.3)
    everybody = [pid for leader in pids for pid in processes.in_session(leader)]
    began = time.monotonic()

    supervised.process.send_signal(number)

    assert supervised.told("over")
    assert time.monotonic() - began < 2
    assert len(everybody) == 5
    assert processes.wait_until_gone(everybody, 1)


def test_killed_child_is_started_again_and_said(supervise):
    supervised = supervise(sleeper=SLEEP)
    (first,) = supervised.told("pids")

    os.kill(first, signal.SIGKILL)

    assert supervised.told("said") == "sleeper: 멈췄습니다 (-9). 다시 시작합니다."
    (second,) = supervised.told("pids")
    assert second != first
    assert processes.is_alive(second)


def test_what_a_killed_child_left_is_ended(supervise):
    supervised = supervise(with_grandchild=WITH_GRANDCHILD)
    (leader,) = supervised.told("pids")
    time.sleep(0.3)
    left = processes.in_session(leader)

    os.kill(leader, signal.SIGKILL)
    supervised.told("pids")

    assert len(left) == 3
    assert processes.wait_until_gone(left, 1)


def test_child_that_keeps_failing_is_tried_ever_more_slowly(supervise):
    supervised = supervise(failing=["false"])
    times = []
    for _ in range(4):
        supervised.told("pids")
        times.append(time.monotonic())

    waits = [later - earlier for earlier, later in pairwise(times)]
    # The supervisor looks twice a second, so short waits are alike; the last must be clearly longer than the first.
    assert waits[-1] > max(0.9, waits[0] + 0.2)


def test_signal_is_heard_though_the_shell_had_it_ignored(supervise, monkeypatch):
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        supervised = supervise(plain=SLEEP)
    finally:
        signal.signal(signal.SIGINT, before)
    assert supervised.told("ready")

    supervised.process.send_signal(signal.SIGINT)

    assert supervised.told("over")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children that their parent is gone")
def test_children_end_with_a_killed_supervisor(supervise):
    supervised = supervise(plain=SLEEP)
    pids = supervised.told("pids")
    assert supervised.told("ready")

    supervised.process.kill()

    assert processes.wait_until_gone(pids, 2)
