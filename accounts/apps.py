from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "사람과 역할"

    def ready(self):
        from accounts.groups import keep_equal_to_the_table  # noqa: PLC0415 - models are not loaded before

        # Behind Django's own receiver, which makes the permissions: auth is installed before this app.
        post_migrate.connect(keep_equal_to_the_table, dispatch_uid="accounts.groups")
