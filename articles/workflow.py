"""Every way an article may change. Nothing else writes an article's row, its revisions or its log.

A verb is the table's row in `articles.moves`, and a function here. Each checks the person, locks the row, checks the state,
changes, and adds a log row, in one transaction. They raise PermissionDenied, or ValidationError with all reasons at once, in
words for the person who tried.
"""

import re

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils import timezone

from articles import contents, letters, readiness, search
from articles.models import Article, LogEntry, OpenTab, PreviewLink, Revision
from articles.moves import (
    APPROVED,
    MOVES,
    WITHDRAWN,
    is_desk_of,
    is_own,
    is_permitted,
    saving_verb,
)

NOT_ALLOWED = "이 일을 할 권한이 없습니다."
_NOTICE = re.compile(r"/(?!/)[^\s\\]*|https?://[^\s/\\][^\s\\]*")


class Conflict(ValidationError):
    """Somebody saved in between: `newest` is the version that stands now."""

    def __init__(self, newest):
        self.newest = newest
        when = timezone.localtime(newest.saved_at)
        super().__init__(f"{newest.author_name} 님이 {when:%H:%M}에 {newest}을 먼저 저장했습니다.", code="conflict")


# What is typed


def begin(*, by, content, note="", pk=None):
    """A new article of `by`, with its first version. `pk`: its number, where that is known beforehand."""
    if not by.has_perm("articles.add_article"):
        raise PermissionDenied(NOT_ALLOWED)
    with transaction.atomic():
        article = _begun(by, pk=pk)
        _keep(article, by=by, content=_checked(content), note=note)
    return article


def _begun(by, **fields):
    article = Article.objects.create(owner=by, **fields)
    _log("begin", article, by, before="")
    return article


def _checked(content):
    content = contents.tidy(content)
    contents.check(content)
    return content


def save(article, *, by, content, base, tab=None, note=""):
    """Add a version to the article's history. Gives the version, or the newest when nothing differs from it.

    `base`: id of the version the text was begun from, None when there was none yet. `tab`: of the autosave that this
    settles (uuid). Raises Conflict, and keeps nothing, when `base` is no longer the newest.
    """
    content = _checked(content)
    with transaction.atomic():
        fresh = _lock(article)
        verb = _saving_verb(fresh, by)
        _require_newest(fresh, base)
        before = fresh.code
        newest = _newest(fresh)
        if newest is None or content != newest.content:
            fresh.change = MOVES[verb].change_to or fresh.change
            _keep(fresh, by=by, content=content, note=note)
            _log(verb, fresh, by, before=before)
        if tab:
            Revision.objects.filter(article=fresh, author=by, tab=tab).delete()
    return fresh.newest_revision


def _require_newest(article, revision_id):
    if revision_id == article.newest_revision_id:
        return
    if article.newest_revision is None:
        raise ValidationError("바탕이 된 판을 찾을 수 없습니다. 창을 새로 열어 주세요.")
    raise Conflict(article.newest_revision)


def _saving_verb(article, by):
    if verb := saving_verb(article, by):
        return verb
    if any(is_permitted(verb, article, by) for verb in ("write", "edit", "correct")):
        raise ValidationError(f"‘{article.stage}’ 상태라 지금은 고칠 수 없습니다.")
    raise PermissionDenied(NOT_ALLOWED)


def restore(article, *, by, number, base):
    """A new version with the content of version `number`; `base` as in `save`."""
    old = article.revisions.saved().get(number=number)
    return save(article, by=by, content=old.content, base=base, note=f"{number}판을 되살림")


def autosave(article, *, by, tab, content, base):
    """Keep what `by` is typing in `tab` (uuid), apart from the versions, whatever state the article is in. Gives the Revision.

    `article` None: it is begun with this. Twice the same tab: the same article.
    """
    if not by.has_perm("articles.change_article" if article else "articles.add_article"):
        raise PermissionDenied(NOT_ALLOWED)
    with transaction.atomic():
        _lock_tab(tab)
        kept = Revision.objects.select_for_update().filter(author=by, tab=tab).first()
        if kept is None:
            kept = Revision(kind=Revision.Kind.AUTOSAVE, author=by, tab=tab, article=article or _begun(by))
        if article and kept.article_id != article.pk:
            raise ValidationError("이 창은 다른 기사의 것입니다. 창을 새로 열어 주세요.")
        if not Article.objects.within_reach(by).filter(pk=kept.article_id).exists():
            raise PermissionDenied(NOT_ALLOWED)
        kept.base = Revision.objects.saved().filter(article=kept.article_id, pk=base).first() if base else None
        kept.content, kept.saved_at = contents.tidy(content), timezone.now()
        kept.save()
        # Until its first version the list knows it by the title that is being typed.
        Article.objects.filter(pk=kept.article_id, newest_revision=None).update(title=kept.content["title"][:200])
    return kept


def _lock_tab(tab):
    """A tab's first two requests may come at once, when there is no row yet to lock: the second waits for the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [tab.int % 2**63])


def discard_autosave(autosave, *, by):
    """What was typed and never saved is not wanted any more. Only its author says so, or, of somebody who left, the owner."""
    left_behind = not autosave.author.is_active and is_own(autosave.article, by)
    if not autosave.is_autosave or (autosave.author_id != by.pk and not left_behind):
        raise PermissionDenied(NOT_ALLOWED)
    autosave.delete()


# The way to readers, and back


def submit(article, *, by, at=None):
    """송고: the reporter files the article to the desk."""
    return _apply("submit", article, by, checks=[_has_title], submitted_at=at or timezone.now())


def recall(article, *, by):
    """송고 취소: the reporter takes back what the desk has not approved."""
    return _apply("recall", article, by)


def send_back(article, *, by, reason):
    """반려: the desk sends the article back to its reporter and says why."""
    return _apply("return", article, by, reason=_required(reason, "돌려보내는 까닭을 적어 주세요."))


def approve(article, *, by, revision=None, at=None, live_at=None):
    """승인: the article goes live at `live_at` (an aware datetime; the moment of approval by default).

    `revision`: id of the version that was read; Conflict when another is the newest by now.
    """
    at = at or timezone.now()
    live_at = live_at or at
    return _apply(
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
    return _reasons(article, by, live_at=article.live_at if article.is_scheduled else None)


def reschedule(article, *, by, live_at):
    """예약 변경: another time for what is approved and not yet seen."""
    return _apply(
        "reschedule",
        article,
        by,
        checks=[lambda fresh: readiness.reasons_against(contents.of(fresh), live_at=live_at)],
        details={"live_at": live_at.isoformat()},
        live_at=live_at,
    )


def unschedule(article, *, by):
    """예약 취소: back to the desk, the approval undone. Whatever was changed since is part of it again."""
    return _apply(
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
    return _apply("submit_change", article, by, checks=[_has_title])


def recall_change(article, *, by):
    return _apply("recall_change", article, by)


def return_change(article, *, by, reason):
    return _apply("return_change", article, by, reason=_required(reason, "돌려보내는 까닭을 적어 주세요."))


def approve_change(article, *, by, revision=None):
    """수정 반영: readers see the newest version from now on; `revision` as in `approve`."""
    now = timezone.now()

    def reasons(fresh):
        return _reasons(fresh, by, live_at=fresh.live_at if fresh.is_scheduled else None)

    return _apply(
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
        fresh = _apply("discard_change", article, by)
        number = fresh.approved_revision.number if fresh.approved_revision else 1
        _keep(fresh, by=by, content=contents.of(fresh), note=f"수정을 버리고 {number}판으로")
    return fresh


# Down, and up again


def withdraw(article, *, by, reason, notice_url=""):
    """내림: readers find `reason` in its place, and a link to `notice_url` (an address, or a path of ours) where there is one."""
    if notice_url and not _NOTICE.fullmatch(notice_url):
        raise ValidationError({"notice_url": "알림의 주소는 https://… 또는 /…로 적어 주세요."})
    reason = _required(reason, "내리는 까닭을 적어 주세요. 독자가 읽습니다.")
    return _apply(
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
    checks = [lambda fresh: [] if fresh.is_imported else readiness.reasons_against(contents.of(fresh), live_at=None)]
    return _apply("reinstate", article, by, checks=checks, withdrawn_at=None, withdrawn_reason="", notice_url="")


# A draft that nobody was shown


def trash(article, *, by):
    return _apply("trash", article, by)


def untrash(article, *, by):
    return _apply("untrash", article, by)


# People


def assign(article, *, by, to):
    """담당 바꾸기: from now on the article is `to`'s."""
    if not to.is_active or not to.has_perm("articles.change_article"):
        raise ValidationError({"to": "기사를 쓸 수 있는 사람을 고르세요."})
    return _apply("assign", article, by, details={"to": str(to)}, owner=to)


def hand_over(leaver, *, to, by):
    """What `leaver` looked after becomes `to`'s (a User, or None). Gives lines that say what it was. Called by `accounts`.

    Raises ValidationError when there is work and nobody to take it.
    """
    articles = Article.objects.select_for_update().filter(owner=leaver)
    at_work = [article for article in articles if article.is_unfinished]
    if at_work and (to is None or not to.is_active or not to.has_perm("articles.change_article")):
        raise ValidationError(
            {"successor": f"끝나지 않은 기사가 {len(at_work)}편 있습니다. 기사를 쓸 수 있는 사람에게 넘겨주세요."}
        )
    leaver.desk_sections.clear()
    OpenTab.objects.filter(person=leaver).delete()
    # Those too that do not open while their maker is away: nothing comes back with the person.
    PreviewLink.objects.filter(made_by=leaver, revoked_at=None).update(revoked_at=timezone.now())
    if to is None:
        return []
    for article in articles:
        before = article.code
        article.owner = to
        article.save(update_fields=["owner"])
        _log("assign", article, by, before=before, details={"to": str(to)})
    return [f"기사 {len(articles)}편을 {to} 님에게 넘겼습니다."] if articles else []


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
        _log("import", article, None, before="")
        search.index(article)
    return article


# The gate


def _apply(verb, article, by, *, revision=None, checks=(), shows_newest=False, reason="", details=None, **changes):
    """Do the move `verb` of the table, with `changes` of columns (values, or functions of the locked row). Gives the row.

    `checks` are functions of the locked row that give reasons to refuse (list of str). `shows_newest`: the row takes the
    content of the newest version.
    """
    move = MOVES[verb]
    with transaction.atomic():
        fresh = _lock(article)
        if not is_permitted(verb, fresh, by):
            raise PermissionDenied(NOT_ALLOWED)
        if not move.fits(fresh):
            raise ValidationError(f"‘{fresh.stage}’ 상태의 기사에는 할 수 없는 일입니다.")
        if revision is not None:
            _require_newest(fresh, revision)
        before, newest = fresh.code, _newest(fresh)
        if newest is None and verb not in ("trash", "untrash", "assign"):
            raise ValidationError("아직 저장하지 않은 기사입니다. 열어서 저장한 뒤에 다시 해 주세요.")
        if reasons := [reason for check in checks for reason in check(fresh)]:
            raise ValidationError(reasons)
        changes |= {"state": move.to or fresh.state}
        changes |= {"change": fresh.change if move.change_to is None else move.change_to}
        if shows_newest:
            changes = {"approved_revision": newest} | changes
        changes = {name: value(fresh) if callable(value) else value for name, value in changes.items()}
        _write(fresh, newest.content if shows_newest else None, **changes)
        if shows_newest:
            search.index(fresh)
        _log(verb, fresh, by, before=before, reason=reason, details=details)
        letters.tell(verb, fresh, by=by, reason=reason)
    return fresh


def _write(article, content, **columns):
    """Write these columns of the locked row, and the whole `content` unless None; nothing else of the row, which others count on."""
    for name, value in columns.items():
        setattr(article, name, value)
    if content is not None:
        contents.assign(article, content)
    article.validate_constraints()
    article.save(update_fields=[*columns, *(contents.COLUMNS if content is not None else ())])
    if content is not None:
        contents.write_lists(article, content)


def _lock(article):
    return Article.objects.select_for_update().get(pk=article.pk)


def _newest(article):
    """The newest version of the locked `article`: for one from elsewhere, at first made of what its row holds.

    None for an article that was begun here and has not been saved yet.
    """
    if article.newest_revision is None and not article.log.filter(verb="begin").exists():
        first = _add_revision(article, content=contents.tidy(contents.of(article)), number=1)
        if article.state in (APPROVED, WITHDRAWN):
            article.approved_revision = first
        article.save(update_fields=["newest_revision", "approved_revision"])
    return article.newest_revision


def _keep(article, *, by, content, note=""):
    """Add a version to the locked `article`; its row follows, until it was approved."""
    newest = _newest(article)
    _add_revision(
        article, content=content, number=newest.number + 1 if newest else 1, author=by, base=newest, note=note
    )
    follows = article.state not in (APPROVED, WITHDRAWN)
    _write(article, content if follows else None, newest_revision=article.newest_revision, change=article.change)
    if follows:
        search.index(article)


def _add_revision(article, **fields):
    article.newest_revision = Revision.objects.create(article=article, kind=Revision.Kind.SAVED, **fields)
    return article.newest_revision


def _log(verb, article, by, *, before, reason="", details=None):
    LogEntry.objects.create(
        article=article,
        verb=verb,
        by=by,
        from_stage=before,
        to_stage=article.code,
        revision=article.newest_revision,
        reason=reason,
        details=details or {},
    )


def _has_title(article):
    """A title is all that filing asks for."""
    reason = readiness.title(readiness.Piece(article.newest_revision.content, live_at=None))
    return [reason] if reason else []


def _reasons(article, by, *, live_at):
    content = article.newest_revision.content if article.newest_revision else contents.of(article)
    elsewhere = [] if is_desk_of(content["section"], by) else ["맡지 않은 섹션으로 옮겨진 기사입니다."]
    return readiness.reasons_against(content, live_at=live_at) + elsewhere


def _required(text, sentence):
    if not text.strip():
        raise ValidationError({"reason": sentence})
    return text.strip()
