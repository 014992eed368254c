from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone


class MastheadQuerySet(models.QuerySet):
    def in_force(self, on=None):
        """The masthead valid on `on` (a date, today by default) comes first, earlier ones after it."""
        return self.filter(valid_from__lte=on or timezone.localdate()).order_by("-valid_from")

    def with_badges(self, on=None):
        """Adds `badges`: the badges shown on `on`, as a list of dicts of `label` and `period`, in one query with the masthead."""
        shown = Badge.objects.shown(on).values(json=JSONObject(label="label", starts_on="starts_on", ends_on="ends_on"))
        return self.annotate(badges=ArraySubquery(shown))


class Masthead(models.Model):
    """What the law has a newspaper print about itself (신문법 제21조, 잡지법 제19조), as it stood from a date on.

    A change of a registered item is a new row with a new date: what the masthead said in an earlier month stays known.
    """

    valid_from = models.DateField("적용 시작일", unique=True)
    title = models.CharField("제호", max_length=60)
    corporation = models.CharField("법인명", max_length=100)
    representative = models.CharField("대표자", max_length=60)
    postal_code = models.CharField("우편번호", max_length=7)
    address = models.CharField("주소", max_length=200)
    phone = models.CharField("대표전화", max_length=30)
    fax = models.CharField("팩스", max_length=30, blank=True)
    business_number = models.CharField("사업자등록번호", max_length=20)
    registration_number = models.CharField("등록번호", max_length=30)
    # A masthead may name a day of publication before that of registration, as this magazine's does: no order is demanded.
    registered_on = models.DateField("등록일")
    published_on = models.DateField("발행일")
    publisher = models.CharField("발행인", max_length=60)
    # A list of dicts of `name` and, unless imported without, `responsibility`.
    editors = models.JSONField("편집인")
    youth_officer = models.CharField("청소년보호책임자", max_length=60)
    ombudsperson = models.CharField("고충처리인", max_length=60)
    ombudsperson_phone = models.CharField("고충처리인 전화", max_length=30)
    ombudsperson_email = models.EmailField("고충처리인 전자우편")
    copyright_notice = models.CharField("저작권 문구", max_length=300)
    open_reporting = models.TextField("열린보도원칙")
    is_imported = models.BooleanField(
        "옮겨 온 기록",
        default=False,
        help_text="다른 시스템의 표기를 그대로 옮긴 기록입니다. 빠진 항목을 막지 않고 알리기만 합니다.",
    )

    objects = MastheadQuerySet.as_manager()

    class Meta:
        verbose_name = "발행 정보"
        verbose_name_plural = "발행 정보"
        ordering = ["-valid_from"]

    def __str__(self):
        return f"{self.title} ({self.valid_from:%Y.%m.%d}부터)"

    @property
    def gaps(self):
        """What the law asks for and this masthead lacks, in words for staff (신문법 제21조: several editors, each with a field)."""
        without = [editor["name"] for editor in self.editors if not editor.get("responsibility")]
        if len(self.editors) < 2 or not without:
            return []
        return [
            f"책임분야가 없는 편집인: {', '.join(without)}. 편집인이 여럿이면 각자의 책임분야를 함께 실어야 합니다(신문법 제21조)."
        ]

    def clean(self):
        if not isinstance(self.editors, list) or not self.editors or not all(_is_editor(e) for e in self.editors):
            raise ValidationError({"editors": "편집인을 한 사람 이상, 이름과 책임분야를 갖추어 적어 주세요."})
        if self.gaps and not self.is_imported:
            raise ValidationError({"editors": self.gaps})


def _is_editor(value):
    return (
        isinstance(value, dict)
        and set(value) <= {"name", "responsibility"}
        and bool(str(value.get("name", "")).strip())
    )


class BadgeQuerySet(models.QuerySet):
    def shown(self, on=None):
        """Badges valid on `on` (a date, today by default). One whose period is unknown is shown: staff are told of it."""
        on = on or timezone.localdate()
        return self.filter(
            Q(starts_on__isnull=True) | Q(starts_on__lte=on),
            Q(ends_on__isnull=True) | Q(ends_on__gte=on),
        )

    def undated(self):
        return self.filter(starts_on__isnull=True, ends_on__isnull=True)


class Badge(models.Model):
    """A distinction or membership, as text. 우수콘텐츠 marks may be shown only in the year of selection (잡지법 제13조)."""

    label = models.CharField("이름", max_length=60)
    starts_on = models.DateField("시작일", null=True, blank=True)
    ends_on = models.DateField("종료일", null=True, blank=True)
    order = models.PositiveSmallIntegerField("순서", default=0)

    objects = BadgeQuerySet.as_manager()

    class Meta:
        verbose_name = "인증ㆍ선정"
        verbose_name_plural = "인증ㆍ선정"
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="badge_ends_after_start",
                violation_error_message="종료일이 시작일보다 앞섭니다.",
            )
        ]

    def __str__(self):
        return self.label


class StandingPage(models.Model):
    """A page that stands: who we are, how we treat personal data, how to reach us. Its menu is `Kind`, so that no menu needs a query."""

    class Kind(models.TextChoices):
        ABOUT = "about", "소개"
        SUBSCRIBE = "subscribe", "정기구독"
        ADVERTISE = "advertise", "광고"
        TIP = "tip", "제보"
        TERMS = "terms", "이용약관"
        PRIVACY = "privacy", "개인정보처리방침"
        YOUTH = "youth", "청소년보호정책"
        EMAIL_POLICY = "email-policy", "이메일무단수집거부"
        COPYRIGHT = "copyright", "저작권"
        OMBUDSMAN = "ombudsman", "고충처리인"

    slug = models.CharField("종류", max_length=20, choices=Kind, unique=True)
    title = models.CharField("제목", max_length=60)
    body = models.TextField("본문", help_text="[[phone]]처럼 적은 자리는 발행 정보의 값으로 채워집니다.")
    note = models.TextField(
        "확인할 것", blank=True, help_text="직원만 봅니다. 발행인이 확정하거나 법률 자문을 거칠 일을 적어 둡니다."
    )
    updated_at = models.DateTimeField("고친 때", auto_now=True)

    class Meta:
        verbose_name = "안내 페이지"
        verbose_name_plural = "안내 페이지"
        ordering = ["id"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("publisher:page", args=[self.slug])
