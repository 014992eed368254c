"""The rows that carry roles: Django's groups, each equal to its column of the table in accounts/roles.py."""

from django.apps import apps as global_apps
from django.contrib.auth.models import Group

from accounts.roles import ROLES


def keep_equal_to_the_table(*, app_config, using, apps=global_apps, **_):
    """A receiver of post_migrate: makes the groups of all roles, and gives each the permissions that it has there.

    Django makes permissions app by app as it sends the signal, so this waits for the last app. It runs again after
    each flush, because that empties these tables too.
    """
    if app_config.label != _last_app():
        return
    try:
        group_model, permission_model = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:
        return  # Only some apps are being migrated, and the tables are not there yet.
    groups, permissions = group_model.objects.using(using), permission_model.objects.using(using)
    pks = {
        f"{app}.{code}": pk for pk, app, code in permissions.values_list("pk", "content_type__app_label", "codename")
    }
    existing = {group.name: group for group in groups.prefetch_related("permissions")}
    for role in ROLES.values():
        group = existing.get(role.name) or groups.create(name=role.name)
        # While other apps have still to be migrated, some permissions are not there.
        wanted = {pks[name] for name in role.permissions if name in pks}
        if wanted != {permission.pk for permission in group.permissions.all()}:
            group.permissions.set(wanted)


def _last_app():
    """The app for which Django sends the signal last: it passes by those without models."""
    return [config.label for config in global_apps.get_app_configs() if config.models_module is not None][-1]


def give(person, roles):
    """Give `person` these roles (names) and no other. Whoever has one works in the admin.

    For those who have checked that it may be done: `accounts.workflow.set_roles` is the verb.
    """
    person.groups.set(Group.objects.filter(name__in=[ROLES[name].name for name in roles]))
    person.is_staff = bool(roles)
    person.save(update_fields=["is_staff"])
