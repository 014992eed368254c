"""Reads the text dump of an article's page, as a browser copies it, and makes an article of it.

Not a character of title, subtitle, caption and body is changed. What cannot be placed is said in words.
"""

import datetime
import hashlib
import itertools
import re
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from articles import bodies, search, workflow
from articles.models import Article, Byline
from publisher.models import Badge, Masthead
from reporters.models import Reporter

SHARE_LABEL = "이 기사를 공유합니다"
# The page's own furniture behind the body, in the order it is printed.
COMMENT_LABELS = (
    "댓글삭제",
    "삭제한 댓글은 다시 복구할 수 없습니다.",
    "그래도 삭제하시겠습니까?",
    "댓글쓰기",
    "계정을 선택하시면 로그인·계정인증을 통해",
    "댓글을 남기실 수 있습니다.",
)
VENDOR_BADGES = {"ND소프트"}
MASTHEAD_LABELS = {
    "대표전화": "phone",
    "팩스": "fax",
    "청소년보호책임자": "youth_officer",
    "법인명": "corporation",
    "대표자": "representative",
    "제호": "title",
    "사업자등록번호": "business_number",
    "등록번호": "registration_number",
    "등록일": "registered_on",
    "발행일": "published_on",
    "발행인": "publisher",
    "편집인": "editors",
}
MAX_TITLE = Article._meta.get_field("title").max_length
_BULLET = re.compile(r"^[ \t]*•[ \t]*")
_STAMP = re.compile(r"(승인|입력|수정)[ \t]+(\d{4})\.(\d{2})\.(\d{2})[ \t]+(\d{2}):(\d{2})$")
_COMMENTS = re.compile(r"댓글[ \t]+([0-9][0-9,]{0,12})$")
_REPORTER = re.compile(r"(\S{1,40})[ \t]+(\S{0,30}(?:기자|특파원|위원|PD|작가))$")
_LABELLED = re.compile(r"([가-힣]+)[ \t]*:[ \t]*(.+)$")
_POSTCODE = re.compile(r"(\d{5})[ \t]+(.+)$")
_DAY = re.compile(r"(\d{4})년[ \t]*(\d{1,2})월[ \t]*(\d{1,2})일$")
_OMBUDSPERSON = re.compile(r"고충처리인[ \t]+(\S+)[ \t]+([\d-]+)[ \t]+(\S+@\S+)$")
_OPEN_REPORTING = re.compile(r"「열린보도원칙」[ \t]*(.+)$")
_COPYRIGHT = re.compile(r"(.+?)\s*\|\s*Copyright ©")


class Unreadable(Exception):
    """The file is not the dump of an article's page. The message says why, in Korean."""


@dataclass
class Dump:
    """What a dump says, in its own characters."""

    title: str = ""
    names: list[tuple[str, str]] = field(default_factory=list)
    times: dict[str, datetime.datetime] = field(default_factory=dict)
    comment_count: int | None = None
    subtitle: str = ""
    caption: str = ""
    paragraphs: list[str] = field(default_factory=list)
    masthead: dict = field(default_factory=dict)
    badges: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Import:
    article: Article
    remarks: list[str]


def import_dump(content):
    """The article of the dump `content` (bytes, UTF-8), made or found again, with remarks for whoever imports it.

    Raises Unreadable.
    """
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        if known := Article.objects.filter(import_digest=digest).first():
            return Import(known, ["이미 옮긴 덤프입니다. 새로 만들지 않았습니다."])
        dump = read(_text(content))
        article = _make(dump, digest)
        return Import(article, dump.remarks + _compare_masthead(dump) + _compare_badges(dump))


def _text(content):
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("UTF-8 텍스트가 아닙니다. UTF-8로 저장한 파일을 주세요.") from error
    if "\x00" in text:
        raise Unreadable("글이 아닌 자료(NUL 문자)가 들어 있습니다.")
    return text.replace("\r\n", "\n")


# --- reading: no database -----------------------------------------------------------------------------------------


def read(text):
    """The Dump of a page's text. Raises Unreadable."""
    lines = text.split("\n")
    if SHARE_LABEL not in lines:
        raise Unreadable(f"기사 페이지의 덤프가 아닙니다. ‘{SHARE_LABEL}’ 줄이 없습니다.")
    share = lines.index(SHARE_LABEL)
    # A body may have bullets of its own: they end it only where no comments do.
    behind = range(share, len(lines))
    ends = [number for number in behind if lines[number] in COMMENT_LABELS]
    ends = ends or [number for number in behind if _BULLET.match(lines[number])]
    end = min(ends, default=len(lines))
    dump = Dump()
    _read_head(dump, lines[:share])
    _read_body(dump, "\n".join(lines[share + 1 : end]))
    _read_foot(dump, lines[end:])
    if not dump.title:
        raise Unreadable("제목이 없습니다.")
    if len(dump.title) > MAX_TITLE:
        raise Unreadable(f"제목이 {MAX_TITLE}자를 넘습니다.")
    if not dump.paragraphs:
        raise Unreadable("본문이 없습니다.")
    return dump


def _read_head(dump, lines):
    for line in filter(str.strip, lines):
        said = _BULLET.sub("", line)
        if said == line:
            if not dump.title:
                dump.title = line
            elif line != dump.title:
                dump.remarks.append(f"제목 아래의 이 줄은 둘 곳을 찾지 못했습니다: {line}")
        elif stamp := _STAMP.match(said):
            dump.times[stamp[1]] = _moment(stamp)
        elif comments := _COMMENTS.match(said):
            dump.comment_count = int(comments[1].replace(",", ""))
        elif (
            names := [_REPORTER.match(name.strip()) for name in said.split(",")]
            if "기자" in said or "," in said
            else []
        ):
            dump.names += [(name[1], name[2]) for name in names if name]
            dump.remarks += [f"기자 이름으로 읽지 못했습니다: {said}"] if None in names else []
        elif reporter := _REPORTER.match(said):
            dump.names.append((reporter[1], reporter[2]))
        else:
            dump.remarks.append(f"머리의 이 줄은 둘 곳을 찾지 못했습니다: {said}")


def _moment(stamp):
    try:
        return datetime.datetime(*map(int, stamp.groups()[1:]), tzinfo=timezone.get_default_timezone())
    except ValueError as error:
        raise Unreadable(f"{stamp[1]} 시각이 달력에 없습니다: {stamp[0]}") from error


def _read_body(dump, text):
    """Behind the share label: a block of short lines (subtitle, and the caption last), then paragraphs apart by blank lines."""
    blocks = [block for block in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")) if block.strip()]
    if len(blocks) > 1:
        *subtitle, last = blocks.pop(0).split("\n")
        if subtitle:
            dump.subtitle, dump.caption = "\n".join(subtitle), last
            dump.remarks.append(f"공유 표시 다음 묶음의 마지막 줄을 사진 설명으로 두었습니다: {last}")
        else:
            dump.subtitle = last
    dump.paragraphs = blocks


def _read_foot(dump, lines):
    for line in filter(str.strip, lines):
        said = _BULLET.sub("", line).strip()
        if said in COMMENT_LABELS or _COMMENTS.match(said):
            continue
        _read_masthead_line(dump, said, is_bullet=bool(_BULLET.match(line)))


def _read_masthead_line(dump, said, *, is_bullet):
    masthead = dump.masthead
    if match := _OMBUDSPERSON.match(said):
        masthead |= dict(zip(("ombudsperson", "ombudsperson_phone", "ombudsperson_email"), match.groups(), strict=True))
    elif match := _OPEN_REPORTING.match(said):
        masthead["open_reporting"] = match[1]
    elif match := _COPYRIGHT.match(said):
        masthead["copyright_notice"] = match[1]
    elif (match := _LABELLED.match(said)) and match[1] in MASTHEAD_LABELS:
        name = MASTHEAD_LABELS[match[1]]
        masthead[name] = _masthead_value(name, match[2])
    elif is_bullet and (match := _POSTCODE.match(said)):
        masthead |= {"postal_code": match[1], "address": match[2]}
    elif not is_bullet:
        dump.badges += said.split()
    else:
        dump.remarks.append(f"꼬리의 이 줄은 둘 곳을 찾지 못했습니다: {said}")


def _masthead_value(name, text):
    if name == "editors":
        return [{"name": editor.strip()} for editor in text.split(",")]
    if (match := _DAY.match(text)) and name.endswith("_on"):
        try:
            return datetime.date(*map(int, match.groups()))
        except ValueError:
            return text
    return text


# --- placing: the database ----------------------------------------------------------------------------------------


def _make(dump, digest):
    article = Article(
        title=dump.title, subtitle=dump.subtitle, caption=dump.caption, body=bodies.from_paragraphs(dump.paragraphs)
    )
    approved_at = dump.times.get("승인")
    modified_at = dump.times.get("수정")
    if approved_at and modified_at and modified_at >= approved_at:
        article.modified_at = modified_at
    elif modified_at:
        dump.remarks.append("수정 시각이 승인 시각보다 앞서 두지 않았습니다.")
    workflow.publish_import(article, digest=digest, approved_at=approved_at)
    for order, (name, title) in enumerate(dict(dump.names).items()):
        reporter = _reporter(name, title, dump.remarks)
        Byline.objects.create(
            article=article, order=order, reporter=reporter, name="" if reporter else name, title=title
        )
    search.index(article)
    dump.remarks += _unplaced(dump)
    return article


def _reporter(name, title, remarks):
    """The reporter of that name. A new one when there is none; nobody when the name says two."""
    found = list(Reporter.objects.filter(name=name)[:2])
    if len(found) > 1:
        remarks.append(f"이름이 {name}인 기자가 여럿이라 잇지 않고 이름만 적었습니다.")
        return None
    if not found:
        remarks.append(f"{name} 기자를 새로 만들었습니다. 전자우편과 담당은 덤프에 없어 비워 두었습니다.")
        return Reporter.objects.create(name=name, title=title, slug=_free_slug(name))
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
    if "입력" in dump.times:
        remarks.append("입력 시각은 옮기지 않았습니다. 옮긴 기사에는 승인 시각만 보입니다.")
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
    labels = {one.name: one.verbose_name for one in Masthead._meta.fields}
    return [
        f"발행 정보의 {labels[name]}이(가) 다릅니다. 덤프: {_words(value)} / 지금: {_words(getattr(masthead, name))}. 고치지 않았습니다."
        for name, value in dump.masthead.items()
        if _words(value) != _words(getattr(masthead, name))
    ]


def _keep_masthead(dump):
    needed = {one.name for one in Masthead._meta.fields if not one.blank and not one.has_default()} - {
        "id",
        "valid_from",
    }
    missing = sorted(needed - dump.masthead.keys())
    if missing:
        return [f"발행 정보가 모자라 옮기지 않았습니다: {', '.join(missing)}"] if dump.masthead else []
    masthead = Masthead(valid_from=timezone.localdate(), is_imported=True, **dump.masthead)
    try:
        masthead.full_clean()
    except ValidationError as error:
        return [f"발행 정보를 옮기지 않았습니다: {' '.join(error.messages)}"]
    masthead.save()
    return ["발행 정보를 덤프에서 옮겼습니다.", *masthead.gaps]


def _words(value):
    if isinstance(value, list):
        return ", ".join(editor["name"] for editor in value)
    return f"{value:%Y.%m.%d}" if isinstance(value, datetime.date) else str(value)


def _compare_badges(dump):
    known = set(Badge.objects.values_list("label", flat=True))
    vendor = [f"공급사 표시는 싣지 않습니다: {badge}" for badge in dump.badges if badge in VENDOR_BADGES]
    unknown = [badge for badge in dict.fromkeys(dump.badges) if badge not in known | VENDOR_BADGES]
    return vendor + [f"인증ㆍ선정 표시에 없는 것입니다. 기간을 확인해 넣어 주세요: {badge}" for badge in unknown]
