"""What lies in the outbox, and the worker that carries it away."""

from django.core import mail
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult


def waiting_letters():
    """The arguments of each letter that waits, in the order in which they were asked for."""
    waiting = DBTaskResult.objects.filter(task_path="accounts.letters.deliver", status="READY").order_by("enqueued_at")
    return [task.args_kwargs["kwargs"] for task in waiting]


def run_tasks():
    """Every task that is due. The worker's own loop would close the connection that the test's transaction is in."""
    worker = Worker(
        queue_names=["default"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
    )
    while task := DBTaskResult.objects.ready().first():
        task.claim(worker.worker_id)
        worker.run_task(task)


def delivered_letters():
    """Runs the tasks and gives the letters that left since this was last asked: (recipients, subject, body)."""
    mail.outbox.clear()
    run_tasks()
    return [(letter.recipients(), letter.subject, letter.body) for letter in mail.outbox]
