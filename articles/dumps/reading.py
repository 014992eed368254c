"""Reading a dump: from text to its parts. Nothing here touches the database."""

import datetime
import re
from dataclasses import dataclass, field

from django.utils import timezone

from articles.models import Article

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
# Pages are full of no-break spaces, which \s takes for spaces and [ \t] does not.
_BULLET = re.compile(r"^\s*•\s*")
_STAMP = re.compile(r"(승인|입력|수정)\s+(\d{4})\.(\d{2})\.(\d{2})\s+(\d{2}):(\d{2})$")
_COMMENTS = re.compile(r"댓글\s+([0-9][0-9,]{0,12})$")
_REPORTER = re.compile(
    r"(\S{1,40})\s+((?:\S{1,15}\s)?\S{0,15}(?:기자|특파원|위원|PD|작가))(?:\s+(\S{1,64}@\S{1,180}))?$"
)
_LABELLED = re.compile(r"([가-힣]+)\s*:\s*(.+)$")
_POSTCODE = re.compile(r"(\d{5})\s+(.+)$")
_DAY = re.compile(r"(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일$")
_OMBUDSPERSON = re.compile(r"고충처리인\s+(\S+)\s+([\d-]+)\s+(\S+@\S+)$")
_OPEN_REPORTING = re.compile(r"「열린보도원칙」\s*(.+)$")
_COPYRIGHT = re.compile(r"(.+?)\s*\|\s*Copyright ©")
_DATELINE = re.compile(r"\s*\[[^\]\n]{1,30}\]")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


class Unreadable(Exception):
    """The file is not the dump of an article's page. The message says why, in Korean."""


@dataclass
class Dump:
    """What a dump says, in its own characters."""

    title: str = ""
    names: dict[str, tuple[str, str]] = field(default_factory=dict)  # title and e-mail address by name
    times: dict[str, datetime.datetime] = field(default_factory=dict)  # by 승인, 입력, 수정
    comment_count: int | None = None
    subtitle: str = ""
    caption: str = ""
    paragraphs: list[str] = field(default_factory=list)
    masthead: dict = field(default_factory=dict)  # by field of Masthead
    last_lines: list[str] = field(default_factory=list)  # behind the body, and not of the masthead
    remarks: list[str] = field(default_factory=list)


def text_of(content):
    """The text of a file's bytes. Raises Unreadable."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("UTF-8 텍스트가 아닙니다. UTF-8로 저장한 파일을 주세요.") from error
    if "\x00" in text:
        raise Unreadable("글이 아닌 자료(NUL 문자)가 들어 있습니다.")
    return text.replace("\r\n", "\n")


def read(text):
    """The Dump of a page's text. Raises Unreadable."""
    lines = text.split("\n")
    bare = [line.strip() for line in lines]
    if SHARE_LABEL not in bare:
        raise Unreadable(f"기사 페이지의 덤프가 아닙니다. ‘{SHARE_LABEL}’ 줄이 없습니다.")
    share = bare.index(SHARE_LABEL)
    end = _end_of_body(lines, bare, share)
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


def _end_of_body(lines, bare, share):
    """Where the comments begin, or without comments the masthead. Looked for from below: a body may use the same words."""
    end = max((number for number in range(share, len(lines)) if bare[number] in COMMENT_LABELS), default=share)
    labels = {bare[end]}
    while end > share and bare[end] != COMMENT_LABELS[0] and _is_of_comments(bare[end - 1]):
        end -= 1
        labels.add(bare[end])
    # Any other of these lines, alone, is a line of the body.
    is_block = bare[end] == COMMENT_LABELS[0] or len(labels.intersection(COMMENT_LABELS)) > 1
    return end if is_block else _start_of_masthead(lines, share)


def _is_of_comments(line):
    return not line or line in COMMENT_LABELS or bool(_COMMENTS.match(line))


def _start_of_masthead(lines, share):
    """The first line of the masthead's in the last run of bullets that has any."""
    start = number = len(lines)
    while (number := number - 1) > share:
        if _is_masthead(lines[number]):
            start = number
        elif start < len(lines) and lines[number].strip() and not _BULLET.match(lines[number]):
            break
    return start


def _is_masthead(line):
    said = _BULLET.sub("", line)
    label = _LABELLED.match(said)
    return bool(_BULLET.match(line)) and bool((label and label[1] in MASTHEAD_LABELS) or _POSTCODE.match(said))


def _read_head(dump, lines):
    for line in filter(str.strip, lines):
        said = _BULLET.sub("", line).rstrip()
        if not _BULLET.match(line):
            _read_title(dump, line)
        elif stamp := _STAMP.match(said):
            dump.times[stamp[1]] = _moment(stamp)
        elif comments := _COMMENTS.match(said):
            dump.comment_count = int(comments[1].replace(",", ""))
        else:
            _read_names(dump, said)


def _read_title(dump, line):
    if not dump.title:
        dump.title = line
    elif line != dump.title:
        dump.remarks.append(f"제목 아래의 이 줄은 둘 곳을 찾지 못했습니다: {line}")


def _read_names(dump, said):
    for part in said.split(","):
        if reporter := _REPORTER.match(part.strip()):
            _, former_email = dump.names.get(reporter[1], ("", ""))
            dump.names[reporter[1]] = (reporter[2], reporter[3] or former_email)
        else:
            dump.remarks.append(f"머리의 이 말은 둘 곳을 찾지 못했습니다: {part.strip()}")


def _moment(stamp):
    try:
        return datetime.datetime(*map(int, stamp.groups()[1:]), tzinfo=timezone.get_default_timezone())
    except ValueError as error:
        raise Unreadable(f"{stamp[1]} 시각이 달력에 없습니다: {stamp[0]}") from error


def _read_body(dump, text):
    """Behind the share label: a block of short lines (subtitle, the caption last), then paragraphs apart by blank lines."""
    blocks = [block for block in _BLANK_LINES.split(text.strip("\n")) if block.strip()]
    # A dateline opens the story: what begins with one is no subtitle.
    if len(blocks) > 1 and not _DATELINE.match(blocks[0]):
        *subtitle, last = blocks.pop(0).split("\n")
        if subtitle:
            dump.subtitle, dump.caption = "\n".join(subtitle), last
            dump.remarks.append(f"공유 표시 다음 묶음의 마지막 줄을 사진 설명으로 두었습니다: {last}")
        else:
            dump.subtitle = last
            dump.remarks.append(f"공유 표시 다음의 한 줄을 부제로 두었습니다: {last}")
    dump.paragraphs = blocks


def _read_foot(dump, lines):
    for line in filter(str.strip, lines):
        said = _BULLET.sub("", line).strip()
        if said not in COMMENT_LABELS and not _COMMENTS.match(said):
            _read_foot_line(dump, said)


def _read_foot_line(dump, said):
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
    elif match := _POSTCODE.match(said):
        masthead |= {"postal_code": match[1], "address": match[2]}
    else:
        dump.last_lines.append(said)


def _masthead_value(name, text):
    if name == "editors":
        return [{"name": editor.strip()} for editor in text.split(",")]
    if name.endswith("_on") and (match := _DAY.match(text)):
        try:
            return datetime.date(*map(int, match.groups()))
        except ValueError:
            return text
    return text
