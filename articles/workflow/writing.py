"""What is typed: versions, and autosaves beside them."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.utils import timezone

from articles import contents
from articles.models import Article, Revision
from articles.moves import DRAFT, MOVES, is_own, may_write, saving_verb
from articles.workflow import gate
from articles.workflow.gate import NOT_ALLOWED


def begin(*, by, content, note="", pk=None):
    """A new article of `by`, with its first version. `pk`: its number, where that is known beforehand."""
    if not by.has_perm("articles.add_article"):
        raise PermissionDenied(NOT_ALLOWED)
    with transaction.atomic():
        article = _begun(by, pk=pk)
        gate.keep(article, by=by, content=_checked(content), note=note)
    return article


def _begun(by, **fields):
    article = Article.objects.create(owner=by, **fields)
    gate.log("begin", article, by, before="")
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
        if tab:
            _lock_tab(tab)
        fresh = gate.lock(article)
        verb = _saving_verb(fresh, by)
        gate.require_newest(fresh, base)
        before = fresh.code
        newest = gate.newest_of(fresh)
        if newest is None or content != newest.content:
            fresh.change = MOVES[verb].change_to or fresh.change
            gate.keep(fresh, by=by, content=content, note=note)
            gate.log(verb, fresh, by, before=before)
        if tab:
            Revision.objects.filter(article=fresh, author=by, tab=tab).delete()
    return fresh.newest_revision


def _saving_verb(article, by):
    if verb := saving_verb(article, by):
        return verb
    if may_write(article, by):
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
        kept = Revision.objects.filter(author=by, tab=tab).order_by().first()
        if kept is None:
            kept = Revision(kind=Revision.Kind.AUTOSAVE, author=by, tab=tab, article=article or _begun(by))
        if article and kept.article_id != article.pk:
            raise ValidationError("이 창은 다른 기사의 것입니다. 창을 새로 열어 주세요.")
        if not Article.objects.within_reach(by).filter(pk=kept.article_id).exists():
            raise PermissionDenied(NOT_ALLOWED)
        kept.base = (
            Revision.objects.saved().without_content().filter(article=kept.article_id, pk=base).first()
            if base
            else None
        )
        kept.content, kept.saved_at = contents.tidy(content), timezone.now()
        kept.save()
        # Until its first version the list knows what was begun here by the title that is being typed.
        unsaved = Article.objects.filter(pk=kept.article_id, state=DRAFT, newest_revision=None, log__verb="begin")
        unsaved.update(title=kept.content["title"][:200])
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
