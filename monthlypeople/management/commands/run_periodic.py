import logging
import signal
import time
from argparse import ArgumentParser
from types import FrameType

from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections, connection

from monthlypeople.periodic import run_due_jobs

logger = logging.getLogger(__name__)


def leave(signal_number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


class Command(BaseCommand):
    help = "Run the periodic jobs whose time has come; one that was missed runs once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", action="store_true", help="stay, and look again every --interval seconds")
        parser.add_argument("--interval", type=float, default=15, metavar="SECONDS")

    def handle(self, *, loop: bool, interval: float, verbosity: int, **options) -> None:
        if not loop:
            for name in run_due_jobs():
                if verbosity:
                    self.stdout.write(name)
            return
        # Leaving by SystemExit runs what was registered for the end: the embedded PostgreSQL may have to be stopped.
        signal.signal(signal.SIGTERM, leave)
        signal.signal(signal.SIGINT, leave)
        while True:
            self.run_once()
            time.sleep(interval)

    def run_once(self) -> None:
        close_old_connections()
        try:
            run_due_jobs()
        except Error:
            # The database is away for a moment: the jobs wait with everybody else.
            logger.exception("The periodic jobs could not be looked up")
            connection.close()
