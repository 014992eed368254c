from django.contrib import admin
from django.db.models import F, Q
from unfold.admin import ModelAdmin
from unfold.decorators import display

from articles.admin.editing import EditingScreens
from articles.admin.history import HistoryScreens
from articles.admin.previews import PreviewScreens
from articles.admin.verbs import VerbScreens
from articles.models import Article
from articles.moves import may_write


class StageFilter(admin.SimpleListFilter):
    """How far articles have come. What is in the trash shows only when asked for."""

    title = "상태"
    parameter_name = "stage"
    STAGES = {
        "mine": "내 글",
        "waiting": "승인을 기다림",
        "draft": "작성",
        "returned": "반려",
        "scheduled": "예약",
        "live": "게재",
        "changing": "수정 중",
        "withdrawn": "내림",
        "trashed": "휴지통",
    }

    def lookups(self, request, model_admin):
        return self.STAGES.items()

    def queryset(self, request, queryset):
        stage = self.value()
        if stage == "trashed":
            return queryset.filter(state=Article.State.TRASHED)
        queryset = queryset.without_trash()
        narrowed = {
            "mine": lambda: queryset.own(request.user),
            "waiting": queryset.awaiting_approval,
            "draft": lambda: queryset.filter(state=Article.State.DRAFT),
            "returned": lambda: queryset.filter(Q(state=Article.State.RETURNED) | Q(change=Article.Change.RETURNED)),
            "scheduled": queryset.scheduled,
            "live": queryset.live,
            "changing": lambda: queryset.exclude(change=Article.Change.NONE),
            "withdrawn": queryset.withdrawn,
        }.get(stage)
        return narrowed() if narrowed else queryset


# Of states and changes: what waits for somebody stands out.
COLOURS = {
    Article.State.DRAFT: "",
    Article.State.SUBMITTED: "warning",
    Article.State.RETURNED: "danger",
    Article.State.APPROVED: "success",
    Article.State.WITHDRAWN: "danger",
    Article.State.TRASHED: "",
    Article.Change.EDITING: "info",
}


@admin.register(Article)
class ArticleAdmin(VerbScreens, HistoryScreens, PreviewScreens, EditingScreens, ModelAdmin):
    """The list of articles, and the screens of one. Nothing is changed here but by verbs of `articles.workflow`."""

    list_display = ["__str__", "stage_shown", "section", "owner", "live_at", "changed_at"]
    list_display_links = ["__str__"]
    list_filter = [StageFilter, "section"]
    list_select_related = ["section", "owner", "newest_revision"]
    list_per_page = 50
    show_full_result_count = False
    actions = None  # Each verb has a screen of its own, where what it needs is asked and what is missing is said.
    search_fields = ["title"]
    search_help_text = "제목으로 찾습니다."
    ordering = ["-id"]

    def get_queryset(self, request):
        articles = Article.objects
        shown = articles.linkable(request.user) if _is_choosing(request) else articles.within_reach(request.user)
        return shown.defer("body", "newest_revision__content")

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return may_write(obj, request.user)

    def has_delete_permission(self, request, obj=None):
        return False  # An article is taken down (내림), never deleted.

    @display(description="상태", ordering="state", label=COLOURS)
    def stage_shown(self, article):
        return (article.change or article.state, article.stage)

    @admin.display(description="마지막 저장", ordering=F("newest_revision__saved_at").desc(nulls_last=True))
    def changed_at(self, article):
        return article.newest_revision.saved_at if article.newest_revision else article.created_at

    def view_on_site(self, article):
        return article.get_absolute_url() if article.is_live else None


def _is_choosing(request):
    return request.resolver_match is not None and request.resolver_match.url_name == "autocomplete"
