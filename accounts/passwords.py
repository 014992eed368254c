"""Choosing a password: by a link from a letter, or by whoever is signed in. Asking for such a letter."""

from datetime import timedelta

from django.db import connection, transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from accounts import links
from accounts.history import note
from accounts.letters import send_letter
from accounts.models import ResetRequest, User

WITHIN = timedelta(hours=1)
MOST_FOR_ONE_EMAIL = 3
MOST_FROM_ONE_PLACE = 20
_REQUEST_LOCK = 7_000_002  # any number, the same in every process


def ask_for_letter(*, email, place):
    """Somebody at `place` (an IP address, or None) forgot the password of the account with that address.

    What happens, and how long it takes, is the same whether or not there is such an account: a task looks for it.
    Beyond a few requests an hour nothing happens at all.
    """
    email = email.lower()
    with transaction.atomic():
        _wait_for_other_requests()
        lately = ResetRequest.objects.filter(asked_at__gt=timezone.now() - WITHIN)
        if lately.filter(email=email).count() >= MOST_FOR_ONE_EMAIL:
            return
        if place and lately.filter(place=place).count() >= MOST_FROM_ONE_PLACE:
            return
        ResetRequest.objects.create(email=email, place=place)
        send_link.enqueue(email)


def _wait_for_other_requests():
    """Until this transaction ends, nobody else counts: two at once would both find room for one more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_REQUEST_LOCK])


@task
def send_link(email):
    """To whoever has an account with that address and has chosen a password before; others are invited."""
    person = User.objects.at_work().with_address(email).first()
    if person and person.has_usable_password():
        link = links.address(links.FORGOTTEN, person)
        body = render_to_string("accounts/letters/forgotten.txt", {"person": person, "link": link})
        send_letter(to=[person.email], subject="[월간인물] 비밀번호를 새로 정하는 링크입니다", body=body)


def choose(purpose, token, password):
    """The person to whom the link was sent, with a new password. Raises links.Ended: of two at once, one is too late."""
    with transaction.atomic():
        person = links.read(purpose, token, among=User.objects.select_for_update(no_key=True))
        done = (
            "초대를 받아 비밀번호를 정했습니다."
            if purpose == links.INVITATION
            else "전자우편 링크로 비밀번호를 새로 정했습니다."
        )
        return _set(person, password, done)


def change(person, password):
    """By whoever is signed in, and has typed the old one."""
    with transaction.atomic():
        return _set(person, password, "비밀번호를 바꾸었습니다.")


def _set(person, password, done):
    person.set_password(password)
    person.save(update_fields=["password"])
    note(person, done, by=person)
    return person
