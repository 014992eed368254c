"""Where an article belongs: its section (one), its series (연재, one or none) and its tags."""

from django.conf import settings
from django.db import models
from django.urls import reverse


class Section(models.Model):
    slug = models.SlugField("주소", unique=True)
    name = models.CharField("이름", max_length=30, unique=True)
    description = models.CharField("설명", max_length=160, blank=True)
    order = models.PositiveSmallIntegerField("순서", default=0)
    desks = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="desk_sections",
        verbose_name="맡은 데스크",
        help_text="섹션을 맡은 데스크는 맡은 섹션의 기사만 봅니다. 아무 섹션도 맡지 않은 데스크는 모두 봅니다.",
    )

    class Meta:
        verbose_name = "섹션"
        verbose_name_plural = "섹션"
        ordering = ["order", "id"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:section", args=[self.slug])


class Series(models.Model):
    slug = models.SlugField("주소", unique=True)
    name = models.CharField("이름", max_length=60, unique=True)
    description = models.CharField("설명", max_length=200, blank=True)

    class Meta:
        verbose_name = "연재"
        verbose_name_plural = "연재"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:series", args=[self.slug])


class Tag(models.Model):
    name = models.CharField("이름", max_length=40, unique=True)

    class Meta:
        verbose_name = "키워드"
        verbose_name_plural = "키워드"
        ordering = ["name"]
        constraints = [
            # A name is a part of its address, /tags/<name>/.
            models.CheckConstraint(
                condition=~models.Q(name__contains="/"),
                name="tag_name_without_slash",
                violation_error_message="키워드에는 빗금(/)을 쓸 수 없습니다.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:tag", args=[self.name])
