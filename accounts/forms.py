from django.contrib.auth.forms import AuthenticationForm


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
