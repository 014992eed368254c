from django.contrib import admin, messages
from unfold.admin import ModelAdmin

from monthlypeople.richtext import sanitise
from publisher.forms import MastheadForm
from publisher.models import Badge, Masthead, StandingPage
from publisher.notices import badge_notices, masthead_notices


class NoticedAdmin(ModelAdmin):
    """Says above the list what staff should know: `notices` gives a list of str."""

    notices = staticmethod(list)

    def changelist_view(self, request, extra_context=None):
        for notice in self.notices():
            messages.warning(request, notice)
        return super().changelist_view(request, extra_context)


@admin.register(Masthead)
class MastheadAdmin(NoticedAdmin):
    form = MastheadForm
    readonly_fields = ["is_imported"]
    list_display = ["title", "valid_from", "publisher", "is_imported"]
    notices = staticmethod(masthead_notices)

    def get_changeform_initial_data(self, request):
        """A new masthead starts as a copy of the one in force: what changes is usually one field."""
        current = Masthead.objects.in_force().values().first() or {}
        return {name: value for name, value in current.items() if name not in ("id", "valid_from", "is_imported")}

    def has_delete_permission(self, request, obj=None):
        return False  # What the masthead said on a day is a record.


@admin.register(Badge)
class BadgeAdmin(NoticedAdmin):
    list_display = ["label", "starts_on", "ends_on", "order"]
    notices = staticmethod(badge_notices)


@admin.register(StandingPage)
class StandingPageAdmin(ModelAdmin):
    list_display = ["title", "slug", "has_note", "updated_at"]

    @admin.display(description="확인할 것", boolean=True)
    def has_note(self, page):
        return bool(page.note)

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []

    def save_model(self, request, obj, form, change):
        obj.body = sanitise(obj.body)
        super().save_model(request, obj, form, change)
