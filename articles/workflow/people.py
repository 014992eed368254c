"""Whose an article is to look after."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import letters
from articles.models import Article, OpenTab, PreviewLink
from articles.workflow import gate


def assign(article, *, by, to):
    """담당 바꾸기: from now on the article is `to`'s."""
    if not to.is_active or not to.has_perm("articles.change_article"):
        raise ValidationError({"to": "기사를 쓸 수 있는 사람을 고르세요."})
    return gate.apply("assign", article, by, details={"to": str(to)}, owner=to)


def hand_over(leaver, *, to, by):
    """What `leaver` looked after becomes `to`'s (a User, or None). Gives lines that say what it was. Called by `accounts`.

    Raises ValidationError when there is work and nobody to take it.
    """
    articles = list(Article.objects.select_for_update().defer("body").filter(owner=leaver))
    at_work = [article for article in articles if article.is_unfinished]
    if at_work and (to is None or not to.is_active or not to.has_perm("articles.change_article")):
        raise ValidationError(
            {"successor": f"끝나지 않은 기사가 {len(at_work)}편 있습니다. 기사를 쓸 수 있는 사람에게 넘겨주세요."}
        )
    OpenTab.objects.filter(person=leaver).delete()
    # Those too that do not open while their maker is away: nothing comes back with the person.
    PreviewLink.objects.filter(made_by=leaver, revoked_at=None).update(revoked_at=timezone.now())
    if to is None or not articles:
        return []
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(owner=to)
    for article in articles:
        gate.log("assign", article, by, before=article.code, details={"to": str(to)})
    letters.tell_successor(articles, leaver, to=to)
    return [f"기사 {len(articles)}편을 {to} 님에게 넘겼습니다."]
