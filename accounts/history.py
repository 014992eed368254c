"""What was done to an account, when and by whom: rows of the admin's own log, shown on the person's page."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType


def note(person, what, *, by):
    """`what`: a sentence in Korean."""
    LogEntry.objects.log_actions(by.pk, [person], CHANGE, what, single_object=True)


def history_of(person):
    """The log's rows about `person`, newest first, with those who did it."""
    rows = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(person), object_id=str(person.pk))
    return rows.select_related("user").order_by("-action_time", "-pk")
