from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget, UnfoldAdminSelectWidget

from accounts import workflow
from accounts.models import User
from accounts.roles import ROLES


class PersonForm(forms.ModelForm):
    """Who somebody is, and what roles they have. `by`: who fills it in (set by the admin)."""

    by = None
    roles = forms.MultipleChoiceField(
        label="역할",
        choices=[(role.name, format_html("<b>{}</b> {}", role.name, role.about)) for role in ROLES.values()],
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        required=False,
        help_text="역할이 없는 사람은 독자이고, 편집국에 들어오지 못합니다.",
    )

    class Meta:
        model = User
        fields = ["last_name", "email", "username"]
        labels = {"last_name": "이름", "email": "전자우편", "username": "계정 이름"}
        help_texts = {"username": "로그인할 때 씁니다. 글자와 숫자, @ . + - _ 를 쓸 수 있습니다. 예: han.seoyun"}
        error_messages = {"username": {"unique": "이미 쓰이고 있는 계정 이름입니다."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["roles"] = self.instance.roles
        for name in {"last_name", "email"} & set(self.fields):  # none of them for one who may only look
            self.fields[name].required = True

    def clean_last_name(self):
        return " ".join(self.cleaned_data["last_name"].split())

    def clean_roles(self):
        roles = self.cleaned_data["roles"]
        if self.instance.pk:
            workflow.check_roles(self.instance, roles=roles, by=self.by)
        return roles


class InvitationForm(PersonForm):
    """The same of a person who has no account yet."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = "초대 편지를 이 주소로 보냅니다. 비밀번호는 받은 사람이 정합니다."
        self.fields["roles"].required = True
        self.fields["roles"].help_text = ""
        self.fields["roles"].error_messages["required"] = "역할을 하나 이상 고르세요."


class SuccessorField(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return f"{person} ({', '.join(person.roles)})"


class RetireForm(forms.Form):
    successor = SuccessorField(
        label="일을 이어받을 사람",
        queryset=User.objects.none(),
        required=False,
        empty_label="이어받을 일이 없음",
        widget=UnfoldAdminSelectWidget,
        help_text="맡은 기사처럼 이어받을 일이 남아 있으면 고르세요.",
        error_messages={"invalid_choice": "일하고 있는 다른 사람을 고르세요."},
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        others = User.objects.at_work().filter(is_staff=True).exclude(pk=person.pk)
        self.fields["successor"].queryset = others.prefetch_related("groups").order_by("last_name", "username")


class ConsentForm(forms.Form):
    """Asks nothing but to be sent."""

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)


def add_refusal(form, refusal):
    """Say a verb's refusal at the field that it names, or above the form."""
    named = getattr(refusal, "error_dict", None)
    if named and not set(named) <= set(form.fields):
        refusal = ValidationError(refusal.messages)
    form.add_error(None, refusal)
