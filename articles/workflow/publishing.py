"""The way to readers, and back."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles import contents, readiness, search
from articles.moves import APPROVED, is_desk_of
from articles.workflow import gate

_NOTICE = re.compile(r"/(?!/)[^\s\\]*|https?://[^\s/\\][^\s\\]*")


def submit(article, *, by, at=None):
    """송고: the reporter files the article to the desk."""
    return gate.apply("submit", article, by, checks=[_has_title], submitted_at=at or timezone.now())


def recall(article, *, by):
    """송고 취소: the reporter takes back what the desk has not approved."""
    return gate.apply("recall", article, by)


def send_back(article, *, by, reason):
    """반려: the desk sends the article back to its reporter and says why."""
    return gate.apply("return", article, by, reason=_required(reason, "돌려보내는 까닭을 적어 주세요."))


def approve(article, *, by, revision=None, at=None, live_at=None):
    """승인: the article goes live at `live_at` (an aware datetime; the moment of approval by default).

    `revision`: id of the version that was read; Conflict when another is the newest by now.
    """
    at = at or timezone.now()
    live_at = _ahead(live_at, at, "지난 시각입니다. 바로 게재하려면 비워 두세요.") if live_at else at
    return gate.apply(
        "approve",
        article,
        by,
        revision=revision,
        checks=[lambda fresh: _reasons(fresh, by, live_at=live_at)],
        shows_newest=True,
        details={"live_at": live_at.isoformat()},
        approver=by,
        approved_at=at,
        live_at=live_at,
    )


def reasons_against_approval(article, *, by):
    """What the desk would be told on approving the newest version now (list of str), before it tries."""
    return _reasons(article, by, live_at=article.live_at)


def reschedule(article, *, by, live_at):
    """예약 변경: another time for what is approved and not yet seen."""
    live_at = _ahead(live_at, timezone.now(), "지난 시각입니다.")
    return gate.apply(
        "reschedule",
        article,
        by,
        checks=[lambda fresh: readiness.reasons_against(contents.of(fresh), live_at=live_at)],
        details={"live_at": live_at.isoformat()},
        live_at=live_at,
    )


def unschedule(article, *, by):
    """예약 취소: back to the desk, the approval undone. Whatever was changed since is part of it again."""
    return gate.apply(
        "unschedule",
        article,
        by,
        shows_newest=True,
        approver=None,
        approved_at=None,
        live_at=None,
        approved_revision=None,
    )


# A change of what was approved before


def submit_change(article, *, by):
    """수정 송고: the change waits for the desk; readers see what was approved."""
    return gate.apply("submit_change", article, by, checks=[_has_title])


def recall_change(article, *, by):
    return gate.apply("recall_change", article, by)


def return_change(article, *, by, reason):
    return gate.apply("return_change", article, by, reason=_required(reason, "돌려보내는 까닭을 적어 주세요."))


def approve_change(article, *, by, revision=None):
    """수정 반영: readers see the newest version from now on; `revision` as in `approve`."""
    now = timezone.now()

    def reasons(fresh):
        return _reasons(fresh, by, live_at=fresh.live_at)

    return gate.apply(
        "approve_change",
        article,
        by,
        revision=revision,
        checks=[reasons],
        shows_newest=True,
        # Whoever has not seen the article has not seen it change.
        modified_at=lambda fresh: fresh.modified_at if fresh.is_scheduled else now,
    )


def discard_change(article, *, by):
    """수정 버림: the newest version is again what readers see. The version that is given up stays in the history."""
    with transaction.atomic():
        fresh = gate.apply("discard_change", article, by)
        approved = fresh.approved_revision
        content, number = (approved.content, approved.number) if approved else (contents.of(fresh), 1)
        gate.keep(fresh, by=by, content=content, note=f"수정을 버리고 {number}판으로")
    return fresh


# Down, and up again


def withdraw(article, *, by, reason, notice_url=""):
    """내림: readers find `reason` in its place, and a link to `notice_url` (an address, or a path of ours) where there is one."""
    if notice_url and not _NOTICE.fullmatch(notice_url):
        raise ValidationError({"notice_url": "알림의 주소는 https://… 또는 /…로 적어 주세요."})
    reason = _required(reason, "내리는 까닭을 적어 주세요. 독자가 읽습니다.")
    return gate.apply(
        "withdraw",
        article,
        by,
        reason=reason,
        withdrawn_at=timezone.now(),
        withdrawn_reason=reason,
        notice_url=notice_url,
    )


def reinstate(article, *, by):
    """다시 게재: what was taken down is seen again, as it was, with its times."""
    checks = [
        lambda fresh: [] if fresh.is_imported else readiness.reasons_against(contents.of(fresh), live_at=fresh.live_at)
    ]
    return gate.apply("reinstate", article, by, checks=checks, withdrawn_at=None, withdrawn_reason="", notice_url="")


# A draft that nobody was shown


def trash(article, *, by):
    return gate.apply("trash", article, by)


def untrash(article, *, by):
    return gate.apply("untrash", article, by)


# From elsewhere


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
        gate.log("import", article, None, before="")
        search.index(article)
    return article


# What is asked for


def _has_title(article):
    """A title is all that filing asks for."""
    reason = readiness.title(readiness.Piece(article.newest_revision.content, live_at=None))
    return [reason] if reason else []


def _reasons(article, by, *, live_at):
    content = article.newest_revision.content if article.newest_revision else contents.of(article)
    elsewhere = [] if is_desk_of(content["section"], by) else ["맡지 않은 섹션으로 옮겨진 기사입니다."]
    return readiness.reasons_against(content, live_at=live_at) + elsewhere


def _ahead(live_at, now, sentence):
    """`live_at`, or `now` where that is the minute that has just begun: pickers know minutes."""
    if live_at < now - datetime.timedelta(minutes=1):
        raise ValidationError({"live_at": sentence})
    return max(live_at, now)


def _required(text, sentence):
    if not text.strip():
        raise ValidationError({"reason": sentence})
    return text.strip()
