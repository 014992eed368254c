from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from unfold.widgets import UnfoldAdminPasswordWidget, UnfoldAdminTextInputWidget

NOT_SAME = {"password_mismatch": "두 비밀번호가 서로 다릅니다."}


class SignInForm(AuthenticationForm):
    """Name or e-mail address, and password. One message for every refusal, so that no account can be guessed at."""

    error_messages = {
        "invalid_login": "이름(또는 전자우편 주소)이나 비밀번호가 맞지 않습니다. 한/영 전환과 대소문자를 확인해 주세요.",
        "inactive": "쉬고 있는 계정입니다. 편집국에 문의해 주세요.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "이름 또는 전자우편"
        self.fields["password"].label = "비밀번호"


class NewsroomSignInForm(SignInForm, AdminAuthenticationForm):
    """The same at the newsroom's door, which opens for staff alone."""

    error_messages = SignInForm.error_messages | {
        "invalid_login": "편집국 계정의 이름(또는 전자우편 주소)이나 비밀번호가 맞지 않습니다. 한/영 전환과 대소문자를 확인해 주세요."
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, widget in {"username": UnfoldAdminTextInputWidget, "password": UnfoldAdminPasswordWidget}.items():
            self.fields[name].widget = widget(attrs=self.fields[name].widget.attrs | widget().attrs)


class ForgottenForm(forms.Form):
    email = forms.EmailField(
        label="전자우편",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "전자우편 주소를 적어 주세요.",
            "invalid": "전자우편 주소를 확인해 주세요. 예: name@example.com",
        },
    )


class ChooseForm(SetPasswordForm):
    error_messages = NOT_SAME

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _label(self)


class ChangeForm(PasswordChangeForm):
    error_messages = NOT_SAME | {"password_incorrect": "지금 비밀번호가 맞지 않습니다."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "지금 비밀번호"
        _label(self)


def _label(form):
    form.fields["new_password1"].label = "새 비밀번호"
    form.fields[
        "new_password1"
    ].help_text = "10자 이상으로, 이름이나 주소와 비슷하지 않고 흔히 쓰이지 않는 것으로 정해 주세요."
    form.fields["new_password2"].label = "새 비밀번호 한 번 더"
    form.fields["new_password2"].help_text = ""
