"""What two sequences share: readable, and in bounded time whatever they hold."""

import difflib
import itertools
from bisect import bisect_left
from collections import Counter

# difflib reads best and is quadratic at least: it is given no more than this many pairs at once. Anything larger is first
# parted at what occurs once on either side (“patience”); what cannot be parted counts as replaced.
_CLOSE_LOOK = 20_000
_DEEPEST = 8


def matching_runs(old, new, is_junk=None):
    """Runs (i, j, length) with old[i:i+length] == new[j:j+length], rising in both. Junk only prolongs a run."""
    runs, gaps = [], [(0, old, 0, new, 0)]
    while gaps:
        i, a, j, b, depth = gaps.pop()
        head = common_start(a, b)
        runs.append((i, j, head))
        a, b, i, j = a[head:], b[head:], i + head, j + head
        tail = common_start(a[::-1], b[::-1])
        a, b = a[: len(a) - tail], b[: len(b) - tail]
        runs.append((i + len(a), j + len(b), tail))
        if len(a) * len(b) <= _CLOSE_LOOK:
            matches = difflib.SequenceMatcher(is_junk, a, b, autojunk=False).get_matching_blocks()
            runs += [(i + x, j + y, length) for x, y, length in matches]
        elif depth < _DEEPEST and (anchors := _anchors(a, b, is_junk)):
            runs += [(i + x, j + y, 1) for x, y in anchors]
            gaps += [(i + x, a[x:u], j + y, b[y:v], depth + 1) for x, u, y, v in between(anchors, len(a), len(b))]
    return sorted(run for run in runs if run[2])


def common_start(a, b):
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _anchors(old, new, is_junk):
    here, there = _places_of_the_unique(old), _places_of_the_unique(new)
    return rising((i, there[x]) for x, i in here.items() if x in there and not (is_junk and is_junk(x)))


def _places_of_the_unique(sequence):
    counts = Counter(sequence)
    return {x: i for i, x in enumerate(sequence) if counts[x] == 1}


def rising(pairs):
    """The longest choice of `pairs` (i, j), given in order of i, whose j rise too."""
    lowest, ends, before = [], [], {}  # of the choices of each length: the lowest last j, and its pair
    for pair in pairs:
        length = bisect_left(lowest, pair[1])
        before[pair] = ends[length - 1] if length else None
        lowest[length : length + 1], ends[length : length + 1] = [pair[1]], [pair]
    chosen, pair = [], ends[-1] if ends else None
    while pair:
        chosen.append(pair)
        pair = before[pair]
    return chosen[::-1]


def between(pairs, old_length, new_length):
    """The gaps (i0, i1, j0, j1) before, between and after rising `pairs`."""
    edges = [(-1, -1), *pairs, (old_length, new_length)]
    return [(i + 1, u, j + 1, v) for (i, j), (u, v) in itertools.pairwise(edges)]
