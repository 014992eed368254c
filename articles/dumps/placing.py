"""Making an article of a dump, and telling whoever imports it what could not be placed."""

import datetime
import hashlib
import itertools
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import slugify

from articles import bodies, workflow
from articles.dumps import reading
from articles.models import Article, Byline
from publisher.models import Badge, Masthead
from reporters.models import Reporter

VENDOR_BADGES = {"ND소프트"}
_IMPORT_LOCK = 7_000_002  # any number, the same in every process


@dataclass(frozen=True)
class Import:
    article: Article
    remarks: list[str]


def import_dump(content):
    """The article of the dump `content` (bytes, UTF-8), made or found again, with remarks for whoever imports it.

    Raises reading.Unreadable.
    """
    text = reading.text_of(content)
    digest = hashlib.sha256(text.encode()).hexdigest()
    with transaction.atomic(), connection.cursor() as cursor:
        # Two imports of one file at once: the second waits, and finds what the first has made.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_IMPORT_LOCK])
        if known := Article.objects.filter(import_digest=digest).first():
            return Import(known, ["이미 옮긴 덤프입니다. 새로 만들지 않았습니다."])
        dump = reading.read(text)
        article = _make(dump, digest)
        remarks = [*dump.remarks, *_unplaced(dump), *_compare_masthead(dump), *_compare_badges(dump)]
        return Import(article, remarks)


def _make(dump, digest):
    article = Article.objects.create(
        title=dump.title,
        subtitle=dump.subtitle,
        caption=dump.caption,
        body=bodies.from_paragraphs(dump.paragraphs),
        original_posted_at=dump.times.get("입력"),
    )
    for order, (name, (title, email)) in enumerate(dump.names.items()):
        reporter = _reporter(name, title, email, dump.remarks)
        Byline.objects.create(
            article=article, order=order, reporter=reporter, name="" if reporter else name, title=title
        )
    approved_at, modified_at = dump.times.get("승인"), dump.times.get("수정")
    if approved_at and modified_at and modified_at >= approved_at:
        article.modified_at = modified_at
    elif modified_at:
        dump.remarks.append("수정 시각은 승인 시각이 없거나 그보다 앞서서 두지 않았습니다.")
    return workflow.publish_import(article, digest=digest, approved_at=approved_at)


def _reporter(name, title, email, remarks):
    """The reporter of that name. A new one when there is none; nobody when the name says two."""
    found = list(Reporter.objects.filter(name=name)[:2])
    if len(found) > 1:
        remarks.append(f"이름이 {name}인 기자가 여럿이라 잇지 않고 이름만 적었습니다.")
        return None
    if not found:
        missing = "담당은" if email else "전자우편과 담당은"
        remarks.append(f"{name} 기자를 새로 만들었습니다. {missing} 덤프에 없어 비워 두었습니다.")
        return Reporter.objects.create(name=name, title=title, email=email, slug=_free_slug(name))
    return found[0]


def _free_slug(name):
    wanted = slugify(name, allow_unicode=True) or "reporter"
    candidates = itertools.chain([wanted], (f"{wanted}-{number}" for number in itertools.count(2)))
    return next(slug for slug in candidates if not Reporter.objects.filter(slug=slug).exists())


def _unplaced(dump):
    """What an article should have and the dump did not say."""
    remarks = ["섹션은 덤프에 없어 비워 두었습니다."]
    if not dump.names:
        remarks.append("기자 이름이 없어 필자 없이 옮겼습니다.")
    if "승인" not in dump.times:
        remarks.append("승인 시각이 없어 독자에게 보이지 않는 작성 상태로 두었습니다.")
    elif dump.times["승인"] > timezone.now():
        remarks.append("승인 시각이 앞날이라 그때까지 독자에게 보이지 않습니다.")
    if dump.caption:
        remarks.append("사진 파일이 없어 사진 설명만 두었습니다.")
    if dump.comment_count:
        remarks.append(f"댓글 {dump.comment_count}개는 글이 없어 옮기지 못했습니다.")
    return remarks


def _compare_masthead(dump):
    """A masthead that differs is told of, never replaced; where there is none yet, a whole one is kept as it was."""
    masthead = Masthead.objects.in_force().first()
    if masthead is None:
        return _keep_masthead(dump)
    return [
        f"발행 정보의 {_label(name)} 항목이 다릅니다. 덤프: {_words(value)} / 지금: {_words(getattr(masthead, name))}. "
        "고치지 않았습니다."
        for name, value in dump.masthead.items()
        if _words(value) != _words(getattr(masthead, name))
    ]


def _keep_masthead(dump):
    fields = {field.name for field in Masthead._meta.fields if not field.blank and not field.has_default()}
    missing = sorted(fields - {"id", "valid_from"} - dump.masthead.keys())
    if missing:
        labels = ", ".join(map(_label, missing))
        return [f"발행 정보가 모자라 옮기지 않았습니다. 덤프에 없는 것: {labels}"] if dump.masthead else []
    masthead = Masthead(valid_from=timezone.localdate(), is_imported=True, **dump.masthead)
    try:
        masthead.full_clean()
    except ValidationError as error:
        return [f"발행 정보를 옮기지 않았습니다: {' '.join(error.messages)}"]
    masthead.save()
    return ["발행 정보를 덤프에서 옮겼습니다.", *masthead.gaps]


def _label(name):
    return Masthead._meta.get_field(name).verbose_name


def _words(value):
    if isinstance(value, list):
        return ", ".join(editor["name"] for editor in value)
    return f"{value:%Y.%m.%d}" if isinstance(value, datetime.date) else str(value)


def _compare_badges(dump):
    """Of the lines behind the masthead, one that holds a badge we know is the line of badges."""
    known = set(Badge.objects.values_list("label", flat=True)) | VENDOR_BADGES
    return [remark for line in dump.last_lines for remark in _badge_remarks(line, known)]


def _badge_remarks(line, known):
    words = dict.fromkeys(line.split())
    if known.isdisjoint(words):
        return [f"꼬리의 이 줄은 둘 곳을 찾지 못했습니다: {line}"]
    return [f"공급사 표시는 싣지 않습니다: {word}" for word in words if word in VENDOR_BADGES] + [
        f"인증ㆍ선정 표시에 없는 것입니다. 기간을 확인해 넣어 주세요: {word}" for word in words if word not in known
    ]
