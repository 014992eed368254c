"""Letters to those who wait for what was just done to an article. Sent by a task, once the verb's transaction is committed."""

from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from accounts.letters import send_letter
from accounts.models import User
from articles import korean

# To whom, and what the letter says. {by}, {title} and {live_at} are filled in.
TO_DESK, TO_WRITERS = "desk", "writers"
LETTERS = {
    "submit": (TO_DESK, "송고: {title}", "{by} 님이 기사를 송고했습니다. 데스크의 승인을 기다립니다."),
    "submit_change": (TO_DESK, "수정 송고: {title}", "{by} 님이 게재된 기사의 수정을 송고했습니다. 독자는 아직 고치기 전 글을 봅니다."),
    "return": (TO_WRITERS, "반려: {title}", "{by} 님이 기사를 돌려보냈습니다. 까닭을 보고 고쳐서 다시 송고해 주세요."),
    "return_change": (TO_WRITERS, "수정 반려: {title}", "{by} 님이 수정을 돌려보냈습니다. 까닭을 보고 고쳐서 다시 송고해 주세요."),
    "approve": (TO_WRITERS, "승인: {title}", "{by} 님이 기사를 승인했습니다. 게재 시각은 {live_at}입니다."),
    "approve_change": (TO_WRITERS, "수정 반영: {title}", "{by} 님이 수정을 승인했습니다. {seen}"),
    "reschedule": (TO_WRITERS, "예약 변경: {title}", "{by} 님이 게재 시각을 {live_at}로 바꾸었습니다."),
    "unschedule": (TO_WRITERS, "예약 취소: {title}", "{by} 님이 게재 예약을 취소했습니다. 기사는 다시 데스크에 있습니다."),
    "withdraw": (TO_WRITERS, "내림: {title}", "{by} 님이 기사를 내렸습니다. 독자에게는 아래의 까닭이 보입니다."),
    "reinstate": (TO_WRITERS, "다시 게재: {title}", "{by} 님이 내렸던 기사를 다시 올렸습니다."),
    "assign": (TO_WRITERS, "담당: {title}", "{by} 님이 이 기사의 담당을 바꾸었습니다."),
}  # fmt: skip


def tell(verb, article, *, by, reason=""):
    """Write to those concerned by `verb`, but for the person who did it. Called in the verb's transaction."""
    if verb not in LETTERS:
        return
    side, subject, sentence = LETTERS[verb]
    people = desk_of(article, by=by) if side == TO_DESK else writers_of(article)
    addresses = sorted(people.exclude(pk=by.pk).exclude(email="").values_list("email", flat=True))
    words = {"by": by, "title": article, "live_at": korean.stamp(article.live_at) if article.live_at else ""}
    words["seen"] = "이제 독자가 고친 글을 봅니다." if article.is_live else "독자에게 보일 때에는 고친 글이 보입니다."
    lines = [sentence.format(**words), "", f"제목: {article}"]
    lines += ["", "까닭:", reason] if reason else []
    lines += ["", urljoin(settings.SITE_URL, reverse("admin:articles_article_change", args=[article.pk]))]
    send_letter(to=addresses, subject=subject.format(**words), body="\n".join(lines))


def tell_successor(articles, leaver, *, to):
    """Write to `to` (User) what of `leaver`'s is theirs from now on: what is unfinished by title, the rest by number."""
    unfinished = [f"- {article} ({article.stage})" for article in articles if article.is_unfinished]
    lines = [f"{leaver} 님의 기사 {len(articles)}편을 이어받았습니다."]
    lines += ["", "끝나지 않은 기사:", *unfinished] if unfinished else []
    lines += ["", urljoin(settings.SITE_URL, reverse("admin:articles_article_changelist") + "?stage=mine")]
    send_letter(to=[to.email] if to.email else [], subject=f"이어받은 기사 {len(articles)}편", body="\n".join(lines))


def desk_of(article, *, by):
    """Who else than `by` may approve `article`: the desks of its section; where there is none, those of all; else any."""
    desks = User.objects.filter(is_active=True, groups__permissions__codename="approve_article").exclude(pk=by.pk)
    minding = desks.filter(desk_sections=article.section_id) if article.section_id else desks.none()
    found = next((some for some in (minding, desks.filter(desk_sections=None)) if some.exists()), desks)
    return found.distinct()


def writers_of(article):
    signing = article.bylines.filter(reporter__user__isnull=False).values("reporter__user")
    return User.objects.filter(Q(pk=article.owner_id) | Q(pk__in=signing), is_active=True)
