from django.conf import settings
from django.db import models
from django.urls import reverse


class Reporter(models.Model):
    """Somebody who signs articles. May have an account (User), may have none, as outside and former reporters do."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name="계정")
    slug = models.SlugField("주소", unique=True, allow_unicode=True)
    name = models.CharField("이름", max_length=40, db_index=True)
    title = models.CharField("직함", max_length=40, default="기자", blank=True)
    beat = models.CharField("담당", max_length=60, blank=True)
    motto = models.CharField("좌우명", max_length=120, blank=True)
    email = models.EmailField("전자우편", blank=True)
    photo = models.ImageField("사진", upload_to="reporters/", blank=True)

    class Meta:
        verbose_name = "기자"
        verbose_name_plural = "기자"
        ordering = ["name"]

    def __str__(self):
        return f"{self.name} {self.title}".strip()

    def get_absolute_url(self):
        return reverse("articles:reporter", args=[self.slug])
