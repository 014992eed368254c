"""What people type: revisions of an article's content, who has it open, and links that show one to somebody without an account."""

import datetime
import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from articles.models.article import Article

SEEN_LATELY = datetime.timedelta(seconds=90)  # a browser lets a hidden tab's heart beat once a minute


class RevisionQuerySet(models.QuerySet):
    def saved(self):
        """The versions of an article's history, newest first; without what is only kept while somebody types."""
        return self.filter(kind=Revision.Kind.SAVED).order_by("-number")

    def autosaves(self):
        return self.filter(kind=Revision.Kind.AUTOSAVE).order_by("-saved_at")

    def without_content(self):
        """For lists: an article's text may be long, and a history has hundreds of versions."""
        return self.defer("content")


class Revision(models.Model):
    """One version of everything that a person may write in an article, as a document (`articles.contents`).

    A saved version has a number and never changes again. An autosave belongs to one tab of one person's browser and is
    overwritten as they type; saving makes a version of it. `base` is the version that the text was begun from.
    """

    class Kind(models.TextChoices):
        SAVED = "saved", "저장"
        AUTOSAVE = "autosave", "자동 저장"

    article = models.ForeignKey(Article, models.CASCADE, related_name="revisions", verbose_name="기사")
    kind = models.CharField("종류", max_length=10, choices=Kind)
    number = models.PositiveIntegerField("판", null=True)
    tab = models.UUIDField("창", null=True)
    # Nobody, for what was imported.
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="쓴 사람", related_name="+"
    )
    base = models.ForeignKey("self", models.SET_NULL, null=True, verbose_name="바탕", related_name="+")
    note = models.CharField("메모", max_length=100, blank=True)
    content = models.JSONField("내용")
    saved_at = models.DateTimeField("저장한 때", default=timezone.now)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = "판"
        verbose_name_plural = "판"
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            models.UniqueConstraint(fields=["author", "tab"], name="revision_autosave_once_a_tab"),
            models.CheckConstraint(
                condition=Q(kind="saved", number__isnull=False, tab__isnull=True)
                | Q(kind="autosave", number__isnull=True, tab__isnull=False, author__isnull=False),
                name="revision_saved_has_number_autosave_has_tab",
            ),
        ]

    def __str__(self):
        return f"{self.number}판" if self.number else "자동 저장"

    def get_absolute_url(self):
        """Its preview, at the article's own address."""
        which = f"autosave={self.pk}" if self.is_autosave else f"revision={self.number}"
        return f"{self.article.get_absolute_url()}?{which}"

    @property
    def is_autosave(self):
        return self.kind == self.Kind.AUTOSAVE

    @property
    def author_name(self):
        return str(self.author) if self.author else "옮겨 온 글"


class OpenTabQuerySet(models.QuerySet):
    def open_now(self):
        return self.filter(seen_at__gte=timezone.now() - SEEN_LATELY)


class OpenTab(models.Model):
    """A browser tab in which somebody has an article open. Its heartbeat keeps `seen_at` fresh."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="open_tabs")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tab = models.UUIDField()
    opened_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    # Who took the article over from this tab: it may only be read there until its person takes it back.
    taken_over_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = OpenTabQuerySet.as_manager()

    class Meta:
        verbose_name = "열린 창"
        verbose_name_plural = "열린 창"
        constraints = [models.UniqueConstraint(fields=["article", "person", "tab"], name="open_tab_once")]
        indexes = [models.Index("seen_at", name="open_tab_seen")]

    def __str__(self):
        return f"{self.person}: {self.article}"


def new_token():
    return secrets.token_urlsafe(24)


class PreviewLinkQuerySet(models.QuerySet):
    def valid(self, now=None):
        """Those that open: made by somebody who still works here, of no article in the trash or taken down since.

        Says the same as `PreviewLink.is_valid`.
        """
        running = self.filter(revoked_at__isnull=True, expires_at__gt=now or timezone.now(), made_by__is_active=True)
        gone = Q(article__state=Article.State.WITHDRAWN, article__withdrawn_at__gte=F("made_at"))
        return running.exclude(article__state=Article.State.TRASHED).exclude(gone)


class PreviewLink(models.Model):
    """A secret address that shows one article's newest version to whoever holds it, until it expires or is revoked."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="preview_links")
    # As it stands: whoever reads this table reads the drafts too.
    token = models.CharField(max_length=40, unique=True, default=new_token)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "미리보기 링크"
        verbose_name_plural = "미리보기 링크"
        ordering = ["-made_at"]

    def __str__(self):
        return f"{self.article} ~{timezone.localtime(self.expires_at):%Y.%m.%d %H:%M}"

    def get_absolute_url(self):
        return reverse("articles:shared-preview", args=[self.token])

    @property
    def is_valid(self):
        """Says of one link what `PreviewLinkQuerySet.valid` says of many."""
        article = self.article
        was_taken_down = article.state == Article.State.WITHDRAWN and article.withdrawn_at >= self.made_at
        is_running = self.revoked_at is None and self.expires_at > timezone.now() and self.made_by.is_active
        return is_running and article.state != Article.State.TRASHED and not was_taken_down
