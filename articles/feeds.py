from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils.feedgenerator import Rss201rev2Feed

from articles.models import Article

ENTRIES = 30


class AllArticlesFeed(Feed):
    """The newest live articles as RSS 2.0."""

    feed_type = Rss201rev2Feed
    title = "월간인물"
    description = "월간인물의 새 기사"
    link = reverse_lazy("home")
    feed_url = reverse_lazy("articles:feed")
    language = "ko"

    def items(self):
        return Article.objects.live().newest_first().select_related("section").with_bylines()[:ENTRIES]

    def item_title(self, article):
        return article.marked_title

    def item_description(self, article):
        return article.marked_summary

    def item_pubdate(self, article):
        return article.live_at

    def item_updateddate(self, article):
        return article.modified_at or article.live_at

    def item_author_name(self, article):
        return ", ".join(str(byline.person) for byline in article.bylines.all()) or None

    def item_categories(self, article):
        return [article.section.name] if article.section else []
