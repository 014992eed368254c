from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.models import Group
from django.utils.html import format_html_join
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from accounts.models import User
from accounts.roles import ROLES

admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(ModelAdmin):
    """Roles are read here and changed in accounts/roles.py: `migrate` would undo what anybody did on this page."""

    list_display = ["name", "about"]
    fields = readonly_fields = ["name", "about", "may"]

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
        return format_html_join("", "<div>{}: {}</div>", lines)


@admin.register(User)
class UserAdmin(StockUserAdmin, ModelAdmin):
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_filter = ["is_active", "groups"]
    fieldsets = [(None, {"fields": ["last_name", "email", "username", "groups", "is_staff", "is_active"]})]
