"""The one gate that every verb passes, and the hands that write: the row, its versions, its log."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from articles import contents, letters, search
from articles.models import Article, LogEntry, Revision
from articles.moves import APPROVED, MOVES, WITHDRAWN, is_permitted

NOT_ALLOWED = "이 일을 할 권한이 없습니다."


class Conflict(ValidationError):
    """Somebody saved in between: `newest` is the version that stands now."""

    def __init__(self, newest):
        self.newest = newest
        when = timezone.localtime(newest.saved_at)
        super().__init__(f"{newest.author_name} 님이 {when:%H:%M}에 {newest}을 먼저 저장했습니다.", code="conflict")


def apply(verb, article, by, *, revision=None, checks=(), shows_newest=False, reason="", details=None, **changes):
    """Do the move `verb` of the table, with `changes` of columns (values, or functions of the locked row). Gives the row.

    `checks` are functions of the locked row that give reasons to refuse (list of str). `shows_newest`: the row takes the
    content of the newest version.
    """
    move = MOVES[verb]
    with transaction.atomic():
        fresh = lock(article)
        if not is_permitted(verb, fresh, by):
            raise PermissionDenied(NOT_ALLOWED)
        if not move.fits(fresh):
            raise ValidationError(f"‘{fresh.stage}’ 상태의 기사에는 할 수 없는 일입니다.")
        if revision is not None:
            require_newest(fresh, revision)
        before, newest = fresh.code, newest_of(fresh)
        if newest is None and verb not in ("trash", "untrash", "assign"):
            raise ValidationError("아직 저장하지 않은 기사입니다. 열어서 저장한 뒤에 다시 해 주세요.")
        if reasons := [reason for check in checks for reason in check(fresh)]:
            raise ValidationError(reasons)
        columns = {
            "state": move.to or fresh.state,
            "change": fresh.change if move.change_to is None else move.change_to,
        }
        if shows_newest:
            columns["approved_revision"] = newest
        columns |= {name: value(fresh) if callable(value) else value for name, value in changes.items()}
        _write(fresh, newest.content if shows_newest else None, **columns)
        if shows_newest:
            search.index(fresh)
        log(verb, fresh, by, before=before, reason=reason, details=details)
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


def lock(article):
    return Article.objects.select_for_update().get(pk=article.pk)


def newest_of(article):
    """The newest version of the locked `article`: for one from elsewhere, at first made of what its row holds.

    None for an article that was begun here and has not been saved yet.
    """
    if article.newest_revision is None and not article.log.filter(verb="begin").exists():
        first = _add_revision(article, content=contents.tidy(contents.of(article)), number=1)
        if article.state in (APPROVED, WITHDRAWN):
            article.approved_revision = first
        article.save(update_fields=["newest_revision", "approved_revision"])
    return article.newest_revision


def keep(article, *, by, content, note=""):
    """Add a version to the locked `article`; its row follows, until it was approved."""
    newest = newest_of(article)
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


def log(verb, article, by, *, before, reason="", details=None):
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


def require_newest(article, revision_id):
    if revision_id == article.newest_revision_id:
        return
    if article.newest_revision is None:
        raise ValidationError("바탕이 된 판을 찾을 수 없습니다. 창을 새로 열어 주세요.")
    raise Conflict(article.newest_revision)
