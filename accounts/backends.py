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

    def with_perm(self, perm, is_active=True, include_superusers=True, obj=None):
        """Nobody is a superuser here, and there is no column to ask for one."""
        return super().with_perm(perm, is_active=is_active, include_superusers=False, obj=obj)
