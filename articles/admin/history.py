"""An article's history: its log and its versions, two of them compared, one of them restored."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timesince import timesince

from articles import comparison, history, versions, workflow
from articles.admin.base import READ_AND_POST, ArticleScreens
from articles.moves import may_write, saving_verb
from articles.names import Names

LAST_PAGE = 10_000


class RestoreForm(forms.Form):
    # The newest version that the person has seen: what was saved since is not lost.
    base = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)


class HistoryScreens(ArticleScreens):
    def get_urls(self):
        return [
            self.screen("<int:pk>/compare/", self.compare_view, "compare"),
            self.screen("<int:pk>/restore/<int:number>/", self.restore_view, "restore", methods=READ_AND_POST),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """Everything that happened, a hundred lines at a time, with the ways from each version."""
        article = self.article_or_404(request, _number_or_404(object_id))
        page = _page_or_404(request.GET.get("page", "1"))
        events, has_older = history.events(article, page=page)
        if not events and page > 1:
            raise Http404
        now = timezone.now()
        return self.show(
            request,
            "history.html",
            article,
            title="이력",
            lines=_with_choice([_line(article, event, now) for event in events]),
            page=page,
            older=page + 1 if has_older else None,
            newer=page - 1,
            autosaves=_unsaved(article, request.user, page),
            is_restorable=saving_verb(article, request.user) is not None,
            has_shown=versions.has_shown(article),
            shown_name=versions.shown_name(article),
        )

    def compare_view(self, request, pk):
        """What differs between two versions (`articles.versions`): `from` the one, `to` the other."""
        article = self.article_or_404(request, pk)
        asked = [request.GET.get(side, "").strip() for side in ("from", "to")]
        found = [versions.find(article, which, person=request.user) for which in asked]
        if None in found:
            problems = _problems(article, asked, found)
            return self.show(request, "compare.html", article, status=404, title="판 비교", problems=problems)
        old, new = found
        return self.show(
            request,
            "compare.html",
            article,
            title=f"{old.name}과 {new.name}",
            old=old,
            new=new,
            before=_pair_before(old),
            after=_pair_after(new, article),
            changes=_changes(old, new, request.user),
        )

    def restore_view(self, request, pk, number):
        """Ask, showing what would change; then make a new version of an old one."""
        article = self.article_or_404(request, pk)
        if not may_write(article, request.user):
            raise PermissionDenied(workflow.NOT_ALLOWED)
        old = versions.find(article, str(number), person=request.user)
        if old is None:
            raise Http404
        refusal = None
        if request.method == "POST":
            try:
                return self._restored(request, article, number)
            except ValidationError as error:
                refusal = error
                article = self.article_or_404(request, pk)
        newest = versions.find(article, versions.NEWEST, person=request.user)
        return self.show(
            request,
            "restore.html",
            article,
            status=409 if refusal else 200,
            title=f"{number}판 되살리기",
            refusal=refusal,
            old=old,
            newest=newest,
            changes=_changes(newest, old, request.user),
            form=RestoreForm(initial={"base": article.newest_revision_id}),
            is_possible=saving_verb(article, request.user) is not None,
        )

    def _restored(self, request, article, number):
        form = RestoreForm(request.POST)
        base = form.cleaned_data["base"] if form.is_valid() else None
        made = workflow.restore(article, by=request.user, number=number, base=base)
        if made.pk == base:
            messages.info(request, f"{number}판은 지금 판과 같아서 새로 저장하지 않았습니다.")
        else:
            messages.success(request, f"{number}판을 되살려 {made}으로 저장했습니다.")
        return redirect("admin:articles_article_history", article.pk)


def _problems(article, asked, found):
    """Why there is nothing to compare, in words."""
    if "" in asked:
        return ["앞과 뒤의 판을 모두 골라 주세요."]
    missing = dict.fromkeys(which for which, version in zip(asked, found, strict=True) if version is None)
    return [_no_version(which) for which in missing]


def _no_version(which):
    if which == versions.SHOWN:
        return "이 기사는 아직 게재된 적이 없습니다."
    if which.isascii() and which.isdigit() and len(which) < 10:
        return f"이 기사에는 {which}판이 없습니다."
    return "고르신 판을 찾을 수 없습니다."


def _pair_before(version):
    """The numbers of `version` and of the one before it, if it has such a number."""
    number = version.revision.number if version.revision else None
    return (number - 1, number) if number and number > 1 else None


def _pair_after(version, article):
    number = version.revision.number if version.revision else None
    last = article.newest_revision.number if article.newest_revision else 0
    return (number, number + 1) if number and number < last else None


def _changes(old, new, person):
    """What differs between two versions, as the partial of the comparison takes it."""
    return comparison.compare(old.content, new.content, Names(old.content, new.content, person=person))


def _line(article, event, now):
    """What the page shows of an event."""
    version = event.made
    return {
        "event": event,
        "ago": _ago(event.at, now),
        "is_newest": version is not None and version.pk == article.newest_revision_id,
        "is_shown": version is not None and version.pk == article.approved_revision_id,
        "before": version.number - 1 if version else None,
    }


def _with_choice(lines):
    """Unless one chooses otherwise, the newest version of the page is compared with the one before."""
    made = [line for line in lines if line["event"].made]
    for line, side in zip(made, ("is_first", "is_second"), strict=False):
        line[side] = True
    return lines


def _ago(moment, now):
    passed = timesince(moment, now, depth=1)
    return "방금" if passed.startswith("0") else f"{passed} 전"


def _unsaved(article, person, page):
    """What was typed and not saved stands above the first page alone."""
    if page > 1:
        return []
    kept = versions.autosaves(article, person).without_content()
    return list(kept.select_related("author", "base").defer("base__content"))


def _number_or_404(text):
    if not text.isascii() or not text.isdigit() or len(text) > 18:
        raise Http404
    return int(text)


def _page_or_404(text):
    page = _number_or_404(text)
    if not 1 <= page <= LAST_PAGE:
        raise Http404
    return page
