"""Sections, series, tags, issues, photos and the front page."""

from django.contrib import admin
from django.db.models import Q
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from accounts.models import User
from articles.models import Article, Issue, Photo, Placement, Section, Series, Tag


@admin.register(Section)
class SectionAdmin(ModelAdmin):
    list_display = ["name", "slug", "order", "minded_by"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("desks")

    @admin.display(description="맡은 데스크")
    def minded_by(self, section):
        return ", ".join(str(person) for person in section.desks.all()) or "모든 데스크"

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "desks":
            kwargs |= {"queryset": desks(), "widget": UnfoldAdminCheckboxSelectMultipleWidget}
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def desks():
    """People who may mind a section: at work, or at rest with sections that wait for them."""
    able = User.objects.filter(groups__permissions__codename="desk_article")
    return able.filter(Q(is_active=True) | Q(desk_sections__isnull=False)).distinct().order_by("last_name", "username")


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
    list_display = ["__str__", "credit", "ai_use", "width", "height"]
    search_fields = ["alt", "credit"]
    fields = ["file", "alt", "is_decorative", "credit", "ai_use", "ai_mark", "focal_x", "focal_y"]
    readonly_fields = ["file"]

    def has_add_permission(self, request):
        return False  # Pictures come in by articles.photos.add_photo, which lets nothing but pixels through.


@admin.register(Placement)
class PlacementAdmin(ModelAdmin):
    list_display = ["article", "slot", "order", "starts_at", "ends_at"]
    list_filter = ["slot"]
    autocomplete_fields = ["article"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "article":
            # And those that stand there already, which the list names.
            choice = Article.objects.linkable(request.user) | Article.objects.filter(placements__isnull=False)
            kwargs["queryset"] = choice.distinct()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_delete_permission(self, request, obj=None):
        return False  # A placement is ended: the rows are the front page's log.
