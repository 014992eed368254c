"""What an address or a form may be made to name that is not its own: somebody else's draft, tab, link, or a password."""

import uuid

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils.http import urlencode

from articles.models import Article, OpenTab, Placement, PreviewLink, Revision
from tests.articles.admin.test_editing import sent
from tests.whole_site.newsroom import ADDRESS, ARTICLES, CHANGE, OPENED, TYPED, text_of
from tests.whole_site.roles_table import SHELVES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_talk")]
LIST = "/admin/articles/article/"


def below(newsroom, kind, *rest):
    return f"{LIST}{newsroom.articles[kind].pk}/{''.join(f'{part}/' for part in rest)}"


def form(newsroom, who, kind, **fields):
    return sent(newsroom.people[who], base=newsroom.articles[kind].newest_revision, **fields)


# What hangs on another article


def test_link_of_another_article_is_not_revoked_by_way_of_ones_own(newsroom):
    place = below(newsroom, "live", "share", newsroom.links["submitted"].pk, "revoke")
    response, tables = newsroom.send("owner", "POST", place)
    assert (response.status_code, tables) == (404, set())


@pytest.mark.parametrize(("who", "kind"), [("owner", "submitted"), ("owner", "draft"), ("chief", "draft")])
def test_what_somebody_else_typed_is_not_discarded(newsroom, who, kind):
    for author in set(TYPED) - {who}:
        place = below(newsroom, kind, "autosave", newsroom.autosaves[author].pk, "discard")
        response, tables = newsroom.send(who, "POST", place)
        # Of this article, it is refused; of another, there is nothing of that number here.
        assert response.status_code == (403 if TYPED[author][0] == kind else 302)
        assert tables == set()


@pytest.mark.parametrize("who", ["owner", "stranger", "desk", "chief", "publisher"])
def test_what_somebody_else_typed_is_not_read_by_way_of_any_article(newsroom, who):
    for author in set(TYPED) - {who}:
        number, text = newsroom.autosaves[author].pk, TYPED[author][1]
        for kind in OPENED[who] & {"draft", "submitted", "stranger's draft"}:
            public = f"/articles/{newsroom.articles[kind].pk}/?autosave={number}"
            preview = below(newsroom, kind, "preview") + f"?autosave={number}"
            compare = below(newsroom, kind, "compare") + f"?from=1&to=a{number}"
            for place in (public, preview, compare):
                response, tables = newsroom.send(who, "GET", place)
                assert (place, response.status_code, tables) == (place, 404, set())
                assert text not in text_of(response)
            response, tables = newsroom.send(who, "GET", below(newsroom, kind, "change") + f"?autosave={number}")
            assert (text in text_of(response), tables) == (False, set())


def test_version_of_another_article_is_no_base_of_ones_own(newsroom):
    """Nor is its text what one is given, by saying that one would rather have “theirs”."""
    secret = newsroom.articles["stranger's draft"].newest_revision
    data = sent(newsroom.people["owner"], base=secret, title="제목") | {"pick-title": "theirs", "pick-body": "theirs"}
    response, tables = newsroom.send("owner", "POST", below(newsroom, "draft", "change"), data)
    assert (response.status_code, ARTICLES["stranger's draft"][1] in text_of(response)) == (409, False)
    assert tables == {"articles_article", "articles_revision"}  # what was typed is kept


def test_what_somebody_else_typed_is_neither_picked_nor_settled(newsroom):
    """By a form that says that it goes on with it."""
    typed = newsroom.autosaves["owner"]
    data = form(newsroom, "chief", "draft", continued=typed.pk, title="편집장의 제목") | {"pick-title": "mine"}
    with newsroom.trying("chief") as chief:
        assert chief.post(below(newsroom, "draft", "change"), data).status_code == 302
        assert Article.objects.get(pk=typed.article_id).title == "편집장의 제목"
        assert Revision.objects.filter(pk=typed.pk).exists()


def test_tab_of_somebody_else_is_not_theirs_in_another_hand(newsroom):
    typed = newsroom.autosaves["owner"]
    data = form(newsroom, "chief", "draft", tab=typed.tab, title="편집장이 적는 글")
    with newsroom.trying("chief") as chief:
        OpenTab.objects.create(article=typed.article, person=newsroom.people["owner"], tab=typed.tab)
        for script in ("autosave", "presence", "takeover"):
            assert chief.post(below(newsroom, "draft", script), data).status_code == 200
        chief.post(below(newsroom, "draft", "presence"), data | {"leave": "1"})
        assert OpenTab.objects.open_now().filter(person=newsroom.people["owner"], tab=typed.tab).exists()
        assert Revision.objects.get(pk=typed.pk).content == typed.content
        assert Revision.objects.autosaves().get(author=newsroom.people["chief"]).content["title"] == "편집장이 적는 글"


def test_tab_of_one_article_does_not_write_into_another(newsroom):
    tab = newsroom.autosaves["owner"].tab
    data = form(newsroom, "owner", "submitted", tab=tab)
    response, tables = newsroom.send("owner", "POST", below(newsroom, "submitted", "autosave"), data)
    assert (response.status_code, tables) == (409, set())


@pytest.mark.parametrize("script", ["autosave", "presence", "takeover"])
def test_script_of_somebody_who_is_signed_out_meanwhile(newsroom, script):
    """The form says who typed it; the browser is another's by now."""
    data = form(newsroom, "owner", "draft")
    response, tables = newsroom.send("chief", "POST", below(newsroom, "draft", script), data)
    assert (response.status_code, response.json()["reason"], tables) == (409, "person", set())


# Articles that one may not see, named in what one sends


@pytest.mark.parametrize("who", ["citizen", "stranger", "other desk"])
def test_title_is_not_learnt_by_naming_an_article_as_related(newsroom, who):
    person = newsroom.people[who]
    secrets = [newsroom.articles[kind].pk for kind in ("draft", "submitted", "scheduled", "withdrawn", "trashed")]
    with newsroom.trying(who) as client:
        kept = client.post(f"{LIST}autosave/", sent(person, title="내 글", related=secrets)).json()
        client.post(f"{LIST}add/", sent(person, title="내 글", tab=uuid.uuid4()))
        own, one = Article.objects.order_by("pk").last(), kept["article"]
        answers = [
            client.post(f"{LIST}{own.pk}/change/", sent(person, base=own.newest_revision, related=secrets)),
            client.get(f"{LIST}{one}/change/?autosave={kept['autosave']}"),
            client.get(f"{LIST}{one}/compare/?from=newest&to=a{kept['autosave']}"),
            client.get(f"{LIST}{one}/preview/?autosave={kept['autosave']}"),
            client.get(f"/articles/{one}/?autosave={kept['autosave']}"),
        ]
        assert [answer.status_code for answer in answers] == [200] * 5
        assert [word for answer in answers for word in newsroom.hidden_from(who) if word in text_of(answer)] == []
        assert list(Article.objects.get(pk=own.pk).related.all()) == []


def test_title_is_not_learnt_from_a_version_that_somebody_else_wrote(newsroom):
    """A desk links to another reporter's draft; the one whose article it is reads every page about it."""
    article, secret = newsroom.articles["submitted"], newsroom.articles["stranger's draft"]
    with newsroom.trying("desk") as desk, newsroom.trying("owner") as owner:
        data = form(newsroom, "desk", "submitted", title=article.title, related=[secret.pk])
        assert desk.post(below(newsroom, "submitted", "change"), data).status_code == 302
        for screen in ("change/", "history/", "compare/?from=1&to=2", "preview/", "share/"):
            response = owner.get(f"{LIST}{article.pk}/{screen}")
            assert (screen, response.status_code, secret.title in text_of(response)) == (screen, 200, False)


@pytest.mark.parametrize("slot", ["headline", "no-such-slot"])
def test_title_is_not_learnt_by_placing_an_article(newsroom, slot):
    secret = newsroom.articles["draft"]
    data = {"article": secret.pk, "slot": slot, "order": "0", "starts_at_0": "2026-01-01", "starts_at_1": "00:00"}
    response, tables = newsroom.send("other desk", "POST", "/admin/articles/placement/add/", data)
    assert (response.status_code, secret.title in text_of(response), tables) == (200, False, set())


def test_article_placed_by_a_colleague_stays_in_the_form_of_whoever_may_not_see_it(newsroom):
    scheduled = newsroom.articles["scheduled"]
    with newsroom.trying("other desk") as desk:
        placement = Placement.objects.create(article=scheduled, slot=Placement.Slot.HEADLINE)
        data = {"article": scheduled.pk, "slot": "important", "order": "2"}
        data |= {"starts_at_0": "2026-01-01", "starts_at_1": "00:00"}
        place = f"/admin/articles/placement/{placement.pk}/change/"
        assert desk.post(place, data).status_code == 302
        placement.refresh_from_db()
        assert (placement.article, placement.slot) == (scheduled, Placement.Slot.IMPORTANT)


# Words put into the admin's own addresses

GUESSES = [
    "owner__password__startswith=m",
    "owner__email__contains=@",
    "newest_revision__content__icontains=a",
    "revisions__content__title=a",
    "preview_links__token__startswith=a",
    "log__reason__contains=a",
    "bylines__reporter__user__password__startswith=m",
    "user__password__startswith=m",
    "desks__password__startswith=m",
    "article__body__contains=a",
    "articles__title__contains=a",
    "password__startswith=m",
    "_to_field=password",
]


@pytest.mark.parametrize("guess", GUESSES)
@pytest.mark.parametrize("shelf", ["articles/article", *SHELVES])
def test_list_answers_no_guess_at_what_it_does_not_show(newsroom, shelf, guess):
    """Refused (400), or told that the list knows no such thing (back to it, with e=1)."""
    who = {"accounts/user": "administrator", "auth/group": "administrator"}.get(shelf, "chief")
    response, tables = newsroom.send(who, "GET", f"/admin/{shelf}/?{guess}")
    if shelf == "django_tasks_database/dbtaskresult":
        assert response.status_code == 403
    else:
        assert (response.status_code, response.get("Location")) in [(400, None), (302, f"/admin/{shelf}/?e=1")]
    assert tables == set()


ODD = [
    "o=zz",
    "o=99.1",
    "p=x",
    "p=-1",
    "p=99999",
    "e=1",
    "all=",
    "_popup=1",
    "_to_field=id",
    "q=%00",
    "title=%00",
    "id=%00",
]


@pytest.mark.parametrize(
    "query", [*ODD, "_changelist_filters=stage%3Dtrashed", "section__id__exact=x", "live_at__gte=x"]
)
@pytest.mark.parametrize("who", ["owner", "other desk", "chief"])
def test_list_of_articles_fails_at_nothing_and_shows_nothing_more(newsroom, who, query):
    response, tables = newsroom.send(who, "GET", f"{LIST}?{query}")
    assert (response.status_code in (200, 302, 400), tables) == (True, set())
    assert [word for word in newsroom.hidden_from(who) if word in text_of(response)] == []


@pytest.mark.parametrize("shelf", SHELVES)
@pytest.mark.parametrize("query", ["q=%00", "name=%00", "slug=%00", "id=%00", "p=x", "o=zz", "_popup=1"])
def test_list_of_a_shelf_fails_at_nothing(newsroom, shelf, query):
    for who in ("chief", "administrator"):
        response, tables = newsroom.send(who, "GET", f"/admin/{shelf}/?{query}")
        assert (who, response.status_code in (200, 302, 400, 403), tables) == (who, True, set())


@pytest.mark.parametrize("query", ["_popup=1", "_to_field=id", "_popup=1&_to_field=password", "_changelist_filters=x"])
@pytest.mark.parametrize("screen", ["change", "delete", "history"])
def test_screen_opens_to_nobody_else_by_what_is_added_to_its_address(newsroom, screen, query):
    for who in ("stranger", "other desk", "administrator"):
        for method in ("GET", "POST"):
            response, tables = newsroom.send(who, method, below(newsroom, "draft", screen) + f"?{query}")
            assert (who, response.status_code in (400, 403, 404), tables) == (who, True, set())


@pytest.mark.parametrize("term", ["term=%00", "page=x", "page=99", "page=-1", f"term={'가' * 3000}"])
def test_choice_fails_at_nothing(newsroom, term):
    place = f"/admin/autocomplete/?app_label=articles&model_name=article&field_name=related&{term}"
    assert newsroom.send("chief", "GET", place)[0].status_code in (200, 400, 404)


@pytest.mark.parametrize("field", ["title", "pk", "owner__password", "no_such_field", "\x00", "newest_revision"])
@pytest.mark.parametrize("model", ["article", "photo", "nothing", "openTab", "\x00"])
def test_choice_of_what_is_no_choice_is_refused(newsroom, model, field):
    query = urlencode({"app_label": "articles", "model_name": model, "field_name": field, "term": ""})
    assert newsroom.send("chief", "GET", f"/admin/autocomplete/?{query}")[0].status_code == 403


IDS = ["0", "9" * 17, "9" * 30, "x", "-1", "1.5", "%00", "９９９９９", "1%00"]


@pytest.mark.parametrize("number", IDS)
def test_number_that_nothing_has_is_not_found(newsroom, number):
    for screen in ("change/", "history/", "compare/", "preview/", "share/", "do/submit/", "restore/1/"):
        response, _ = newsroom.send("chief", "GET", f"{LIST}{number}/{screen}")
        # What is no number at all is taken for an object's own address, from which Django leads on to its form.
        assert (screen, response.status_code in (302, 404)) == (screen, True)
    for screen in ("autosave/1/discard/", "share/1/revoke/", "presence/", "takeover/", "autosave/"):
        response, tables = newsroom.send("chief", "POST", f"{LIST}{number}/{screen}", sent(newsroom.people["chief"]))
        assert (screen, response.status_code in (302, 403, 404), tables) == (screen, True, set())
    for shelf in ("articles/section", "accounts/user", "auth/group", "publisher/badge"):
        for screen in ("change/", "history/", "delete/"):
            for who in ("publisher", "administrator"):
                response, _ = newsroom.send(who, "GET", f"/admin/{shelf}/{number}/{screen}")
                assert response.status_code in (302, 403, 404)


# The way from the admin to a public page


@pytest.mark.parametrize("who", ["citizen", "stranger", "other desk", "chief", "administrator"])
def test_shortcut_leads_to_no_row_that_the_admin_does_not_show(newsroom, who):
    rows = [*PreviewLink.objects.all(), *Revision.objects.all(), *newsroom.people.values()]
    for row in rows:
        place = f"/admin/r/{ContentType.objects.get_for_model(row).pk}/{row.pk}/"
        response, _ = newsroom.send(who, "GET", place)
        assert (type(row), response.status_code) == (type(row), 404)


def test_change_that_readers_do_not_see_yet_stands_on_no_public_page(newsroom):
    for who in newsroom.clients:
        for place in (
            "/",
            "/articles/",
            "/search/?q=섬마을",
            "/feeds/all.xml",
            "/sitemap-articles.xml",
            "/sections/people/",
        ):
            response, _ = newsroom.send(who, "GET", place)
            assert (who, place, CHANGE in text_of(response)) == (who, place, False)


def test_words_that_are_hidden_stand_where_they_belong(newsroom):
    """Other tests look for them in vain: here they are found."""
    places = [below(newsroom, kind, "preview") for kind in OPENED["owner"]]
    places += [f"/articles/{newsroom.articles[kind].pk}/?revision=newest" for kind in OPENED["owner"]]
    places += [below(newsroom, "draft", "change") + f"?autosave={newsroom.autosaves['owner'].pk}"]
    places += [below(newsroom, "submitted", "share"), below(newsroom, "draft", "share")]
    said = "".join(text_of(newsroom.send("owner", "GET", place)[0]) for place in places)
    said += text_of(newsroom.send("administrator", "GET", "/admin/accounts/user/")[0])
    missing = {word for word in newsroom.hidden_from("anonymous") - newsroom.hidden_from("owner") if word not in said}
    assert (missing, ADDRESS in said) == (set(), True)
