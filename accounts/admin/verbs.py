"""The verbs of accounts/workflow.py as screens: each asks first, and acts on POST."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from accounts import workflow
from accounts.admin.forms import ConsentForm, RetireForm, add_refusal
from accounts.models import User

RETIRE_ADVICE = (
    "모든 기기에서 바로 로그아웃되고, 비밀번호와 보내 둔 링크는 쓸 수 없게 됩니다. "
    "쓴 글과 기록은 그대로 남고, 나중에 다시 부를 수 있습니다."
)
REINSTATE_ADVICE = "전에 맡았던 역할 그대로 돌아옵니다. 비밀번호를 새로 정하도록 초대 편지를 보냅니다."
INVITE_ADVICE = "비밀번호를 정하는 링크를 다시 보냅니다. 링크는 이레 동안 한 번 쓸 수 있습니다."

# Of each verb: the function, its form, the button's words, in which states it is offered, what to know before, what is said after.
VERBS = {
    "invite": (workflow.invite_again, ConsentForm, "초대 다시 보내기", {User.State.INVITED}, INVITE_ADVICE, "초대 편지를 다시 보냅니다."),
    "retire": (workflow.retire, RetireForm, "쉬게 하기", {User.State.ABLE, User.State.INVITED}, RETIRE_ADVICE, "쉬게 했습니다."),
    "reinstate": (workflow.reinstate, ConsentForm, "다시 부르기", {User.State.RETIRED}, REINSTATE_ADVICE, "다시 불렀습니다. 초대 편지를 보냅니다."),
}  # fmt: skip


def buttons(person):
    """(address, words) of each verb that fits the person's state."""
    return [
        (reverse("admin:accounts_user_do", args=[person.pk, verb]), words)
        for verb, (_, _, words, states, *_) in VERBS.items()
        if person.state in states
    ]


class VerbScreens:
    def get_urls(self):
        answer = self.admin_site.admin_view(self.verb_view)
        return [path("<int:pk>/do/<slug:verb>/", answer, name="accounts_user_do"), *super().get_urls()]

    def verb_view(self, request, pk, verb):
        person = self.get_queryset(request).filter(pk=pk).first()
        if not self.has_change_permission(request, person):
            raise PermissionDenied
        if person is None or verb not in VERBS:
            raise Http404
        act, form_class, words, states, advice, done = VERBS[verb]
        form = form_class(request.POST if request.method == "POST" else None, person=person)
        if form.is_valid():
            try:
                lines = act(person, by=request.user, **form.cleaned_data)
            except ValidationError as refusal:
                add_refusal(form, refusal)
            else:
                said = " ".join([done, *(lines if isinstance(lines, list) else [])])
                messages.success(request, f"‘{person}’ 님: {said}")
                return redirect("admin:accounts_user_change", person.pk)
        context = {
            "opts": self.opts,
            "person": person,
            "original": person,
            "title": words,
            "form": form,
            "advice": advice,
            "fits": person.state in states,
            "is_grave": verb == "retire",
        }
        return TemplateResponse(
            request, "admin/accounts/user/verb.html", self.admin_site.each_context(request) | context
        )
