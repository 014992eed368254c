import email
import socket
from email import policy

import pytest
from aiosmtpd.controller import Controller
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.letters import WAITS, send_letter
from tests.letters import delivered_letters, run_tasks, waiting_letters

pytestmark = pytest.mark.django_db
SUBJECT = "〈월간인물〉에 ‘허브 네트워크’ㆍ한 편을 보냅니다"
BODY = "안녕하세요.\n\n“기사”를 읽어 주세요: https://example.com/a?b=1&c=2\n漢字 가나다 " + "가" * 1200 + "\n"


class MailServer:
    """What an SMTP server in this process was given, and what it answers."""

    def __init__(self):
        self.answer, self.received, self.asked = "250 Kept", [], 0

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if address.startswith("nobody@"):
            return "550 Nobody here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.asked += 1
        if self.answer.startswith("250"):
            letter = email.message_from_bytes(envelope.original_content, policy=policy.default)
            self.received.append((envelope.rcpt_tos, letter))
        return self.answer


@pytest.fixture
def mail_server(settings):
    server = MailServer()
    controller = Controller(server, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = controller.hostname, controller.port
    yield server
    controller.stop()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def due():
    """Let every wait be over."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())


def statuses():
    return list(DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True))


def test_letter_arrives_as_it_was_written(mail_server, settings):
    settings.DEFAULT_FROM_EMAIL = "월간인물 <desk@example.com>"
    send_letter(to=["han@example.com"], subject=SUBJECT, body=BODY)
    run_tasks()
    ((recipients, letter),) = mail_server.received
    assert recipients == ["han@example.com"]
    # Folded where it is long, a header begins with white space, which readers of mail leave out.
    assert letter["Subject"].strip() == SUBJECT
    assert (letter["To"], letter["From"]) == ("han@example.com", settings.DEFAULT_FROM_EMAIL)
    assert letter.get_content_type() == "text/plain"
    assert letter.get_content().replace("\r\n", "\n") == BODY


def test_letter_to_several_shows_nobody_the_others(mail_server):
    send_letter(to=["han@example.com", "pyo@example.com"], subject=SUBJECT, body=BODY)
    run_tasks()
    assert [(recipients, letter["To"]) for recipients, letter in mail_server.received] == [
        (["han@example.com"], "han@example.com"),
        (["pyo@example.com"], "pyo@example.com"),
    ]


def test_letter_with_line_ends_in_its_subject_is_one_line(mail_server):
    send_letter(to=["han@example.com"], subject="제목\r\nBcc: all@example.com\n둘째 줄", body=BODY)
    run_tasks()
    ((recipients, letter),) = mail_server.received
    assert (recipients, letter["Subject"], letter["Bcc"]) == (
        ["han@example.com"],
        "제목 Bcc: all@example.com 둘째 줄",
        None,
    )


def test_letter_that_left_is_not_kept(mail_server):
    send_letter(to=["han@example.com"], subject=SUBJECT, body=BODY)
    run_tasks()
    task = DBTaskResult.objects.get()
    assert (task.status, task.args_kwargs) == ("SUCCESSFUL", {"args": [], "kwargs": {}})


def test_letter_that_left_before_its_worker_died_does_not_leave_again(mail_server):
    send_letter(to=["han@example.com"], subject=SUBJECT, body=BODY)
    run_tasks()
    DBTaskResult.objects.update(status="READY")  # as reap_tasks does
    run_tasks()
    assert (len(mail_server.received), statuses()) == (1, ["SUCCESSFUL"])


def test_letter_of_a_transaction_that_fails_is_never_sent():
    with transaction.atomic():
        send_letter(to=["han@example.com"], subject=SUBJECT, body=BODY)
        transaction.set_rollback(True)
    assert (waiting_letters(), delivered_letters()) == ([], [])


def test_letter_is_tried_again_when_the_server_refuses_for_now(mail_server):
    mail_server.answer = "451 Busy"
    send_letter(to=["han@example.com"], subject=SUBJECT, body=BODY)
    before = timezone.now()
    run_tasks()
    first, second = DBTaskResult.objects.order_by("enqueued_at")
    assert (first.status, first.args_kwargs["kwargs"]) == ("SUCCESSFUL", {})
    assert before + WAITS[0] <= second.run_after <= timezone.now() + WAITS[0]
    assert waiting_letters() == [{"to": "han@example.com", "subject": SUBJECT, "body": BODY, "attempt": 1}]

    run_tasks()  # not yet
    assert mail_server.asked == 1
    mail_server.answer = "250 Kept"
    due()
    run_tasks()
    assert [recipients for recipients, _ in mail_server.received] == [["han@example.com"]]


def test_letter_is_tried_again_when_there_is_no_server(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    send_letter(to=["han@example.com"], subject=SUBJECT, body=BODY)
    run_tasks()
    assert [letter["attempt"] for letter in waiting_letters()] == [1]


def test_letter_is_given_up_after_the_last_wait(mail_server):
    mail_server.answer = "550 Nobody here"
    send_letter(to=["han@example.com"], subject=SUBJECT, body=BODY)
    for _ in range(len(WAITS) + 3):
        due()
        run_tasks()
    assert mail_server.asked == len(WAITS) + 1
    assert (statuses(), waiting_letters()) == (["SUCCESSFUL"] * len(WAITS) + ["FAILED"], [])
    assert DBTaskResult.objects.get(status="FAILED").exception_class_path == "smtplib.SMTPDataError"


def test_letter_refused_at_one_address_reaches_the_other(mail_server):
    send_letter(to=["nobody@example.com", "han@example.com"], subject=SUBJECT, body=BODY)
    run_tasks()
    assert [recipients for recipients, _ in mail_server.received] == [["han@example.com"]]
    assert [letter["to"] for letter in waiting_letters()] == ["nobody@example.com"]
