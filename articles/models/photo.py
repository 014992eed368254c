import secrets
from pathlib import PurePosixPath

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class AIUse(models.TextChoices):
    """How far generative AI had a hand in it (INEC's guideline for articles made with generative AI: what it made is marked)."""

    NONE = "none", "쓰지 않음"
    ASSISTIVE = "assistive", "보조로 씀"
    GENERATED = "generated", "AI가 만듦"


RENDITION_WIDTHS = (480, 960, 1600)  # pixels


def photo_path(photo, filename):
    """`photos/<token>/original.<suffix>`. The token makes an address that cannot be guessed, and never changes its content."""
    return f"photos/{secrets.token_urlsafe(12)}/original{PurePosixPath(filename).suffix.lower()}"


class Photo(models.Model):
    """A picture of the library. What one article says under it is that article's caption."""

    file = models.ImageField("파일", upload_to=photo_path, max_length=200)
    width = models.PositiveIntegerField("너비", editable=False)
    height = models.PositiveIntegerField("높이", editable=False)
    alt = models.CharField("대체 텍스트", max_length=200, blank=True, help_text="보지 못하는 독자에게 들려줄 한 문장.")
    credit = models.CharField("출처", max_length=80, blank=True)
    is_decorative = models.BooleanField(
        "꾸밈 사진", default=False, help_text="뜻 없이 꾸미기만 하는 사진입니다. 대체 텍스트를 읽어 주지 않습니다."
    )
    ai_use = models.CharField("생성형 AI", max_length=10, choices=AIUse, default=AIUse.NONE)
    ai_mark = models.CharField(
        "AI 표시", max_length=60, blank=True, help_text="AI가 만든 사진 아래에 보일 문구. 예: AI로 만든 그림"
    )
    focal_x = models.FloatField("초점 가로", default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)])
    focal_y = models.FloatField("초점 세로", default=0.5, validators=[MinValueValidator(0), MaxValueValidator(1)])
    rendition_widths = ArrayField(models.PositiveIntegerField(), default=list, editable=False)
    created_at = models.DateTimeField("올린 때", auto_now_add=True)

    class Meta:
        verbose_name = "사진"
        verbose_name_plural = "사진"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__range=(0, 1), focal_y__range=(0, 1)),
                name="photo_focal_point_inside",
                violation_error_message="초점은 0과 1 사이여야 합니다.",
            )
        ]

    def __str__(self):
        return self.alt or self.file.name

    def rendition_name(self, width, suffix):
        """Storage name of the rendition `width` pixels wide in the format `suffix` (avif, webp)."""
        return str(PurePosixPath(self.file.name).with_name(f"{width}.{suffix}"))

    def _srcset(self, suffix):
        url = self.file.storage.url
        return ", ".join(f"{url(self.rendition_name(width, suffix))} {width}w" for width in self.rendition_widths)

    @property
    def avif_srcset(self):
        return self._srcset("avif")

    @property
    def webp_srcset(self):
        return self._srcset("webp")

    @property
    def alternative(self):
        """What is read out in its place: nothing, for a picture that only decorates."""
        return "" if self.is_decorative else self.alt

    @property
    def focal_classes(self):
        """Two class names that place the focal point to a tenth: a style attribute would break the content policy."""
        return f"fx-{round(self.focal_x * 10)} fy-{round(self.focal_y * 10)}"

    @property
    def is_tall(self):
        return self.height > self.width
