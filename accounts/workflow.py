"""Every way a person's account may change by somebody else's hand. Passwords are their own (accounts/passwords.py).

Each verb checks who does it, locks, checks the state, changes, and notes it on the person's page, in one transaction. They
raise PermissionDenied, or ValidationError in words for the person who tried.
"""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.module_loading import import_string

from accounts import links
from accounts.groups import give
from accounts.history import note
from accounts.letters import send_letter
from accounts.models import User
from accounts.roles import ADMINISTRATOR, in_order

NOT_ALLOWED = "이 일을 할 권한이 없습니다."


def invite(person, *, roles, by):
    """초대: a new account (`person`: a User not saved yet), and a letter with a link to choose a password."""
    _check_permission(by, "accounts.add_user")
    with transaction.atomic():
        person.set_unusable_password()
        person.save(force_insert=True)
        give(person, roles)
        note(person, f"초대했습니다. 역할: {_in_words(roles)}", by=by)
        _send_invitation(person, by)
    return person


def invite_again(person, *, by):
    """초대 다시 보내기. The link of the letter before keeps working until one of them is used."""
    _check_permission(by)
    with transaction.atomic():
        person = _locked(person)
        if person.state != User.State.INVITED:
            raise ValidationError("초대를 기다리는 사람이 아닙니다. 비밀번호를 이미 정했거나 쉬고 있습니다.")
        note(person, "초대 편지를 다시 보냈습니다.", by=by)
        _send_invitation(person, by)
    return person


def set_roles(person, *, roles, by):
    """역할 주기: these (names) and no other."""
    _check_permission(by)
    with transaction.atomic():
        _wait_for_other_administrators()
        person = _locked(person)
        check_roles(person, roles=roles, by=by)
        before = person.roles
        if set(before) != set(roles):
            give(person, roles)
            note(person, f"역할을 바꾸었습니다: {_in_words(before)} → {_in_words(roles)}", by=by)
    return person


def check_roles(person, *, roles, by):
    """Raises ValidationError when `by` may not give `person` these roles."""
    if set(person.roles) == set(roles):
        return
    if person == by:
        raise ValidationError("자기 역할은 스스로 바꾸지 못합니다. 다른 관리자에게 부탁해 주세요.")
    if ADMINISTRATOR not in roles:
        _check_somebody_else_administers(person)


def retire(person, *, by, successor=None):
    """쉬게 하기: the person is signed out everywhere and can come back by no link; their work goes to `successor`.

    Gives lines that say what was handed over. What must be handed over, the functions of settings.HANDOVERS decide.
    """
    _check_permission(by)
    with transaction.atomic():
        _wait_for_other_administrators()
        person = _locked(person)
        _check_may_retire(person, by)
        if successor and (successor == person or not successor.is_active):
            raise ValidationError({"successor": "일하고 있는 다른 사람을 고르세요."})
        lines = _hand_over(person, successor, by)
        person.is_active = False
        # A new random value each time: it ends the links that were sent, and every session with them.
        person.set_unusable_password()
        person.save(update_fields=["is_active", "password"])
        _end_sessions(person)
        note(person, " ".join(["쉬게 했습니다.", *lines]), by=by)
    return lines


def reinstate(person, *, by):
    """다시 부르기: with the roles of before, and a new invitation, because the old password is gone."""
    _check_permission(by)
    with transaction.atomic():
        person = _locked(person)
        if person.is_active:
            raise ValidationError("쉬고 있는 사람이 아닙니다.")
        if not person.email:
            raise ValidationError("전자우편 주소가 없어 초대 편지를 보낼 수 없습니다. 주소를 먼저 적어 주세요.")
        person.is_active = True
        person.save(update_fields=["is_active"])
        note(person, "다시 불렀습니다. 초대 편지를 보냈습니다.", by=by)
        _send_invitation(person, by)
    return person


def _check_permission(by, permission="accounts.change_user"):
    if not by.has_perm(permission):
        raise PermissionDenied(NOT_ALLOWED)


def _locked(person):
    return User.objects.select_for_update(no_key=True).get(pk=person.pk)


def _check_may_retire(person, by):
    if person == by:
        raise ValidationError("자기 자신은 쉬게 하지 못합니다. 다른 관리자에게 부탁해 주세요.")
    if not person.is_active:
        raise ValidationError("이미 쉬고 있는 사람입니다.")
    _check_somebody_else_administers(person)


def _wait_for_other_administrators():
    """Of two who would each disable the other, the second waits here, and finds itself disabled or the last."""
    list(Group.objects.select_for_update().filter(name=ADMINISTRATOR))


def _check_somebody_else_administers(person):
    administrators = User.objects.of_role(ADMINISTRATOR).able_to_sign_in()
    if administrators.filter(pk=person.pk).exists() and not administrators.exclude(pk=person.pk).exists():
        raise ValidationError("마지막 관리자입니다. 먼저 다른 사람에게 관리자 역할을 주세요.")


def _hand_over(person, successor, by):
    return [line for name in settings.HANDOVERS for line in import_string(name)(person, to=successor, by=by)]


def _end_sessions(person):
    """The rows too: a session is no record that anybody needs."""
    for session in Session.objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(person.pk):
            session.delete()


def _send_invitation(person, by):
    context = {"person": person, "by": by, "link": links.address(links.INVITATION, person)}
    body = render_to_string("accounts/letters/invitation.txt", context)
    send_letter(to=[person.email], subject="[월간인물] 편집국에 초대합니다", body=body)


def _in_words(roles):
    return ", ".join(in_order(roles)) or "없음"
