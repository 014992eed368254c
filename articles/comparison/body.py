"""What became of each block of a body."""

from dataclasses import dataclass, replace

from articles.comparison.form import notes, photo_name
from articles.comparison.markup import KINDS, read_blocks
from articles.comparison.naming import no_names
from articles.comparison.pairing import pair_blocks
from articles.comparison.sequences import between
from articles.comparison.text import ADDED, REMOVED, SAME, Piece, words

CHANGED, FORMATTED, MOVED = "changed", "formatted", "moved"


_FATES = {
    SAME: "그대로",
    CHANGED: "고침",
    ADDED: "추가",
    REMOVED: "삭제",
    FORMATTED: "모양 바뀜",
    MOVED: "옮김",
}


@dataclass(frozen=True)
class Row:
    """One block in a comparison: what became of it, which sort it is, its pieces, and in words what pieces cannot show."""

    kind: str
    block: str
    pieces: list
    notes: tuple = ()
    photo: str = ""

    @property
    def text(self):
        return "".join(piece.text for piece in self.pieces)

    @property
    def label(self):
        return f"{self.block} {_FATES[self.kind]}"


def blocks(old_html, new_html, names=no_names):
    """What became of each block of a body, as Rows in the order of the new one, what was removed where it stood.

    `names("lead_photo", 7)` tells what picture 7 shows.
    """
    old, new = read_blocks(old_html), read_blocks(new_html)
    pairs = pair_blocks(old, new)
    origins, gone = {j: i for i, j in pairs.moved}, {i for i, _ in pairs.moved}
    rows = []
    for i, u, j, v in between(pairs.in_order, len(old), len(new)):
        rows += [_row_alone(REMOVED, old[x], names) for x in range(i, u) if x not in gone]
        for y in range(j, v):
            is_moved = y in origins
            rows.append(_row_moved(old, origins[y], new, y, names) if is_moved else _row_alone(ADDED, new[y], names))
        if u < len(old):
            rows.append(_row_of_pair(old[u], new[v], names))
    return rows


def _row_alone(kind, block, names):
    pieces = [Piece(kind, block.text)] if block.runs else []
    return Row(kind, KINDS[block.kind], pieces, photo=photo_name(block, names))


def _row_of_pair(old, new, names):
    if old == new:
        return Row(SAME, KINDS[new.kind], words(new.text, new.text), photo=photo_name(new, names))
    pieces = words(old.text, new.text)
    kind = FORMATTED if old.text == new.text and old.photo == new.photo else CHANGED
    return Row(kind, KINDS[new.kind], pieces, tuple(notes(old, new, pieces, names)), photo_name(new, names))


def _row_moved(old, i, new, j, names):
    row = _row_of_pair(old[i], new[j], names)
    way = "위에서" if i < j else "아래에서"
    return replace(row, kind=MOVED, notes=(f"{way} 옮겨 옴 (전에는 {i + 1}번째)", *row.notes))
