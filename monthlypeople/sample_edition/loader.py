"""Puts the sample edition into an empty database, by the same verbs that the newsroom uses."""

import datetime
import hashlib
import ipaddress
import os
import re
import socket
import tomllib
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone

from accounts.groups import give
from accounts.models import User
from articles import contents, most_read, workflow
from articles.models import Article, DailyReads, Issue, Placement, Section, Series, Tag
from articles.photos import add_photo
from monthlypeople.richtext import sanitise
from publisher.models import Badge, Masthead, StandingPage
from reporters.models import Reporter

HERE = Path(__file__).parent
PASSWORD = "monthlypeople"  # noqa: S105 - of the sample sign-ins; production refuses to load them
_PICTURE = re.compile(r'data-photo="([a-z0-9-]+)"')
State = Article.State
_LOAD_LOCK = 7_000_001  # any number, the same in every process


class Refused(Exception):
    """The sample edition must not go into this database. The message says why, in Korean."""


# The sample accounts: a sign-in of each role, and a reader.
SIGN_INS = {
    "reporter": "기자",
    "desk": "데스크",
    "chief": "편집장",
    "ombudsman": "고충처리인",
    "publisher": "발행인",
    "admin": "관리자",
    "reader": None,
}


def is_empty():
    """Whether no app of ours has a row."""
    ours = (apps.get_app_config(label) for label in ("accounts", "publisher", "reporters", "articles"))
    return not any(model.objects.exists() for app in ours for model in app.get_models())


def load():
    """Load everything in one transaction. Raises Refused when the database is not empty, not on this machine, or in production."""
    if settings.IS_PRODUCTION:
        raise Refused("운영 설정에서는 표본 호를 싣지 않습니다.")
    if not _database_is_local():
        raise Refused("표본 호는 이 컴퓨터의 데이터베이스(소켓이나 루프백)에만 싣습니다.")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOAD_LOCK])
        if not is_empty():
            raise Refused("데이터베이스가 비어 있지 않아 표본 호를 싣지 않았습니다. 있던 것은 그대로입니다.")
        _Loader().run()


def _database_is_local():
    """Whether the other end of the connection is on this machine, as the connection itself says."""
    connection.ensure_connection()
    with socket.socket(fileno=os.dup(connection.connection.fileno())) as peer:
        if peer.family == socket.AF_UNIX:
            return True
        return ipaddress.ip_address(peer.getpeername()[0]).is_loopback


def read(path):
    """The head (a dict) and the body (text) of an edition file: TOML between +++ lines, then HTML."""
    _, head, body = path.read_text("utf-8").split("+++\n", 2)
    return tomllib.loads(head), body.strip()


def _byline(head):
    """A byline of an article file as content has it; the title a reporter has now, unless the file says another."""
    reporter = Reporter.objects.get(slug=head["reporter"]) if "reporter" in head else None
    return {
        "reporter": reporter and reporter.pk,
        "name": head.get("name", ""),
        "title": head.get("title", reporter.title if reporter else ""),
        "role": head.get("role", ""),
    }


class _Loader:
    def run(self):
        self.edition = tomllib.loads((HERE / "edition.toml").read_text("utf-8"))
        self.pictures = tomllib.loads((HERE / "pictures" / "pictures.toml").read_text("utf-8"))
        self.photos = {}
        self._publisher()
        self._people()
        self._shelves()
        files = sorted((HERE / "articles").glob("[0-9][0-9][0-9].html"))
        articles = {int(path.stem): read(path) for path in files}
        for number, (head, body) in articles.items():
            self._article(number, head, body)
        for number, (head, _) in articles.items():
            self._after(number, head)
        self._reads()
        for name in SIGN_INS:
            User.objects.filter(username=name).update(email=f"{name}@example.com")
        for statement in connection.ops.sequence_reset_sql(no_style(), [Article]):
            with connection.cursor() as cursor:
                cursor.execute(statement)

    def _publisher(self):
        masthead = Masthead(**self.edition["masthead"])
        masthead.full_clean()
        masthead.save()
        for order, badge in enumerate(self.edition["badges"]):
            Badge.objects.create(order=order, **badge)
        for slug, _ in StandingPage.Kind.choices:
            head, body = read(HERE / "pages" / f"{slug}.html")
            StandingPage.objects.create(slug=slug, title=head["title"], body=sanitise(body), note=head.get("note", ""))

    def _people(self):
        for entry in self.edition["reporters"]:
            photo = entry.pop("photo", None)
            is_made_up = photo is not None
            reporter = Reporter(email=f"{entry['slug']}@example.com" if is_made_up else "", **entry)
            if photo:
                reporter.photo.save("photo.jpg", ContentFile(self._picture_bytes(photo)), save=False)
            reporter.save()
        for name, role in SIGN_INS.items():
            # Without an address until the end: nobody waits for letters about what is brought in here.
            person = User.objects.create_user(name, "", PASSWORD, last_name=role or "독자")
            give(person, [role] if role else [])
        self.filer, self.approver = User.objects.get(username="reporter"), User.objects.get(username="chief")
        Reporter.objects.filter(slug="han-seoyun").update(user=self.filer)

    def _shelves(self):
        for order, (slug, (name, description)) in enumerate(self.edition["sections"].items()):
            Section.objects.create(slug=slug, name=name, description=description, order=order)
        for slug, (name, description) in self.edition["series"].items():
            Series.objects.create(slug=slug, name=name, description=description)
        for entry in self.edition["issues"]:
            Issue.objects.create(**entry | {"cover": self._photo(entry["cover"])})

    def _article(self, number, head, body):
        content = contents.EMPTY | {
            "title": head["title"],
            "subtitle": head.get("subtitle", "").strip(),
            "caption": head.get("caption", ""),
            "no_caption": head.get("no_caption", False),
            "body": _PICTURE.sub(lambda key: f'data-photo="{self._photo(key.group(1)).pk}"', body),
            "section": Section.objects.get(slug=head["section"]).pk if "section" in head else None,
            "series": Series.objects.get(slug=head["series"]).pk if "series" in head else None,
            "issue": Issue.objects.get(month=f"{head['issue']}-01").pk if "issue" in head else None,
            "page": head.get("page") if "issue" in head else None,
            "lead_photo": self._photo(head["photo"]).pk if "photo" in head else None,
            "tags": [Tag.objects.get_or_create(name=name)[0].pk for name in head.get("tags", [])],
            "bylines": [_byline(byline) for byline in head.get("bylines", [])],
        }
        if number == 1:
            self._import(number, content, head["live_at"])
        else:
            self._bring_to(head, workflow.begin(by=self.filer, content=content, pk=number))

    def _import(self, number, content, approved_at):
        """It was approved in another system, by somebody we do not know."""
        article = Article(pk=number)
        contents.assign(article, contents.tidy(content))
        article.save(force_insert=True)
        contents.write_lists(article, content)
        digest = hashlib.sha256(article.body.encode()).hexdigest()
        workflow.publish_import(article, digest=digest, approved_at=approved_at)

    def _bring_to(self, head, article):
        """Through the newsroom, as far as the edition says."""
        state = head.get("state", State.APPROVED)
        if state == State.TRASHED:
            workflow.trash(article, by=self.filer)
        if state in (State.DRAFT, State.TRASHED):
            return
        workflow.submit(article, by=self.filer, at=head.get("live_at"))
        if state == State.RETURNED:
            workflow.send_back(article, by=self.approver, reason=head["reason"])
        if state in (State.APPROVED, State.WITHDRAWN):
            approved_at = min(head["live_at"], timezone.now())
            workflow.approve(article, by=self.approver, at=approved_at, live_at=head["live_at"])
        if state == State.WITHDRAWN:
            workflow.withdraw(article, by=self.approver, reason=head["reason"])
        if "change" in head:
            self._change(article, head["change"])
        if "modified_at" in head:
            Article.objects.filter(pk=article.pk).update(modified_at=head["modified_at"])

    def _change(self, article, fields):
        """Something to be put right in what readers see, filed and not yet approved."""
        article.refresh_from_db()
        content = article.newest_revision.content | fields
        workflow.save(article, by=self.filer, content=content, base=article.newest_revision_id)
        workflow.submit_change(article, by=self.filer)

    def _after(self, number, head):
        """What needs the other articles: links between them, and places on the front page."""
        article = Article.objects.get(pk=number)
        article.related.set(Article.objects.filter(pk__in=head.get("related", [])))
        if slot := head.get("placement"):
            Placement.objects.create(article=article, slot=slot, order=number, starts_at=article.live_at)

    def _reads(self):
        """Reads of yesterday, falling off evenly, so that the list of most read articles has something to say."""
        yesterday = timezone.localdate() - datetime.timedelta(days=1)
        live = list(Article.objects.live().newest_first()[:12])
        DailyReads.objects.bulk_create(
            DailyReads(article=article, on=yesterday, count=900 - 70 * place) for place, article in enumerate(live[1:])
        )
        most_read.refresh()

    def _picture_bytes(self, key):
        return (HERE / "pictures" / f"{key}.jpg").read_bytes()

    def _photo(self, key):
        if key not in self.photos:
            picture = self.pictures[key]
            self.photos[key] = add_photo(
                self._picture_bytes(key),
                alt=picture["alt"],
                credit=picture["credit"],
                focal_x=picture["focal"][0],
                focal_y=picture["focal"][1],
            )
        return self.photos[key]
