"""A version as readers would see it: in three widths, and for somebody without an account by a secret link."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import urlencode

from articles import previews, versions, workflow
from articles.admin.base import POST, READ_AND_POST, ArticleScreens
from articles.models import PreviewLink

# How wide a reader's screen is, in CSS pixels (static/css/desk/preview.css).
WIDTHS = {"phone": "휴대전화", "desktop": "컴퓨터", "print": "인쇄"}
LISTED = 20


class ShareForm(forms.Form):
    days = forms.TypedChoiceField(
        label="볼 수 있는 기간",
        choices=list(workflow.DAYS.items()),
        coerce=int,
        initial=3,
        widget=forms.RadioSelect,
        error_messages={"required": "기간을 고르세요.", "invalid_choice": "1일, 3일, 7일 가운데 고르세요."},
    )


class PreviewScreens(ArticleScreens):
    def get_urls(self):
        return [
            self.screen("<int:pk>/preview/", self.preview_view, "preview"),
            self.screen("<int:pk>/share/", self.share_view, "share", methods=READ_AND_POST),
            self.screen("<int:pk>/share/<int:link>/revoke/", self.revoke_view, "revoke", methods=POST),
            *super().get_urls(),
        ]

    def preview_view(self, request, pk):
        """The public page of a version in a frame: on a phone, on a desk, on paper."""
        article = self.article_or_404(request, pk)
        which = previews.which(request.GET)
        version = versions.find(article, which, person=request.user)
        if version is None:
            raise Http404
        width = request.GET.get("width")
        width = width if width in WIDTHS else "phone"
        return self.show(
            request,
            "preview.html",
            article,
            title=f"미리보기: {version.name}",
            version=version,
            width=width,
            widths=[(name, label, urlencode(_named(which) | {"width": name})) for name, label in WIDTHS.items()],
            address=f"{article.get_absolute_url()}?{urlencode(_named(which) | ({'print': 1} if width == 'print' else {}))}",
        )

    def share_view(self, request, pk):
        """Make a secret link, and see those there are."""
        article = self._shared_or_403(request, pk)
        form = ShareForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                workflow.share(article, by=request.user, days=form.cleaned_data["days"])
            except ValidationError as refusal:
                form.add_error(None, refusal)
            else:
                messages.success(request, "링크를 만들었습니다. 아래에서 복사해 보내세요.")
                return redirect("admin:articles_article_share", article.pk)
        links = article.preview_links.select_related("made_by", "article")[:LISTED]
        links = [(link, request.build_absolute_uri(link.get_absolute_url())) for link in links]
        return self.show(request, "share.html", article, title="미리보기 링크", form=form, links=links)

    def revoke_view(self, request, pk, link):
        article = self._shared_or_403(request, pk)
        workflow.revoke(get_object_or_404(PreviewLink, pk=link, article=article), by=request.user)
        messages.success(request, "링크를 거두었습니다. 이제 열리지 않습니다.")
        return redirect("admin:articles_article_share", article.pk)

    def _shared_or_403(self, request, pk):
        article = self.article_or_404(request, pk)
        if not workflow.may_share(article, request.user):
            raise PermissionDenied(workflow.NOT_ALLOWED)
        return article


def _named(which):
    """`a17` and `5` as an article's address names them."""
    return {"autosave": which[1:]} if which.startswith("a") else {"revision": which}
