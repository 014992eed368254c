"""Pure functions on Korean text. Nothing here touches the database, and no text that is stored passes through them."""

import html
import re
import unicodedata

from django.utils import timezone

_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(p|h[1-6]|li|blockquote|figcaption|t[dhr]|caption)>|<br\s*/?>")
_SPACE = re.compile(r"\s+")
_NOT_JAMO = re.compile(r"[^\u3131-\u318e]+")
_NOT_WORD = re.compile(r"[^0-9a-z\u3131-\u318e\uac00-\ud7a3\u3400-\u9fff\uf900-\ufaff]+")


def stamp(moment):
    """An aware datetime as newspapers here print it: 2023.10.12 14:51, Seoul time."""
    return f"{timezone.localtime(moment):%Y.%m.%d %H:%M}"


def plain_text(markup):
    """The words of sanitised HTML, one space between any two, blocks apart."""
    return _SPACE.sub(" ", html.unescape(_TAG.sub("", _BLOCK_END.sub(" ", markup)))).strip()


def shorten(text, length):
    """`text` in at most `length` characters, cut at a space where there is one near, with … for what is left out."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at_space = cut.rfind(" ")
    return (cut[:at_space] if at_space > length * 2 // 3 else cut).rstrip(" ,.ㆍ·") + "…"


def fold(text):
    """`text` as search compares it: composed, compatible forms united, small letters, only letters, digits, Hangul and Hanja."""
    # Single letters (ㅋㅋ, ㄱ) are kept apart: NFKC would make of them the jamo that old syllables are composed of.
    return _NOT_WORD.sub("", _NOT_JAMO.sub(lambda part: unicodedata.normalize("NFKC", part[0]).lower(), text))


def bigrams(folded):
    """Every pair of neighbouring characters of folded text, as a set; a single character stands for itself."""
    if len(folded) == 1:
        return {folded}
    return {folded[i : i + 2] for i in range(len(folded) - 1)}
