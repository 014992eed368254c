"""The table of who gets what at every address. `test_roles` tries each row as everybody, and demands a row of every address.

A cell is what an answer comes to:
  in     led to a page to sign in
  kept   409, and what was typed is kept for its author
  404    and every other number: the status (302 leads on, to anywhere but a page to sign in)
One cell stands for everybody. Nine are the people of the newsroom, in the order of STAFF; after a stroke come nobody in
particular, a reader, and somebody disabled, who are led to sign in unless the row says otherwise.
"""

from dataclasses import dataclass

from django.contrib import admin

from tests.whole_site.newsroom import OUTSIDERS, STAFF
from tests.whole_site.roles_forms import PASSWORD, always, chosen, filled, restored, typed

# Answers after which nothing may have been written.
REFUSED = {"in", "400", "401", "403", "404", "405", "409", "410"}


@dataclass(frozen=True)
class Row:
    """`route` as Django's resolver has it. `of`: the article or thing (newsroom.py) that the address names; `names`: what else
    is in it. `sends` makes what a POST sends. `writes`: the tables that a POST writes to where it is allowed. `shows`: an
    article that everybody reads here.
    """

    route: str
    get: dict
    post: dict
    of: str
    query: str
    sends: object
    writes: frozenset
    shows: str
    names: dict

    def __str__(self):
        return " ".join(filter(None, [self.route + self.query, self.of, *map(str, self.names.values())]))


def row(route, get, post, *, of="", query="", sends=None, writes="", shows="", **names):
    return Row(route, _cells(get), _cells(post), of, query, sends, frozenset(writes.split()), shows, names)


def _cells(text):
    inside, _, outside = (part.split() for part in text.partition("/"))
    if len(inside) == 1:
        return dict.fromkeys(STAFF | OUTSIDERS, text)
    outside = outside or ["in"] * len(OUTSIDERS)
    return dict(zip(STAFF, inside, strict=True)) | dict(zip(OUTSIDERS, outside, strict=True))


def staff(cell):
    """The same for everybody who works here."""
    return " ".join([cell] * len(STAFF))


# Pages for readers. Whoever asks gets the same.
DETAIL, SHARED = "articles/<article_id:pk>/", "preview/<name:token>/"
PAGES = [
    row("", "200", "405"),
    row("articles/", "200", "405"),
    row(DETAIL, "200", "405", of="live"),
    row(DETAIL, "200", "405", of="changed"),
    row(DETAIL, "404", "405", of="draft"),
    row(DETAIL, "404", "405", of="submitted"),
    row(DETAIL, "404", "405", of="scheduled"),
    row(DETAIL, "404", "405", of="trashed"),
    row(DETAIL, "410", "405", of="withdrawn", shows="withdrawn"),
    row(f"{DETAIL}reads/", "405", "204", of="live"),
    row(f"{DETAIL}reads/", "405", "204", of="draft"),
    row(SHARED, "200", "405", token="KEY OF A DRAFT", shows="draft"),
    row(SHARED, "404", "405", token="no-such-key"),
    row("sections/<slug:slug>/", "200", "405", slug="people"),
    row("series/", "200", "405"),
    row("series/<slug:slug>/", "200", "405", slug="tides"),
    row("tags/<name:name>/", "200", "405", name="갯벌"),
    row("reporters/", "200", "405"),
    row("reporters/<name:slug>/", "200", "405", slug="han"),
    row("issues/", "200", "405"),
    row("issues/<month:month>/", "200", "405", month="2019-03"),
    row("search/", "200", "405"),
    row("search/", "200", "405", query="?q=갯벌"),
    row("pages/<slug:slug>/", "200", "405", slug="about"),
    row("robots.txt", "200", "405"),
    row("healthz", "200", "405"),
    row("readyz", "200", "405"),
    row(r"^media/(?P<path>.+)$", "200", "405", path="PATH OF A PICTURE"),
    # Django's own, which ask for no method. Nothing comes of a POST.
    row("feeds/all.xml", "200", "200"),
    row("sitemap.xml", "200", "200"),
    row("sitemap-<section>.xml", "200", "200", section="articles"),
]

# The way into one's account, and what is there.
FORGOTTEN, INVITED = "accounts/password-reset/<str:token>/", "accounts/invitation/<str:token>/"
SIGNED_OUT, SIGNED_IN = "axes_accesslog django_session", "accounts_user axes_accesslog django_admin_log django_session"
NEW_PASSWORD = always(PASSWORD)
ACCOUNTS = [
    row("accounts/login/", f"{staff('302')} / 200 302 200", f"{staff('302')} / 200 302 200"),
    row("accounts/logout/", "405", "302", writes=SIGNED_OUT),
    row("accounts/me/", f"{staff('200')} / in 200 in", f"{staff('405')} / in 405 in"),
    row("accounts/password/", f"{staff('200')} / in 200 in", f"{staff('200')} / in 200 in"),
    row("accounts/password-reset/", "200", "200"),
    row("accounts/password-reset/sent/", "200", "405"),
    row(FORGOTTEN, "200", "302", token="KEY TO A PASSWORD", sends=NEW_PASSWORD, writes=SIGNED_IN),
    row(FORGOTTEN, "404", "404", token="KEY OF AN INVITATION", sends=NEW_PASSWORD),
    row(FORGOTTEN, "404", "404", token="no-such-key", sends=NEW_PASSWORD),
    row(INVITED, "200", "302", token="KEY OF AN INVITATION", sends=NEW_PASSWORD, writes=SIGNED_IN),
    row(INVITED, "404", "404", token="KEY TO A PASSWORD", sends=NEW_PASSWORD),
    row(INVITED, "404", "404", token="no-such-key", sends=NEW_PASSWORD),
]

# fmt: off
# The admin's own addresses.
SHORTCUT = "admin/r/<path:content_type_id>/<path:object_id>/"
#              citizen owner stranger desk other chief publisher ombudsman administrator
OVERSEEN    = "404     302   404      302  404   302   302       302       404"
ADMIN = [
    row("admin/", staff("200"), staff("200")),
    row("admin/login/", f"{staff('302')} / 200 200 200", "200"),
    row("admin/logout/", f"{staff('405')} / 302 302 302", "302", writes=SIGNED_OUT),
    row("admin/password_change/", staff("200"), staff("200")),
    row("admin/password_change/done/", staff("200"), staff("405")),
    row("admin/jsi18n/", staff("200"), staff("405")),
    row("admin/autocomplete/", staff("403"), staff("405")),
    row("admin/search/", staff("200"), staff("200"), query="?s=기"),
    row("admin/search/", staff("200"), staff("200"), query="?s=갯벌&extended=1"),
    row("admin/search/", staff("404"), staff("404"), query="?s=기&page=99"),
    row("admin/(?P<url>.*)$", staff("404"), staff("404"), url="없는/곳/"),
    # From a row to its public page, for those who see it in the admin.
    row(SHORTCUT, OVERSEEN, OVERSEEN, of="draft", content_type_id="TYPE OF ARTICLES"),
    row(SHORTCUT, OVERSEEN, OVERSEEN, of="live", content_type_id="TYPE OF ARTICLES"),
    row(SHORTCUT, *["302     302   302      302  302   302   302       302       404"] * 2,
        of="section", content_type_id="TYPE OF SECTIONS"),
    row(SHORTCUT, staff("404"), staff("404"), content_type_id="TYPE OF LINKS", object_id="LINK TO A DRAFT"),
    row(SHORTCUT, staff("404"), staff("404"), content_type_id="TYPE OF TASKS", object_id="no-uuid"),
    row(SHORTCUT, staff("404"), staff("404"), content_type_id="TYPE OF ARTICLES", object_id="x"),
    row(SHORTCUT, staff("404"), staff("404"), content_type_id="9" * 30, object_id="1"),
    row(SHORTCUT, staff("404"), staff("404"), content_type_id="x", object_id="1"),
]

# What each does on the shelves of the admin: v see, a make, c change, d delete.
SHELVES = {
    #                         citizen owner stranger desk other chief publisher ombudsman administrator
    "articles/section":       "v      v     v        v    v     vac   v         v         -",
    "articles/series":        "v      v     v        vac  vac   vac   v         v         -",
    "articles/tag":           "v      v     v        vac  vac   vac   v         v         -",
    "articles/issue":         "v      v     v        vac  vac   vac   v         v         -",
    "articles/photo":         "v      v     v        vc   vc    vc    v         v         -",
    "articles/placement":     "-      -     -        vac  vac   vac   -         -         -",
    "reporters/reporter":     "v      v     v        v    v     vac   v         -         vc",
    "publisher/masthead":     "-      -     -        -    -     v     vac       v         -",
    "publisher/badge":        "-      -     -        -    -     v     vacd      v         -",
    "publisher/standingpage": "-      -     -        -    -     v     vacd      v         -",
    "accounts/user":          "-      -     -        -    -     -     -         -         vac",
    "auth/group":             "-      -     -        -    -     -     -         -         v",
    # What waits to be done, such as letters with keys in them, is for nobody.
    "django_tasks_database/dbtaskresult": "- - - - - - - - -",
}
# Articles have screens of their own (below). These see them on the menu.
READERS_OF_ARTICLES = "      v      v     v        v    v     v     v         v         -"
# fmt: on
# Of a shelf where making and changing one write to more than its own table and the log.
_PERSON = "accounts_user accounts_user_groups django_admin_log"
_SECTION = "articles_section django_admin_log"
WRITES = {
    "user": (f"{_PERSON} django_tasks_database_dbtaskresult", _PERSON),
    "section": (_SECTION, f"{_SECTION} articles_section_desks"),  # the form that is sent leaves the desk out.
}


def _shelf(shelf, letters):
    """The rows of a model's screens."""
    model, may = shelf.split("/")[1], letters.split()
    below, table = f"admin/{shelf}/", shelf.replace("/", "_")
    one = f"{below}<path:object_id>/"
    makes, changes = WRITES.get(model, (f"{table} django_admin_log",) * 2)

    def where(letter, cell, otherwise="403"):
        return " ".join(cell if letter in one_may else otherwise for one_may in may)

    def posts(letter, form, writes):
        return {"sends": form(model), "writes": writes if letter in letters else ""}

    # The list takes “delete those chosen” from whoever may delete, and shows itself to whoever may look.
    listed = " ".join("302" if "d" in one_may else "200" if "v" in one_may else "403" for one_may in may)
    return [
        row(below, where("v", "200"), listed, of=model, **posts("d", chosen, f"{table} django_admin_log")),
        row(f"{below}add/", where("a", "200"), where("a", "302"), **posts("a", filled, makes)),
        row(f"{one}change/", where("v", "200"), where("c", "302"), of=model, **posts("c", filled, changes)),
        row(
            f"{one}delete/",
            where("d", "200"),
            where("d", "302"),
            of=model,
            **posts("d", chosen, f"{table} django_admin_log"),
        ),
        row(f"{one}history/", where("v", "200"), where("v", "200"), of=model),
        row(one, staff("302"), staff("302"), of=model),
    ]


def _app(app):
    """Who is shown anything of an app sees its part of the menu."""
    shelves = [letters for shelf, letters in SHELVES.items() if shelf.startswith(f"{app}/")]
    told = [
        "200" if set(may) != {"-"} else "404" for may in zip(*(letters.split() for letters in shelves), strict=True)
    ]
    apps = "|".join(dict.fromkeys(model._meta.app_label for model in admin.site._registry))
    return row(f"admin/^(?P<app_label>{apps})/$", *[" ".join(told)] * 2, app_label=app)


APP_ROWS = [_app(app) for app in dict.fromkeys(shelf.split("/")[0] for shelf in SHELVES)]
SHELF_ROWS = [one for shelf, letters in SHELVES.items() for one in _shelf(shelf, letters)]

# fmt: off
PERSON_VERB = "admin/accounts/user/<int:pk>/do/<slug:verb>/"
NOTED = "django_admin_log django_tasks_database_dbtaskresult"
#              citizen owner stranger desk other chief publisher ombudsman administrator
ASKED       = "403     403   403      403  403   403   403       403       200"
DONE        = "403     403   403      403  403   403   403       403       302"
PEOPLE = [
    row(PERSON_VERB, ASKED, DONE, of="invited", verb="invite", writes=NOTED),
    row(PERSON_VERB, ASKED, DONE, of="invited", verb="retire",
        writes="accounts_user articles_opentab articles_previewlink django_admin_log"),
    row(PERSON_VERB, ASKED, DONE, of="retired", verb="reinstate", writes=f"accounts_user {NOTED}"),
    row(PERSON_VERB, *[ASKED.replace("200", "404")] * 2, of="invited", verb="delete"),
]

# Articles. A reporter opens their own, a desk those of its section; what one may not open is not there.
LIST = "admin/articles/article/"
ONE, NAMED = f"{LIST}<int:pk>/", f"{LIST}<path:object_id>/"
#              citizen owner stranger desk other chief publisher ombudsman administrator
LISTED      = "200     200   200      200  200   200   200       200       403"
MAY_WRITE   = "200     200   200      200  200   200   403       403       403"
BEGUN       = "302     302   302      302  302   302   403       403       403"
OPENED      = "404     200   404      200  404   200   200       200       404"
ASKED       = "404     200   404      200  404   200   403       403       404"
DONE        = "404     302   404      302  404   302   403       403       404"
TOO_LATE    = "404     kept  404      302  404   302   403       403       404"
TRASH       = "404     200   404      404  404   404   404       404       404"
TRASH_KEPT  = "404     kept  404      404  404   404   404       404       404"
#              the same of the citizen's own articles
C_OPENED    = "200     404   404      200  404   200   200       200       404"
C_ASKED     = "200     404   404      200  404   200   403       403       404"
C_DONE      = "302     404   404      302  404   302   403       403       404"
C_TOO_LATE  = "kept    404   404      302  404   302   403       403       404"
#              what a script asks is never answered by a page to sign in
HEARD       = "403     200   403      200  403   200   200       200       403 / 401 403 401"
NOTED_DOWN  = "403     200   403      200  403   200   403       403       403 / 401 403 401"
TAKEN       = "403     403   403      200  403   200   403       403       403 / 401 403 401"
TRASH_NOTED = "403     200   403      403  403   403   403       403       403 / 401 403 401"
C_NOTED     = "200     403   403      200  403   200   403       403       403 / 401 403 401"
C_TAKEN     = "403     403   403      200  403   200   403       403       403 / 401 403 401"
NOBODY      = "403     403   403      403  403   403   403       403       403 / 401 403 401"

# What readers have not seen is written to the article's row too; of what they see, there is a new version alone.
KEPT = "articles_article articles_revision"
VERSION = f"{KEPT} articles_logentry"
BEGINS = f"{VERSION} articles_searchentry"
SAVED = f"{BEGINS} articles_byline"
LINK = "articles_previewlink articles_logentry"
TAB = "articles_opentab"
ARTICLES = [
    row(LIST, LISTED, LISTED, of="draft", sends=chosen("article")),
    row(f"{LIST}add/", MAY_WRITE, BEGUN, sends=typed(), writes=BEGINS),
    row(f"{NAMED}change/", OPENED, DONE, of="draft", sends=typed("draft"), writes=SAVED),
    row(f"{NAMED}change/", OPENED, TOO_LATE, of="submitted", sends=typed("submitted"), writes=SAVED),
    row(f"{NAMED}change/", OPENED, DONE, of="live", sends=typed("live"), writes=VERSION),
    row(f"{NAMED}change/", OPENED, DONE, of="changed", sends=typed("changed"), writes=VERSION),
    row(f"{NAMED}change/", OPENED, DONE, of="scheduled", sends=typed("scheduled"), writes=VERSION),
    row(f"{NAMED}change/", OPENED, TOO_LATE, of="withdrawn", sends=typed("withdrawn"), writes=VERSION),
    row(f"{NAMED}change/", TRASH, TRASH_KEPT, of="trashed", sends=typed("trashed"), writes=KEPT),
    row(f"{NAMED}change/", C_OPENED, C_DONE, of="citizen's draft", sends=typed("citizen's draft"), writes=SAVED),
    row(f"{NAMED}change/", C_OPENED, C_TOO_LATE, of="citizen's live", sends=typed("citizen's live"), writes=VERSION),
    row(f"{NAMED}delete/", staff("403"), staff("403"), of="draft", sends=chosen("article")),
    row(f"{NAMED}delete/", staff("403"), staff("403"), of="trashed", sends=chosen("article")),
    row(f"{NAMED}history/", OPENED, OPENED, of="draft"),
    row(f"{NAMED}history/", TRASH, TRASH, of="trashed"),
    row(f"{NAMED}history/", C_OPENED, C_OPENED, of="citizen's live"),
    row(NAMED, staff("302"), staff("302"), of="draft"),
    row(f"{ONE}compare/", OPENED, staff("405"), of="draft", query="?from=1&to=newest"),
    row(f"{ONE}compare/", OPENED, staff("405"), of="changed", query="?from=shown&to=newest"),
    row(f"{ONE}compare/", TRASH, staff("405"), of="trashed", query="?from=1&to=newest"),
    row(f"{ONE}compare/", C_OPENED, staff("405"), of="citizen's live", query="?from=1&to=newest"),
    row(f"{ONE}preview/", OPENED, staff("405"), of="draft"),
    row(f"{ONE}preview/", OPENED, staff("405"), of="changed", query="?revision=2"),
    row(f"{ONE}preview/", TRASH, staff("405"), of="trashed"),
    row(f"{ONE}preview/", C_OPENED, staff("405"), of="citizen's live"),
    row(DETAIL, f"{OPENED} / 404 404 404", "405", of="draft", query="?revision=1"),
    row(DETAIL, f"{OPENED} / 404 404 404", "405", of="changed", query="?revision=2"),
    row(DETAIL, f"{OPENED} / 404 404 404", "405", of="withdrawn", query="?revision=1"),
    row(DETAIL, f"{TRASH} / 404 404 404", "405", of="trashed", query="?revision=1"),
    row(f"{ONE}restore/<int:number>/", ASKED, DONE, of="changed", number="1", sends=restored("changed"), writes=VERSION),
    row(f"{ONE}restore/<int:number>/", ASKED, TOO_LATE.replace("kept", "409"), of="submitted", number="1",
        sends=restored("submitted")),
    row(f"{ONE}restore/<int:number>/", C_ASKED, C_TOO_LATE.replace("kept", "409"), of="citizen's live", number="1",
        sends=restored("citizen's live")),
    row(f"{ONE}restore/<int:number>/", ASKED.replace("200", "404"), DONE.replace("302", "404"), of="draft", number="99",
        sends=restored("draft")),
    row(f"{ONE}share/", ASKED, DONE, of="draft", sends=always({"days": 3}), writes=LINK),
    row(f"{ONE}share/", ASKED, DONE, of="live", sends=always({"days": 3}), writes=LINK),
    row(f"{ONE}share/", TRASH, TRASH, of="trashed", sends=always({"days": 3})),
    row(f"{ONE}share/", C_ASKED.replace("200", "403", 1), C_DONE.replace("302", "403", 1), of="citizen's live",
        sends=always({"days": 3}), writes=LINK),
    row(f"{ONE}share/<int:link>/revoke/", staff("405"), DONE, of="draft", link="LINK TO A DRAFT", writes=LINK),
    row(f"{ONE}autosave/<int:autosave>/discard/", staff("405"), "404 302 404 403 404 403 403 403 404", of="draft",
        autosave="WHAT THE OWNER TYPED", writes=KEPT),
    row(f"{LIST}autosave/", "405", f"{MAY_WRITE} / 401 403 401", sends=typed(), writes=f"{VERSION} {TAB}"),
    row(f"{ONE}autosave/", "405", NOTED_DOWN, of="draft", sends=typed("draft"), writes=f"{KEPT} {TAB}"),
    row(f"{ONE}autosave/", "405", NOTED_DOWN, of="submitted", sends=typed("submitted"), writes=f"{KEPT} {TAB}"),
    row(f"{ONE}autosave/", "405", TRASH_NOTED, of="trashed", sends=typed("trashed"), writes=f"{KEPT} {TAB}"),
    row(f"{ONE}autosave/", "405", C_NOTED, of="citizen's live", sends=typed("citizen's live"), writes=f"{KEPT} {TAB}"),
    row(f"{ONE}presence/", "405", HEARD, of="draft", sends=typed("draft"), writes=TAB),
    row(f"{ONE}takeover/", "405", NOTED_DOWN, of="draft", sends=typed("draft"), writes=TAB),
    row(f"{ONE}takeover/", "405", TAKEN, of="submitted", sends=typed("submitted"), writes=TAB),
    row(f"{ONE}takeover/", "405", NOBODY, of="trashed", sends=typed("trashed")),
    row(f"{ONE}takeover/", "405", C_TAKEN, of="citizen's live", sends=typed("citizen's live"), writes=TAB),
    row(f"{ONE}do/<slug:verb>/", staff("404"), staff("404"), of="draft", verb="delete"),
    row(f"{ONE}do/<slug:verb>/", ASKED, DONE, of="draft", verb="submit",
        writes="articles_article articles_logentry django_tasks_database_dbtaskresult"),
]

# The verbs: what a POST comes to, of an article of the owner's in a state that it fits. Whoever may do it is asked first.
#                  citizen owner stranger desk other chief publisher ombudsman administrator
BY_BOTH         = "404     302   404      302  404   302   403       403       404"
BY_THE_DESK     = "404     403   404      302  404   302   403       403       404"
BY_THE_OWNER    = "404     302   404      403  404   403   403       403       404"
VERBS = {
    "submit":         BY_BOTH,
    "recall":         BY_THE_OWNER,
    "return":         BY_THE_DESK,
    "approve":        BY_THE_DESK,
    "reschedule":     BY_THE_DESK,
    "unschedule":     BY_THE_DESK,
    "submit_change":  BY_BOTH,
    "recall_change":  BY_THE_OWNER,
    "return_change":  BY_THE_DESK,
    "approve_change": BY_THE_DESK,
    "discard_change": BY_BOTH,
    "withdraw":       BY_THE_DESK,
    "reinstate":      BY_THE_DESK,
    "trash":          BY_THE_OWNER,
    "untrash":        "404 302 404 404 404 404 404 404 404",
    "assign":         BY_THE_DESK,
}
# What a citizen may do to an article of their own: never what is the desk's, nor to what readers see.
OF_A_CITIZEN = {"submit", "recall", "trash", "untrash"}
# fmt: on

ROWS = [*PAGES, *ACCOUNTS, *ADMIN, *APP_ROWS, *SHELF_ROWS, *PEOPLE, *ARTICLES]
