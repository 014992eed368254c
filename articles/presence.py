"""Who has an article open to write in it, in which browser tab, and who took it over from whom."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles.models import OpenTab
from articles.models.revision import SEEN_LATELY
from articles.moves import saving_verb

FORGOTTEN_AFTER = datetime.timedelta(days=1)


def beat(article, *, by, tab):
    """`tab` (uuid) is open still. Gives its OpenTab and the others (list) that are open now, the longest open first."""
    _note(article, by, tab, fields=["seen_at"])
    tabs = list(open_tabs(article))
    mine = next((one for one in tabs if one.person_id == by.pk and one.tab == tab), None)
    # None: its person was disabled this moment, and their tabs are forgotten.
    return mine or OpenTab(article=article, person=by, tab=tab), [one for one in tabs if one is not mine]


def open_tabs(article):
    opened = OpenTab.objects.open_now().filter(article=article)
    return opened.select_related("person", "taken_over_by").order_by("opened_at")


def leave(article, *, by, tab):
    """The tab was closed, or another page is in it now. Whether it had been taken over is remembered: it may come back."""
    tabs = OpenTab.objects.filter(article=article, person=by, tab=tab)
    tabs.update(seen_at=timezone.now() - SEEN_LATELY)


@transaction.atomic
def take_over(article, *, by, tab):
    """From now on only `tab` of `by` writes: the others, `by`'s own too, may be read until somebody takes over again."""
    if saving_verb(article, by) is None:
        raise PermissionDenied("이 기사를 고칠 수 없는 상태입니다.")
    _note(article, by, tab, fields=["seen_at", "taken_over_by"])
    others = OpenTab.objects.filter(article=article).exclude(person=by, tab=tab)
    others.update(taken_over_by=by)


def _note(article, person, tab, *, fields):
    now = timezone.now()
    OpenTab.objects.bulk_create(
        [OpenTab(article=article, person=person, tab=tab, opened_at=now, seen_at=now, taken_over_by=None)],
        update_conflicts=True,
        unique_fields=["article", "person", "tab"],
        update_fields=fields,
    )


def purge():
    """Forget tabs that have not been seen for a day."""
    OpenTab.objects.filter(seen_at__lt=timezone.now() - FORGOTTEN_AFTER).delete()
