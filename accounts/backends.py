from django.contrib.auth.backends import ModelBackend

from accounts.models import User


class NameOrEmailBackend(ModelBackend):
    """Sign in by account name, or by the e-mail address of the account, in any case of letters."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if username and "@" in username:
            username = (
                User.objects.filter(email__iexact=username).values_list("username", flat=True).first() or username
            )
        return super().authenticate(request, username=username, password=password, **kwargs)
