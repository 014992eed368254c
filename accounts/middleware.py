"""Notes when staff were last here."""

import logging
from datetime import timedelta

from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User

EVERY = timedelta(minutes=5)
logger = logging.getLogger(__name__)


class LastSeenMiddleware:
    """In the newsroom alone: on public pages nobody is asked who they are."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.newsroom = reverse("admin:index")

    def __call__(self, request):
        response = self.get_response(request)
        if request.path.startswith(self.newsroom) and request.user.is_staff:
            _note(request.user)
        return response


def _note(person):
    """One UPDATE every few minutes; the row was read anyway, to know who asks."""
    now = timezone.now()
    if person.last_seen_at and now - person.last_seen_at < EVERY:
        return
    try:
        # A savepoint, where there is a transaction: a failure here must not spoil it.
        with transaction.atomic():
            User.objects.filter(pk=person.pk).update(last_seen_at=now)
    except DatabaseError:
        # The disk is full, or the database only reads: people can still look things up.
        logger.exception("Could not note that %s was here", person.pk)
