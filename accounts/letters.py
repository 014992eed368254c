"""Letters leave by a task, which `manage.py db_worker` runs.

The task is a row: a letter asked for inside a transaction is sent if the transaction is committed, and otherwise never.
"""

import smtplib
from datetime import timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

# How long to wait after each failure. After the last attempt, ten hours on, the task has failed and stays to be seen.
WAITS = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=3), timedelta(hours=6)]


def send_letter(*, to: list[str], subject: str, body: str) -> None:
    """One letter to each address of `to`: nobody is shown another's address, and a failure at one delays no other."""
    # A title may hold line ends, and a subject must not.
    subject = " ".join(subject.split())
    for address in to:
        deliver.enqueue(to=address, subject=subject, body=body)


@task(takes_context=True)
def deliver(context, *, to="", subject="", body="", attempt=0):
    """Hand a letter to the mail server; when that fails, ask for another attempt later."""
    if not to:
        return  # It has left: a worker died after that, and before it could say so.
    try:
        EmailMessage(subject, body, to=[to]).send()
    except (smtplib.SMTPException, OSError):
        if attempt == len(WAITS):
            raise
        later = deliver.using(run_after=timezone.now() + WAITS[attempt])
        with transaction.atomic():
            later.enqueue(to=to, subject=subject, body=body, attempt=attempt + 1)
            _forget(context)
    else:
        _forget(context)


def _forget(context):
    """Links that let somebody in, and what people wrote to us, do not lie in the database once they have left."""
    DBTaskResult.objects.filter(pk=context.task_result.id).update(args_kwargs={"args": [], "kwargs": {}})
