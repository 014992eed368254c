"""The body of an article: how it is stored, and how it is shown. Stored, a picture is `<figure data-photo="ID">`."""

import re

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from articles.models import Photo
from monthlypeople.richtext import sanitise, with_framed_tables

# The sanitiser writes attributes in the order given and always quoted, so this sees every picture there is.
_FIGURE = re.compile(r'<figure data-photo="(\d+)">')
BODY_SIZES = "(min-width: 48rem) 42rem, 100vw"


def from_paragraphs(paragraphs):
    """A body of plain paragraphs (list of str), every character of them kept; a line's end inside one is a <br>."""
    lines = (
        format_html_join(mark_safe("<br>"), "{}", ((line,) for line in paragraph.split("\n")))
        for paragraph in paragraphs
    )
    return sanitise(format_html_join("\n", "<p>{}</p>", ((line,) for line in lines)))


def photo_ids(body):
    """The ids of the photos that stand in `body`."""
    return {int(number) for number in _FIGURE.findall(body)}


def render_body(body):
    """The body as readers get it: one query for all its pictures, none when it has none."""
    ids = photo_ids(body)
    photos = Photo.objects.in_bulk(ids) if ids else {}

    def figure(match):
        photo = photos.get(int(match.group(1)))
        if photo is None:
            return "<figure>"
        context = {"photo": photo, "sizes": BODY_SIZES, "loading": "lazy", "alt": photo.alternative}
        inside = render_to_string("articles/_picture.html", context)
        if photo.ai_mark:
            inside += render_to_string("articles/_ai_mark.html", context)
        return f'<figure class="figure{" figure--tall" if photo.is_tall else ""}">{inside}'

    return mark_safe(with_framed_tables(_FIGURE.sub(figure, body)))  # noqa: S308 - sanitised when stored
