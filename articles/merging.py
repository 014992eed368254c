"""Two contents that go back to one, made into one again. Pure: nothing here asks the database.

Each field for itself: whoever changed it wins, and where both did, differently, mine stands and the field is in conflict.
A body is merged block by block, a list entry by entry.
"""

import itertools
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from operator import eq, itemgetter
from typing import NamedTuple

from articles import korean
from articles.comparison.pairing import pair_blocks
from articles.comparison.sequences import between
from articles.contents import EMPTY


@dataclass(frozen=True)
class Merge:
    """The merged `content`; `conflicts`, the fields that both changed differently; `taken`, those with something of theirs."""

    content: dict
    conflicts: list
    taken: list


def merge(*, base, mine, theirs):
    """`mine` with what `theirs` changed since `base`: contents as in `articles.contents`. Of `base` nothing may be known.

    A content without a field says nothing of it.
    """
    content, conflicts, taken = {}, [], []
    for field in dict.fromkeys([*mine, *theirs]):
        if field not in mine or field not in theirs:
            content[field], is_conflict = (mine | theirs)[field], False
        else:
            before = (base or {}).get(field, EMPTY.get(field))
            content[field], is_conflict = _merge_field(field, before, mine[field], theirs[field])
        if is_conflict:
            conflicts.append(field)
        elif not _says_the_same(content[field], mine.get(field)):
            taken.append(field)
    return Merge(content, conflicts, taken)


def _merge_field(field, base, mine, theirs):
    """The value, and whether both changed one thing differently."""
    for is_same in (eq, _says_the_same):
        if is_same(theirs, base) or is_same(mine, theirs):
            return mine, False
        if is_same(mine, base):
            return theirs, False
    if field == "body":
        return _merge_bodies(base or "", mine or "", theirs or "")
    if isinstance(mine, list) and isinstance(theirs, list):
        return _merge_lists(base or [], mine, theirs)
    return mine, True


def _says_the_same(one, other):
    """Nothing is nothing, be it an empty text or none."""
    return one == other or not (one or other)


# --- Bodies -------------------------------------------------------------------------------------------------------

_INLINE = {"a", "b", "br", "em", "i", "s", "strong", "sub", "sup", "u"}
_EMPTY = {"br", "hr"}
_MEMORABLE = 20  # characters of HTML; what is shorter may well be typed twice.


class _Splitter(HTMLParser):
    """Finds where in HTML its outermost blocks begin: a paragraph, a whole list, a whole table, loose words between them."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=False)
        self._lines = list(itertools.accumulate((len(line) + 1 for line in markup.split("\n")), initial=0))
        self._depth, self._is_after_block = 0, True
        self.cuts = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._see(is_block=tag not in _INLINE)
        self._depth += tag not in _EMPTY

    def handle_endtag(self, tag):
        self._depth = max(0, self._depth - 1)
        if not self._depth and tag not in _INLINE:
            self._is_after_block = True

    def handle_data(self, data):
        if data.strip():
            self._see()

    def handle_entityref(self, name):
        self._see()

    def handle_charref(self, name):
        self._see()

    def _see(self, *, is_block=False):
        if not self._depth and (is_block or self._is_after_block):
            line, column = self.getpos()
            self.cuts.append(self._lines[line - 1] + column)
            self._is_after_block = is_block


@dataclass(frozen=True)
class _Part:
    """One outermost block of a body, with the space behind it, which tells no two apart."""

    markup: str

    @cached_property
    def key(self):
        return ("text", self.markup.strip())

    @cached_property
    def text(self):
        return korean.plain_text(self.markup)


class _Hunk(NamedTuple):
    """Parts of one side, and the range of the base that they stand for; an empty range is a place between two parts."""

    start: int
    end: int
    parts: list


def _merge_bodies(base, mine, theirs):
    base, mine, theirs = _parts(base), _parts(mine), _parts(theirs)
    merged, is_conflict, at = [], False, 0
    clusters = _clusters(_hunks(base, mine), _hunks(base, theirs))
    twice = _added_at_two_places(clusters)
    for own, others in clusters:
        start, end = min(hunk.start for hunk in own + others), max(hunk.end for hunk in own + others)
        ours, theirs = _applied(base, start, end, own), _applied(base, start, end, others)
        if own and others and _keys(ours) != _keys(theirs):
            is_conflict = True
        merged += base[at:start]
        merged += ours if own else [part for part in theirs if part.key not in twice]
        at = end
    return _joined([*merged, *base[at:]]), is_conflict or bool(twice)


def _parts(markup):
    cuts = [0, *_Splitter(markup).cuts, len(markup)]
    return [_Part(markup[start:end]) for start, end in itertools.pairwise(cuts) if markup[start:end].strip()]


def _joined(parts):
    """One body of `parts`; loose words keep apart from what did not stand beside them before."""
    return "".join(part.markup if part.markup.endswith((">", "\n", " ")) else f"{part.markup}\n" for part in parts)


def _keys(parts):
    return [part.key for part in parts]


def _hunks(base, side):
    hunks = []
    for i, u, j, v in between(pair_blocks(base, side).in_order, len(base), len(side)):
        if i < u or j < v:
            hunks.append(_Hunk(i, u, side[j:v]))
        if u < len(base) and base[u].key != side[v].key:
            hunks.append(_Hunk(u, u + 1, [side[v]]))
    return hunks


def _clusters(mine, theirs):
    """Hunks in groups (of mine, of theirs) that touch the same parts of the base or the same place between two."""
    clusters, reach = [], None
    sided = [(hunk.start, hunk.end, 0, hunk) for hunk in mine] + [(hunk.start, hunk.end, 1, hunk) for hunk in theirs]
    for start, end, side, hunk in sorted(sided, key=itemgetter(0, 1, 2)):
        if reach is None or not (start < reach[1] or (start, end) == reach):
            clusters.append(([], []))
            reach = (start, end)
        clusters[-1][side].append(hunk)
        reach = (reach[0], max(reach[1], end))
    return clusters


def _added_at_two_places(clusters):
    """Keys of what both put in, each in another place: they moved one block to two. It stays in mine alone."""
    mine = {part.key for own, others in clusters if not others for hunk in own for part in hunk.parts}
    theirs = {part.key for own, others in clusters if not own for hunk in others for part in hunk.parts}
    return {key for key in mine & theirs if len(key[1]) >= _MEMORABLE}


def _applied(base, start, end, hunks):
    """`base` from `start` to `end` as it is after `hunks`."""
    parts = []
    for hunk in hunks:
        parts += [*base[start : hunk.start], *hunk.parts]
        start = hunk.end
    return parts + base[start:end]


# --- Lists --------------------------------------------------------------------------------------------------------


def _merge_lists(base, mine, theirs):
    """Entries that either added are in, those that either took out are out; each entry told as who changed it tells it."""
    base, mine, theirs = _keyed(base), _keyed(mine), _keyed(theirs)
    order, is_conflict = _merge_orders(list(base), list(mine), list(theirs))
    merged = []
    for key in order:
        told = _merge_entry(base.get(key), mine.get(key), theirs.get(key))
        is_conflict = is_conflict or told[1]
        merged += [] if told[0] is None else [told[0]]
    return merged, is_conflict


def _keyed(entries):
    """{key: entry}. A byline is known by who signs; one person may sign twice, so a key counts."""
    keyed, seen = {}, Counter()
    for entry in entries:
        key = (entry.get("reporter") or entry.get("name")) if isinstance(entry, dict) else entry
        keyed[key, seen[key]] = entry
        seen[key] += 1
    return keyed


def _merge_entry(base, mine, theirs):
    """One entry of three lists (None where it is not in), and whether it is in conflict."""
    if theirs in (base, mine):
        return mine, False
    return (theirs, False) if mine == base else (mine, True)


def _merge_orders(base, mine, theirs):
    """Every key of `mine` and `theirs` in one order, and whether both set those they share in another order, differently."""
    stayed = [key for key in base if key in mine and key in theirs]
    ours, others = [key for key in mine if key in stayed], [key for key in theirs if key in stayed]
    first, second = (theirs, mine) if ours == stayed else (mine, theirs)
    return _woven(first, second), stayed not in (ours, others) and ours != others


def _woven(first, second):
    """`first`, with each key of `second` alone behind the key that it follows there."""
    woven = list(first)
    for before, key in itertools.pairwise([None, *second]):
        if key not in woven:
            woven.insert(woven.index(before) + 1 if before is not None else 0, key)
    return woven
