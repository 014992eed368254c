"""Sections, series, tags, issues, photos and the front page."""

from django.contrib import admin
from unfold.admin import ModelAdmin

from articles.models import Issue, Photo, Placement, Section, Series, Tag


@admin.register(Section)
class SectionAdmin(ModelAdmin):
    list_display = ["name", "slug", "order"]


@admin.register(Series)
class SeriesAdmin(ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]


@admin.register(Tag)
class TagAdmin(ModelAdmin):
    search_fields = ["name"]


@admin.register(Issue)
class IssueAdmin(ModelAdmin):
    list_display = ["__str__", "theme", "published_on"]
    autocomplete_fields = ["cover"]
    search_fields = ["theme"]


@admin.register(Photo)
class PhotoAdmin(ModelAdmin):
    list_display = ["__str__", "credit", "width", "height"]
    search_fields = ["alt", "credit"]
    fields = ["file", "alt", "credit", "focal_x", "focal_y"]
    readonly_fields = ["file"]

    def has_add_permission(self, request):
        return False  # Pictures come in by articles.photos.add_photo, which lets nothing but pixels through.


@admin.register(Placement)
class PlacementAdmin(ModelAdmin):
    list_display = ["article", "slot", "order", "starts_at", "ends_at"]
    list_filter = ["slot"]
    autocomplete_fields = ["article"]

    def has_delete_permission(self, request, obj=None):
        return False  # A placement is ended: the rows are the front page's log.
