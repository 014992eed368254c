"""The newsroom's admin speaks Korean: Unfold has no catalogue of it, so ours (monthlypeople/locale) has to be whole."""

import gettext
import re
from html.parser import HTMLParser
from pathlib import Path

import axes
import django_tasks
import django_tasks_db
import pytest
import unfold
from django.conf import settings
from django.contrib import admin, auth
from django.utils import translation

from articles.models import Tag
from tests.factories import (
    make_article,
    make_badge,
    make_issue,
    make_masthead,
    make_photo,
    make_placement,
    make_reporter,
    make_section,
    make_series,
    make_standing_page,
    make_tag,
    make_user,
)
from tests.whole_site.msgids import Message, messages_of, read_po

CATALOGUE = settings.BASE_DIR / "monthlypeople/locale/ko/LC_MESSAGES"
UNFOLD, ADMIN, AUTH = (Path(package.__file__).parent for package in (unfold, admin, auth))
QUEUE = [Path(package.__file__).parent for package in (django_tasks, django_tasks_db)]


def in_korean(message):
    with translation.override("ko"):
        if message.plural:
            return translation.ngettext(message.text, message.plural, 3)
        if message.context:
            return translation.pgettext(message.context, message.text)
        return translation.gettext(message.text)


# The catalogue


def test_messages_are_found_in_python_and_in_templates():
    found = messages_of(UNFOLD)
    assert len(found) > 150
    assert {
        Message("Select record"),  # admin.py
        Message("Filters"),  # {% trans %}
        Message("Welcome back to"),  # _() in an argument
        Message("Models in the %(name)s application"),  # {% blocktranslate %}
        Message("%(counter)s result", plural="%(counter)s results"),
    } <= found


@pytest.mark.parametrize("packages", [[UNFOLD], QUEUE, [ADMIN, AUTH]], ids=["unfold", "queue", "django"])
def test_every_message_has_korean(packages):
    messages = [message for message in messages_of(*packages) if message.says_something]
    assert [message for message in messages if in_korean(message) == message.text] == []


def test_catalogue_has_nothing_that_nobody_says():
    said = messages_of(UNFOLD, ADMIN, AUTH, *QUEUE, Path(axes.__file__).parent)
    assert set(read_po(CATALOGUE / "django.po")) - said == set()


def test_catalogue_for_scripts_corrects_what_django_says():
    """The messages of its scripts; their own Korean is of Django's catalogue."""
    theirs = read_po(ADMIN / "locale/ko/LC_MESSAGES/djangojs.po")
    assert set(read_po(CATALOGUE / "djangojs.po")) - set(theirs) == set()


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_catalogue_asks_for_nothing_that_messages_do_not_have(domain):
    entries = read_po(CATALOGUE / f"{domain}.po").items()
    assert [message for message, korean in entries if not Message(korean).placeholders <= message.placeholders] == []


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_compiled_catalogue_says_what_the_source_says(domain):
    """When this fails: `msgfmt --check-format -o django.mo django.po` (of Debian's gettext) in the catalogue's folder."""
    with (CATALOGUE / f"{domain}.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog
    del compiled[""]
    source = read_po(CATALOGUE / f"{domain}.po")
    assert compiled == {_compiled_key(message): korean for message, korean in source.items()}


def _compiled_key(message):
    if message.plural:
        return (message.text, 0)
    return f"{message.context}\4{message.text}" if message.context else message.text


# The pages


class Words(HTMLParser):
    """What a page says: each piece of text, and what attributes say or show."""

    SAID = {"title", "placeholder", "aria-label", "alt", "data-label"}

    def __init__(self, response):
        super().__init__()
        self.words, self.silent = [], 0
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style")
        attributes = dict(attrs)
        shown = self.SAID | {"value"} if attributes.get("type") in ("submit", "button", "text") else self.SAID
        self.words += [" ".join(attributes[name].split()) for name in shown & set(attributes) if attributes[name]]

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.silent:
            self.words.append(" ".join(data.split()))


@pytest.fixture(scope="module")
def english():
    """Matches what any of these packages would say in English."""
    messages = [message for message in messages_of(UNFOLD, ADMIN, AUTH, *QUEUE) if message.says_something]
    return re.compile("|".join(message.shown for message in messages))


@pytest.fixture
def magazine(db):
    """One of each thing."""
    return [
        article := make_article(),
        make_photo(),
        make_section(),
        make_series(),
        make_tag(),
        make_issue(),
        make_placement(article),
        make_reporter(),
        make_masthead(),
        make_badge(),
        make_standing_page(),
        make_user(role="기자", last_name="서해나", email="seo@example.com"),
    ]


def english_on(client, address, english):
    response = client.get(address)
    words = Words(response).words if response.status_code == 200 else []
    assert words or response.status_code in (302, 403, 404)
    return [(address, word) for word in words if english.fullmatch(word)]


def addresses(magazine):
    yield from [
        "",
        "password_change/",
        "search/?s=%EA%B8%B0",
        "search/?s=%EA%B8%B0&extended=1",
        "search/?s=x&extended=1",
    ]
    for model in admin.site._registry:
        place = f"{model._meta.app_label}/{model._meta.model_name}"
        yield from [f"{model._meta.app_label}/", f"{place}/", f"{place}/?q=%ED%9D%A0", f"{place}/?o=1", f"{place}/add/"]
        yield from [
            f"{place}/{thing.pk}/{end}/" for thing in _of(model, magazine) for end in ("change", "history", "delete")
        ]
    yield from ["articles/article/?stage=live", "articles/placement/?slot__exact=headline", "accounts/user/?role=none"]


def _of(model, magazine):
    return [thing for thing in magazine if isinstance(thing, model)]


@pytest.mark.parametrize("role", ["편집장", "발행인", "관리자"])
def test_no_page_of_the_admin_speaks_english(client, magazine, english, role):
    client.force_login(make_user(role=role))
    assert [found for end in addresses(magazine) for found in english_on(client, f"/admin/{end}", english)] == []


def test_english_on_a_page_would_be_found(client, magazine, english):
    client.force_login(make_user(role="편집장"))
    with translation.override("en"), pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "LANGUAGE_CODE", "en")
        found = english_on(client, "/admin/articles/article/", english)
    assert {"Filters", "View site", "Add 기사"} <= {word for _, word in found}


def test_message_after_saving_is_korean(client, magazine):
    client.force_login(make_user(role="편집장"))
    response = client.post("/admin/articles/tag/add/", {"name": "갯벌", "_addanother": "1"}, follow=True)
    link = f'<a href="/admin/articles/tag/{Tag.objects.get(name="갯벌").pk}/change/">갯벌</a>'
    assert [str(message) for message in response.context["messages"]] == [
        f"키워드 ‘{link}’ 항목을 추가했습니다. 아래에서 하나 더 추가할 수 있습니다."
    ]


def test_scripts_of_the_admin_get_our_words(client, db):
    client.force_login(make_user(role="편집장"))
    catalogue = client.get("/admin/jsi18n/").content.decode()
    assert '"Choose a Date": "\\ub0a0\\uc9dc \\uc120\\ud0dd"' in catalogue
    assert "Note: \\uc11c" not in catalogue
