"""Plain builders. Each makes one row that is whole; what a test is about, it says itself."""

import datetime
import functools
import io
import itertools

from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from accounts.groups import give
from accounts.models import User
from articles import contents, search
from articles.models import Article, Byline, Issue, Photo, Placement, Section, Series, Tag
from publisher.models import Badge, Masthead, StandingPage
from reporters.models import Reporter

SEOUL = timezone.get_default_timezone()
# What a row says of an article that was taken down.
TAKEN_DOWN = {"withdrawn_at": timezone.now(), "withdrawn_reason": "사실관계를 다시 확인하고 있습니다."}
_numbers = itertools.count(1)
_months = itertools.cycle(range(1, 12 * 900))  # the address of an issue has a year of four digits


def at(text):
    """A moment in Seoul: `at("2026-11-02 09:30")`."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=SEOUL)


def ago(**delta):
    return timezone.now() - datetime.timedelta(**delta)


def ahead(**delta):
    return timezone.now() + datetime.timedelta(**delta)


def make_user(*permissions, role=None, **overrides):
    """A person who may do nothing but what `role` ("기자") and `permissions` ("articles.approve_article") say."""
    password = overrides.pop("password", None)
    # Noted as here already: a test that counts queries is not about that.
    fields = {"username": f"person{next(_numbers)}", "last_seen_at": timezone.now()} | overrides
    user = User(**fields)
    user.set_password(password)
    user.save()
    if role:
        give(user, [role])
    for name in permissions:
        app, codename = name.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return user


def make_reporter(**overrides):
    number = next(_numbers)
    fields = {"slug": f"reporter-{number}", "name": f"기자{number}", "email": f"reporter-{number}@example.com"}
    return Reporter.objects.create(**fields | overrides)


def make_section(**overrides):
    number = next(_numbers)
    return Section.objects.create(
        **{"slug": f"section-{number}", "name": f"섹션{number}", "order": number % 1000} | overrides
    )


def make_series(**overrides):
    number = next(_numbers)
    return Series.objects.create(**{"slug": f"series-{number}", "name": f"연재{number}"} | overrides)


def make_tag(**overrides):
    return Tag.objects.create(**{"name": f"키워드{next(_numbers)}"} | overrides)


def make_issue(**overrides):
    """An issue that is out; each new one is a month older, from 2020 back."""
    months = 12 * 2020 - next(_months)
    month = datetime.date(months // 12, months % 12 + 1, 1)
    return Issue.objects.create(**{"month": month, "published_on": month} | overrides)


@functools.cache
def jpeg(width=40, height=30, colour="#808080"):
    """The bytes of a picture."""
    return picture(Image.new("RGB", (width, height), colour), "JPEG")


def picture(image, suffix, **options):
    buffer = io.BytesIO()
    image.save(buffer, suffix, **options)
    return buffer.getvalue()


def make_photo(**overrides):
    """A photo of the library, its renditions not made yet."""
    fields = {"width": 40, "height": 30, "alt": "회색 벽", "credit": "사진 임바다"} | overrides
    photo = Photo(**fields)
    photo.file.save("original.jpg", ContentFile(jpeg(photo.width, photo.height)), save=False)
    photo.save()
    return photo


def make_article(*, bylines=(), tags=(), related=(), **overrides):
    """An article that readers see, found by search. `bylines`: reporters, or dicts of Byline's fields; `tags`: names."""
    state = overrides.get("state", Article.State.APPROVED)
    fields = {"state": state, "title": f"기사{next(_numbers)}", "body": "<p>본문 한 줄.</p>"}
    if state in (Article.State.APPROVED, Article.State.WITHDRAWN):
        live_at = overrides.get("live_at", ago(hours=1))
        fields |= {"approved_at": live_at, "live_at": live_at}
        if not overrides.get("import_digest"):
            fields["approver"] = None if "approver" in overrides else make_user()
            fields["section"] = None if "section" in overrides else make_section()
    if state == Article.State.WITHDRAWN:
        fields |= TAKEN_DOWN
    if overrides.get("import_digest"):
        fields["imported_at"] = timezone.now()
    article = Article.objects.create(**fields | overrides)
    for order, byline in enumerate(bylines):
        about = byline if isinstance(byline, dict) else {"reporter": byline, "title": byline.title}
        Byline.objects.create(**{"article": article, "order": order} | about)
    article.tags.set([Tag.objects.get_or_create(name=name)[0] for name in tags])
    article.related.set(related)
    search.index(article)
    return article


def make_content(**fields):
    """What a person has typed, as `articles.contents` has it."""
    return contents.EMPTY | {"title": "제목"} | fields


def make_placement(article, **overrides):
    fields = {"slot": Placement.Slot.HEADLINE, "starts_at": ago(minutes=30)}
    return Placement.objects.create(article=article, **fields | overrides)


def make_masthead(**overrides):
    fields = {
        "valid_from": datetime.date(2015, 4, 30),
        "title": "월간견본",
        "corporation": "주식회사 월간견본",
        "representative": "모루한",
        "postal_code": "01234",
        "address": "서울 가나구 다라로 1 (바동, 사빌딩 2층) 월간견본",
        "phone": "02-000-0001",
        "fax": "070-000-0002",
        "business_number": "000-00-00003",
        "registration_number": "서울 아 00004",
        "registered_on": datetime.date(2015, 4, 30),
        "published_on": datetime.date(2015, 4, 14),
        "publisher": "모루두",
        "editors": [{"name": "모루세", "responsibility": "인터뷰"}, {"name": "모루네", "responsibility": "문화"}],
        "youth_officer": "모루닷",
        "ombudsperson": "모루엿",
        "ombudsperson_phone": "02-000-0005",
        "ombudsperson_email": "ombud@example.com",
        "copyright_notice": "월간견본의 글과 사진은 저작권법의 보호를 받습니다.",
        "open_reporting": "당 매체는 독자의 권리를 지킵니다.",
    }
    return Masthead.objects.create(**fields | overrides)


def make_badge(**overrides):
    return Badge.objects.create(**{"label": f"선정{next(_numbers)}"} | overrides)


def make_standing_page(**overrides):
    fields = {"slug": StandingPage.Kind.ABOUT, "title": "소개", "body": "<p>[[title]]을 소개합니다.</p>"}
    return StandingPage.objects.create(**fields | overrides)
