"""What an article must have before the desk may approve it: small checks, all of them asked, read aloud in this order."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.utils.dateparse import parse_datetime

from articles import korean
from articles.models import Photo
from articles.models.photo import AIUse

_FIGURE = re.compile(r'<figure data-photo="(\d+)">(.*?)</figure>', re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """What is to be approved: its content (`articles.contents`), and when readers would see it (an aware datetime)."""

    content: dict
    live_at: object

    @cached_property
    def figures(self):
        """Of each picture in the body: the photo's id, and what stands inside the figure."""
        return [(int(number), inside) for number, inside in _FIGURE.findall(self.content["body"])]

    @cached_property
    def photos(self):
        """The photos in use that still exist, the lead photo first."""
        ids = [self.content["lead_photo"], *(number for number, _ in self.figures)]
        found = Photo.objects.in_bulk([number for number in ids if number])
        return [found[number] for number in dict.fromkeys(ids) if number in found]


def title(piece):
    return "" if piece.content["title"].strip() else "제목이 없습니다."


def section(piece):
    return "" if piece.content["section"] else "섹션을 고르지 않았습니다."


def byline(piece):
    return "" if piece.content["bylines"] else "필자가 없습니다."


def alternative_text(piece):
    without = [photo for photo in piece.photos if not photo.alt.strip() and not photo.is_decorative]
    if not without:
        return ""
    return f"대체 텍스트가 없는 사진이 있습니다({_named(without)}). 사진에 대체 텍스트를 적거나 꾸밈 사진으로 표시해 주세요."


def caption(piece):
    if piece.content["no_caption"]:
        return ""
    lead = bool(piece.content["lead_photo"]) and not piece.content["caption"].strip()
    figures = sum(not korean.plain_text(inside) for _, inside in piece.figures)
    if not lead and not figures:
        return ""
    which = ["대표 사진"] * lead + [f"본문 사진 {figures}장"] * bool(figures)
    return f"설명이 없는 사진이 있습니다({', '.join(which)}). 설명을 적거나 ‘설명 없이 싣기’를 고르세요."


def advertorial(piece):
    """Articles and advertisements are told apart (신문법 제6조 제3항, 잡지법 제6조)."""
    if piece.content["is_advertorial"] and not piece.content["advertorial_label"]:
        return "기사형 광고에 광고 표시가 없습니다."
    return ""


def advertorial_byline(piece):
    """No reporter signs an advertisement (신문광고 자율심의)."""
    if piece.content["is_advertorial"] and any(line["reporter"] for line in piece.content["bylines"]):
        return "기사형 광고에는 기자 이름을 달지 않습니다. 광고주나 제작사 이름을 적어 주세요."
    return ""


def ai_mark(piece):
    """What generative AI made is marked (인터넷신문윤리위원회 생성형 AI 활용기사 자율심의준칙)."""
    if piece.content["ai_use"] == AIUse.GENERATED and not piece.content["ai_note"].strip():
        return "AI가 만든 것이 들어 있는데 독자에게 보일 AI 표시가 없습니다."
    return ""


def ai_mark_of_photos(piece):
    unmarked = [photo for photo in piece.photos if photo.ai_use == AIUse.GENERATED and not photo.ai_mark.strip()]
    return f"AI 표시가 없는 AI 사진이 있습니다({_named(unmarked)})." if unmarked else ""


def embargo(piece):
    until = piece.content["embargo_until"] and parse_datetime(piece.content["embargo_until"])
    if not until or piece.live_at is None or piece.live_at >= until:
        return ""
    return f"엠바고가 {korean.stamp(until)}까지입니다. 게재 시각은 그 뒤여야 합니다."


CHECKS = [
    title,
    section,
    byline,
    alternative_text,
    caption,
    advertorial,
    advertorial_byline,
    ai_mark,
    ai_mark_of_photos,
    embargo,
]


def reasons_against(content, *, live_at):
    """Everything that `content` lacks to be approved for `live_at` (list of str, in words for the person who tried).

    `live_at` None: no time was chosen yet, and no embargo is looked at.
    """
    piece = Piece(content, live_at)
    return [reason for check in CHECKS if (reason := check(piece))]


def _named(photos):
    return ", ".join(f"사진 {photo.pk}" for photo in photos)
