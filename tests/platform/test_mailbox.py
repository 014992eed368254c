import smtplib
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client
from django.urls import include, path

from monthlypeople.mailbox import letters
from monthlypeople.urls import urlpatterns as site

CHECKOUT = Path(__file__).resolve().parents[2]
urlpatterns = [*site, path("dev/mail/", include("monthlypeople.mailbox.urls"))]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def mail_port(tmp_path):
    """A running mail server that keeps its letters in tmp_path."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    command = [sys.executable, "-m", "monthlypeople.mailbox.server"]
    command += ["--descriptor", str(listening.fileno()), "--folder", str(tmp_path)]
    server = subprocess.Popen(command, cwd=CHECKOUT, pass_fds=[listening.fileno()])
    port = listening.getsockname()[1]
    wait_for(port)
    yield port
    server.terminate()
    assert server.wait(5) == 0
    listening.close()


def wait_for(port):
    for _ in range(200):
        try:
            smtplib.SMTP("127.0.0.1", port, timeout=5).quit()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError


@pytest.fixture
def client():
    return Client(headers={"host": "127.0.0.1:8000"})


@pytest.fixture
def mailbox(settings, tmp_path):
    settings.MAILBOX_DIR = tmp_path
    return tmp_path


def keep(folder, body="안녕하세요.", subject="제목", **headers):
    lines = [f"{name}: {value}" for name, value in headers.items()]
    content = "\r\n".join([f"Subject: {subject}", "From: desk@example.com", *lines, "", body])
    return letters.keep(folder, content.encode(), ["reader@example.com"]).stem


def test_sent_letter_can_be_read(client, mailbox, mail_port):
    letter = EmailMultiAlternatives(
        "인증 번호 〈월간인물〉",
        "여기를 누르세요: https://example.com/a?b=1&c=2\n",
        "desk@example.com",
        ["reader@example.com"],
        bcc=["chief@example.com"],
        connection=get_connection("django.core.mail.backends.smtp.EmailBackend", host="127.0.0.1", port=mail_port),
    )
    letter.attach_alternative("<b>누르세요</b>", "text/html")
    letter.send()

    (kept,) = letters.newest_first(mailbox)
    page = client.get(f"/dev/mail/{kept.key}/").content.decode()

    assert kept.subject == "인증 번호 〈월간인물〉"
    assert kept.recipients == "reader@example.com, chief@example.com"
    assert '<a href="https://example.com/a?b=1&amp;c=2"' in page
    assert "<h1>인증 번호 〈월간인물〉</h1>" in page


def test_list_shows_the_newest_letter_first(client, mailbox):
    first, second = keep(mailbox, subject="먼저"), keep(mailbox, subject="나중")

    shown = client.get("/dev/mail/").context["letters"]

    assert [letter.key for letter in shown] == [second, first]


def test_letter_in_html_is_shown_as_text(client, mailbox):
    key = keep(mailbox, "<script>alert(1)</script>", **{"Content-Type": "text/html; charset=utf-8"})

    page = client.get(f"/dev/mail/{key}/").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    "headers", [{"Content-Type": "text/plain; charset=nobody-knows"}, {"Content-Type": "multipart/mixed; boundary=x"}]
)
def test_odd_letter_can_be_opened(client, mailbox, headers):
    key = keep(mailbox, **headers)

    assert client.get(f"/dev/mail/{key}/").status_code == 200


@pytest.mark.parametrize("key", ["nothing", "..", "1234567890123456789-00000000"])
def test_letter_that_is_not_there_is_not_found(client, mailbox, key):
    assert client.get(f"/dev/mail/{key}/").status_code == 404


@pytest.mark.parametrize(
    "request_of_somebody_else",
    [
        {"REMOTE_ADDR": "10.0.0.7"},
        {"HTTP_HOST": "rebound.example"},
        {"HTTP_X_FORWARDED_FOR": "10.0.0.7"},
        {"HTTP_FORWARDED": "for=10.0.0.7"},
    ],
)
def test_letters_are_for_this_machine_alone(client, mailbox, settings, request_of_somebody_else):
    settings.ALLOWED_HOSTS = ["*"]
    key = keep(mailbox)

    assert client.get(f"/dev/mail/{key}/").status_code == 200
    for address in ("/dev/mail/", f"/dev/mail/{key}/"):
        assert client.get(address, **request_of_somebody_else).status_code == 404


def test_letters_are_not_offered_outside_development(settings):
    assert settings.PROFILE == "test"
    assert not any("dev/mail" in str(pattern.pattern) for pattern in site)
