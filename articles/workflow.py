"""Every way an article may change state. Nothing else writes `Article.state`."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from articles import search
from articles.models import Article

DRAFT, SUBMITTED, RETURNED, APPROVED, WITHDRAWN = Article.State
OPEN = frozenset({DRAFT, RETURNED})  # states in which an article is being written


@dataclass(frozen=True)
class Move:
    from_: frozenset
    to: str
    permission: str


MOVES = {
    "submit": Move(OPEN, SUBMITTED, "articles.submit_article"),
    "return": Move(frozenset({SUBMITTED}), RETURNED, "articles.approve_article"),
    "approve": Move(frozenset({SUBMITTED}), APPROVED, "articles.approve_article"),
    "withdraw": Move(frozenset({APPROVED}), WITHDRAWN, "articles.approve_article"),
}


def _apply(verb, article, by, *, missing=(), **changes):
    """The one gate: permission, lock, source state, what is missing, change. Returns the fresh row.

    `missing` are functions of the row that give a reason to refuse, or nothing. Raises PermissionDenied, or
    ValidationError with all reasons at once, in words for the person who tried.
    """
    move = MOVES[verb]
    if not by.has_perm(move.permission):
        raise PermissionDenied("이 일을 할 권한이 없습니다.")
    with transaction.atomic():
        fresh = Article.objects.select_for_update().get(pk=article.pk)
        if fresh.state not in move.from_:
            raise ValidationError(f"‘{fresh.get_state_display()}’ 상태의 기사에는 할 수 없는 일입니다.")
        if reasons := [reason for look in missing if (reason := look(fresh))]:
            raise ValidationError(reasons)
        for name, value in changes.items():
            setattr(fresh, name, value)
        fresh.state = move.to
        fresh.validate_constraints()
        fresh.save(update_fields=["state", *changes])
        search.index(fresh)
    return fresh


def _no_title(article):
    return "" if article.title.strip() else "제목이 없습니다."


def _no_section(article):
    return "" if article.section_id else "섹션을 고르지 않았습니다."


def _no_byline(article):
    return "" if article.bylines.exists() else "필자가 없습니다."


def submit(article, *, by, at=None):
    """송고: the reporter files the article to the desk."""
    return _apply("submit", article, by, missing=[_no_title], submitted_at=at or timezone.now())


def send_back(article, *, by):
    """반려: the desk sends the article back to its reporter."""
    return _apply("return", article, by)


def approve(article, *, by, at=None, live_at=None):
    """승인: the article goes live at `live_at` (an aware datetime; the moment of approval by default)."""
    at = at or timezone.now()
    missing = [_no_title, _no_section, _no_byline]
    return _apply("approve", article, by, missing=missing, approver=by, approved_at=at, live_at=live_at or at)


def withdraw(article, *, by):
    """내림: readers see it no more. The row, and its approval, stay."""
    return _apply("withdraw", article, by)


def publish_import(article, *, digest, approved_at):
    """Let an article that was approved elsewhere go live, at the time it was approved there.

    `digest` tells what it was read from (hex, 64 characters). No permission: only commands on the machine import.
    """
    with transaction.atomic():
        article.import_digest, article.imported_at = digest, timezone.now()
        if approved_at:
            article.state, article.approved_at, article.live_at = APPROVED, approved_at, approved_at
        article.validate_constraints()
        article.save()
        search.index(article)
    return article
