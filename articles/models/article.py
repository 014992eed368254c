from functools import cached_property

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from articles import korean
from articles.models.issue import Issue
from articles.models.photo import Photo
from articles.models.taxonomy import Section, Series, Tag
from reporters.models import Reporter


class ArticleQuerySet(models.QuerySet):
    def live(self, now=None):
        """What readers may see at `now` (an aware datetime). Says the same as `Article.is_live`."""
        return self.filter(state=Article.State.APPROVED, live_at__lte=now or timezone.now())

    def newest_first(self):
        return self.order_by("-live_at", "-id")

    def by(self, reporter):
        return self.filter(bylines__reporter=reporter)

    def with_bylines(self):
        """With bylines and their reporters, in one query."""
        return self.prefetch_related(models.Prefetch("bylines", Byline.objects.select_related("reporter")))

    def for_listing(self):
        """With everything that a list item shows: section, picture, reporters."""
        return self.defer("body").select_related("section", "lead_photo").with_bylines()

    def for_links(self):
        """With what a bare line in a box shows: the title, at most a small picture."""
        return self.only("id", "title", "live_at", "lead_photo").select_related("lead_photo")

    def for_reading(self):
        """With everything the article's own page shows of the row, its tags as `tag_names`."""
        tags = Tag.objects.filter(articles=models.OuterRef("pk")).order_by("name").values("name")
        return (
            self.select_related("section", "series", "issue", "lead_photo")
            .with_bylines()
            .annotate(tag_names=ArraySubquery(tags))
        )


class Article(models.Model):
    """What readers see of an article, and how far it has come. Its state changes by the verbs of `articles.workflow` alone."""

    class State(models.TextChoices):
        DRAFT = "draft", "작성"
        SUBMITTED = "submitted", "송고"
        RETURNED = "returned", "반려"
        APPROVED = "approved", "승인"
        WITHDRAWN = "withdrawn", "내림"

    state = models.CharField("상태", max_length=10, choices=State, default=State.DRAFT, editable=False)
    title = models.CharField("제목", max_length=200, blank=True)
    subtitle = models.TextField("부제", blank=True, help_text="여러 줄로 적을 수 있습니다.")
    body = models.TextField("본문", blank=True)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, verbose_name="섹션", related_name="articles"
    )
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, verbose_name="연재", related_name="articles"
    )
    tags = models.ManyToManyField(Tag, blank=True, verbose_name="키워드", related_name="articles")
    issue = models.ForeignKey(Issue, models.PROTECT, null=True, blank=True, verbose_name="호", related_name="articles")
    page = models.PositiveSmallIntegerField("면", null=True, blank=True)
    lead_photo = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, verbose_name="대표 사진", related_name="articles"
    )
    # A caption may outlive its picture: an imported page often comes with the words alone.
    caption = models.TextField("사진 설명", blank=True)
    related = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name="관련 기사", related_name="+")

    created_at = models.DateTimeField("작성", auto_now_add=True)
    submitted_at = models.DateTimeField("송고", null=True, blank=True, editable=False)
    approved_at = models.DateTimeField("승인", null=True, blank=True, editable=False)
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        verbose_name="승인자",
        related_name="+",
    )
    live_at = models.DateTimeField("게재", null=True, blank=True, editable=False)
    modified_at = models.DateTimeField("수정", null=True, blank=True, editable=False)

    # An imported article is known again by what it was read from.
    import_digest = models.CharField("가져온 원문", max_length=64, null=True, blank=True, unique=True, editable=False)
    original_posted_at = models.DateTimeField("원래 입력", null=True, blank=True, editable=False)
    imported_at = models.DateTimeField("가져온 때", null=True, blank=True, editable=False)
    # Kept by the verbs of comments, so that every page says the same number without asking.
    comment_count = models.PositiveIntegerField("댓글 수", default=0, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "기사"
        verbose_name_plural = "기사"
        ordering = ["-id"]
        permissions = [
            ("submit_article", "기사를 송고할 수 있다"),
            ("approve_article", "기사를 승인ㆍ반려ㆍ내림할 수 있다"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="approved")
                | Q(
                    Q(approver__isnull=False) | Q(import_digest__isnull=False),
                    approved_at__isnull=False,
                    live_at__isnull=False,
                ),
                name="article_live_has_approver_and_time",
                violation_error_message="게재할 기사에는 승인자(또는 가져온 기록)와 승인ㆍ게재 시각이 있어야 합니다.",
            ),
            models.CheckConstraint(
                condition=~Q(state="approved")
                | (~Q(title="") & (Q(section__isnull=False) | Q(import_digest__isnull=False))),
                name="article_live_has_title_and_section",
                violation_error_message="게재할 기사에는 제목과 섹션이 있어야 합니다.",
            ),
            models.CheckConstraint(
                condition=Q(modified_at__isnull=True) | Q(modified_at__gte=F("live_at")),
                name="article_modified_after_live",
                violation_error_message="수정 시각이 게재 시각보다 앞섭니다.",
            ),
            models.CheckConstraint(
                condition=Q(page__isnull=True) | Q(issue__isnull=False),
                name="article_page_has_issue",
                violation_error_message="면을 적으려면 호를 먼저 고르세요.",
            ),
            models.CheckConstraint(
                condition=Q(import_digest__isnull=True, imported_at__isnull=True)
                | Q(import_digest__isnull=False, imported_at__isnull=False),
                name="article_import_has_digest_and_time",
                violation_error_message="가져온 기사에는 원문 기록과 시각이 함께 있어야 합니다.",
            ),
        ]
        indexes = [
            # A list page walks one of these, without touching the table, to the twenty it shows.
            models.Index("live_at", "id", name="article_live", condition=Q(state="approved")),
            models.Index("section", "live_at", "id", name="article_live_section", condition=Q(state="approved")),
            models.Index("series", "live_at", "id", name="article_live_series", condition=Q(state="approved")),
        ]

    def __str__(self):
        return self.title or f"제목 없는 기사 {self.pk}"

    def get_absolute_url(self):
        return reverse("articles:detail", args=[self.pk])

    @property
    def is_live(self):
        """Says of one row what `ArticleQuerySet.live` says of many."""
        return self.state == self.State.APPROVED and self.live_at <= timezone.now()

    @property
    def is_scheduled(self):
        return self.state == self.State.APPROVED and self.live_at > timezone.now()

    @property
    def is_imported(self):
        return self.import_digest is not None

    @property
    def posted_at(self):
        """입력: when it was first posted. For an imported article what its source says; None when that says nothing."""
        return self.original_posted_at if self.is_imported else self.live_at

    @property
    def subtitle_lines(self):
        return [line for line in self.subtitle.splitlines() if line.strip()]

    @cached_property
    def summary(self):
        """One or two lines of plain text for lists, search engines and share cards."""
        return korean.shorten(" ".join(self.subtitle_lines) or korean.plain_text(self.body), 150)


class Byline(models.Model):
    """One name under an article, in its place, with the part taken (글, 사진, 번역) and the title held then."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    reporter = models.ForeignKey(
        Reporter, models.PROTECT, null=True, blank=True, verbose_name="기자", related_name="bylines"
    )
    name = models.CharField("이름", max_length=40, blank=True, help_text="외부 필자일 때 적습니다.")
    title = models.CharField("직함", max_length=40, blank=True, help_text="쓸 당시의 직함.")
    role = models.CharField("맡은 일", max_length=20, blank=True)
    order = models.PositiveSmallIntegerField("순서", default=0)

    class Meta:
        verbose_name = "필자"
        verbose_name_plural = "필자"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["article", "order"], name="byline_order_once"),
            models.UniqueConstraint(
                fields=["article", "reporter"],
                name="byline_reporter_once",
                violation_error_message="같은 기자가 두 번 들어 있습니다.",
            ),
            models.CheckConstraint(
                condition=Q(reporter__isnull=False) | ~Q(name=""),
                name="byline_has_somebody",
                violation_error_message="기자를 고르거나 이름을 적어 주세요.",
            ),
        ]

    def __str__(self):
        return f"{self.person} {self.title}".strip()

    @property
    def person(self):
        return self.name or self.reporter.name
