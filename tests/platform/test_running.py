import json
import subprocess
import time

import pytest

from monthlypeople import processes
from monthlypeople.running import AlreadyRunningError, claimed

ADDRESS = "http://127.0.0.1:8000/"


@pytest.fixture
def sleeper(tmp_path):
    """The leader of a session of three, working in the checkout that tmp_path is."""
    command = ["sh", "-c", "sleep 60 & sleep 60"]
    process = subprocess.Popen(command, cwd=tmp_path, start_new_session=True)
    while len(processes.in_session(process.pid)) < 3:
        time.sleep(0.01)
    yield process
    processes.send(processes.in_session(process.pid), 9)
    process.wait()


def left_by_a_killed_supervisor(folder, children):
    (folder / "serve.json").write_text(json.dumps({"pid": 1, "address": ADDRESS, "children": children}))


def test_second_is_refused_and_told_where_the_first_is(tmp_path):
    with claimed(tmp_path, checkout=tmp_path, address=ADDRESS):
        with pytest.raises(AlreadyRunningError) as refusal, claimed(tmp_path, checkout=tmp_path, address="another"):
            pass

        assert refusal.value.address == ADDRESS
        assert refusal.value.pid == processes.os.getpid()


def test_claim_ends_with_its_block(tmp_path):
    for _ in range(2):
        with claimed(tmp_path, checkout=tmp_path, address=ADDRESS):
            pass

    assert not (tmp_path / "serve.json").exists()


def test_orphans_are_ended(tmp_path, sleeper):
    left_by_a_killed_supervisor(tmp_path, [sleeper.pid])

    with claimed(tmp_path, checkout=tmp_path, address=ADDRESS):
        sleeper.wait(1)
        assert processes.in_session(sleeper.pid) == []


def test_orphans_whose_leader_is_dead_are_ended(tmp_path, sleeper):
    left_by_a_killed_supervisor(tmp_path, [sleeper.pid])
    sleeper.kill()
    sleeper.wait()

    with claimed(tmp_path, checkout=tmp_path, address=ADDRESS):
        assert processes.in_session(sleeper.pid) == []


def test_pid_that_is_somebody_elses_now_is_left_alone(tmp_path, sleeper):
    left_by_a_killed_supervisor(tmp_path, [sleeper.pid])

    with claimed(tmp_path, checkout=tmp_path / "another", address=ADDRESS):
        assert sleeper.poll() is None


def test_damaged_record_is_no_hindrance(tmp_path):
    (tmp_path / "serve.json").write_text('{"pid": 1')

    with claimed(tmp_path, checkout=tmp_path, address=ADDRESS) as running:
        running.record([1234])
        assert json.loads((tmp_path / "serve.json").read_text())["children"] == [1234]
