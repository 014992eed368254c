from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower


class User(AbstractUser):
    """Whoever signs in: reader, reporter, desk or staff. What they may do is a matter of groups, not of kinds."""

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                condition=~models.Q(email=""),
                violation_error_message="이미 쓰이고 있는 전자우편 주소입니다.",
            )
        ]
