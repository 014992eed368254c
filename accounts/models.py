from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as StockUserManager
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone

from accounts.groups import give
from accounts.roles import ADMINISTRATOR, in_order


class UserQuerySet(models.QuerySet):
    def of_role(self, name):
        return self.filter(groups__name=name)

    def at_work(self):
        """Those who may sign in."""
        return self.filter(is_active=True)

    def able_to_sign_in(self):
        """At work, and with a password of their own."""
        return self.at_work().exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)

    def invited(self):
        """At work, and with no password yet."""
        return self.at_work().filter(password__startswith=UNUSABLE_PASSWORD_PREFIX)

    def retired(self):
        return self.filter(is_active=False)

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

    class State(models.TextChoices):
        ABLE = "able", "활동 중"
        INVITED = "invited", "초대함"
        RETIRED = "retired", "쉬는 중"

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
        return self.get_full_name() or self.username

    def get_full_name(self):
        return f"{self.last_name}{self.first_name}".strip()

    @property
    def state(self):
        """Says the same of one person as `able_to_sign_in`, `invited` and `retired` say of many."""
        if not self.is_active:
            return self.State.RETIRED
        return self.State.ABLE if self.has_usable_password() else self.State.INVITED

    @property
    def roles(self):
        """Names of roles, in the table's order."""
        return in_order(group.name for group in self.groups.all())


class ResetRequest(models.Model):
    """Somebody asked for a letter to choose a new password. Kept for a day, to answer no more than a few an hour."""

    email = models.EmailField("전자우편")
    place = models.GenericIPAddressField("어디서", null=True)
    asked_at = models.DateTimeField("때", default=timezone.now)

    class Meta:
        verbose_name = "비밀번호 요청"
        verbose_name_plural = "비밀번호 요청"
        indexes = [models.Index("asked_at", name="reset_requests_by_time")]
