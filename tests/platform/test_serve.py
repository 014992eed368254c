"""`make serve` from a fresh checkout, as a newcomer meets it: started, refused twice, stopped, killed, started again."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from monthlypeople import environment, processes
from monthlypeople.serve import CannotServeError, port_from, require_free

CHECKOUT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", "node_modules", "tests", "docs", "*.egg-info")
SECONDS_TO_STOP = 3
SECONDS_TO_START_AGAIN = 15


class Serve:
    """A checkout of its own, and the process of `python -m monthlypeople.serve` in it."""

    def __init__(self, folder):
        self.checkout = folder / "checkout"
        shutil.copytree(CHECKOUT, self.checkout, ignore=LEFT_OUT, symlinks=True)
        self.port = free_port()
        self.process = None

    def run(self, **environment):
        ours = {name: value for name, value in os.environ.items() if name not in ("EMAIL_URL", "SECRET_KEY")}
        return subprocess.Popen(
            [sys.executable, "-m", "monthlypeople.serve"],
            cwd=self.checkout,
            env=ours | {"PORT": str(self.port), "DATABASE_URL": "embedded:"} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def start(self):
        """Seconds until it said that it is open."""
        began = time.monotonic()
        self.process = self.run()
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            if "Ctrl-C" in line:
                return time.monotonic() - began
        raise AssertionError(self.said)

    def stop(self, number):
        """Seconds until nothing of it was left, PostgreSQL included."""
        began = time.monotonic()
        os.killpg(self.process.pid, number)
        self.said = self.process.communicate(timeout=10)[0]
        while self.what_runs():
            assert time.monotonic() - began < 20, ([processes.command_line(pid) for pid in self.what_runs()], self.said)
            time.sleep(0.02)
        return time.monotonic() - began

    def what_runs(self):
        return [pid for pid in processes.all_pids() if self.is_ours(pid)]

    def is_ours(self, pid):
        folder = processes.working_directory(pid)
        return (folder is not None and folder.is_relative_to(self.checkout)) or f" -D {self.checkout}/" in (
            processes.command_line(pid)
        )

    def children(self):
        return json.loads((self.checkout / "var" / "serve.json").read_text())["children"]

    def status(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        status = connection.getresponse().status
        connection.close()
        return status

    def manage(self, *arguments):
        ours = ("MONTHLYPEOPLE_PROFILE", "SECRET_KEY", "DATABASE_URL", "EMAIL_URL", "DJANGO_SETTINGS_MODULE")
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=self.checkout,
            env={name: value for name, value in os.environ.items() if name not in ours},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def serve(open_folder):
    serve = Serve(open_folder)
    yield serve
    if serve.process is not None:
        serve.process.kill()
        serve.process.communicate()
    processes.end(serve.what_runs(), first=signal.SIGINT, seconds=3)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def eventually(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def answers(serve):
    try:
        return serve.status("/readyz") == 200
    except OSError:
        return False


def test_newcomer_serves_stops_and_serves_again(serve):
    refused = serve.manage("check")
    assert "SECRET_KEY is not set" in refused.stderr

    serve.start()
    assert f"http://127.0.0.1:{serve.port}/" in serve.said
    assert "비밀번호는 모두 monthlypeople" in serve.said
    assert (serve.status("/"), serve.status("/admin/login/"), serve.status("/dev/mail/")) == (200, 200, 200)

    second = serve.run(PORT=str(free_port()))
    assert f"이미 열려 있습니다: http://127.0.0.1:{serve.port}/" in second.communicate(timeout=10)[0]
    assert second.returncode == 1

    sent = serve.manage("sendtestemail", "reader@example.com")
    assert sent.returncode == 0, sent.stderr
    assert len(list((serve.checkout / "var" / "mail").glob("*.eml"))) == 1

    processes.send(serve.children(), signal.SIGKILL)
    eventually(lambda: answers(serve))

    assert serve.stop(signal.SIGINT) < SECONDS_TO_STOP
    assert serve.process.returncode == 0
    count = serve.manage("shell", "-v0", "-c", "from articles.models import Article; print(Article.objects.count())")

    assert serve.start() < SECONDS_TO_START_AGAIN
    processes.send(serve.what_runs(), signal.SIGKILL)
    serve.process.communicate()

    assert serve.start() < SECONDS_TO_START_AGAIN
    serve.process.kill()
    serve.process.communicate()

    assert serve.start() < SECONDS_TO_START_AGAIN
    assert (
        serve.manage("shell", "-v0", "-c", "from articles.models import Article; print(Article.objects.count())").stdout
        == count.stdout
    )
    assert int(count.stdout) > 50
    assert serve.stop(signal.SIGTERM) < SECONDS_TO_STOP
    assert serve.process.returncode == 0


def test_port_that_is_taken_is_named(serve):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", serve.port))
        taken.listen()

        refused = serve.run()
        said = refused.communicate(timeout=10)[0]

    assert f"make serve PORT={serve.port + 1}" in said
    assert refused.returncode == 1
    assert serve.what_runs() == []


def test_interrupted_preparation_leaves_nothing(serve):
    started = serve.run()
    eventually((serve.checkout / "var" / "pg" / "postmaster.pid").exists)

    os.killpg(started.pid, signal.SIGINT)
    began = time.monotonic()
    started.communicate(timeout=10)

    assert time.monotonic() - began < SECONDS_TO_STOP
    assert serve.what_runs() == []


def test_database_that_does_not_answer_is_said_in_words(serve):
    refused = serve.run(DATABASE_URL=f"postgres://somebody@127.0.0.1:{free_port()}/nothing")
    said = refused.communicate(timeout=20)[0]

    assert "데이터베이스를 쓸 수 없습니다" in said
    assert "Traceback" not in said
    assert refused.returncode == 1


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgres://127.0.0.1:1/x", "데이터베이스를 쓸 수 없습니다"),
        ("sqlite:///x", "DATABASE_URL must begin with postgres://"),
    ],
)
def test_database_that_cannot_be_used_is_not_recorded(serve, url, words):
    var = serve.checkout / "var"
    former = environment.record(var=var, DATABASE_URL="postgres://somebody@127.0.0.1:5432/former")

    refused = serve.run(DATABASE_URL=url)
    said = refused.communicate(timeout=20)[0]

    assert words in said
    assert "Traceback" not in said
    assert refused.returncode == 1
    assert environment.recorded(var) == former


@pytest.mark.parametrize("text", ["0", "65536", "eight", "-1", "80.0", "８０"])
def test_port_that_is_none_is_refused(text):
    with pytest.raises(CannotServeError, match="PORT"):
        port_from(text)


def test_port_of_connections_that_fade_away_is_free():
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            listening.accept()[0].close()

    require_free(port)
