"""The verbs of `articles.workflow` as screens: each asks first, then acts on POST."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from articles import comparison, korean, versions, workflow
from articles.admin.base import READ_AND_POST, ArticleScreens
from articles.admin.fields import MinuteField, PersonField
from articles.moves import MOVES, is_permitted, offered
from articles.names import Names


class VerbForm(forms.Form):
    """What a verb asks of the person, named as the verb's arguments; most ask nothing."""


class ReasonForm(VerbForm):
    reason = forms.CharField(
        label="까닭",
        max_length=1000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        error_messages={"required": "돌려보내는 까닭을 적어 주세요."},
        help_text="기사를 쓴 사람에게 편지로도 전합니다.",
    )


class WithdrawForm(VerbForm):
    reason = forms.CharField(
        label="까닭",
        max_length=300,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        error_messages={"required": "내리는 까닭을 적어 주세요. 독자가 읽습니다."},
        help_text="기사가 있던 자리에서 독자가 읽습니다.",
    )
    notice_url = forms.CharField(
        label="알림 주소",
        max_length=300,
        required=False,
        widget=UnfoldAdminTextInputWidget(attrs={"placeholder": "/pages/ombudsman/", "inputmode": "url"}),
        help_text="정정보도 같은 알림이 있으면 그 주소를 적습니다. 비우면 고충처리인 안내로 잇습니다.",
    )


class TimeForm(VerbForm):
    live_at = MinuteField(label="게재 시각")


class ApproveForm(TimeForm):
    live_at = MinuteField(
        label="게재 시각", required=False, help_text="비우면 승인하는 즉시 게재합니다. 앞날이면 그때 저절로 보입니다."
    )
    # The version that the person has read: another one is not approved by mistake.
    revision = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)


class VersionForm(VerbForm):
    revision = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)


class AssignForm(VerbForm):
    to = PersonField(label="새 담당")


# Of each verb that has a screen: the function, the form, what the button says, what is said afterwards, and what one should
# know before. {live_at} is filled in.
VERBS = {
    "submit": (workflow.submit, VerbForm, "송고했습니다.", "데스크가 승인할 때까지 고칠 수 없습니다. 그 전에 고치려면 송고를 취소하세요."),
    "recall": (workflow.recall, VerbForm, "송고를 취소했습니다.", "다시 ‘작성’ 상태가 되어 고칠 수 있습니다."),
    "return": (workflow.send_back, ReasonForm, "반려했습니다.", "쓴 사람에게 돌려보냅니다."),
    "approve": (workflow.approve, ApproveForm, "승인했습니다. 게재 시각은 {live_at}입니다.", "아래 판을 승인합니다."),
    "reschedule": (workflow.reschedule, TimeForm, "게재 시각을 {live_at}로 바꾸었습니다.", "지금 예약은 {live_at}입니다."),
    "unschedule": (workflow.unschedule, VerbForm, "예약을 취소했습니다.", "승인이 풀리고 ‘송고’ 상태로 돌아갑니다."),
    "submit_change": (workflow.submit_change, VerbForm, "수정을 송고했습니다.", "데스크가 승인할 때까지 독자는 지금 글을 봅니다."),
    "recall_change": (workflow.recall_change, VerbForm, "수정 송고를 취소했습니다.", "수정을 계속할 수 있습니다."),
    "return_change": (workflow.return_change, ReasonForm, "수정을 반려했습니다.", "수정한 사람에게 돌려보냅니다. 독자는 지금 글을 봅니다."),
    "approve_change": (workflow.approve_change, VersionForm, "수정을 반영했습니다.", "이제 독자가 고친 글을 봅니다."),
    "discard_change": (workflow.discard_change, VerbForm, "수정을 버렸습니다.", "독자가 보는 글로 돌아갑니다. 버린 판은 이력에 남습니다."),
    "withdraw": (workflow.withdraw, WithdrawForm, "기사를 내렸습니다.", "독자에게는 제목과 까닭만 보입니다. 기사는 지워지지 않고 다시 올릴 수 있습니다."),
    "reinstate": (workflow.reinstate, VerbForm, "기사를 다시 올렸습니다.", "내리기 전 글이 그대로 다시 보입니다."),
    "trash": (workflow.trash, VerbForm, "휴지통에 넣었습니다.", "송고한 적이 없는 글입니다. 휴지통에서 언제든 꺼낼 수 있습니다."),
    "untrash": (workflow.untrash, VerbForm, "휴지통에서 꺼냈습니다.", "다시 ‘작성’ 상태가 됩니다."),
    "assign": (workflow.assign, AssignForm, "담당을 바꾸었습니다.", "새 담당이 이 기사를 보고 고치게 됩니다."),
}  # fmt: skip


def buttons(article, person):
    """What the person may do to the article now: (verb, label, address), for the row of buttons on its screens."""
    return [
        (verb, MOVES[verb].label, reverse("admin:articles_article_do", args=[article.pk, verb]))
        for verb in offered(article, person)
        if verb in VERBS
    ]


class VerbScreens(ArticleScreens):
    def get_urls(self):
        return [
            self.screen("<int:pk>/do/<slug:verb>/", self.verb_view, "do", methods=READ_AND_POST),
            *super().get_urls(),
        ]

    def verb_view(self, request, pk, verb):
        """Ask what the verb needs, and do it. Whoever may open the article and not do this is refused."""
        article = self.article_or_404(request, pk)
        if verb not in VERBS:
            raise Http404
        if not is_permitted(verb, article, request.user):
            raise PermissionDenied(workflow.NOT_ALLOWED)
        act, form_class, done, advice = VERBS[verb]
        form = form_class(request.POST if request.method == "POST" else None, initial=_initial(article))
        refusal = None
        if request.method == "POST" and form.is_valid():
            try:
                if verb in APPROVALS and article.newest_revision and not form.cleaned_data["revision"]:
                    raise ValidationError("어느 판을 읽고 승인하는지 알 수 없습니다. 아래 판을 읽고 다시 눌러 주세요.")
                fresh = act(article, by=request.user, **form.cleaned_data)
            except workflow.Conflict as conflict:
                # What stands now was not read yet: it is shown, and asked about again.
                refusal, article = conflict, self.article_or_404(request, pk)
                form = form_class(
                    initial=form.cleaned_data | _initial(article, live_at=form.cleaned_data.get("live_at"))
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, f"‘{fresh}’ — {_filled(done, fresh)}")
                return redirect("admin:articles_article_changelist" if verb == "trash" else _change_url(fresh))
        return self.show(
            request,
            "verb.html",
            article,
            status=409 if refusal or form.non_field_errors() else 200,
            title=MOVES[verb].label,
            form=form,
            advice=_filled(advice, article),
            refusal=refusal,
            is_grave=verb in GRAVE,
            is_possible=MOVES[verb].fits(article),
            **(_what_is_approved(article, request.user) if verb in APPROVALS else {}),
        )


GRAVE = ("withdraw", "discard_change", "trash")
APPROVALS = ("approve", "approve_change")


def _what_is_approved(article, person):
    """The version, what it lacks, and what it changes for readers."""
    newest = versions.find(article, versions.NEWEST, person=person)
    context = {"version": newest, "lacks": workflow.reasons_against_approval(article, by=person)}
    if article.is_pending:
        shown = versions.find(article, versions.SHOWN, person=person)
        names = Names(shown.content, newest.content, person=person)
        context["changes"] = comparison.compare(shown.content, newest.content, names)
    return context


def _initial(article, *, live_at=None):
    return {
        "revision": article.newest_revision_id,
        "live_at": live_at or (article.live_at if article.is_scheduled else None),
    }


def _filled(sentence, article):
    return sentence.format(live_at=korean.stamp(article.live_at) if article.live_at else "")


def _change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])
