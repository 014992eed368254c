"""A newsroom with somebody of every kind and an article of every kind, for trying each address as everybody."""

import contextlib
import datetime
import json
import re
import uuid
from dataclasses import dataclass, field

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.test import Client
from django_tasks_db.models import DBTaskResult

from accounts import links
from articles import contents, workflow
from articles.models import Article, PreviewLink, Section
from tests.factories import (
    ahead,
    make_badge,
    make_content,
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

# Those who work in the newsroom, in the order of the table's columns, with their role; and those who do not.
STAFF = {
    "citizen": "시민기자",
    "owner": "기자",  # whose articles most of the table's are
    "stranger": "기자",
    "desk": "데스크",  # of the section of all these articles
    "other desk": "데스크",  # of another section
    "chief": "편집장",
    "publisher": "발행인",
    "ombudsman": "고충처리인",
    "administrator": "관리자",
}
OUTSIDERS = {"anonymous": None, "reader": None, "disabled": "편집장"}
EVERYBODY = STAFF | OUTSIDERS

# Of each article: whose it is, and its title. Whoever may not open it reads neither title nor text, anywhere.
ARTICLES = {
    "draft": ("owner", "아직 아무에게도 보이지 않은 갯벌 취재 수첩"),
    "submitted": ("owner", "데스크를 기다리는 등대지기의 마지막 근무"),
    "live": ("owner", "독자가 읽는 사람들 ─ ‘물때’를 맞추는 서천 어민"),
    "changed": ("owner", "독자가 읽는 옛 제목, 섬마을 우체국"),
    "scheduled": ("owner", "내일 아침에 나갈 소금장수의 딸"),
    "withdrawn": ("owner", "내려간 기사로 남은 염전의 여름"),
    "trashed": ("owner", "휴지통에 버린 초고, 없던 일"),
    "citizen's draft": ("citizen", "시민기자가 쓰다 만 골목 시장"),
    "citizen's live": ("citizen", "시민기자가 실은 마을 도서관"),
    "stranger's draft": ("stranger", "다른 기자가 혼자 쓰는 조선소의 겨울"),
}
LIVE = {"live", "changed", "citizen's live"}
# Which articles each may open in the newsroom.
_OWNERS = {"draft", "submitted", "live", "changed", "scheduled", "withdrawn"}
_CITIZENS = {"citizen's draft", "citizen's live"}
_OF_THE_SECTION = _OWNERS | _CITIZENS | {"stranger's draft"}
OPENED = {
    "citizen": _CITIZENS,
    "owner": _OWNERS | {"trashed"},
    "stranger": {"stranger's draft"},
    "desk": _OF_THE_SECTION,
    "other desk": set(),
    "chief": _OF_THE_SECTION,
    "publisher": _OF_THE_SECTION,
    "ombudsman": _OF_THE_SECTION,
    "administrator": set(),
} | {who: set() for who in OUTSIDERS}
# What the newest version of "changed" says, which readers do not see yet.
CHANGE = "고친 제목은 편집국만 아는 섬마을 우체국의 폐국"
# What these people typed and have not saved, each into this article: theirs alone.
TYPED = {
    "owner": ("draft", "담당 기자가 적다가 만 글"),
    "desk": ("submitted", "데스크가 적다가 만 글"),
    "stranger": ("stranger's draft", "다른 기자가 적다가 만 글"),
}
# Of an account; only the administrator, and its person, learn of it.
ADDRESS = "a-reader-of-ours@example.com"
_PASSWORD = "붓 셋, 먹 하나, 종이 열 장"


@dataclass
class Newsroom:
    people: dict
    articles: dict
    clients: dict
    things: dict = field(default_factory=dict)
    links: dict = field(default_factory=dict)
    autosaves: dict = field(default_factory=dict)
    keys: dict = field(default_factory=dict)

    def send(self, who, method, address, data=None):
        """(the answer, the tables that were written to). All of it is undone, and nobody is signed out by it."""
        with self.trying(who) as client, watched() as tables:
            response = getattr(client, method.lower())(address, data)
        return response, tables

    @contextlib.contextmanager
    def trying(self, who):
        """The browser of `who`, for several requests. All of what they do is undone, and forgotten by the browser."""
        client = self.clients[who]
        cookies = client.cookies.copy()
        with undone():
            yield client
        client.cookies = cookies

    def hidden_from(self, who, *, but=()):
        """Words that no answer to `who` may contain; `but`: articles that the address itself lets everybody read."""
        opened = OPENED[who] | set(but)
        words = {f"본문: {title}" for kind, (_, title) in ARTICLES.items() if kind not in opened | LIVE}
        words |= {title for kind, (_, title) in ARTICLES.items() if kind not in opened | LIVE}
        words |= {text for author, (_, text) in TYPED.items() if author != who}
        words |= {CHANGE} if "changed" not in opened else set()
        words |= {ADDRESS} if who not in ("administrator", "reader") else set()
        words |= {link.token for kind, link in self.links.items() if not self._may_share(who, kind) and kind not in but}
        return words | {"md5$"}  # No hash of a password stands anywhere.

    def _may_share(self, who, kind):
        return kind in OPENED[who] and who in ("owner", "desk", "chief")


def text_of(response):
    """Every character of an answer, as its reader sees it."""
    body = response.getvalue().decode(errors="replace")
    is_json = "json" in response.get("Content-Type", "")
    return f"{response.get('Location', '')} {json.dumps(json.loads(body), ensure_ascii=False) if is_json else body}"


# What is in it


def make_newsroom():
    people = {who: _person(who, role) for who, role in EVERYBODY.items() if who != "anonymous"}
    section = make_section(name="사람들", slug="people")
    people["desk"].desk_sections.add(section)
    people["other desk"].desk_sections.add(make_section(name="고장", slug="places"))
    newsroom = Newsroom(people, _articles(people, section), {who: _client(people.get(who)) for who in EVERYBODY})
    for kind in ("draft", "submitted"):
        newsroom.links[kind] = workflow.share(newsroom.articles[kind], by=people["owner"], days=3)
    for who, (kind, text) in TYPED.items():
        newsroom.autosaves[who] = _typed(people[who], newsroom.articles[kind], text)
    newsroom.things = _things(newsroom, section)
    newsroom.keys = _keys(newsroom)
    return newsroom


def _person(who, role):
    name = who.replace(" ", "-")
    return make_user(
        role=role,
        username=name,
        password=_PASSWORD,
        email=ADDRESS if who == "reader" else f"{name}@example.com",
        is_active=who != "disabled",
    )


def _client(person):
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    return client


def _articles(people, section):
    """Each goes its way by the newsroom's own verbs."""
    articles = {}
    for kind, (owner, title) in ARTICLES.items():
        body, bylines = f"<p>본문: {title}.</p>", [{"name": "표윤슬", "title": "수필가"}]
        content = make_content(title=title, body=body, section=section.pk, bylines=bylines)
        articles[kind] = workflow.begin(by=people[owner], content=content)
    for kind in ("submitted", "scheduled", "withdrawn", *LIVE):
        workflow.submit(articles[kind], by=people[ARTICLES[kind][0]])
    for kind in ("withdrawn", *LIVE):
        workflow.approve(articles[kind], by=people["chief"])
    workflow.approve(articles["scheduled"], by=people["chief"], live_at=ahead(days=1))
    workflow.withdraw(articles["withdrawn"], by=people["chief"], reason="사실관계를 다시 확인하고 있습니다.")
    workflow.trash(articles["trashed"], by=people["owner"])
    changed = Article.objects.get(pk=articles["changed"].pk)
    content = contents.of(changed) | {"title": CHANGE}
    workflow.save(changed, by=people["owner"], content=content, base=changed.newest_revision_id)
    fresh = Article.objects.select_related("newest_revision").in_bulk([article.pk for article in articles.values()])
    return {kind: fresh[article.pk] for kind, article in articles.items()}


def _typed(person, article, text):
    content = make_content(title=text, body=f"<p>{text}</p>")
    return workflow.autosave(article, by=person, tab=uuid.uuid4(), content=content, base=article.newest_revision_id)


def _things(newsroom, section):
    """What else the table's addresses name, by the model's name."""
    return {
        "article": newsroom.articles["draft"],
        "section": section,
        "series": make_series(slug="tides"),
        "tag": make_tag(name="갯벌"),
        "issue": make_issue(month=datetime.date(2019, 3, 1)),
        "photo": make_photo(),
        "placement": make_placement(newsroom.articles["live"]),
        "reporter": make_reporter(slug="han"),
        "masthead": make_masthead(),
        "badge": make_badge(),
        "standingpage": make_standing_page(),
        "user": newsroom.people["reader"],
        "retired": newsroom.people["disabled"],
        "invited": make_user(role="기자", username="invited", email="invited@example.com"),
        "group": Group.objects.get(name="데스크"),
        "dbtaskresult": DBTaskResult.objects.first(),
    }


def address(newsroom, row):
    """The address of a row of the table: its route (as Django's resolver has it) with everything in its place."""
    named = newsroom.articles.get(row.of) or newsroom.things.get(row.of)
    names = {"pk": named.pk, "object_id": named.pk} if named else {}
    names |= {name: newsroom.keys.get(value, value) for name, value in row.names.items()}
    route = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", row.route).replace("^", "").removesuffix("$")
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda name: str(names[name[1]]), route) + row.query


def _keys(newsroom):
    """Parts of addresses that are known only now, by the words that stand for them in the table."""
    return {
        "KEY OF A DRAFT": newsroom.links["draft"].token,
        "LINK TO A DRAFT": newsroom.links["draft"].pk,
        "WHAT THE OWNER TYPED": newsroom.autosaves["owner"].pk,
        "KEY TO A PASSWORD": links.make(links.FORGOTTEN, newsroom.people["reader"]),
        "KEY OF AN INVITATION": links.make(links.INVITATION, newsroom.things["invited"]),
        "PATH OF A PICTURE": newsroom.things["photo"].file.name,
        "TYPE OF ARTICLES": ContentType.objects.get_for_model(Article).pk,
        "TYPE OF LINKS": ContentType.objects.get_for_model(PreviewLink).pk,
        "TYPE OF TASKS": ContentType.objects.get_for_model(DBTaskResult).pk,
        "TYPE OF SECTIONS": ContentType.objects.get_for_model(Section).pk,
    }


# Trying it


@contextlib.contextmanager
def undone():
    """Whatever happens inside has not happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


_WRITE = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"(\w+)"')


@contextlib.contextmanager
def watched():
    """The tables (a set of names) that are written to inside."""
    tables = set()

    def note(execute, sql, params, many, context):
        if written := _WRITE.match(sql):
            tables.add(written[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables
