"""The one allow-list and the one sanitiser for rich text: article bodies, standing pages, whatever is imported or pasted."""

import re

import nh3

_TAGS = {
    "p", "br", "hr", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "strong", "em", "b", "i", "u", "s", "sub", "sup", "a",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "figure": {"data-photo"},
}
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
_ADDRESS = re.compile(r"https?://[^/]|mailto:[^@]+@|/(?!/)|#", re.IGNORECASE)


def _attribute(tag, name, value):
    if name == "href":
        return value if _ADDRESS.match(value) and not _CONTROL.search(value) and "\\" not in value else None
    if name in ("colspan", "rowspan", "data-photo"):
        return value if value.isascii() and value.isdigit() and len(value) < 10 else None
    if name == "scope":
        return value if value in ("row", "col") else None
    return value


_cleaner = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener",
    clean_content_tags={"script", "style", "template", "noscript", "svg", "math"},
    strip_comments=True,
)


def sanitise(markup):
    """`markup` reduced to our few elements, every attribute judged. Safe to print; doing it twice changes nothing."""
    # An element that is taken out may have held two apart that cannot be nested (<p><button><p>): what is left reads
    # differently the next time, so it is cleaned until it stands still.
    for _ in range(8):
        before, markup = markup, _cleaner.clean(markup)
        if markup == before:
            break
    return markup


_TABLE_FRAME = '<div class="prose__table" role="group" aria-label="표" tabindex="0">'


def with_framed_tables(markup):
    """Sanitised `markup` with a frame around each table, that a reader on a phone can scroll, by keyboard too."""
    return markup.replace("<table>", f"{_TABLE_FRAME}<table>").replace("</table>", "</table></div>")
