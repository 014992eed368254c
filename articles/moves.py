"""What may be done to an article, from where, and by whom: the table, read by the verbs of `articles.workflow` and by screens."""

import enum
from dataclasses import dataclass

from articles.models import Article
from articles.models.article import desk_sections

DRAFT, SUBMITTED, RETURNED, APPROVED, WITHDRAWN, TRASHED = Article.State
NO_CHANGE, EDITING, CHANGE_SUBMITTED, CHANGE_RETURNED = Article.Change
PENDING = frozenset({EDITING, CHANGE_SUBMITTED, CHANGE_RETURNED})
ANY_CHANGE = PENDING | {NO_CHANGE}


class Side(enum.Enum):
    """On whose side of the desk one must stand."""

    OWNER = enum.auto()  # one looks after it
    OWN = enum.auto()  # it is one's own article: one looks after it, or signs it
    DESK = enum.auto()  # one is the desk of its section
    EITHER = enum.auto()


@dataclass(frozen=True)
class Move:
    """`to` and `change_to` None: stays as it is. `only` names a property of Article that must hold besides."""

    label: str
    permission: str
    side: Side
    from_: frozenset
    to: str | None = None
    change_from: frozenset = ANY_CHANGE
    change_to: str | None = None
    only: str | None = None

    def fits(self, article):
        return (
            article.state in self.from_
            and article.change in self.change_from
            and (self.only is None or getattr(article, self.only))
        )


def _states(*states):
    return frozenset(states)


# fmt: off
MOVES = {
    # What is typed. Whichever of these fits, `workflow.save` is it.
    "write":          Move("저장", "change_article", Side.EITHER, _states(DRAFT, RETURNED)),
    "edit":           Move("데스킹", "change_article", Side.DESK, _states(SUBMITTED)),
    "correct":        Move("수정", "correct_article", Side.EITHER, _states(APPROVED),
                           change_from=ANY_CHANGE - {CHANGE_SUBMITTED}, change_to=EDITING),
    "edit_change":    Move("수정 데스킹", "correct_article", Side.DESK, _states(APPROVED), change_from=_states(CHANGE_SUBMITTED)),
    "rework":         Move("내린 기사 수정", "correct_article", Side.DESK, _states(WITHDRAWN), change_to=EDITING),
    # The way to readers, and back.
    "submit":         Move("송고", "submit_article", Side.EITHER, _states(DRAFT, RETURNED), SUBMITTED),
    "recall":         Move("송고 취소", "submit_article", Side.OWN, _states(SUBMITTED), DRAFT),
    "return":         Move("반려", "approve_article", Side.DESK, _states(SUBMITTED), RETURNED),
    "approve":        Move("승인", "approve_article", Side.DESK, _states(SUBMITTED), APPROVED),
    "reschedule":     Move("예약 변경", "approve_article", Side.DESK, _states(APPROVED), only="is_scheduled"),
    "unschedule":     Move("예약 취소", "approve_article", Side.DESK, _states(APPROVED), SUBMITTED,
                           change_to=NO_CHANGE, only="is_scheduled"),
    # A change of what was approved before.
    "submit_change":  Move("수정 송고", "correct_article", Side.EITHER, _states(APPROVED),
                           change_from=_states(EDITING, CHANGE_RETURNED), change_to=CHANGE_SUBMITTED),
    "recall_change":  Move("수정 송고 취소", "correct_article", Side.OWN, _states(APPROVED),
                           change_from=_states(CHANGE_SUBMITTED), change_to=EDITING),
    "return_change":  Move("수정 반려", "approve_article", Side.DESK, _states(APPROVED),
                           change_from=_states(CHANGE_SUBMITTED), change_to=CHANGE_RETURNED),
    "approve_change": Move("수정 반영", "approve_article", Side.DESK, _states(APPROVED, WITHDRAWN),
                           change_from=PENDING, change_to=NO_CHANGE),
    "discard_change": Move("수정 버림", "correct_article", Side.EITHER, _states(APPROVED, WITHDRAWN),
                           change_from=_states(EDITING, CHANGE_RETURNED), change_to=NO_CHANGE),
    # Down, and up again.
    "withdraw":       Move("내림", "withdraw_article", Side.DESK, _states(APPROVED), WITHDRAWN, only="is_live"),
    "reinstate":      Move("다시 게재", "withdraw_article", Side.DESK, _states(WITHDRAWN), APPROVED),
    # A draft that nobody was shown.
    "trash":          Move("휴지통에 넣기", "change_article", Side.OWNER, _states(DRAFT), TRASHED, only="was_never_filed"),
    "untrash":        Move("휴지통에서 꺼내기", "change_article", Side.OWNER, _states(TRASHED), DRAFT),
    "assign":         Move("담당 바꾸기", "desk_article", Side.DESK, frozenset(Article.State) - {TRASHED}),
}
# fmt: on
SAVES = ("write", "edit", "correct", "edit_change", "rework")


def is_own(article, person):
    return article.owner_id == person.pk or person.pk in _signers(article)


def _signers(article):
    """Ids of the accounts of those who sign it, read once for an article in hand."""
    if not hasattr(article, "signer_ids"):
        article.signer_ids = frozenset(article.bylines.values_list("reporter__user", flat=True))
    return article.signer_ids


def is_desk_of(section_id, person):
    """Whether `person` is the desk of the section of that id (None: not placed yet, which is every desk's to do)."""
    sections = desk_sections(person)
    return person.has_perm("articles.desk_article") and (not sections or section_id is None or section_id in sections)


def is_permitted(verb, article, person):
    """Whether `person` is one who may do `verb` to `article`, whatever state it is in."""
    move = MOVES[verb]
    if not person.has_perm(f"articles.{move.permission}"):
        return False
    if move.side is Side.OWNER:
        return article.owner_id == person.pk
    is_desk = move.side is not Side.OWN and is_desk_of(article.section_id, person)
    return is_desk or (move.side is not Side.DESK and is_own(article, person))


def may_write(article, person):
    """Whether `person` is one of those who write in `article`, whatever state it is in."""
    return any(is_permitted(verb, article, person) for verb in ("write", "edit", "correct"))


def offered(article, person):
    """The verbs that `person` may do to `article` now, in the table's order."""
    return [verb for verb, move in MOVES.items() if move.fits(article) and is_permitted(verb, article, person)]


def saving_verb(article, person):
    """The verb by which `person` would save `article` as it stands now; None when they may not."""
    return next((verb for verb in offered(article, person) if verb in SAVES), None)
