"""Words and pictures for templates. Loaded in every template."""

import json
import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from articles.bodies import render_body
from articles.structured_data import news_article
from monthlypeople.richtext import sanitise, with_framed_tables

register = template.Library()
_PLACE = re.compile(r"\[\[([a-z]\w*)\]\]")
# Inside a script element, these could end it or begin another.
_JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def _local(value):
    if isinstance(value, str):
        return parse_date(value[:10])
    return timezone.localtime(value) if hasattr(value, "tzinfo") else value


@register.filter
def stamp(value):
    """A moment as newspapers here print it: 2023.10.12 14:51, Seoul time. Nothing for None."""
    return f"{_local(value):%Y.%m.%d %H:%M}" if value else ""


@register.filter
def day(value):
    """A date, a moment or an ISO string as 2023.10.12."""
    return f"{_local(value):%Y.%m.%d}" if value else ""


@register.filter
def long_day(value):
    """A date as 2015년 04월 30일."""
    return f"{value:%Y년 %m월 %d일}" if value else ""


@register.filter
def body_html(article):
    """The article's body, its pictures put in."""
    return render_body(article.body)


@register.filter
def filled(body, masthead):
    """A standing page's body with [[name]] filled from the masthead's field of that name; unknown names stay as they are."""

    def value(match):
        found = getattr(masthead, match.group(1), None)
        return str(conditional_escape(found)) if isinstance(found, str) else match.group(0)

    return mark_safe(with_framed_tables(sanitise(_PLACE.sub(value, body))))  # noqa: S308 - sanitised here


@register.inclusion_tag("articles/_picture.html")
def picture(photo, sizes="100vw", loading="lazy", alt=None):
    return {"photo": photo, "sizes": sizes, "loading": loading, "alt": photo.alternative if alt is None else alt}


@dataclass(frozen=True)
class ShareLink:
    label: str
    url: str


@register.simple_tag(takes_context=True)
def share_links(context, article):
    """Addresses that share the article without any script."""
    url = context["request"].build_absolute_uri(article.get_absolute_url())
    title = article.marked_title
    return [
        ShareLink("네이버", "https://share.naver.com/web/shareView?" + urlencode({"url": url, "title": title})),
        ShareLink("밴드", "https://band.us/plugin/share?" + urlencode({"body": f"{title}\n{url}", "route": url})),
        ShareLink("페이스북", "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": url})),
        ShareLink("X", "https://twitter.com/intent/tweet?" + urlencode({"text": title, "url": url})),
        ShareLink("메일", f"mailto:?subject={quote(title)}&body={quote(url)}"),
    ]


@register.simple_tag(takes_context=True)
def absolute(context, path):
    """The address of `path` with scheme and host."""
    request = context.get("request")
    return request.build_absolute_uri(path) if request else path


@register.simple_tag(takes_context=True)
def json_ld(context, article):
    """The article as schema.org NewsArticle, in its script element."""
    chrome = context["chrome"]
    data = news_article(
        article, chrome.masthead, context["request"].build_absolute_uri, static("img/share-default.jpg")
    )
    text = json.dumps(data, ensure_ascii=False).translate(_JSON_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above
