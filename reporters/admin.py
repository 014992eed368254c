from django.contrib import admin
from unfold.admin import ModelAdmin

from reporters.models import Reporter


@admin.register(Reporter)
class ReporterAdmin(ModelAdmin):
    list_display = ["name", "title", "beat", "email"]
    search_fields = ["name", "email"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["user"]

    def get_readonly_fields(self, request, obj=None):
        """Who has which account is for those to say who see the accounts."""
        return ["photo"] if request.user.has_perm("accounts.view_user") else ["photo", "user"]
