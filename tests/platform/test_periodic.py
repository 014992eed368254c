import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from monthlypeople import periodic
from monthlypeople.models import PeriodicRun

CHECKOUT = Path(__file__).resolve().parents[2]
HERE = "tests.platform.test_periodic"
ran = []


def count():
    ran.append("count")


def fail():
    Session.objects.create(session_key="half done", session_data="", expire_date=timezone.now())
    raise ValueError("no such luck")


@pytest.fixture
def jobs(settings):
    ran.clear()
    settings.PERIODIC_JOBS = {f"{HERE}.fail": timedelta(hours=1), f"{HERE}.count": timedelta(hours=1)}


def make_task(*, workers, age, status=TaskResultStatus.RUNNING):
    return DBTaskResult.objects.create(
        status=status,
        started_at=timezone.now() - age,
        worker_ids=[f"worker {number}" for number in range(workers)],
        args_kwargs={"args": [], "kwargs": {}},
        task_path="articles.tasks.nothing",
        backend_name="default",
        run_after=timezone.now() - age,
        exception_class_path="",
        traceback="",
    )


@pytest.mark.django_db
def test_job_runs_when_its_time_has_come(jobs):
    assert f"{HERE}.count" in periodic.run_due_jobs()
    assert periodic.run_due_jobs() == []

    PeriodicRun.objects.update(last_started_at=timezone.now() - timedelta(hours=5))

    assert f"{HERE}.count" in periodic.run_due_jobs()
    assert ran == ["count", "count"]


@pytest.mark.django_db
def test_failure_is_recorded_and_stops_nobody_else(jobs, caplog):
    periodic.run_due_jobs()

    failed = PeriodicRun.objects.get(name=f"{HERE}.fail")
    assert "ValueError: no such luck" in failed.last_error
    assert failed.last_finished_at is not None
    assert not Session.objects.exists()
    assert "tests.platform.test_periodic.fail" in caplog.text
    assert ran == ["count"]


@pytest.mark.django_db
def test_success_clears_the_error(jobs):
    PeriodicRun.objects.create(name=f"{HERE}.count", last_error="old")

    periodic.run_due_jobs()

    assert PeriodicRun.objects.get(name=f"{HERE}.count").last_error == ""


@pytest.mark.django_db
def test_job_that_cannot_be_imported_is_recorded(settings):
    settings.PERIODIC_JOBS = {"nowhere.at_all": timedelta(hours=1)}

    call_command("run_periodic", verbosity=0)

    assert "No module named 'nowhere'" in PeriodicRun.objects.get().last_error


@pytest.mark.django_db(transaction=True)
def test_two_processes_do_not_run_a_job_twice(settings):
    settings.PERIODIC_JOBS = {f"{HERE}.run_beside_another": timedelta(hours=1)}

    assert periodic.run_due_jobs() == [f"{HERE}.run_beside_another"]
    assert ran[-1] == []


def run_beside_another():
    """A job in whose midst somebody else looks for jobs."""

    def look():
        ran.append(periodic.run_due_jobs())
        connection.close()

    other = threading.Thread(target=look)
    other.start()
    other.join()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("workers", "minutes", "becomes"),
    [
        (1, 9, TaskResultStatus.RUNNING),
        (1, 11, TaskResultStatus.READY),
        (2, 11, TaskResultStatus.READY),
        (3, 11, TaskResultStatus.FAILED),
    ],
)
def test_task_whose_worker_died_is_tried_three_times(workers, minutes, becomes):
    task = make_task(workers=workers, age=timedelta(minutes=minutes))

    periodic.reap_tasks()

    task.refresh_from_db()
    assert task.status == becomes
    assert (task in DBTaskResult.objects.ready()) is (becomes == TaskResultStatus.READY)
    assert ("TaskAbandonedError" in task.exception_class_path) is (becomes == TaskResultStatus.FAILED)


@pytest.mark.django_db
def test_old_results_and_sessions_are_pruned():
    old, new = timezone.now() - timedelta(days=30), timezone.now()
    for finished_at in (old, new):
        task = make_task(workers=1, age=timedelta(days=30), status=TaskResultStatus.SUCCESSFUL)
        DBTaskResult.objects.filter(pk=task.pk).update(finished_at=finished_at)
    Session.objects.create(session_key="old", session_data="", expire_date=old)
    Session.objects.create(session_key="new", session_data="", expire_date=new + timedelta(days=1))

    periodic.prune()

    assert [task.finished_at for task in DBTaskResult.objects.all()] == [new]
    assert [session.session_key for session in Session.objects.all()] == ["new"]


def test_every_job_of_the_settings_can_be_imported(settings):
    for name in settings.PERIODIC_JOBS:
        assert callable(periodic.import_string(name))


@pytest.mark.django_db
def test_loop_ends_when_told_to(settings):
    command = [sys.executable, "manage.py", "run_periodic", "--loop"]
    loop = subprocess.Popen(command, cwd=CHECKOUT, stderr=subprocess.PIPE, text=True)
    # It says so once it looks for jobs: the database of the test profile has no tables.
    assert "Traceback" in "".join(iter(loop.stderr.readline, "Traceback (most recent call last):\n")) + "Traceback"

    loop.terminate()
    loop.communicate(timeout=5)

    assert loop.returncode == 0
