"""Every address as everybody: the table of `roles_table`, tried row by row."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import get_resolver

from articles.moves import MOVES
from tests.articles.admin.test_verbs import typed as asked_by
from tests.articles.test_workflow import VERBS as WORKFLOW
from tests.articles.test_workflow import make_at
from tests.whole_site.newsroom import ARTICLES, EVERYBODY, LIVE, OPENED, STAFF, address, text_of, undone
from tests.whole_site.roles_table import OF_A_CITIZEN, READERS_OF_ARTICLES, REFUSED, ROWS, SHELVES, VERBS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_talk")]


def routes(patterns=None, before=""):
    """Every address that Django knows of, as it was written."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        yield from routes(pattern.url_patterns, route) if hasattr(pattern, "url_patterns") else [route]


def cell(response, tables):
    if response.status_code == 302 and "/login/?next=" in response["Location"]:
        return "in"
    return "kept" if response.status_code == 409 and tables else str(response.status_code)


def leaks(newsroom, who, response, *, but=()):
    """What the answer says that is not for `who`."""
    said = text_of(response)
    return [word for word in newsroom.hidden_from(who, but=but) if word in said]


# The table


def test_every_address_has_a_row():
    assert set(routes()) - {row.route for row in ROWS} == set()


def test_every_row_is_of_an_address():
    assert {row.route for row in ROWS} - set(routes()) == set()


def test_every_shelf_has_its_letters():
    shelves = {f"{model._meta.app_label}/{model._meta.model_name}" for model in admin.site._registry}
    assert shelves == {*SHELVES, "articles/article"}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_row(newsroom, row):
    place = address(newsroom, row)
    got, written = {"GET": {}, "POST": {}}, set()
    for who in EVERYBODY:
        for method, data in (("GET", None), ("POST", row.sends(newsroom, who) if row.sends else {})):
            response, tables = newsroom.send(who, method, place, data)
            got[method][who] = cell(response, tables)
            if method == "GET" or got[method][who] in REFUSED:
                assert (method, who, tables) == (method, who, set())
            assert (method, who, leaks(newsroom, who, response, but={row.shows})) == (method, who, [])
            written |= tables
    assert got == {"GET": row.get, "POST": row.post}
    assert " ".join(sorted(written)) == " ".join(sorted(row.writes))


@pytest.mark.parametrize("row", list({row.route: row for row in ROWS}.values()), ids=str)
def test_other_methods_change_nothing_and_never_fail(newsroom, row):
    place = address(newsroom, row)
    for who, method in [
        ("anonymous", "PUT"),
        ("chief", "PUT"),
        ("chief", "DELETE"),
        ("chief", "OPTIONS"),
        ("chief", "HEAD"),
    ]:
        response, tables = newsroom.send(who, method, place)
        assert (method, who, response.status_code < 500, tables) == (method, who, True, set())
        assert (method, leaks(newsroom, who, response, but={row.shows})) == (method, [])


# What the menu shows


def of_those(who):
    """The addresses of the shelves that the menu shows to `who`."""
    column = list(STAFF).index(who)
    letters = {**SHELVES, "articles/article": READERS_OF_ARTICLES}
    return {f"/admin/{shelf}/" for shelf, cells in letters.items() if cells.split()[column] != "-"}


@pytest.mark.parametrize("who", STAFF)
def test_menu_shows_what_is_for_the_role(newsroom, who):
    index, _ = newsroom.send(who, "GET", "/admin/")
    assert {model["admin_url"] for app in index.context["app_list"] for model in app["models"]} == of_those(who)
    for app in {shelf.split("/")[2] for shelf in of_those(who)}:
        page, _ = newsroom.send(who, "GET", f"/admin/{app}/")
        shown = {model["admin_url"] for one in page.context["app_list"] for model in one["models"]}
        assert shown == {shelf for shelf in of_those(who) if shelf.startswith(f"/admin/{app}/")}


@pytest.mark.parametrize("who", STAFF)
def test_search_of_the_menu_finds_what_is_for_the_role(newsroom, who):
    found = set()
    for model in admin.site._registry:
        page, _ = newsroom.send(who, "GET", f"/admin/search/?s={model._meta.verbose_name_plural}")
        found |= {result.link for result in page.context["results"]}
    assert found == of_those(who)
    page, _ = newsroom.send(who, "GET", f"/admin/search/?s={ARTICLES['live'][1]}&extended=1")
    assert list(page.context["results"]) == []


# Choosing a row by part of its name


def choices():
    """Every field of every model whose rows the admin lets one search: (app, model, field, the shelf that is searched)."""
    for model in apps.get_models():
        for field in (*model._meta.fields, *model._meta.many_to_many):
            chosen = field.related_model
            if chosen in admin.site._registry and admin.site.get_model_admin(chosen).search_fields:
                yield (model._meta.app_label, model._meta.model_name, field.name, chosen._meta)


@pytest.mark.parametrize(("app", "model", "field", "chosen"), list(choices()), ids=str)
def test_choice_by_name_is_for_those_who_may_look(newsroom, app, model, field, chosen):
    shelf = f"/admin/{chosen.app_label}/{chosen.model_name}/"
    place = f"/admin/autocomplete/?app_label={app}&model_name={model}&field_name={field}&term="
    for who in EVERYBODY:
        response, tables = newsroom.send(who, "GET", place)
        expected = "in" if who not in STAFF else "200" if shelf in of_those(who) else "403"
        assert (who, cell(response, tables), leaks(newsroom, who, response)) == (who, expected, [])


@pytest.mark.parametrize("who", [who for who in STAFF if who != "administrator"])
@pytest.mark.parametrize(("model", "field"), [("article", "related"), ("placement", "article")])
def test_choice_of_an_article_is_among_those_one_may_see(newsroom, who, model, field):
    place = f"/admin/autocomplete/?app_label=articles&model_name={model}&field_name={field}&term="
    for kind, (_, title) in ARTICLES.items():
        response, _ = newsroom.send(who, "GET", place + title[5:9])
        assert (kind, title in text_of(response)) == (kind, kind in OPENED[who] | LIVE)
        assert (kind, leaks(newsroom, who, response)) == (kind, [])


# The verbs


def test_every_verb_is_tried():
    assert set(VERBS) == set(WORKFLOW)
    assert set(MOVES) - set(VERBS) == {"write", "edit", "correct", "edit_change", "rework"}


def fitting(newsroom, verb, owner):
    place = next(iter(sorted(WORKFLOW[verb][2])))
    section = newsroom.things["section"]
    return make_at(place, owner=newsroom.people[owner], section=section, title="새로 생긴 기사, 바닷가 사진관")


def told(response):
    return cell(response, ())


@pytest.mark.parametrize("verb", VERBS)
def test_verb(newsroom, verb):
    with undone():
        article, data = fitting(newsroom, verb, "owner"), asked_by(verb)
        place = f"/admin/articles/article/{article.pk}/do/{verb}/"
        expected = dict(zip(STAFF, VERBS[verb].split(), strict=True)) | dict.fromkeys(set(EVERYBODY) - set(STAFF), "in")
        for who in EVERYBODY:
            asked, nothing = newsroom.send(who, "GET", place)
            done, tables = newsroom.send(who, "POST", place, data)
            assert (who, told(done), nothing) == (who, expected[who], set())
            assert (who, told(asked)) == (who, expected[who].replace("302", "200"))
            if told(done) in REFUSED:
                assert (who, tables) == (who, set())
                assert leaks(newsroom, who, done) + leaks(newsroom, who, asked) == []
            assert (who, article.title in text_of(done)) != ("stranger", True)


@pytest.mark.parametrize("verb", VERBS)
def test_verb_of_a_citizen(newsroom, verb):
    with undone():
        article = fitting(newsroom, verb, "citizen")
        place = f"/admin/articles/article/{article.pk}/do/{verb}/"
        done, tables = newsroom.send("citizen", "POST", place, asked_by(verb))
        assert told(done) == ("302" if verb in OF_A_CITIZEN else "403")
        assert bool(tables) == (verb in OF_A_CITIZEN)
