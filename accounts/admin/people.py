from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.timesince import timesince
from unfold.admin import ModelAdmin

from accounts import workflow
from accounts.admin.forms import InvitationForm, PersonForm
from accounts.admin.verbs import VerbScreens, buttons
from accounts.history import history_of
from accounts.models import User
from accounts.roles import ROLES


class RoleFilter(admin.SimpleListFilter):
    title = "역할"
    parameter_name = "role"
    NONE = "none"

    def lookups(self, request, model_admin):
        return [*((name, name) for name in ROLES), (self.NONE, "역할 없음 (독자)")]

    def queryset(self, request, people):
        if self.value() == self.NONE:
            return people.filter(groups=None)
        return people.of_role(self.value()) if self.value() else people


class StateFilter(admin.SimpleListFilter):
    title = "상태"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return User.State.choices

    def queryset(self, request, people):
        chosen = {
            User.State.ABLE: people.able_to_sign_in,
            User.State.INVITED: people.invited,
            User.State.RETIRED: people.retired,
        }
        return chosen.get(self.value(), people.all)()


@admin.register(User)
class PersonAdmin(VerbScreens, ModelAdmin):
    """People are invited, given roles and disabled here, by the verbs of accounts/workflow.py; nobody is deleted."""

    list_display = ["name", "role_names", "state_mark", "seen", "address"]
    list_filter = [RoleFilter, StateFilter]
    search_fields = ["last_name", "first_name", "username", "email"]
    ordering = ["-is_active", "last_name", "username"]
    readonly_fields = ["state_now", "seen", "signed_in", "joined", "history"]

    class Media:
        css = {"all": ["css/desk/screens.css", "css/desk/people.css"]}

    # Who may what

    def has_delete_permission(self, request, obj=None):
        return False  # What somebody did keeps its name. Who leaves is disabled (쉬게 하기).

    def lookup_allowed(self, lookup, value, request):
        """Nobody guesses at a password's hash, letter by letter, through the list's address."""
        return not lookup.startswith("password") and super().lookup_allowed(lookup, value, request)

    # The list

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="이름", ordering="last_name")
    def name(self, person):
        return str(person)

    @admin.display(description="역할")
    def role_names(self, person):
        return ", ".join(person.roles) or "독자"

    @admin.display(description="상태", ordering="-is_active")
    def state_mark(self, person):
        return format_html('<span class="person-state person-state--{}">{}</span>', person.state, person.state.label)

    @admin.display(description="다녀간 때", ordering="last_seen_at")
    def seen(self, person):
        return moment(person.last_seen_at, never="아직 없음")

    @admin.display(description="전자우편", ordering="email")
    def address(self, person):
        return person.email or "없음"

    # One person

    def get_fieldsets(self, request, obj=None):
        who = (
            None,
            {"fields": ["last_name", "email", "username", "roles" if self._edits(request, obj) else "role_names"]},
        )
        if obj is None:
            return [who]
        return [
            who,
            ("지금", {"fields": ["state_now", "seen", "signed_in", "joined"]}),
            ("이력", {"fields": ["history"]}),
        ]

    def _edits(self, request, person):
        return self.has_change_permission(request, person) if person else self.has_add_permission(request)

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields if self._edits(request, obj) else [*self.readonly_fields, "role_names"]

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Made anew for each request, so it can be told who fills it in."""
        form = super().get_form(request, obj, change=change, form=PersonForm if change else InvitationForm, **kwargs)
        form.by = request.user
        return form

    @admin.display(description="상태")
    def state_now(self, person):
        """What the person is, and what may be done about it."""
        links = format_html_join("", '<a class="screen-button" href="{}">{}</a>', buttons(person))
        return format_html(
            '<p class="person-now">{}</p><p class="screen-actions">{}</p>', self.state_mark(person), links
        )

    @admin.display(description="마지막 로그인")
    def signed_in(self, person):
        return moment(person.last_login, never="아직 없음")

    @admin.display(description="만든 때")
    def joined(self, person):
        return stamp(person.date_joined)

    @admin.display(description="있었던 일")
    def history(self, person):
        rows = [(stamp(row.action_time), row.user, row.get_change_message()) for row in history_of(person)[:50]]
        lines = format_html_join("", "<li><time>{}</time> <b>{}</b> {}</li>", rows)
        return format_html('<ul class="person-history">{}</ul>', lines) if rows else "아직 없음"

    # Saving

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as refusal:
            # Somebody else was quicker: the form had no objection a moment ago. Nothing was saved.
            messages.error(request, " ".join(refusal.messages))
            return redirect(request.get_full_path())

    def save_model(self, request, obj, form, change):
        roles = form.cleaned_data["roles"]
        if change:
            # These columns alone: somebody may have been disabled, or chosen a password, since the page was read.
            obj.save(update_fields=[name for name in form.changed_data if name != "roles"])
            workflow.set_roles(obj, roles=roles, by=request.user)
        else:
            workflow.invite(obj, roles=roles, by=request.user)

    def construct_change_message(self, request, form, formsets, add=False):
        """What changed, from what to what. Roles are noted by their verb."""
        before, after = form.initial, form.cleaned_data
        lines = [
            f"{form.fields[name].label}: {before.get(name)} → {after[name]}"
            for name in form.changed_data
            if name != "roles"
        ]
        return "고쳤습니다. " + ", ".join(lines) if lines else ""

    def log_addition(self, request, obj, message):
        pass  # The verb noted the invitation.

    def log_change(self, request, obj, message):
        if message:
            super().log_change(request, obj, message)

    def response_add(self, request, obj, post_url_continue=None):
        messages.success(
            request, f"‘{obj}’ 님을 초대했습니다. {obj.email}로 편지를 보냅니다. 링크는 이레 동안 쓸 수 있습니다."
        )
        return redirect(
            "admin:accounts_user_add" if "_addanother" in request.POST else "admin:accounts_user_changelist"
        )


def moment(at, *, never):
    """“3분 전” and the exact time; `never` for None."""
    if at is None:
        return never
    ago = timesince(at, depth=1)
    short = "방금" if (timezone.now() - at).total_seconds() < 60 else f"{ago} 전"
    return format_html('<span class="moment">{} <small>{}</small></span>', short, stamp(at))


def stamp(at):
    return f"{timezone.localtime(at):%Y.%m.%d %H:%M}"
