from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from articles.models.article import Article


class SearchEntry(models.Model):
    """What search knows of an article (`articles.search` writes it): its bare text, and the pairs of characters in it."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="search_entry")
    text = models.TextField()
    bigrams = SearchVectorField()

    class Meta:
        verbose_name = "검색 색인"
        verbose_name_plural = "검색 색인"
        # fastupdate off: a pending list would make the first reader after an approval pay for it.
        indexes = [GinIndex(fields=["bigrams"], name="search_bigrams", fastupdate=False)]

    def __str__(self):
        return f"검색 색인 {self.article_id}"
