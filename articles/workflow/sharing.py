"""Secret links that show an article to somebody without an account."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from articles.models import PreviewLink
from articles.moves import TRASHED, is_desk_of, is_own
from articles.workflow import gate

NOT_ALLOWED = "이 기사의 미리보기 링크를 만들거나 거둘 수 없습니다."
DAYS = {1: "1일", 3: "3일", 7: "7일"}


def may_share(article, person):
    return person.has_perm("articles.share_article") and (
        is_own(article, person) or is_desk_of(article.section_id, person)
    )


def share(article, *, by, days):
    """A new secret link (PreviewLink), which shows the newest version for `days` (of DAYS) from now."""
    if not may_share(article, by):
        raise PermissionDenied(NOT_ALLOWED)
    if days not in DAYS:
        raise ValidationError({"days": "1일, 3일, 7일 가운데 고르세요."})
    with transaction.atomic():
        fresh = gate.lock(article)
        if fresh.state == TRASHED:
            raise ValidationError("휴지통에 있는 글은 보여 줄 수 없습니다.")
        until = _full_hour(timezone.now() + datetime.timedelta(days=days))
        link = PreviewLink.objects.create(article=fresh, made_by=by, expires_at=until)
        gate.log("share", fresh, by, before=fresh.code, details={"until": until.isoformat()})
    return link


def _full_hour(moment):
    """The next one: what a guest is told in words is then exact."""
    return moment.replace(minute=0, second=0, microsecond=0) + datetime.timedelta(hours=1)


def revoke(link, *, by):
    """The link ends at once. Nothing happens to one that has ended before."""
    if not may_share(link.article, by):
        raise PermissionDenied(NOT_ALLOWED)
    with transaction.atomic():
        article = gate.lock(link.article)
        if PreviewLink.objects.valid().filter(pk=link.pk).update(revoked_at=timezone.now()):
            gate.log("unshare", article, by, before=article.code, details={"until": link.expires_at.isoformat()})
