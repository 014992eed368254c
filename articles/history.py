"""What happened to an article, newest first: its log, and the versions that no verb of their own made."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Value
from django.utils.dateparse import parse_datetime

from articles import korean
from articles.models import Article, LogEntry, Revision
from articles.moves import MOVES, SAVES

PAGE_SIZE = 100
LABELS = {verb: move.label for verb, move in MOVES.items()} | {
    "begin": "작성 시작",
    "import": "옮겨 옴",
    "share": "미리보기 링크를 만듦",
    "unshare": "미리보기 링크를 거둠",
}
SAVED = "저장"
# What a verb settled besides, in words. A name that is not here is not for people.
DETAILS = {
    "live_at": lambda text: f"게재 시각 {_moment(text)}",
    "until": lambda text: f"{_moment(text)}까지 볼 수 있는 링크",
    "to": lambda text: f"새 담당 {text}",
}


@dataclass(frozen=True)
class Event:
    """One line of the history. `made`: the version (Revision) that came of it; `about`: the newest when it happened."""

    label: str
    by: str
    at: object
    before: str = ""
    after: str = ""
    reason: str = ""
    details: list = field(default_factory=list)
    made: Revision | None = None
    about: Revision | None = None


def events(article, *, page=1):
    """One page (from 1) of the history: a list of Event, and whether there are older ones. No text of a version is read."""
    start = (page - 1) * PAGE_SIZE
    found = list(_ids(article)[start : start + PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    entries = _entries([pk for kind, pk, _ in shown if kind == "entry"])
    versions = _versions([pk for kind, pk, _ in shown if kind == "version"])
    lines = [entries[pk] if kind == "entry" else versions[pk] for kind, pk, _ in shown]
    return [_of_entry(line) if isinstance(line, LogEntry) else _of_version(line) for line in lines], len(
        found
    ) > PAGE_SIZE


def _ids(article):
    """(kind, id, moment) of everything that happened."""
    saving = LogEntry.objects.filter(revision=OuterRef("pk"), verb__in=SAVES)
    silent = article.revisions.saved().filter(~Exists(saving)).order_by()
    versions = silent.values_list(Value("version"), "pk", "saved_at")
    entries = article.log.order_by().values_list(Value("entry"), "pk", "at")
    # Of two at the same moment, the version came of what is in the log.
    return entries.union(versions, all=True).order_by("-at", "-pk")


def _entries(ids):
    return LogEntry.objects.select_related("by", "revision__author").defer("revision__content").in_bulk(ids)


def _versions(ids):
    return Revision.objects.without_content().select_related("author").in_bulk(ids)


def _of_version(revision):
    return Event(SAVED, revision.author_name, revision.saved_at, made=revision)


def _of_entry(entry):
    makes_version = entry.verb in SAVES
    return Event(
        LABELS.get(entry.verb, entry.verb),
        str(entry.by) if entry.by else "",
        entry.at,
        before=stage_in_words(entry.from_stage),
        after=stage_in_words(entry.to_stage),
        reason=entry.reason,
        details=[DETAILS[name](value) for name, value in entry.details.items() if name in DETAILS],
        made=entry.revision if makes_version else None,
        about=None if makes_version else entry.revision,
    )


def stage_in_words(code):
    """`approved:editing`, as the log keeps it, in the newsroom's words; nothing for nothing."""
    state, _, change = code.partition(":")
    words = [Article.State(state).label] if state in Article.State else [state] if state else []
    words += [Article.Change(change).label] if change in Article.Change and change else []
    return " · ".join(words)


def _moment(text):
    moment = parse_datetime(text)
    return korean.stamp(moment) if moment else text
