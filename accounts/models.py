from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as StockUserManager
from django.db import models, transaction
from django.db.models.functions import Lower

from accounts.groups import give
from accounts.roles import ADMINISTRATOR, in_order


class UserQuerySet(models.QuerySet):
    def of_role(self, name):
        return self.filter(groups__name=name)

    def at_work(self):
        """Those who may sign in."""
        return self.filter(is_active=True)

    def with_address(self, email):
        """The one account with that e-mail address, in any case of letters, or none."""
        return self.filter(email__iexact=email) if email else self.none()

    def name_meant_by(self, typed):
        """The account name of whom `typed` means by name or address; `typed` itself where that is nobody."""
        if typed and "@" in typed:
            return self.with_address(typed).values_list("username", flat=True).first() or typed
        return typed


class UserManager(StockUserManager.from_queryset(UserQuerySet)):
    use_in_migrations = False

    def _create_user_object(self, username, email, password, *, is_superuser=False, **fields):
        """Django's own callers say `is_superuser`, a column that is not here."""
        return super()._create_user_object(username, email, password, **fields)

    def create_superuser(self, username, email=None, password=None, **fields):
        """An administrator, so that `manage.py createsuperuser` gives a new site its first one."""
        with transaction.atomic():
            person = super().create_superuser(username, email, password, **fields)
            give(person, [ADMINISTRATOR])
        return person


class User(AbstractUser):
    """Whoever signs in: reader, reporter, desk or staff. What they may do is a matter of groups, not of kinds."""

    # No column: nobody stands above the table of roles. Django asks for the name in many places.
    is_superuser = False

    last_seen_at = models.DateTimeField("마지막으로 다녀간 때", null=True, editable=False)

    objects = UserManager()

    class Meta(AbstractUser.Meta):
        verbose_name = "사람"
        verbose_name_plural = "사람"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                condition=~models.Q(email=""),
                violation_error_message="이미 쓰이고 있는 전자우편 주소입니다.",
            )
        ]

    def __str__(self):
        """The name that colleagues know, written as Korean names are."""
        return f"{self.last_name}{self.first_name}".strip() or self.username

    @property
    def roles(self):
        """Names of roles, in the table's order."""
        return in_order(group.name for group in self.groups.all())
