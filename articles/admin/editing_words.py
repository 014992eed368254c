"""What the editor's screen says of an article: how far it has come, and what saving will mean."""

import itertools

from articles import korean, versions
from articles.admin.editing_form import settled
from articles.models import Article, LogEntry
from articles.moves import APPROVED, CHANGE_RETURNED, CHANGE_SUBMITTED, DRAFT, EDITING, RETURNED, SUBMITTED, TRASHED

MOST_OFFERS = 5


def standing(article, *, may_save, may_approve=False):
    """A sentence or two for whoever has the article (or None, yet to be begun) before them."""
    if article is None:
        return "새 글입니다. 적는 동안 저절로 저장되고, 송고하면 데스크가 읽습니다."
    if article.state == APPROVED:
        return f"{_seen_by_readers(article)} {_change(article, may_save=may_save, may_approve=may_approve)}"
    return {
        DRAFT: "작성 중인 글입니다. 송고하면 데스크가 읽습니다.",
        SUBMITTED: "승인을 기다리는 글입니다. "
        + ("저장한 판을 승인하면 독자가 봅니다." if may_save else "고치려면 송고를 취소하세요."),
        RETURNED: "데스크가 돌려보낸 글입니다. 고쳐서 다시 송고해 주세요.",
        TRASHED: "휴지통에 있는 글입니다. 고치려면 휴지통에서 꺼내세요.",
        Article.State.WITHDRAWN: "독자에게서 내린 글입니다. 저장해도 보이지 않습니다. 수정을 반영하고 다시 게재해야 보입니다.",
    }[article.state]


def _seen_by_readers(article):
    seen = f"{article.approved_revision.number}판을" if article.approved_revision else "지금 글을"
    if article.is_scheduled:
        return f"{korean.stamp(article.live_at)}부터 독자가 {seen} 봅니다."
    if article.approved_revision is None:
        return "독자는 지금 글을 봅니다."
    return f"독자는 {'아직' if article.is_pending else '지금'} {seen} 봅니다."


def _change(article, *, may_save, may_approve):
    if article.change == CHANGE_SUBMITTED:
        return "고친 글은 승인을 기다리고 있습니다." + ("" if may_save else " 더 고치려면 수정 송고를 취소하세요.")
    if article.change == CHANGE_RETURNED:
        return "데스크가 수정을 돌려보냈습니다. 고쳐서 다시 송고해 주세요."
    if may_approve:
        return "고쳐서 저장한 글은 ‘수정 반영’을 눌러야 독자가 봅니다."
    if article.change == EDITING:
        return "고친 글은 수정을 송고해 승인을 받아야 독자가 봅니다."
    return "고쳐서 저장해도 바로 바뀌지 않고, 수정을 송고해 승인을 받아야 합니다."


def returned(article):
    """Why, by whom and when the article, or a change of it, was sent back (a LogEntry), while it still waits for that."""
    if article.state != RETURNED and article.change != CHANGE_RETURNED:
        return None
    return article.log.filter(verb__in=["return", "return_change"]).select_related("by").first()


def last_reason(article):
    """The last thing done to the article that was given a reason."""
    return LogEntry.objects.filter(article=article).exclude(reason="").select_related("by").first()


def offers(article, person, *, newest, but=None):
    """Autosaves that `person` may go on with, the latest first, which hold another text than `newest` (a content).

    `but` (Q) tells of those that are not meant.
    """
    autosaves = versions.autosaves(article, person).select_related("author")
    if but is not None:
        autosaves = autosaves.exclude(but)
    other = (one for one in autosaves.iterator() if settled(one.content, newest) != newest)
    return list(itertools.islice(other, MOST_OFFERS))
