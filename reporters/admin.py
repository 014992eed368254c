from django.contrib import admin
from unfold.admin import ModelAdmin

from reporters.models import Reporter


@admin.register(Reporter)
class ReporterAdmin(ModelAdmin):
    list_display = ["name", "title", "beat", "email"]
    search_fields = ["name", "email"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["user"]
    readonly_fields = ["photo"]
