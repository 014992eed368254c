from django.urls import path, register_converter

from articles import previews, views
from articles.feeds import AllArticlesFeed
from articles.models.issue import MonthConverter

register_converter(MonthConverter, "month")


class ArticleIdConverter:
    """A number that fits the database's id."""

    regex = "[1-9][0-9]{0,17}"
    to_python = staticmethod(int)
    to_url = staticmethod(str)


register_converter(ArticleIdConverter, "article_id")


class NameConverter:
    """A name in an address. PostgreSQL takes no NUL in a text."""

    regex = r"[^/\x00]+"
    to_python = to_url = staticmethod(str)


register_converter(NameConverter, "name")

app_name = "articles"
urlpatterns = [
    path("articles/", views.all_articles, name="all"),
    path("articles/<article_id:pk>/", views.article_detail, name="detail"),
    path("articles/<article_id:pk>/reads/", views.article_reads, name="reads"),
    path("preview/<name:token>/", previews.shared_preview, name="shared-preview"),
    path("sections/<slug:slug>/", views.section, name="section"),
    path("series/", views.series_list, name="series-list"),
    path("series/<slug:slug>/", views.series, name="series"),
    path("tags/<name:name>/", views.tag, name="tag"),
    path("reporters/", views.reporter_list, name="reporters"),
    path("reporters/<name:slug>/", views.reporter_detail, name="reporter"),
    path("issues/", views.issue_list, name="issues"),
    path("issues/<month:month>/", views.issue_detail, name="issue"),
    path("search/", views.search_results, name="search"),
    path("feeds/all.xml", AllArticlesFeed(), name="feed"),
]
