from datetime import datetime, timedelta

from django.db import models


class PeriodicRun(models.Model):
    """When a job of settings.PERIODIC_JOBS last ran, and how that went."""

    name = models.CharField(max_length=200, unique=True)
    last_started_at = models.DateTimeField(null=True)
    last_finished_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)

    class Meta:
        verbose_name = "정기 작업"
        verbose_name_plural = "정기 작업"

    def __str__(self) -> str:
        return self.name

    def is_due(self, every: timedelta, now: datetime) -> bool:
        return self.last_started_at is None or self.last_started_at + every <= now
