"""A page as its reader's browser takes it apart: just enough of a tree to ask what stands where."""

from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
NO_TEXT = frozenset({"script", "style", "template"})


class Element:
    def __init__(self, tag, attributes=(), parent=None):
        self.tag, self.attributes, self.parent, self.children = tag, dict(attributes), parent, []

    def __getitem__(self, name):
        return self.attributes[name]

    def get(self, name, default=None):
        return self.attributes.get(name, default)

    @property
    def classes(self):
        return (self.get("class") or "").split()

    def walk(self):
        """Every element below this one, in the order of the document."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def all(self, tag=None, *, class_=None, **attributes):
        """Elements below with that tag, that class and those attributes (`True`: has it, whatever it says)."""
        return [element for element in self.walk() if element._is(tag, class_, attributes)]

    def one(self, tag=None, **how):
        """The only such element; it is a mistake when there is none, or are two."""
        found = self.all(tag, **how)
        assert len(found) == 1, f"{len(found)} elements {tag} {how}"
        return found[0]

    def _is(self, tag, class_, attributes):
        return (
            (tag is None or self.tag == tag)
            and (class_ is None or class_ in self.classes)
            and all(
                name in self.attributes if value is True else self.get(name) == value
                for name, value in ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
            )
        )

    @property
    def raw_text(self):
        """Every character of text below, as it stands; a <br> is a line's end."""
        pieces = []
        for child in self.children:
            if isinstance(child, str):
                pieces.append(child)
            elif child.tag == "br":
                pieces.append("\n")
            elif child.tag not in NO_TEXT:
                pieces.append(child.raw_text)
        return "".join(pieces)

    @property
    def text(self):
        """The words, one space between any two."""
        return " ".join(self.raw_text.split())

    def is_inside(self, tag):
        return self.parent is not None and (self.parent.tag == tag or self.parent.is_inside(tag))


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("")

    def handle_starttag(self, tag, attrs):
        element = Element(tag, attrs, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag, attrs):
        self.at.children.append(Element(tag, attrs, self.at))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        self.at = self.at.parent

    def handle_data(self, data):
        self.at.children.append(data)


def parse(markup):
    """The tree of `markup` (str, or a response). Every element must be closed, and in its turn."""
    builder = _Builder()
    builder.feed(markup if isinstance(markup, str) else markup.content.decode())
    builder.close()
    assert builder.at is builder.root, f"<{builder.at.tag}> is never closed"
    return builder.root
