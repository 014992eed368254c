"""Which version of an article an address means: `5` (a number), `a17` (an autosave), `newest`, or `shown` (to readers)."""

import re
from dataclasses import dataclass

from django.db.models import Q

from articles import contents
from articles.models import Revision
from articles.moves import APPROVED, WITHDRAWN, is_own

_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_AUTOSAVE = re.compile(r"a([1-9][0-9]{0,17})")
NEWEST, SHOWN = "newest", "shown"


@dataclass(frozen=True)
class Version:
    """A content, and what one says of it. `revision` None: it is what the article's row holds, of which no version was made."""

    which: str
    name: str
    content: dict
    revision: Revision | None = None

    @property
    def author_name(self):
        return self.revision.author_name if self.revision else ""

    @property
    def saved_at(self):
        return self.revision.saved_at if self.revision else None


def find(article, which, *, person):
    """The version of `article` that `which` (str, from an address) means, if there is one and `person` may see it; else None.

    `person` may open the article; somebody else's autosave is theirs alone.
    """
    if which == NEWEST:
        return _newest(article)
    if which == SHOWN:
        return _shown(article)
    if _NUMBER.fullmatch(which):
        found = article.revisions.saved().filter(number=int(which))
    elif match := _AUTOSAVE.fullmatch(which):
        found = autosaves(article, person).filter(pk=int(match[1]))
    else:
        return None
    revision = found.select_related("author").first()
    return _of(revision) if revision else None


def autosaves(article, person):
    """What `person` typed and has not saved; and, of an article of theirs, what was left behind by somebody who is gone."""
    readable = Q(author=person)
    if is_own(article, person):
        readable |= Q(author__is_active=False)
    return article.revisions.autosaves().filter(readable)


def has_shown(article):
    """Whether readers see one version of `article`, whatever the newest is; or will see, or saw it until it was taken down."""
    return article.state in (APPROVED, WITHDRAWN)


def shown_name(article):
    if article.state == WITHDRAWN:
        return "내리기 전 글"
    return "독자가 보는 글" if article.is_live else "예약한 글"


def _newest(article):
    if article.newest_revision:
        return _of(article.newest_revision)
    return Version(NEWEST, "옮겨 온 글" if article.is_imported else "아직 저장하지 않은 글", contents.of(article))


def _shown(article):
    if not has_shown(article):
        return None
    return Version(SHOWN, shown_name(article), contents.of(article), article.approved_revision)


def _of(revision):
    which = f"a{revision.pk}" if revision.is_autosave else str(revision.number)
    # A version may be older than a field of the form.
    return Version(which, str(revision), contents.EMPTY | revision.content, revision)
