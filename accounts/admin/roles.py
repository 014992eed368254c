from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import Case, Count, Q, Value, When
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from unfold.admin import ModelAdmin

from accounts.roles import ROLES

admin.site.unregister(Group)
Group._meta.verbose_name = Group._meta.verbose_name_plural = "역할"


@admin.register(Group)
class RoleAdmin(ModelAdmin):
    """Roles are read here and changed in accounts/roles.py: `migrate` would undo what anybody did on this page."""

    list_display = ["name", "about", "people"]
    fields = readonly_fields = ["name", "about", "may", "people"]
    list_display_links = ["name"]
    show_full_result_count = False

    class Media:
        css = {"all": ["css/desk/screens.css", "css/desk/people.css"]}

    def get_queryset(self, request):
        order = Case(*(When(name=name, then=Value(place)) for place, name in enumerate(ROLES)), default=Value(99))
        counted = Count("user", filter=Q(user__is_active=True))
        return super().get_queryset(request).annotate(place=order, count=counted).order_by("place", "name")

    def get_ordering(self, request):
        return []  # The table's, of the queryset.

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="하는 일")
    def about(self, group):
        return ROLES[group.name].about if group.name in ROLES else "역할 표에 없는 묶음입니다."

    @admin.display(description="할 수 있는 일")
    def may(self, group):
        lines = ROLES[group.name].lines if group.name in ROLES else ()
        rows = format_html_join("", "<tr><th scope='row'>{}</th><td>{}</td></tr>", lines)
        return format_html('<table class="role-table"><tbody>{}</tbody></table>', rows)

    @admin.display(description="사람")
    def people(self, group):
        if not group.count:
            return "없음"
        return format_html(
            '<a class="person-count" href="{}?role={}">{}명</a>',
            reverse("admin:accounts_user_changelist"),
            group.name,
            group.count,
        )
