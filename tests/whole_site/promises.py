"""What every page of ours promises, whatever is on it."""

import itertools
import re

from tests.page import parse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Where an element names something that a browser fetches by itself. Where <a> leads is the reader's own doing.
FETCHED = {"src", "href", "srcset", "poster", "data", "action", "formaction", "background", "ping"}
REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")


def assert_promises(response, *, has_canonical=True):
    """Every promise but those that need other pages; gives the page."""
    page = parse(response)
    assert page.one("html")["lang"] == "ko"
    assert [len(page.all(tag)) for tag in ("h1", "main", "title")] == [1, 1, 1]
    assert page.one("h1").text
    assert "".join(page.one("title").children).strip()
    assert page.one("meta", name="description")["content"].strip()
    assert page.one("meta", name="viewport")["content"] == "width=device-width, initial-scale=1"
    assert len(page.all("link", rel="canonical")) == has_canonical
    _assert_headings_in_steps(page)
    _assert_nothing_inline(page)
    _assert_nothing_from_elsewhere(page)
    _assert_ids(page)
    _assert_labels(page)
    _assert_pictures(page)
    assert_headers(response)
    return page


def assert_headers(response):
    assert response["Content-Security-Policy"] == POLICY
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def _assert_headings_in_steps(page):
    levels = [int(element.tag[1]) for element in page.walk() if re.fullmatch("h[1-6]", element.tag)]
    assert [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1] == []


def _assert_nothing_inline(page):
    assert page.all("style") == []
    assert [script.attributes for script in page.all("script") if "src" not in script.attributes] in (
        [],
        [{"type": "application/ld+json"}],
    )
    for element in page.walk():
        assert [name for name in element.attributes if name == "style" or name.startswith("on")] == []
        assert not element.get("href", "").lower().startswith(("javascript:", "data:", "vbscript:"))


def _assert_nothing_from_elsewhere(page):
    for element in page.walk():
        if element.tag == "a" or element.get("rel") == "canonical":
            continue
        for name in FETCHED & set(element.attributes):
            places = [part.split()[0] for part in element[name].split(",")] if name == "srcset" else [element[name]]
            assert [place for place in places if not re.match(r"/(?!/)", place)] == []
    assert {link.get("rel") for link in page.all("link")} <= {
        "canonical",
        "icon",
        "alternate",
        "stylesheet",
        "apple-touch-icon",
        "manifest",
    }
    assert [tag for tag in ("iframe", "object", "embed", "base", "frame") if page.all(tag)] == []


def _assert_ids(page):
    ids = [element["id"] for element in page.walk() if "id" in element.attributes]
    assert sorted(ids) == sorted(set(ids))
    for element in page.walk():
        for name in REFERRING:
            assert [id_ for id_ in element.get(name, "").split() if id_ not in ids] == []
        if element.tag == "a" and element.get("href", "").startswith("#"):
            assert element["href"][1:] in ids


def _assert_labels(page):
    labelled = {label["for"] for label in page.all("label", for_=True)}
    for field in page.all("input") + page.all("select") + page.all("textarea"):
        if field.get("type") not in ("hidden", "submit", "button"):
            assert field.get("id") in labelled or field.get("aria-label") or field.is_inside("label")
    for control in page.all("a", href=True) + page.all("button"):
        if control.get("aria-hidden") != "true":
            pictures = " ".join(image.get("alt") or "" for image in control.all("img"))
            assert control.text or control.get("aria-label") or pictures.strip()


def _assert_pictures(page):
    for image in page.all("img"):
        assert {"alt", "width", "height"} <= set(image.attributes)
    assert [picture for picture in page.all("picture") if len(picture.all("img")) != 1] == []
