"""What changed of the content of an article (`articles.contents`), field by field."""

from collections import Counter
from dataclasses import dataclass

from django.utils.dateparse import parse_datetime

from articles import korean
from articles.comparison.body import CHANGED, Row, blocks
from articles.comparison.naming import name
from articles.comparison.text import ADDED, REMOVED, SAME, Piece, words
from articles.contents import EMPTY, FLAGS, RELATIONS
from articles.models import Article

TEXTS = ("title", "subtitle", "caption", "ai_note")
READING_ORDER = (
    *("title", "subtitle", "lead_photo", "caption", "no_caption", "body", "bylines"),
    *("section", "series", "issue", "page", "tags", "related"),
    *("is_advertorial", "advertorial_label", "ai_use", "ai_note", "embargo_until"),
)


@dataclass(frozen=True)
class Change:
    """One field that changed. Its `kind` tells what it has: text pieces, body rows, list rows (one an entry), value before and after."""

    field: str
    kind: str
    pieces: tuple = ()
    rows: tuple = ()
    before: str = ""
    after: str = ""
    notes: tuple = ()

    @property
    def label(self):
        return "필자" if self.field == "bylines" else Article._meta.get_field(self.field).verbose_name


def compare(old, new, names):
    """What changed from content `old` to `new` (either may be None), as Changes in the order a reader meets the fields.

    `names(field, id)` tells what an id of section, series, issue, lead_photo, tags, related or reporter is called, "" where
    nobody knows.
    """
    old, new = EMPTY | (old or {}), EMPTY | (new or {})
    changed = [field for field in READING_ORDER if (old[field] or None) != (new[field] or None)]
    return [_change(field, old[field], new[field], names) for field in changed]


def _change(field, before, after, names):
    if field in TEXTS:
        return Change(field, "text", pieces=tuple(words(before, after)))
    if field == "body":
        return _change_of_body(before, after, names)
    if isinstance(before, list):
        return _change_of_list(field, before, after, names)
    return Change(field, "value", before=_said(field, before, names), after=_said(field, after, names))


def _change_of_body(before, after, names):
    rows = tuple(blocks(before, after, names))
    is_unseen = all(row.kind == SAME for row in rows)
    return Change("body", "body", rows=rows, notes=("빈 줄이나 공백만 바뀌었습니다.",) if is_unseen else ())


def _change_of_list(field, before, after, names):
    """Entries that went, came, or are told otherwise (a byline's title), and the new order where it is another."""
    old, new = _entries(field, before, names), _entries(field, after, names)
    rows = [Row(REMOVED, "", [Piece(REMOVED, old[key])]) for key in old if key not in new]
    rows += [Row(ADDED, "", [Piece(ADDED, new[key])]) for key in new if key not in old]
    rows += [Row(CHANGED, "", words(old[key], new[key])) for key in new if key in old and old[key] != new[key]]
    is_reordered = [key for key in old if key in new] != [key for key in new if key in old]
    notes = (f"순서: {', '.join(old.values())} → {', '.join(new.values())}",) if is_reordered else ()
    return Change(field, "list", rows=tuple(rows), notes=notes)


def _entries(field, entries, names):
    """{key: words}. One person may sign twice, for the words and for the pictures, so a key counts."""
    keyed, seen = {}, Counter()
    for entry in entries:
        key = (entry.get("reporter") or entry.get("name")) if field == "bylines" else entry
        keyed[key, seen[key]] = _byline(entry, names) if field == "bylines" else name(names, field, entry)
        seen[key] += 1
    return keyed


def _byline(entry, names):
    who = name(names, "reporter", entry["reporter"]) if entry.get("reporter") else entry.get("name")
    role = f"({entry['role']})" if entry.get("role") else ""
    return " ".join(filter(None, (who, entry.get("title"), role)))


def _said(field, value, names):
    """One value in words."""
    if field in FLAGS:
        return "예" if value else "아니요"
    if not value:
        return "없음"
    if field in RELATIONS:
        return name(names, field, value)
    if field == "page":
        return f"{value}면"
    if field == "embargo_until":
        return korean.stamp(parse_datetime(value))
    return str(dict(Article._meta.get_field(field).flatchoices).get(value, value))
