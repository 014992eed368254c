import datetime

from django.db import models
from django.urls import reverse
from django.utils import timezone

from articles.models.photo import Photo


class IssueQuerySet(models.QuerySet):
    def out(self, on=None):
        """Issues out by `on` (a date, today by default), newest first."""
        return self.filter(published_on__lte=on or timezone.localdate()).order_by("-month")

    def with_covers(self):
        return self.select_related("cover")


class Issue(models.Model):
    """A month's number (호) of the magazine. `month` is the first day of the month printed on the cover."""

    month = models.DateField("달", unique=True)
    number = models.PositiveIntegerField("통권", null=True, blank=True, unique=True)
    theme = models.CharField("표제", max_length=80, blank=True)
    introduction = models.TextField("여는 글", blank=True)
    cover = models.ForeignKey(Photo, models.PROTECT, null=True, blank=True, verbose_name="표지", related_name="+")
    published_on = models.DateField("발행일", null=True, blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = "호"
        verbose_name_plural = "호"
        ordering = ["-month"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(month__day=1),
                name="issue_month_first_day",
                violation_error_message="달은 그 달의 1일로 적습니다.",
            )
        ]

    def __str__(self):
        return f"{self.month.year}년 {self.month.month}월호"

    def get_absolute_url(self):
        return reverse("articles:issue", args=[self.month])

    @property
    def is_out(self):
        return self.published_on is not None and self.published_on <= timezone.localdate()


class MonthConverter:
    """`2026-11` in an address; the first day of that month in Python."""

    regex = "[0-9]{4}-(?:0[1-9]|1[0-2])"

    def to_python(self, value):
        return datetime.date.fromisoformat(f"{value}-01")

    def to_url(self, value):
        return f"{value:%Y-%m}"
