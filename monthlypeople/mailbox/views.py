"""Pages of the kept letters, for the person at this machine alone."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from monthlypeople.mailbox import letters

LOOPBACK_ADDRESSES = {"127.0.0.1", "::1"}
LOOPBACK_HOSTS = {"127.0.0.1", "localhost", "[::1]"}


def is_from_this_machine(request: HttpRequest) -> bool:
    """The Host counts too: a page elsewhere can point a name of its own at 127.0.0.1 and read what a browser gets."""
    return (
        request.META.get("REMOTE_ADDR") in LOOPBACK_ADDRESSES
        and split_domain_port(request.get_host())[0] in LOOPBACK_HOSTS
        # A proxy on this machine speaks for somebody else.
        and "HTTP_X_FORWARDED_FOR" not in request.META
        and "HTTP_FORWARDED" not in request.META
    )


def for_this_machine(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, **arguments: str) -> HttpResponse:
        if not is_from_this_machine(request):
            raise Http404
        return view(request, **arguments)

    return never_cache(require_safe(guarded))


@for_this_machine
def letter_list(request: HttpRequest) -> HttpResponse:
    return render(request, "dev/mail_list.html", {"letters": letters.newest_first(settings.MAILBOX_DIR)})


@for_this_machine
def letter_detail(request: HttpRequest, key: str) -> HttpResponse:
    letter = letters.find(settings.MAILBOX_DIR, key)
    if letter is None:
        raise Http404
    return render(request, "dev/mail_detail.html", {"letter": letter})
