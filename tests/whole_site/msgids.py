"""What a package marks for translation, found by reading its source: neither gettext's programs nor its catalogues are asked."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import template

_ONE, _MANY = {"gettext", "gettext_lazy", "gettext_noop", "_"}, {"ngettext", "ngettext_lazy"}
_IN_CONTEXT = {"pgettext", "pgettext_lazy"}
_PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%[sd]|\{\w*\}")


@dataclass(frozen=True)
class Message:
    text: str
    plural: str = ""
    context: str = ""

    @property
    def placeholders(self):
        return {found.group() for found in _PLACEHOLDER.finditer(self.text)}

    @property
    def says_something(self):
        """There is a word in it beside its placeholders."""
        return re.search("[A-Za-z]{2}", _PLACEHOLDER.sub("", self.text)) is not None

    @property
    def shown(self):
        """A pattern of the words as a page has them."""
        literal = map(re.escape, re.split(_PLACEHOLDER.pattern.replace(r"(\w+)", r"\w+"), " ".join(self.text.split())))
        return ".+".join(literal)


def messages_of(*packages):
    """Of every .py file and every template below these folders."""
    sources = [path for package in packages for path in sorted(Path(package).rglob("*"))]
    return {message for path in sources for tree in _trees(path) for message in _marked(tree)}


def _trees(path):
    if path.suffix == ".py":
        yield ast.parse(path.read_text())
    elif "templates" in path.parts and path.suffix in (".html", ".txt"):
        yield from _calls(template.templatize(path.read_text()))


def _calls(text):
    """Django writes a template as calls of gettext among crossed-out text."""
    for start in re.finditer(r"\b(?:n|p)?gettext\(|\b_\(", text):
        for end in re.finditer(r"\)", text[start.start() :]):
            try:
                yield ast.parse(text[start.start() :][: end.end()], mode="eval")
            except SyntaxError:
                continue
            break


def _marked(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            words = [word.value for word in node.args if isinstance(word, ast.Constant) and isinstance(word.value, str)]
            if name in _ONE and words:
                yield Message(words[0])
            elif name in _MANY and len(words) == 2:
                yield Message(words[0], plural=words[1])
            elif name in _IN_CONTEXT and len(words) == 2:
                yield Message(words[1], context=words[0])


def read_po(path):
    """{Message: translation} of a .po file whose language has one plural form; without its header."""
    entries = [_entry(block) for block in re.split(r"\n\s*\n", path.read_text()) if "\nmsgid" in f"\n{block}"]
    return {
        Message(entry["msgid"], entry.get("msgid_plural", ""), entry.get("msgctxt", "")): entry.get("msgstr")
        or entry["msgstr[0]"]
        for entry in entries
        if entry["msgid"]
    }


def _entry(block):
    entry, keyword = {}, None
    for line in block.splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith('"'):
            keyword = line.split()[0]
        text = ast.literal_eval(line[line.index('"') :])
        entry[keyword] = entry.get(keyword, "") + text
    return entry
