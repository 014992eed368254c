"""Promises that every address keeps. A new address has to be given a sample here before the tests pass."""

import datetime
import re
from urllib.parse import unquote

import pytest
from django.test import Client, RequestFactory
from django.urls import URLPattern, get_resolver, reverse
from django.views.defaults import server_error

from articles.models import Article
from publisher.models import StandingPage
from tests.factories import (
    ahead,
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
    make_user,
)
from tests.page import parse
from tests.whole_site.promises import assert_headers, assert_promises

pytestmark = pytest.mark.django_db
HOSTILE = "</title></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"

# What stands for the arguments of each address that has some.
ARGUMENTS = {
    "articles:detail": lambda site: [site["article"].pk],
    "articles:reads": lambda site: [site["article"].pk],
    "articles:shared-preview": lambda site: ["a-secret"],
    "articles:section": lambda site: [site["section"].slug],
    "articles:series": lambda site: [site["series"].slug],
    "articles:tag": lambda site: ["농업 & 과학?"],
    "articles:reporter": lambda site: [site["reporter"].slug],
    "articles:issue": lambda site: [site["issue"].month],
    "publisher:page": lambda site: ["privacy"],
    "accounts:forgotten-link": lambda site: ["a-secret"],
    "accounts:invitation-link": lambda site: ["a-secret"],
    "sitemap-part": lambda site: ["articles"],
    "media": lambda site: [site["article"].lead_photo.file.name],
}
NOT_FOR_GET = {"articles:reads", "accounts:logout"}
NOT_FOR_EVERYBODY = {
    "accounts:me",
    "accounts:password",
    "accounts:forgotten-link",
    "accounts:invitation-link",
    "articles:shared-preview",
}
WITH_FORM = {"accounts:login", "accounts:forgotten"}
BEHIND_A_FORM = {"accounts:forgotten-sent"}
NOT_HTML = {"articles:feed", "robots", "sitemap", "sitemap-part", "healthz", "readyz", "media"}


def patterns_of(resolver, namespace=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", bool(pattern.pattern.converters or pattern.pattern.regex.groupindex)
        elif pattern.namespace != "admin":
            yield from patterns_of(pattern, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)


STRANGE = [
    "page=%00", "page=1&page=x", "q=%00&page=%FF", "q=%B8%DE", "utm_source=x&_ga=1", "page[]=1", "%00=1", "=", "next=%00//x",
    "q=" + "%F0%9F%8C%BE" * 90,
]  # fmt: skip
NAMES = dict(patterns_of(get_resolver()))
HTML = sorted(NAMES.keys() - NOT_FOR_GET - NOT_FOR_EVERYBODY - NOT_HTML)
each_page = pytest.mark.parametrize("name", HTML)


@pytest.fixture
def site():
    """A small magazine with something on every page, and what is typed by people as hostile as can be."""
    make_masthead(title=HOSTILE[:60], open_reporting=HOSTILE, copyright_notice=HOSTILE)
    make_badge(label=HOSTILE[:60])
    for kind in StandingPage.Kind:
        make_standing_page(slug=kind, title=f"{kind.label} {HOSTILE}"[:60], body="<h2>[[title]]</h2><p>[[address]]</p>")
    section = make_section(name=HOSTILE[:30], slug="cover", description=HOSTILE)
    series = make_series(name=HOSTILE[:60], slug="alley", description=HOSTILE)
    issue = make_issue(
        theme=HOSTILE, introduction=HOSTILE, cover=make_photo(alt=HOSTILE), month=datetime.date(2026, 10, 1)
    )
    make_issue(cover=None)
    reporter = make_reporter(name=HOSTILE[:40], slug="한서윤", title=HOSTILE[:40], beat=HOSTILE[:60], motto=HOSTILE)
    article = make_article(
        title=HOSTILE,
        subtitle=f"{HOSTILE}\n{HOSTILE}",
        caption=HOSTILE,
        body=f'<p>본문</p><h2>사잇제목</h2><figure data-photo="{make_photo(alt=HOSTILE).pk}"></figure>',
        section=section,
        series=series,
        issue=issue,
        page=3,
        tags=["농업 & 과학?"],
        bylines=[reporter, {"name": HOSTILE[:40], "title": HOSTILE[:40], "role": HOSTILE[:20]}],
        lead_photo=make_photo(alt=HOSTILE, credit=HOSTILE, rendition_widths=[40]),
    )
    article.related.add(
        make_article(title=HOSTILE, section=section, issue=issue, bylines=[reporter], lead_photo=make_photo())
    )
    make_placement(article)
    photo = make_photo()
    for _ in range(20):
        make_article(
            section=section,
            series=series,
            bylines=[reporter],
            tags=["농업 & 과학?"],
            lead_photo=photo,
            approver=article.approver,
        )
    return {"article": article, "section": section, "series": series, "issue": issue, "reporter": reporter}


def address_of(name, site):
    return reverse(name, args=ARGUMENTS[name](site) if NAMES[name] else [])


def test_every_address_with_arguments_has_a_sample():
    assert {name for name, has_arguments in NAMES.items() if has_arguments} == set(ARGUMENTS)


@each_page
def test_page_keeps_its_promises(client, site, name):
    address = address_of(name, site)
    response = client.get(address)
    assert response.status_code == 200
    canonical = assert_promises(response).one("link", rel="canonical")["href"]
    assert unquote(canonical) == f"http://testserver{unquote(address)}"


@pytest.mark.parametrize("name", sorted(NAMES.keys() - NOT_FOR_GET - NOT_FOR_EVERYBODY))
def test_page_sets_no_cookie_on_an_anonymous_reader(client, site, name):
    response = client.get(address_of(name, site))
    assert response.status_code == 200
    assert list(response.cookies) == (["csrftoken"] if name in WITH_FORM else [])
    b"".join(response)  # a file is closed by its last byte


@each_page
def test_page_answers_to_head_and_to_nothing_that_changes(client, site, name):
    address = address_of(name, site)
    assert client.head(address).status_code == 200
    if name not in WITH_FORM:
        assert client.post(address).status_code == 405


@each_page
def test_page_never_fails_whatever_is_asked(client, site, name):
    address = address_of(name, site)
    assert [query for query in STRANGE if client.get(f"{address}?{query}").status_code not in (200, 404)] == []


def test_pages_have_titles_of_their_own(client, site):
    titles = ["".join(parse(client.get(address_of(name, site))).one("title").children) for name in HTML]
    assert sorted(titles) == sorted(set(titles))


def test_every_link_within_leads_somewhere(client, site):
    seen, waiting = set(), {"/"}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = client.get(address)
        if response.status_code == 302:  # to the sign-in page, from what is somebody's own
            waiting.add(response["Location"].partition("?")[0])
            continue
        assert (address, response.status_code) == (address, 200)
        if not response["Content-Type"].startswith("text/html"):
            b"".join(response)  # a file is closed by its last byte
            continue
        page = parse(response)
        path = address.partition("?")[0]
        for place in [link["href"] for link in page.all("a", href=True)] + [
            link["href"] for link in page.all("link", rel="alternate")
        ]:
            target = place.partition("#")[0]
            target = f"{path}{target}" if target.startswith("?") else target
            if target.startswith("/") and not target.startswith("/static/") and target not in seen:
                waiting.add(target)
    opened = {place.partition("?")[0] for place in seen}
    unreached = {name for name in HTML if address_of(name, site) not in opened} - BEHIND_A_FORM
    assert unreached == set()


def test_every_static_file_named_is_there(client, site):
    from django.contrib.staticfiles import finders

    named = set()
    for name in HTML:
        raw = client.get(address_of(name, site)).content.decode()
        named |= set(re.findall(r'"(?:http://testserver)?/static/([^"#?]+)', raw))
    assert {name for name in named if finders.find(name) is None} == set()


@pytest.mark.parametrize(
    "address",
    [
        "/nothing/",
        "/articles/999999/",
        "/pages/nothing/",
        "/sections/nothing/",
        "/issues/1999-01/",
        "/articles/?page=99",
    ],
)
def test_page_that_is_not_there_says_so_and_keeps_its_promises(client, site, address):
    response = client.get(address)
    assert response.status_code == 404
    page = assert_promises(response, has_canonical=False)
    assert page.one("meta", name="robots")["content"] == "noindex"
    assert not response.cookies


def test_page_that_is_forbidden_keeps_its_promises(site):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/accounts/login/", {"username": "a", "password": "b"})
    assert response.status_code == 403
    assert_promises(response, has_canonical=False)


def test_page_of_an_error_needs_neither_context_nor_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = server_error(RequestFactory().get("/"))
    page = parse(response)
    assert response.status_code == 500
    assert (page.one("html")["lang"], page.one("h1").text) == ("ko", "인쇄기가 잠시 멈췄습니다")
    assert "/" in [link["href"] for link in page.one("main").all("a")]


def test_what_is_hidden_is_on_no_page(client, site):
    secret = "달무리진고개"
    fields = {name: site[name] for name in ("section", "series", "issue")}
    fields |= {"bylines": [site["reporter"]], "tags": ["농업 & 과학?"], "title": secret}
    hidden = [make_article(state=state, **fields) for state in Article.State if state != Article.State.APPROVED]
    hidden.append(make_article(live_at=ahead(days=1), **fields))
    site["article"].related.add(*hidden)
    for article in hidden:
        make_placement(article)
    StandingPage.objects.update(note=secret)
    addresses = [address_of(name, site) for name in sorted(NAMES.keys() - NOT_FOR_GET - NOT_FOR_EVERYBODY - {"media"})]
    for address in [*addresses, f"/search/?q={secret[:3]}"]:
        text = client.get(address).content.decode()
        assert secret not in text
        assert not any(f"/articles/{article.pk}/" in text for article in hidden)


def test_pages_hold_nothing_of_a_person_signed_in(client, site):
    user = make_user(username="nobodyelse", last_name="아무개만의이름", role="관리자")
    names = [name for name in HTML if not name.startswith("accounts:")]
    anonymous = {name: client.get(address_of(name, site)).content for name in names}
    client.force_login(user)
    assert {name: client.get(address_of(name, site)).content for name in names} == anonymous


def test_headers_stand_on_what_is_no_page_too(client, site):
    for name in sorted(NOT_HTML - {"media"}):
        assert_headers(client.get(address_of(name, site)))


def test_admin_has_a_policy_of_its_own(client):
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "script-src 'self' 'unsafe-eval'" in policy
