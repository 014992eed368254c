"""The server goes away in the middle of a sentence, and comes back at the same address: a real one, really killed."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection

from articles.models import Revision
from tests.browser.desk.conftest import Colleague
from tests.browser.desk.test_writing import KEPT, begun, body, newest, save, title, wait_for_status, write_body
from tests.factories import make_user

pytestmark = pytest.mark.django_db(transaction=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def database_address():
    """The address of the database of this run, as DATABASE_URL says it."""
    connection.ensure_connection()
    about = connection.settings_dict
    place = {"host": about["HOST"], "port": about["PORT"], "password": about["PASSWORD"]}
    return f"postgres://{about['USER']}:@/{about['NAME']}?{urlencode({name: value for name, value in place.items() if value})}"


@contextmanager
def server(port):
    """A server of its own process. It is killed, not asked to stop."""
    environment = {
        "MONTHLYPEOPLE_PROFILE": "debug",
        "SECRET_KEY": settings.SECRET_KEY,
        "DATABASE_URL": database_address(),
    }
    command = [sys.executable, "manage.py", "runserver", "--noreload", "--verbosity", "0", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command,
        env=os.environ | environment,
        cwd=settings.BASE_DIR,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_it_answers(port, process)
        yield
    finally:
        process.kill()
        process.wait()


def wait_until_it_answers(port, process):
    for _ in range(300):
        assert process.poll() is None
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server does not answer")


def test_what_is_typed_while_the_server_restarts_is_saved_when_it_is_back(chromium):
    port = free_port()
    with server(port):
        han = Colleague(chromium, f"http://127.0.0.1:{port}", make_user(role="기자", is_staff=True))
        article = begun(han.user, body="<p>처음.</p>")
        page = han.open(article)
    title(page).fill("서버가 없는 사이의 제목")
    write_body(page, " 서버가 없는 사이의 글.")
    wait_for_status(page, "연결이 끊겼습니다. 글은 이 브라우저에 있습니다.")
    page.locator("[data-save]").click()
    page.wait_for_timeout(500)
    assert (title(page).input_value(), Revision.objects.saved().count()) == ("서버가 없는 사이의 제목", 1)

    with server(port):
        wait_for_status(page, KEPT)
        assert body(page).strip() == "처음. 서버가 없는 사이의 글."
        save(page)
        content = newest(article).content
        assert content["title"] == "서버가 없는 사이의 제목"
        assert content["body"].strip() == "<p>처음. 서버가 없는 사이의 글.</p>"
        han.context.close()
