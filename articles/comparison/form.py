"""What changed of a block besides its words: its sort, its picture, what is bold, where a link leads."""

import itertools

from articles import korean
from articles.comparison.markup import KINDS
from articles.comparison.naming import name
from articles.comparison.text import ADDED, REMOVED


def photo_name(block, names):
    return name(names, "lead_photo", block.photo) if block.photo else ""


def notes(old, new, pieces, names):
    """What changed of a block besides its words, one sentence each."""
    if old.kind != new.kind:
        yield f"{KINDS[old.kind]} → {KINDS[new.kind]}"
    elif old.depth != new.depth:
        yield "목록에서 한 단계 안으로 들어감" if old.depth < new.depth else "목록에서 한 단계 밖으로 나옴"
    if old.photo != new.photo:
        yield f"사진을 바꿈: {photo_name(old, names) or '없음'} → {photo_name(new, names) or '없음'}"
    if old.cells != new.cells:
        yield _note_of_cells(old.cells, new.cells)
    yield from _notes_of_marks(old, new, pieces)


def _note_of_cells(old, new):
    if len(old) != len(new):
        return f"칸 {len(old)}개 → {len(new)}개"
    if [cell[0] for cell in old] != [cell[0] for cell in new]:
        return "머리 칸을 바꿈"
    return "칸의 모양을 바꿈"


_MOST_NOTES = 12


def _notes_of_marks(old, new, pieces):
    """What became bold, or a link, or no longer is, among the words that stayed."""
    notes = list(dict.fromkeys(itertools.chain(*itertools.starmap(_note_of_marks, _remarked(old, new, pieces)))))
    yield from notes[:_MOST_NOTES]
    if len(notes) > _MOST_NOTES:
        yield f"그 밖에 {len(notes) - _MOST_NOTES}곳의 모양이 바뀜"


def _remarked(old, new, pieces):
    """Runs of text that stayed, with the marks each lost and gained, where it lost or gained any."""
    if not any(marks for _, marks in (*old.runs, *new.runs)):
        return
    before, after = _marks_by_letter(old), _marks_by_letter(new)
    for kind, text in pieces:
        ours = list(itertools.islice(before, len(text))) if kind != ADDED else []
        theirs = list(itertools.islice(after, len(text))) if kind != REMOVED else []
        letters = zip(text, ours, theirs, strict=False)
        for (lost, gained), run in itertools.groupby(letters, key=lambda letter: _differing(*letter[1:])):
            part = "".join(letter for letter, _, _ in run).strip()
            if part and (lost or gained):
                yield part, lost, gained


def _marks_by_letter(block):
    return itertools.chain.from_iterable(itertools.repeat(marks, len(text)) for text, marks in block.runs)


def _differing(before, after):
    return before - after, after - before


def _note_of_marks(part, lost, gained):
    part = korean.shorten(part, 40)
    lost, gained = dict(sorted(lost)), dict(sorted(gained))
    for mark in sorted({*lost, *gained}):
        if mark != "링크":
            yield f"{mark} 표시: ‘{part}’" if mark in gained else f"{mark} 표시 없앰: ‘{part}’"
        elif mark in lost and mark in gained:
            yield f"링크 주소: {lost[mark]} → {gained[mark]} (‘{part}’)"
        else:
            yield f"링크 넣음: ‘{part}’ → {gained[mark]}" if mark in gained else f"링크 없앰: ‘{part}’ ({lost[mark]})"
