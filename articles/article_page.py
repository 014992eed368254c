"""What stands on an article's own page, around the article."""

from django.urls import reverse

from articles.models import Article
from articles.most_read import most_read

OTHERS = 5


def article_page(article, *, related):
    """The context of the page. `article` comes with what `for_reading` adds; of `related` (a QuerySet) the live ones show."""
    bylines = article.bylines.all()
    first_reporter = next((byline.reporter for byline in bylines if byline.reporter), None)
    return {
        "article": article,
        "crumbs": crumbs(article.section),
        "related": list(related.live().newest_first().for_links()),
        "bylines": bylines,
        "others_by": first_reporter,
        "others": _others(article, first_reporter),
        "most_read": most_read(),
    }


def crumbs(section):
    """The way to an article of `section` (or of none)."""
    return [("홈", reverse("home")), *([(section.name, section.get_absolute_url())] if section else [])]


def _others(article, reporter):
    """The newest other articles of `reporter`, who may be None."""
    if reporter is None:
        return []
    return list(Article.objects.live().by(reporter).exclude(pk=article.pk).newest_first().for_links()[:OTHERS])
