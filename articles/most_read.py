"""Counting reads without knowing readers: a number in memory, written in batches, and a list worked out now and then."""

import atexit
import collections
import datetime
import logging
import threading

from django.db import close_old_connections, connection, transaction
from django.db.models import Sum
from django.utils import timezone

from articles.models import Article, DailyReads, MostRead

FLUSH_SECONDS = 5
MAX_PENDING = 5_000  # articles; beyond it the counts are written at once
LISTED = 10
WINDOW = datetime.timedelta(days=7)

logger = logging.getLogger(__name__)


class ReadCounter:
    """Reads of this process not yet written. What a killed process had not written is lost: seconds of reads, no more."""

    def __init__(self):
        self._pending = collections.Counter()
        self._lock = threading.Lock()
        self._timer = None

    def add(self, article_id):
        with self._lock:
            self._pending[article_id] += 1
            is_full = len(self._pending) >= MAX_PENDING
            if self._timer is None and not is_full:
                self._timer = threading.Timer(FLUSH_SECONDS, self.flush_and_disconnect)
                self._timer.daemon = True
                self._timer.start()
        if is_full:
            self.flush()

    def flush(self):
        """Write what is pending, in one statement. Numbers of articles that do not exist or are not live fall away."""
        with self._lock:
            pending, self._pending, self._timer = self._pending, collections.Counter(), None
        if pending:
            _write(pending)

    def flush_and_disconnect(self):
        """For a thread of its own, and for the end of the process: nobody else would hear of an error."""
        try:
            close_old_connections()
            self.flush()
        except Exception:
            logger.exception("Reads could not be written.")
        finally:
            connection.close()


def _write(pending):
    live = Article.objects.live().filter(pk__in=pending).values_list("pk", flat=True)
    today = timezone.localdate()
    table = connection.ops.quote_name(DailyReads._meta.db_table)
    # Sorted, so that two processes writing the same articles do not wait for each other in a circle.
    ids = sorted(live)
    if not ids:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO {table} (article_id, "on", count) '
            "SELECT unnest(%s::bigint[]), %s, unnest(%s::int[]) "
            f'ON CONFLICT ("on", article_id) DO UPDATE SET count = {table}.count + EXCLUDED.count',
            [ids, today, [pending[article_id] for article_id in ids]],
        )


reads = ReadCounter()
atexit.register(reads.flush_and_disconnect)


def refresh():
    """Work the list out again from the last seven days. A periodic job."""
    since = timezone.localdate() - WINDOW
    totals = (
        DailyReads.objects.filter(on__gt=since, article__in=Article.objects.live())
        .values("article")
        .annotate(total=Sum("count"))
        .order_by("-total", "-article")[:LISTED]
    )
    with transaction.atomic():
        MostRead.objects.all().delete()
        MostRead.objects.bulk_create(
            MostRead(rank=rank, article_id=row["article"], count=row["total"]) for rank, row in enumerate(totals, 1)
        )


def most_read():
    """Live articles of the list, best first, with nothing but their titles: one query."""
    listed = Article.objects.live().filter(most_read__isnull=False).order_by("most_read__rank")
    return list(listed.only("title", "is_advertorial", "advertorial_label"))
