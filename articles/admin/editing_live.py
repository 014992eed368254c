"""What the editor's scripts ask while somebody types: autosave, who else has the article open, taking it over."""

import logging

from django import db
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles import presence, workflow
from articles.admin.base import ArticleScreens
from articles.admin.editing_form import LONGEST_BODY, TOO_LONG, OriginForm, typed
from articles.models import Article, Revision

logger = logging.getLogger(__name__)
CANNOT_KEEP = "서버가 지금 저장하지 못합니다."


class LiveScreens(ArticleScreens):
    """Every answer is JSON with a status that says it, and never a page to sign in: what is typed must not be lost on the way."""

    def get_urls(self):
        return [
            self._answer("autosave/", self.autosave_view, "autosave_new"),
            self._answer("<int:pk>/autosave/", self.autosave_view, "autosave"),
            self._answer("<int:pk>/presence/", self.presence_view, "presence"),
            self._answer("<int:pk>/takeover/", self.takeover_view, "takeover"),
            *super().get_urls(),
        ]

    def _answer(self, address, view, name):
        def answer(request, **kwargs):
            try:
                return self._refusal(request) or view(request, _origin(request), **kwargs)
            except ValidationError as refusal:
                too_long = getattr(refusal, "code", "") == "too_long"
                return _no(413 if too_long else 409, " ".join(refusal.messages), reason="refused")
            except (PermissionDenied, Http404):
                return _no(403, workflow.NOT_ALLOWED)
            except db.Error:
                logger.exception("The editor was not answered")
                return _no(503, CANNOT_KEEP)

        return path(address, never_cache(require_POST(answer)), name=f"articles_article_{name}")

    def _refusal(self, request):
        if not request.user.is_authenticated:
            return _no(401, "로그인이 끊겼습니다.")
        if not self.has_view_permission(request):
            return _no(403, workflow.NOT_ALLOWED)
        if request.POST.get("person") != str(request.user.pk):
            return _no(409, f"지금은 {request.user} 님으로 로그인되어 있습니다.", reason="person")
        return None

    def autosave_view(self, request, origin, pk=None):
        article = None if pk is None else _reachable(request, pk)
        content = typed(request.POST)
        if len(content["body"]) > LONGEST_BODY:
            raise ValidationError(TOO_LONG, code="too_long")
        kept = workflow.autosave(article, by=request.user, tab=origin["tab"], content=content, base=origin["base"])
        about = {
            "article": kept.article_id,
            "change_url": reverse("admin:articles_article_change", args=[kept.article_id]),
            "autosave": kept.pk,
            "preview_url": f"{reverse('admin:articles_article_preview', args=[kept.article_id])}?autosave={kept.pk}",
            "saved_at": f"{timezone.localtime(kept.saved_at):%H:%M:%S}",
        }
        opened = Article(pk=kept.article_id)
        if "leaving" in request.POST:
            presence.leave(opened, by=request.user, tab=origin["tab"])
            return JsonResponse(about)
        return JsonResponse(about | _around(request, opened, origin["tab"]))

    def presence_view(self, request, origin, pk):
        article = _reachable(request, pk)
        if "leave" in request.POST:
            presence.leave(article, by=request.user, tab=origin["tab"])
            return JsonResponse({})
        return JsonResponse(_around(request, article, origin["tab"]))

    def takeover_view(self, request, origin, pk):
        article = _reachable(request, pk)
        presence.take_over(article, by=request.user, tab=origin["tab"])
        return JsonResponse(_around(request, article, origin["tab"]))


def _origin(request):
    form = OriginForm(request.POST)
    if not form.is_valid():
        raise ValidationError("창을 새로 열어 주세요. 이 창이 무엇을 저장하는지 알 수 없습니다.")
    return form.cleaned_data


def _reachable(request, pk):
    article = Article.objects.within_reach(request.user).filter(pk=pk).only("pk", "state", "owner", "section").first()
    if article is None:
        raise Http404
    return article


def _around(request, article, tab):
    """What else has become of the article: who has it open, its newest version, whether this tab was taken over."""
    mine, others = presence.beat(article, by=request.user, tab=tab)
    newest = Revision.objects.saved().without_content().select_related("author").filter(article=article).first()
    return {
        "others": [told(one, request.user) for one in others],
        "newest": newest and _newest(newest, request.user),
        "taken_over_by": mine.taken_over_by and _person(mine.taken_over_by, request.user),
    }


def told(open_tab, person):
    """One who has the article open, as the page says it; shown by the template too, where there is no script."""
    since = f"{timezone.localtime(open_tab.opened_at):%H:%M}"
    return _person(open_tab.person, person) | {"since": since, "is_reading": open_tab.taken_over_by_id is not None}


def _newest(revision, person):
    return {
        "id": revision.pk,
        "number": revision.number,
        "author": _person(revision.author, person) if revision.author else {"name": revision.author_name, "own": False},
        "saved_at": f"{timezone.localtime(revision.saved_at):%H:%M}",
    }


def _person(person, reader):
    return {"name": str(person), "own": person.pk == reader.pk}


def _no(status, message, **more):
    return JsonResponse({"message": message} | more, status=status)
