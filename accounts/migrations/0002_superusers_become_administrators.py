from django.db import migrations


def make_administrators(apps, schema_editor):
    """Nobody is locked out: whoever stood above all roles keeps what an administrator does."""
    superusers = apps.get_model("accounts", "User").objects.filter(is_superuser=True)
    if not superusers:
        return
    administrators, _ = apps.get_model("auth", "Group").objects.get_or_create(name="관리자")
    for person in superusers:
        person.groups.add(administrators)


class Migration(migrations.Migration):
    """By itself: PostgreSQL alters no table in the transaction that has just written rows which point at it."""

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(make_administrators, migrations.RunPython.noop),
    ]
