from django.contrib import admin, messages
from unfold.admin import ModelAdmin

from monthlypeople.richtext import sanitise
from publisher.models import Badge, Masthead, StandingPage


@admin.register(Masthead)
class MastheadAdmin(ModelAdmin):
    list_display = ["title", "valid_from", "publisher", "is_imported"]

    def get_changeform_initial_data(self, request):
        """A new masthead starts as a copy of the one in force: what changes is usually one field."""
        current = Masthead.objects.in_force().values().first() or {}
        return {name: value for name, value in current.items() if name not in ("id", "valid_from", "is_imported")}

    def changelist_view(self, request, extra_context=None):
        warn_of_gaps(request)
        return super().changelist_view(request, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.method == "GET":
            warn_of_gaps(request)
        return super().change_view(request, object_id, form_url, extra_context)

    def has_delete_permission(self, request, obj=None):
        return False  # What the masthead said on a day is a record.


@admin.register(Badge)
class BadgeAdmin(ModelAdmin):
    list_display = ["label", "starts_on", "ends_on", "order"]

    def changelist_view(self, request, extra_context=None):
        for badge in Badge.objects.undated():
            messages.warning(request, f"‘{badge}’의 기간을 모릅니다. 지금은 ‘기간 미확인’으로 보입니다. 시작일과 종료일을 확인해 주세요.")
        return super().changelist_view(request, extra_context)


@admin.register(StandingPage)
class StandingPageAdmin(ModelAdmin):
    list_display = ["title", "slug", "updated_at"]

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []

    def save_model(self, request, obj, form, change):
        obj.body = sanitise(obj.body)
        super().save_model(request, obj, form, change)


def warn_of_gaps(request):
    masthead = Masthead.objects.in_force().first()
    for gap in masthead.gaps if masthead else ["발행 정보가 없습니다. 법이 정한 항목(신문법 제21조)을 넣어 주세요."]:
        messages.warning(request, gap)
