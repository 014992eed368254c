from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article
from articles.models.revision import Revision


class LogEntry(models.Model):
    """One thing that somebody did to an article by a verb of `articles.workflow`. Rows are added, never changed."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="log", verbose_name="기사")
    verb = models.CharField("한 일", max_length=20)
    # Nobody: a command on the machine, such as an import.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="한 사람"
    )
    at = models.DateTimeField("때", default=timezone.now)
    from_stage = models.CharField("전", max_length=20)
    to_stage = models.CharField("후", max_length=20)
    revision = models.ForeignKey(Revision, models.PROTECT, null=True, related_name="+", verbose_name="판")
    reason = models.TextField("사유", blank=True)
    # What else the verb settled: a time (ISO 8601), a person's name.
    details = models.JSONField("자세히", default=dict)

    class Meta:
        verbose_name = "기사 기록"
        verbose_name_plural = "기사 기록"
        ordering = ["-at", "-id"]
        indexes = [models.Index(models.F("article"), models.F("at").desc(), name="log_of_article")]

    def __str__(self):
        return f"{self.article_id} {self.verb} {timezone.localtime(self.at):%Y.%m.%d %H:%M}"
