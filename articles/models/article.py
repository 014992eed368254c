from functools import cached_property

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from articles import korean
from articles.models.issue import Issue
from articles.models.photo import AIUse, Photo
from articles.models.taxonomy import Section, Series, Tag
from reporters.models import Reporter


class ArticleQuerySet(models.QuerySet):
    def live(self, now=None):
        """What readers may see at `now` (an aware datetime). Says the same as `Article.is_live`."""
        return self.filter(state=Article.State.APPROVED, live_at__lte=now or timezone.now())

    def scheduled(self, now=None):
        """What readers will see after `now`. Says the same as `Article.is_scheduled`."""
        return self.filter(state=Article.State.APPROVED, live_at__gt=now or timezone.now())

    def withdrawn(self):
        return self.filter(state=Article.State.WITHDRAWN)

    def without_trash(self):
        return self.exclude(state=Article.State.TRASHED)

    def own(self, person):
        """What `person` looks after or signs."""
        # A union, for PostgreSQL to begin from the few that are theirs; from an OR it would look at every article.
        looked_after = Article.objects.filter(owner=person).order_by().values("pk")
        signed = Byline.objects.filter(reporter__user=person).order_by().values("article")
        return self.filter(pk__in=looked_after.union(signed))

    def within_reach(self, person):
        """What `person` may open in the newsroom: all for overseers, the sections of a desk, one's own for everybody else.

        A desk without sections of its own has them all. What has no section yet is every desk's to place. Somebody's
        trash is theirs alone.
        """
        if not person.has_perm("articles.view_article"):
            return self.none()
        reachable = self.filter(~Q(state=Article.State.TRASHED) | Q(owner=person))
        if person.has_perm("articles.oversee_article"):
            return reachable
        if not person.has_perm("articles.desk_article"):
            return reachable.own(person)
        if sections := desk_sections(person):
            own = Article.objects.own(person).values("pk")
            return reachable.filter(Q(section__in=sections) | Q(section=None) | Q(pk__in=own))
        return reachable

    def linkable(self, person):
        """What `person` may name in another article or on the front page: what they may open, and what readers see."""
        within = Article.objects.within_reach(person).values("pk")
        return self.filter(Q(pk__in=within) | Q(pk__in=Article.objects.live().values("pk")))

    def awaiting_approval(self):
        """What the desk is waited for: articles and changes of articles that were filed."""
        return self.filter(Q(state=Article.State.SUBMITTED) | Q(change=Article.Change.SUBMITTED))

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
        marks = ("is_advertorial", "advertorial_label")
        return self.only("id", "title", "live_at", "lead_photo", *marks).select_related("lead_photo")

    def for_reading(self):
        """With everything the article's own page shows of the row, its tags as `tag_names`."""
        tags = Tag.objects.filter(articles=models.OuterRef("pk")).order_by("name").values("name")
        return (
            self.select_related("section", "series", "issue", "lead_photo")
            .with_bylines()
            .annotate(tag_names=ArraySubquery(tags))
        )


def desk_sections(person):
    """Ids of the sections that `person` minds as a desk, read once a request; none means all."""
    if not hasattr(person, "desk_section_ids"):
        person.desk_section_ids = frozenset(person.desk_sections.values_list("pk", flat=True))
    return person.desk_section_ids


class Article(models.Model):
    """What readers see of an article, and how far it has come.

    The row changes by the verbs of `articles.workflow` alone. What people type is a Revision; until the first approval the
    row follows the newest saved one, from then on it holds the approved one.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "작성"
        SUBMITTED = "submitted", "송고"
        RETURNED = "returned", "반려"
        APPROVED = "approved", "승인"
        WITHDRAWN = "withdrawn", "내림"
        TRASHED = "trashed", "휴지통"

    class Change(models.TextChoices):
        """How far a change has come that readers do not see yet: of an article that was approved before."""

        NONE = "", "없음"
        EDITING = "editing", "수정 중"
        SUBMITTED = "submitted", "수정 송고"
        RETURNED = "returned", "수정 반려"

    class AdvertorialLabel(models.TextChoices):
        AD = "광고", "광고"
        ADVERTORIAL = "기사형 광고", "기사형 광고"
        SPONSORED = "[AD]", "[AD]"

    state = models.CharField("상태", max_length=10, choices=State, default=State.DRAFT, editable=False)
    change = models.CharField("수정", max_length=10, choices=Change, default=Change.NONE, blank=True, editable=False)
    # Who looks after it. Nobody, for an article that was imported.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        verbose_name="담당",
        related_name="+",
    )
    newest_revision = models.ForeignKey(
        "articles.Revision",
        models.SET_NULL,
        null=True,
        editable=False,
        verbose_name="새 판",
        related_name="+",
    )
    approved_revision = models.ForeignKey(
        "articles.Revision",
        models.SET_NULL,
        null=True,
        editable=False,
        verbose_name="승인한 판",
        related_name="+",
    )
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
    no_caption = models.BooleanField(
        "설명 없이 싣기", default=False, help_text="설명이 없는 사진을 일부러 그대로 싣습니다."
    )
    related = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name="관련 기사", related_name="+")
    is_advertorial = models.BooleanField("기사형 광고", default=False)
    advertorial_label = models.CharField(
        "광고 표시",
        max_length=10,
        choices=AdvertorialLabel,
        blank=True,
        help_text="독자가 보는 표시입니다. 기사와 광고는 구분해야 합니다(신문법 제6조 제3항, 잡지법 제6조).",
    )
    ai_use = models.CharField("생성형 AI", max_length=10, choices=AIUse, default=AIUse.NONE)
    ai_note = models.CharField(
        "AI 표시",
        max_length=120,
        blank=True,
        help_text="AI가 만든 것이 있을 때 독자에게 보일 문구. 예: 이 기사의 요약은 AI로 만들고 기자가 확인했습니다.",
    )
    embargo_until = models.DateTimeField(
        "엠바고", null=True, blank=True, help_text="이 시각 전에는 게재할 수 없습니다."
    )

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
    withdrawn_at = models.DateTimeField("내림", null=True, blank=True, editable=False)
    withdrawn_reason = models.CharField("내린 까닭", max_length=300, blank=True, editable=False)
    notice_url = models.CharField("알림 주소", max_length=300, blank=True, editable=False)

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
            ("correct_article", "게재된 자기 기사의 수정을 올릴 수 있다"),
            ("share_article", "미리보기 링크를 만들 수 있다"),
            ("desk_article", "맡은 섹션의 기사를 보고 고칠 수 있다"),
            ("approve_article", "기사를 승인ㆍ반려ㆍ예약할 수 있다"),
            ("withdraw_article", "기사를 내리고 다시 올릴 수 있다"),
            ("oversee_article", "모든 기사를 읽을 수 있다"),
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
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="article_withdrawn_has_time_and_reason",
                violation_error_message="내린 기사에는 내린 때와 까닭이 있어야 합니다.",
            ),
            models.CheckConstraint(
                condition=Q(change="") | Q(state__in=["approved", "withdrawn"]),
                name="article_change_is_of_an_approved_one",
                violation_error_message="승인된 적이 없는 기사에는 따로 두는 수정이 없습니다.",
            ),
            models.CheckConstraint(
                condition=~Q(state="trashed") | Q(submitted_at__isnull=True),
                name="article_trashed_was_never_filed",
                violation_error_message="송고한 적이 있는 기사는 휴지통에 넣을 수 없습니다.",
            ),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(embargo_until__isnull=True) | Q(live_at__gte=F("embargo_until")),
                name="article_live_after_embargo",
                violation_error_message="게재 시각이 엠바고보다 앞섭니다.",
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
    def is_pending(self):
        """Whether readers may come to see another text than they see now."""
        return self.change != self.Change.NONE

    @property
    def is_unfinished(self):
        """Whether somebody has still to do something about it."""
        is_open = self.state in (self.State.DRAFT, self.State.SUBMITTED, self.State.RETURNED)
        return is_open or self.is_scheduled or self.is_pending

    @property
    def was_never_filed(self):
        return self.submitted_at is None

    @property
    def code(self):
        """State and change in one word, for the log: `approved`, `approved:editing`."""
        return f"{self.state}:{self.change}" if self.change else self.state

    @property
    def stage(self):
        """How far it has come, in the newsroom's words: the state, 예약 while its time is yet to come, and any change under way."""
        stage = "예약" if self.is_scheduled else "게재" if self.is_live else self.get_state_display()
        return f"{stage} · {self.get_change_display()}" if self.is_pending else stage

    @property
    def is_imported(self):
        return self.import_digest is not None

    @property
    def posted_at(self):
        """입력: when it was first posted. For an imported article what its source says; None when that says nothing."""
        return self.original_posted_at if self.is_imported else self.live_at

    @property
    def ad_label(self):
        """What tells an advertisement from an article wherever its title stands; nothing for an article (신문법 제6조 제3항)."""
        return (self.advertorial_label or self.AdvertorialLabel.AD) if self.is_advertorial else ""

    @property
    def marked_title(self):
        """The title where there is nothing but text: in the feed, on share cards, in a browser's tab."""
        return f"[{self.ad_label.strip('[]')}] {self.title}" if self.is_advertorial else self.title

    @property
    def subtitle_lines(self):
        return [line for line in self.subtitle.splitlines() if line.strip()]

    @cached_property
    def summary(self):
        """One or two lines of plain text for lists, search engines and share cards."""
        return korean.shorten(" ".join(self.subtitle_lines) or korean.plain_text(self.body), 150)

    @property
    def marked_summary(self):
        """The summary where it stands without the page around it."""
        return f"{self.ad_label} · {self.summary}" if self.is_advertorial else self.summary


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
