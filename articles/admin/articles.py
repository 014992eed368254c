from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.html import format_html
from unfold.admin import ModelAdmin, TabularInline
from unfold.widgets import UnfoldAdminTextareaWidget

from articles import search, workflow
from articles.bodies import render_body
from articles.editor import BodyWidget
from articles.models import Article, Byline
from monthlypeople.richtext import sanitise


class ArticleForm(forms.ModelForm):
    class Meta:
        model = Article
        fields = [
            "title", "subtitle", "body", "section", "series", "tags", "issue", "page", "lead_photo", "caption", "related",
        ]  # fmt: skip
        widgets = {
            "body": BodyWidget,
            "subtitle": UnfoldAdminTextareaWidget(attrs={"rows": 2}),
            "caption": UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        }

    def clean_body(self):
        return sanitise(self.cleaned_data["body"])


class BylineInline(TabularInline):
    model = Byline
    extra = 1
    autocomplete_fields = ["reporter"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.state in workflow.OPEN)

    has_add_permission = has_delete_permission = has_change_permission


@admin.register(Article)
class ArticleAdmin(ModelAdmin):
    """Articles being written may be changed here; from 송고 on they are read. Their state changes by the actions of the list."""

    form = ArticleForm
    inlines = [BylineInline]
    list_display = ["__str__", "state", "section", "live_at"]
    list_filter = ["state", "section"]
    search_fields = ["title"]
    autocomplete_fields = ["series", "tags", "issue", "lead_photo", "related"]
    readonly_fields = ["state", "submitted_at", "approved_at", "approver", "live_at", "modified_at"]
    fieldsets = [
        (None, {"fields": ["title", "subtitle", "body", "section", "series", "tags"]}),
        ("사진", {"fields": ["lead_photo", "caption"]}),
        ("호와 관련 기사", {"fields": ["issue", "page", "related"]}),
        ("기록", {"fields": readonly_fields}),
    ]
    actions = ["submit", "approve", "send_back", "withdraw"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.state in workflow.OPEN)

    def has_delete_permission(self, request, obj=None):
        return False  # An article is taken down (내림), never deleted.

    def has_submit_permission(self, request):
        return request.user.has_perm("articles.submit_article")

    def has_approve_permission(self, request):
        return request.user.has_perm("articles.approve_article")

    def get_fieldsets(self, request, obj=None):
        """Whoever may not change the body reads it as readers will, not as markup."""
        if obj is None or self.has_change_permission(request, obj):
            return self.fieldsets
        first, *others = self.fieldsets
        fields = ["body_as_read" if name == "body" else name for name in first[1]["fields"]]
        return [(first[0], {"fields": fields}), *others]

    @admin.display(description="본문")
    def body_as_read(self, article):
        return format_html('<div class="body-as-read">{}</div>', render_body(article.body))

    def view_on_site(self, article):
        return article.get_absolute_url() if article.is_live else None

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        search.index(form.instance)

    @admin.action(description="송고", permissions=["submit"])
    def submit(self, request, queryset):
        self._each(request, queryset, workflow.submit, "송고했습니다")

    @admin.action(description="승인하고 바로 게재", permissions=["approve"])
    def approve(self, request, queryset):
        self._each(request, queryset, workflow.approve, "승인했습니다")

    @admin.action(description="반려", permissions=["approve"])
    def send_back(self, request, queryset):
        self._each(request, queryset, workflow.send_back, "반려했습니다")

    @admin.action(description="내림", permissions=["approve"])
    def withdraw(self, request, queryset):
        self._each(request, queryset, workflow.withdraw, "내렸습니다")

    def _each(self, request, queryset, verb, done):
        """Do one verb to each article chosen; say of each what came of it."""
        for article in queryset:
            try:
                verb(article, by=request.user)
            except (PermissionDenied, ValidationError) as refusal:
                reasons = " ".join(getattr(refusal, "messages", [str(refusal)]))
                messages.error(request, f"‘{article}’: {reasons}")
            else:
                messages.success(request, f"‘{article}’ 기사를 {done}.")
