from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse

from articles.models import Article, Issue, Section
from publisher.models import StandingPage


class ArticleSitemap(Sitemap):
    limit = 10_000

    def items(self):
        return Article.objects.live().newest_first().only("id", "live_at", "modified_at")

    def lastmod(self, article):
        return article.modified_at or article.live_at

    def get_latest_lastmod(self):
        return Article.objects.live().aggregate(newest=Max("live_at"))["newest"]


class PageSitemap(Sitemap):
    """Everything that is not an article: a handful of addresses."""

    def items(self):
        return [
            reverse("home"),
            reverse("articles:all"),
            reverse("articles:issues"),
            reverse("articles:reporters"),
            reverse("articles:series-list"),
            *(section.get_absolute_url() for section in Section.objects.all()),
            *(issue.get_absolute_url() for issue in Issue.objects.out()),
            *(page.get_absolute_url() for page in StandingPage.objects.all()),
        ]

    def location(self, address):
        return address


SITEMAPS = {"articles": ArticleSitemap, "pages": PageSitemap}
