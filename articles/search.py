"""Search on plain PostgreSQL: pairs of neighbouring characters find the candidates, the bare text confirms them.

Korean puts particles behind words without a space and writes compounds with or without one. Comparing folded text (no spaces,
no signs) finds 혁신클러스터 in “혁신 클러스터를” and one syllable in any word, which no dictionary of word stems does.
"""

import re

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db.models import BooleanField, F, Func, TextField, Value
from django.utils.html import format_html, format_html_join

from articles import korean
from articles.models import Article, SearchEntry

MAX_QUERY = 60  # characters
SNIPPET = 120  # characters
_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+|\n+")


class _Matches(Func):
    """`bigrams @@ query::tsquery`. The query is made of quoted lexemes here, so no parser of PostgreSQL cuts it up again."""

    template = "%(expressions)s::tsquery"
    arg_joiner = " @@ "
    output_field = BooleanField()


class _ToVector(Func):
    """A tsvector of exactly these lexemes."""

    function = "array_to_tsvector"
    output_field = SearchVectorField()


def index(article):
    """Write what search knows of `article`. Called in the transaction of the verb that changed it."""
    names = " ".join(byline.person for byline in article.bylines.select_related("reporter"))
    tags = " ".join(article.tags.values_list("name", flat=True))
    parts = [article.title, article.subtitle, article.caption, names, tags, korean.plain_text(article.body)]
    # Folded sentence by sentence: what ends one sentence and begins the next is no word.
    sentences = [
        folded for part in parts for sentence in _SENTENCE_END.split(part) if (folded := korean.fold(sentence))
    ]
    # The last character begins no pair, and is looked for by what begins with it.
    lexemes = sorted(set().union(*(korean.bigrams(sentence) | {sentence[-1]} for sentence in sentences)))
    SearchEntry.objects.update_or_create(
        article=article,
        defaults={
            "text": "\n".join(sentences),
            "bigrams": _ToVector(Value(lexemes, output_field=ArrayField(TextField()))),
        },
    )


def _tsquery(folded):
    if len(folded) == 1:
        return f"'{folded}':*"
    return " & ".join(f"'{pair}'" for pair in sorted(korean.bigrams(folded)))


def find(query):
    """Live articles that hold every word of `query` (text as typed, of any length), newest first. None for nothing to look for."""
    words = [folded for word in query[:MAX_QUERY].split() if (folded := korean.fold(word))]
    found = Article.objects.live().newest_first()
    if not words:
        return found.none()
    for word in words:
        found = found.filter(
            _Matches(F("search_entry__bigrams"), Value(_tsquery(word), output_field=TextField())),
            search_entry__text__contains=word,
        )
    return found


def snippet(markup, query):
    """Some words of the body `markup` around the first place where a word of `query` stands, marked; escaped."""
    text = korean.plain_text(markup)
    pattern = _pattern(query)
    first = pattern.search(text)
    start = max(0, first.start() - SNIPPET // 3) if first else 0
    end = start + SNIPPET
    # Split by a pattern in brackets: every second piece is what matched.
    pieces = enumerate(pattern.split(text[start:end]))
    marked = format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", piece) if number % 2 else piece,) for number, piece in pieces)
    )
    return format_html("{}{}{}", "…" if start else "", marked, "…" if end < len(text) else "")


def _pattern(query):
    """Finds the words of `query` in text as written: between their letters may stand spaces and signs, which folding drops."""
    words = sorted((word for word in query[:MAX_QUERY].split() if korean.fold(word)), key=len, reverse=True)
    spaced = (r"[\s\W]{0,2}".join(map(re.escape, word)) for word in words)
    return re.compile(f"({'|'.join(spaced) or '(?!)'})", re.IGNORECASE)
