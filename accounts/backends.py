from axes.backends import AxesStandaloneBackend
from django.contrib.auth.backends import ModelBackend

from accounts.models import User


class NameOrEmailBackend(AxesStandaloneBackend, ModelBackend):
    """Sign in by account name, or by the e-mail address of the account, in any case of letters.

    Whoever failed too often from one address waits (accounts/sign_ins.py); commands on the machine, which have no
    request, never do. One backend does both, so that Django need not be told which of two is meant.
    """

    def authenticate(self, request, username=None, password=None, **kwargs):
        if request is not None:
            # Raises PermissionDenied for one who has to wait.
            AxesStandaloneBackend.authenticate(self, request, username=username, password=password, **kwargs)
        name = User.objects.name_meant_by(username)
        return ModelBackend.authenticate(self, request, username=name, password=password, **kwargs)

    def with_perm(self, perm, is_active=True, include_superusers=True, obj=None):
        """Nobody is a superuser here, and there is no column to ask for one."""
        return super().with_perm(perm, is_active=is_active, include_superusers=False, obj=obj)
