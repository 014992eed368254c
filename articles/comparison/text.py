"""What differs between two texts, word by word, as Korean is read."""

import itertools
import re
from operator import itemgetter
from typing import NamedTuple

from articles.comparison.sequences import common_start, matching_runs

SAME, REMOVED, ADDED = "same", "removed", "added"


class Piece(NamedTuple):
    kind: str
    text: str

    @property
    def shown(self):
        """The text, with a sign for the end of a line that came or went: nobody would see it."""
        return self.text if self.kind == SAME else self.text.replace("\n", "↵\n")


# ㆍ is a letter to Unicode, and a middle dot to newspapers. A number is one word with its commas and its unit: 1,200명.
_TOKEN = re.compile(r"\s+|\d+(?:[.,:]\d+)*[^\W\u318d]*|[^\W\u318d]+|[\W\u318d]")
_WORD = re.compile(r"[^\W\u318d]")
# A word is cut open only before one of these: by letters alone 김철수 and 김철호 would be one stem with two endings.
_ENDINGS = frozenset(
    """
    은 는 이 가 을 를 의 에 도 만 와 과 로 으로 나 이나 랑 이랑 께 께서 에게 에게서 한테 에서 까지 부터 에서부터 마저 조차
    보다 처럼 같이 마다 밖에 뿐 대로 만큼 야 이야 여 이여 로서 으로서 로써 으로써 로부터 으로부터 에는 에도 에만 에서는 에서도
    에서의 에게는 에게도 께서는 께서도 로는 으로는 로도 으로도 로의 으로의 와는 과는 와도 과도 와의 과의 까지는 까지도 까지의 부터는
    부터의 만은 만이 만을 만의 라 이라 라는 이라는 라고 이라고 라며 이라며 란 이란 라도 이라도 인 인데 이며 며 이자 자 이고 고
    이지만 지만 이면 면 이던 던 이다 다 입니다 이었다 였다 이었고 였고 이었던 였던 이었으며 였으며 이어서 여서 이므로 이니 들 들은
    들이 들을 들의 들에게 들도 들과 습니다 으며 으나 으면 으니 으므로 어 어서 어야 어도 은데 는데 는다 는지 을지 음 기 지 게
    """.split()  # noqa: SIM905 - one a line they would be a page
)
_CONJOINING = re.compile(r"[\u0300-\u036f\u1160-\u11ff]")
_LONG = 20  # characters; what is longer is not a word but a text without spaces.


def words(old, new):
    """The pieces that lead from `old` to `new`, removed before added. Same and removed make `old`, same and added `new`."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces = []
    for removed, added, same in _settled(_steps(before, after)):
        pieces += _change(removed, added)
        pieces.append((SAME, "".join(same)))
    return _joined(pieces)


def _is_junk(token):
    return not _WORD.match(token)


def _steps(before, after):
    """What is removed, added and then the same, again and again."""
    i = j = 0
    for x, y, length in [*matching_runs(before, after, _is_junk), (len(before), len(after), 0)]:
        yield before[i:x], after[j:y], before[x : x + length]
        i, j = x + length, y + length


def _settled(steps):
    """The steps, where a little word left alone between two larger changes is part of them: so it reads better."""
    settled, last_size = [], 0
    for removed, added, same in steps:
        size = max(_size(removed), _size(added))
        if settled and not (removed or added):
            settled[-1][2].extend(same)
        elif settled and last_size is not None and _size(island := settled[-1][2]) <= min(last_size, size) // 2:
            settled[-1][0].extend(island + removed)
            settled[-1][1].extend(island + added)
            last_size += _size(island) + size  # counted on, not anew: a text may be all islands
            settled[-1][2][:] = same
        else:
            settled.append((list(removed), list(added), list(same)))
            last_size = size if removed or added else None
    return settled


def _size(tokens):
    return sum(len(token) for token in tokens if not _is_junk(token))


def _change(removed, added):
    """The pieces of one replacement, without what its two sides share at their ends."""
    whole = [(REMOVED, "".join(removed)), (ADDED, "".join(added))]
    if not (removed and added) or _letters(whole[0][1]) == _letters(whole[1][1]):
        return whole  # Where the spacing alone differs (할수, 할 수) nothing reads better than the whole.
    level = len(removed) == len(added)
    head = _peel(removed, added, level)
    removed, added = removed[len(head) :], added[len(head) :]
    tail = _peel(removed[::-1], added[::-1], level)
    removed, added = removed[: len(removed) - len(tail)], added[: len(added) - len(tail)]
    if len(removed) == len(added) == 1:
        middle = _one_word(removed[0], added[0])
    else:
        middle = [(REMOVED, "".join(removed)), (ADDED, "".join(added))]
    return [*itertools.chain(*head), *middle, *itertools.chain(*reversed(tail))]


def _letters(text):
    return "".join(text.split())


def _peel(removed, added, level):
    """The pieces of each pair from the front for as long as the two are one word with other endings, or one and the same."""
    peeled = []
    for old, new in zip(removed, added, strict=False):
        stem = common_start(old, new)
        endings = {old[stem:], new[stem:]} - ({""} if level or old == new else set())
        if not stem or not endings <= _ENDINGS:
            break
        peeled.append(_from_stem(old, new, stem))
    return peeled


def _from_stem(old, new, stem):
    return [(SAME, old[:stem]), (REMOVED, old[stem:]), (ADDED, new[stem:])]


def _one_word(old, new):
    """서울 and 서울특별시 are shown by what was added; of a text without spaces, what both ends share is left out."""
    stem = common_start(old, new)
    if max(len(old), len(new)) > _LONG:
        tail = common_start(old[stem:][::-1], new[stem:][::-1])
        cut = len(old) - tail
        return [*_from_stem(old[:cut], new[: len(new) - tail], stem), (SAME, old[cut:])]
    rest = max(old[stem:], new[stem:], key=len)
    is_longer_by_rest = stem == min(len(old), len(new))
    if stem >= 2 and is_longer_by_rest and not rest[0].isdigit() and not _CONJOINING.match(rest):
        return _from_stem(old, new, stem)
    return [(REMOVED, old), (ADDED, new)]


def _joined(pieces):
    """`pieces` without empty ones, and between two that are the same at most one removed and one added."""
    joined = []
    for is_same, run in itertools.groupby(filter(itemgetter(1), pieces), key=lambda piece: piece[0] == SAME):
        texts = dict.fromkeys((SAME,) if is_same else (REMOVED, ADDED), "")
        for kind, text in run:
            texts[kind] += text
        joined += [Piece(kind, text) for kind, text in texts.items() if text]
    return joined


def beginnings(text):
    """The first two letters of each word, and numbers: what stays when particles and endings change."""
    tokens = (token for token in _TOKEN.findall(text) if not _is_junk(token))
    return {token if token[0].isdigit() else token[:2] for token in tokens}
