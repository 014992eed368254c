"""The blocks of a body, read from its HTML: what is compared is what a reader sees."""

import re
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser

KINDS = {
    "p": "문단",
    "h2": "큰 제목",
    "h3": "중간 제목",
    "h4": "작은 제목",
    "blockquote": "인용문",
    "ul": "목록 항목",
    "ol": "번호 목록 항목",
    "caption": "표 제목",
    "tr": "표의 줄",
    "figure": "사진",
    "hr": "구분선",
}
_MARKS = {
    "strong": "굵게",
    "b": "굵게",
    "em": "기울임",
    "i": "기울임",
    "u": "밑줄",
    "s": "취소선",
    "sub": "아래 첨자",
    "sup": "위 첨자",
}
_LISTS = ("ul", "ol")
_HOLDERS = ("tr", "figure")  # What stands in one of these is one block with it.
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, item, quotation, line of a table or picture. `runs` are (text, marks) and make its text."""

    kind: str
    runs: tuple = ()
    photo: int | None = None
    cells: tuple = ()
    depth: int = 0  # of lists

    @cached_property
    def text(self):
        return "".join(text for text, _ in self.runs)

    @cached_property
    def key(self):
        """What it is known by, whatever its form: the words; of a picture the picture."""
        if self.kind in ("figure", "hr"):
            return (self.kind, self.photo or self.text)
        return ("text", self.text)


class _Reader(HTMLParser):
    """Reads sanitised HTML into `blocks`. What is not well formed is read somehow, and never refused."""

    def __init__(self):
        super().__init__()
        self.blocks, self._open, self._lists = [], [], 0
        self._marks = [("", frozenset())]  # of each open mark: its element, and all marks that hold inside it
        self._holder = None  # how many elements were open when the line of a table, or the picture, began
        self._clear()

    def _clear(self):
        self._runs, self._photo, self._cells = [], None, []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "br":
            self._add("\n")
        elif tag == "a":
            self._mark(tag, ("링크", attrs.get("href") or ""))
        elif tag in _MARKS:
            self._mark(tag, (_MARKS[tag], ""))
        else:
            self._start_block(tag, attrs)

    def _mark(self, tag, mark):
        self._marks.append((tag, self._marks[-1][1] | {mark}))

    def _start_block(self, tag, attrs):
        self._break()
        if self._holder is None and tag in _HOLDERS:
            self._holder = len(self._open)
        if tag == "hr":
            self.blocks.append(Block("hr"))
            return
        self._open.append(tag)
        self._lists += tag in _LISTS
        if tag == "figure":
            number = attrs.get("data-photo") or ""
            self._photo = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None
        elif tag in ("td", "th"):
            if self._cells:
                self._add(" | ")
            self._cells.append((tag, attrs.get("colspan"), attrs.get("rowspan"), attrs.get("scope")))

    def handle_endtag(self, tag):
        if tag == "a" or tag in _MARKS:
            if self._marks[-1][0] == tag:
                self._marks.pop()
        elif tag in self._open:
            self._end_block(tag)

    def _end_block(self, tag):
        place = len(self._open) - 1 - self._open[::-1].index(tag)
        if self._holder is not None and place <= self._holder:
            self._emit(self._open[self._holder])
            self._holder = None
        self._break()
        self._lists -= sum(name in _LISTS for name in self._open[place:])
        del self._open[place:]

    def handle_data(self, data):
        self._add(_SPACE.sub(" ", data))

    def close(self):
        super().close()
        self._emit(self._kind() if self._holder is None else self._open[self._holder])

    def _add(self, text):
        if text == "\n":
            self._strip_end(" ")
        elif not self._runs or self._runs[-1][0][-1] in " \n":
            text = text.lstrip(" ")
        if text:
            self._runs.append((text, self._marks[-1][1]))

    def _strip_end(self, characters):
        while self._runs:
            text, marks = self._runs.pop()
            if text := text.rstrip(characters):
                self._runs.append((text, marks))
                break

    def _break(self):
        if self._holder is None:
            self._emit(self._kind())
        elif self._runs:
            self._add(" ")

    def _emit(self, kind):
        self._strip_end(" \n")
        if self._runs or self._photo or self._cells:
            self.blocks.append(Block(kind, tuple(self._runs), self._photo, tuple(self._cells), self._lists))
        self._clear()

    def _kind(self):
        """The innermost element that says something; an item of a list is known by its list."""
        for tag in reversed(self._open):
            if tag in KINDS and tag != "p":
                return tag
        return "p"


def read_blocks(markup):
    """The blocks of sanitised HTML, in order; those without a word, a picture or a line are left out."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.blocks
