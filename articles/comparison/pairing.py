"""Which blocks of two bodies belong together: the same ones, alike ones, and those that moved."""

import itertools
from collections import Counter, defaultdict
from typing import NamedTuple

from articles.comparison.sequences import between, matching_runs, rising
from articles.comparison.text import beginnings

_COMMON = 16  # blocks; a word that more of them share does not tell which belong together.
# Shares of common words that make two blocks one: anywhere; where it would have moved; where nothing else stands between.
_ALIKE, _ALIKE_FAR, _ALIKE_HERE = 0.4, 0.6, 0.25
_TELLING = 15  # characters; a shorter text found elsewhere is a coincidence, not a move.


class Pairs(NamedTuple):
    """Which of two lists of blocks belong together, as pairs (i, j): those in the order of both, and those that moved."""

    in_order: list
    moved: list


def pair_blocks(old, new):
    """Pairs of blocks: anything with a `key` (sort, value), the same for the same block, and a `text`."""
    runs = matching_runs([block.key for block in old], [block.key for block in new])
    shares = {(i + k, j + k): 1.0 for i, j, length in runs for k in range(length)}
    shares |= _equal_elsewhere(old, new, shares)
    shares |= _similar(old, new, shares)
    in_order = rising(sorted(shares))
    moved = {(i, j) for (i, j), share in shares.items() if share >= _ALIKE_FAR and _is_telling(new[j])} - set(in_order)
    facing = _facing(old, new, [*in_order, *moved], in_order)
    return Pairs(sorted([*in_order, *facing]), sorted(moved))


def _left(old, new, pairs):
    used, new_used = {i for i, _ in pairs}, {j for _, j in pairs}
    return [i for i in range(len(old)) if i not in used], [j for j in range(len(new)) if j not in new_used]


def _is_telling(block):
    return block.key[0] == "figure" or len(block.text) >= _TELLING


def _equal_elsewhere(old, new, pairs):
    left, new_left = _left(old, new, pairs)
    places = defaultdict(list)
    for i in reversed(left):
        if _is_telling(old[i]):
            places[old[i].key].append(i)
    return {(places[new[j].key].pop(), j): 1.0 for j in new_left if places.get(new[j].key)}


def _similar(old, new, pairs):
    """Of what is left, the pairs that share most words: each its best, the nearest where two are as good."""
    left, new_left = _left(old, new, pairs)
    words, new_words = {i: beginnings(old[i].text) for i in left}, {j: beginnings(new[j].text) for j in new_left}
    candidates = []
    for i, j in _candidates(words, new_words):
        share = _share(words[i], new_words[j])
        if share >= _ALIKE:
            candidates.append((-share, abs(i - j), i, j))
    return _each_once(sorted(candidates))


def _candidates(words, new_words):
    """For each old block the three new ones with most of its rarer words."""
    places = defaultdict(list)
    for j, its_words in new_words.items():
        for word in its_words:
            places[word].append(j)
    rare = {word: its_places for word, its_places in places.items() if len(its_places) <= _COMMON}
    for i, its_words in words.items():
        shared = Counter(itertools.chain.from_iterable(rare.get(word, ()) for word in its_words))
        best = sorted((-count, abs(i - j), j) for j, count in shared.items())[:3]
        yield from ((i, j) for _, _, j in best)


def _each_once(candidates):
    chosen, taken, new_taken = {}, set(), set()
    for score, _, i, j in candidates:
        if i not in taken and j not in new_taken:
            chosen[i, j] = -score
            taken.add(i)
            new_taken.add(j)
    return chosen


def _share(one, other):
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _facing(old, new, pairs, in_order):
    """Pairs of blocks in gaps where as many came as went (the lines of a table, say): one each, if they share enough."""
    left, new_left = map(set, _left(old, new, pairs))
    for i, u, j, v in between(in_order, len(old), len(new)):
        went, came = [x for x in range(i, u) if x in left], [y for y in range(j, v) if y in new_left]
        if len(went) == len(came):
            yield from (pair for pair in zip(went, came, strict=True) if _may_face(old[pair[0]], new[pair[1]]))


def _may_face(old, new):
    are_figures = old.key[0] == new.key[0] == "figure"
    return are_figures or _share(beginnings(old.text), beginnings(new.text)) >= _ALIKE_HERE
