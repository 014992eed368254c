"""Sign-ins are throttled by django-axes: five failures of one name from one address, and both wait (settings.AXES_*).

The functions here are named in settings.
"""

import ipaddress
from datetime import timedelta

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

from accounts.models import ResetRequest, User

KEPT_FOR = timedelta(days=90)


def name_tried(request, credentials):
    """Whom a sign-in was for. By name or by e-mail address, in any case of letters, it is the same account."""
    typed = (credentials or request.POST).get("username") or ""
    # As long as the column is. PostgreSQL keeps no NUL.
    return User.objects.name_meant_by(typed.replace("\0", ""))[:255].lower()


def address_of(request):
    """Where a request comes from, as the server saw it, or as the header says that the proxy writes; None if nobody says.

    Proxies add to the end of such a header: what stands before the last comma, anybody may have written.
    """
    header = settings.CLIENT_ADDRESS_HEADER
    said = request.headers.get(header, "").rsplit(",", 1)[-1] if header else ""
    for address in (said, request.META.get("REMOTE_ADDR", "")):
        try:
            return str(ipaddress.ip_address(address.strip()))
        except ValueError:
            continue
    return None


def wait_page(request, response=None, credentials=None):
    """What is shown, in place of `response`, to one who has to wait."""
    minutes = settings.AXES_COOLOFF_TIME // timedelta(minutes=1)
    context = {"minutes": minutes, "limit": settings.AXES_FAILURE_LIMIT, "again": request.get_full_path()}
    return render(request, "accounts/wait.html", context, status=429)


def forget_old():
    """A periodic job: who signed in or tried to, and from where, is kept for three months; who
    asked for a new password, for a day."""
    limit = timezone.now() - KEPT_FOR
    for model in (AccessLog, AccessFailureLog, AccessAttempt):
        model.objects.filter(attempt_time__lt=limit).delete()
    ResetRequest.objects.filter(asked_at__lt=timezone.now() - timedelta(days=1)).delete()
