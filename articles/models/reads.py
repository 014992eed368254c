"""How often articles are read. Nothing of the reader is kept: a number for each article and day."""

from django.db import models

from articles.models.article import Article


class DailyReads(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="daily_reads")
    on = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "하루 읽은 수"
        verbose_name_plural = "하루 읽은 수"
        constraints = [models.UniqueConstraint(fields=["on", "article"], name="daily_reads_once")]

    def __str__(self):
        return f"{self.article_id} {self.on:%Y.%m.%d}: {self.count}"


class MostRead(models.Model):
    """The list of most read articles as it was last worked out (`articles.most_read`), best first by `rank` from 1."""

    rank = models.PositiveSmallIntegerField(primary_key=True)
    article = models.OneToOneField(Article, models.CASCADE, related_name="most_read")
    count = models.PositiveIntegerField()

    class Meta:
        verbose_name = "많이 본 기사"
        verbose_name_plural = "많이 본 기사"
        ordering = ["rank"]

    def __str__(self):
        return f"{self.rank}. {self.article}"
