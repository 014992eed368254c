from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from articles.models.article import Article


class PlacementQuerySet(models.QuerySet):
    def current(self, now=None):
        """Placements in force at `now` (an aware datetime) whose article is live, in the order of the page."""
        now = now or timezone.now()
        return self.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=now),
            starts_at__lte=now,
            article__in=Article.objects.live(now),
        ).order_by("order", "-starts_at")


class Placement(models.Model):
    """An article's place on the front page, from when to when. Rows are ended, not deleted: they are the log of the front page."""

    class Slot(models.TextChoices):
        HEADLINE = "headline", "헤드라인"
        IMPORTANT = "important", "중요"
        ORDINARY = "ordinary", "일반"

    article = models.ForeignKey(Article, models.PROTECT, verbose_name="기사", related_name="placements")
    slot = models.CharField("자리", max_length=10, choices=Slot)
    order = models.PositiveSmallIntegerField("순서", default=0)
    starts_at = models.DateTimeField("시작", default=timezone.now)
    ends_at = models.DateTimeField("끝", null=True, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = "첫 화면 배치"
        verbose_name_plural = "첫 화면 배치"
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="placement_ends_after_start",
                violation_error_message="끝나는 때가 시작보다 앞섭니다.",
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(ends_at__isnull=True),
                name="placement_open_once",
                violation_error_message="이 기사는 이미 첫 화면에 놓여 있습니다.",
            ),
        ]

    def __str__(self):
        return f"{self.get_slot_display()}: {self.article}"
