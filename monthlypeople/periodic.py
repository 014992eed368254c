"""Jobs that run again and again: settings.PERIODIC_JOBS names them, and how long to wait between two runs.

What time alone decides (an article going live) is never a job here: it is a query.
"""

import logging
import traceback
from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from monthlypeople.models import PeriodicRun

logger = logging.getLogger(__name__)

ABANDONED_AFTER = timedelta(minutes=10)
MOST_ATTEMPTS = 3


class TaskAbandonedError(Exception):
    """A task's worker died, and so did those that tried again."""


def run_due_jobs() -> list[str]:
    """Runs every job whose time has come, or was missed while nothing ran, once. Gives the names of those it ran."""
    return [name for name, every in settings.PERIODIC_JOBS.items() if _run_if_due(name, every)]


def _run_if_due(name: str, every: timedelta) -> bool:
    PeriodicRun.objects.get_or_create(name=name)
    # The job's work and the record of it are committed together, under a lock on the row: a second process passes the
    # job by, and a job that was killed has not run. So a job is short; long work is enqueued as a task by it.
    with transaction.atomic():
        run = PeriodicRun.objects.select_for_update(skip_locked=True).filter(name=name).first()
        if run is None or not run.is_due(every, timezone.now()):
            return False
        run.last_started_at = timezone.now()
        run.last_error = _error_of(name)
        run.last_finished_at = timezone.now()
        run.save()
    return True


def _error_of(name: str) -> str:
    try:
        with transaction.atomic():
            import_string(name)()
    except Exception:
        # Whatever went wrong in one job, the others have their turn.
        logger.exception("The periodic job %s failed", name)
        return traceback.format_exc()
    return ""


def reap_tasks() -> None:
    """Gives tasks whose worker died another worker; after three attempts they have failed."""
    abandoned = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - ABANDONED_AFTER)
    for task in abandoned.select_for_update(skip_locked=True):
        # Each claim by a worker adds the worker's name.
        if len(task.worker_ids) < MOST_ATTEMPTS:
            task.status = TaskResultStatus.READY
            task.save(update_fields=["status"])
        else:
            task.set_failed(TaskAbandonedError(f"{len(task.worker_ids)} workers began this task and none ended it"))


def prune() -> None:
    """Forgets the results of old tasks, and sessions that have expired."""
    call_command("prune_db_task_results", queue_name="*", verbosity=0)
    call_command("clearsessions")
