"""Links that let one person choose a password: an invitation, and a forgotten password. Each works once, and for a time."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.urls import reverse
from django.utils.crypto import salted_hmac

from accounts.models import User


@dataclass(frozen=True)
class Purpose:
    name: str
    lasts: timedelta


INVITATION = Purpose("invitation", timedelta(days=7))
FORGOTTEN = Purpose("forgotten", timedelta(days=1))


class Ended(Exception):
    """The link lets nobody in. `why`: "expired", "used" (or ended by something that happened since) or "broken"."""

    def __init__(self, why):
        super().__init__(why)
        self.why = why


def make(purpose, person):
    """The part of an address that is the key: letters, digits, - _ and dots."""
    return _signer(purpose).sign(f"{person.pk}-{_fingerprint(purpose, person)}")


def address(purpose, person):
    """The whole address, for a letter."""
    return urljoin(settings.SITE_URL, reverse(f"accounts:{purpose.name}-link", args=[make(purpose, person)]))


def read(purpose, token, *, among=None):
    """Whose link this is. `among`: a QuerySet to take the person from (for a lock). Raises Ended."""
    try:
        pk, fingerprint = _signer(purpose).unsign(token, max_age=purpose.lasts).split("-")
    except SignatureExpired as expired:
        raise Ended("expired") from expired
    except BadSignature as broken:
        raise Ended("broken") from broken
    people = User.objects.all() if among is None else among
    person = people.at_work().filter(pk=pk).first()
    if person is None or fingerprint != _fingerprint(purpose, person):
        raise Ended("used")
    return person


def _signer(purpose):
    return TimestampSigner(sep=".", salt=f"accounts.links.{purpose.name}")


def _fingerprint(purpose, person):
    """Changes with the password (choosing one, being disabled), a sign-in, or another address: older links end then."""
    state = f"{person.pk}|{person.password}|{person.last_login}|{person.email}"
    return salted_hmac(f"accounts.links.{purpose.name}", state, algorithm="sha256").hexdigest()[:32]
