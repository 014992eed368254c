"""What `make serve` does with the database and the static files before anything is served."""

from collections.abc import Callable
from typing import NamedTuple

from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.utils.module_loading import import_string

from monthlypeople.static_files import collect_if_changed


class SignIns(NamedTuple):
    password: str
    people: list[tuple[str, str]]


def prepare(say: Callable[[str], None], *, with_static_files: bool) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    if with_static_files:
        collect_if_changed()
    try:
        call_command("load_sample_edition", if_empty=True)
    except CommandError as refusal:
        say(str(refusal))
    # The server processes have connections of their own; this one would only take up a place.
    connections.close_all()


def sample_sign_ins() -> SignIns | None:
    """The sample people, by name and what they are; None where they are not, or no longer use the sample password."""
    # Looked up by name: this module is imported before there are settings, and the loader needs the models.
    password = import_string("monthlypeople.sample_edition.loader.PASSWORD")
    known = import_string("monthlypeople.sample_edition.loader.SIGN_INS")
    users = get_user_model().objects.filter(username__in=known)
    try:
        found = {user.username: user for user in users}
        if not found or not next(iter(found.values())).check_password(password):
            return None
        return SignIns(password, [(name, role or "독자") for name, role in known.items() if name in found])
    finally:
        connections.close_all()


def leave_database(*, seconds: float) -> None:
    """Ends this process's use of the database, and an embedded server that nobody else uses within `seconds` or so."""
    connections.close_all()
    server = getattr(connection, "server", None)
    if server is not None:
        server.leave(seconds=seconds, patience=0.5)
