"""The screen on which an article is written. Its form holds a version's content, never the article's row."""

import copy
import functools
import logging
import uuid

from django import db
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from articles import presence, workflow
from articles.admin import editing_conflict, editing_words
from articles.admin.base import POST
from articles.admin.editing_form import Bylines, OriginForm, editor_form, initial, typed
from articles.admin.editing_live import CANNOT_KEEP, LiveScreens, told
from articles.admin.editing_reading import facts
from articles.admin.editing_sheet import Sheet, autosaved_in, chosen_by, newest_of, origin_of, settle
from articles.admin.fields import PickMany, PickOne, is_id
from articles.admin.verbs import VERBS, buttons
from articles.bodies import render_body
from articles.models import Article, Revision
from articles.moves import MOVES, is_permitted, offered, saving_verb

logger = logging.getLogger(__name__)
PROMINENT = ("return", "return_change", "submit", "submit_change", "approve", "approve_change")


class EditingScreens(LiveScreens):
    autocomplete_fields = ["series", "tags", "issue", "lead_photo", "related"]

    def get_urls(self):
        address = "<int:pk>/autosave/<int:autosave>/discard/"
        return [self.screen(address, self.discard_view, "discard", methods=POST), *super().get_urls()]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = PickOne(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(
            db_field, request, **kwargs | {"widget": PickMany(db_field, self.admin_site)}
        )

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The admin's screens “add” and “change”, which call this."""
        if request.method == "POST" and request.POST.get("person") not in (None, str(request.user.pk)):
            return self.show(
                request,
                "editor_other_person.html",
                None,
                status=409,
                title="저장하지 않았습니다",
                typed=typed(request.POST),
            )
        article = self._asked_for(request, object_id)
        if request.method == "POST":
            return self._save(request, article)
        if article and saving_verb(article, request.user) is None:
            return self._read(request, article)
        return self._open(request, article)

    def _asked_for(self, request, object_id):
        """The article of the address; None where one is to be begun."""
        if object_id is None:
            if not self.has_add_permission(request):
                raise PermissionDenied(workflow.NOT_ALLOWED)
            return None
        if not is_id(object_id):
            raise Http404
        return self.article_or_404(request, int(object_id))

    # To write

    def _open(self, request, article):
        """The newest version in the form, or the autosave that the address names."""
        chosen = chosen_by(request.GET, article, request.user)
        if "autosave" in request.GET and chosen is None:
            messages.info(request, "그 자동 저장은 이제 없습니다. 마지막으로 저장한 판을 엽니다.")
            return redirect(request.path)
        newest = newest_of(article)
        if article and chosen is None and article.newest_revision is None:
            # It has no version to show instead: whoever comes back to a text that was never saved finds it where it was.
            for autosave in editing_words.offers(article, request.user, newest=newest):
                return redirect(f"{request.path}?autosave={autosave.pk}")
        sheet = self._sheet(
            request,
            article,
            newest,
            content=chosen.content if chosen else newest,
            **origin_of(article, chosen, request.user),
        )
        return self._page(request, sheet, chosen=chosen)

    def _sheet(self, request, article, newest, *, content=None, data=None, **origin):
        """The forms, filled with `content`; or, bound, with `data`."""
        form_class = editor_form(functools.partial(self.formfield_for_dbfield, request=request), request.user)
        return Sheet(
            article,
            newest,
            form_class(data, initial=content and initial(content)),
            Bylines(data, site=self.admin_site, rows=content["bylines"] if content else ()),
            OriginForm(data, initial=origin | {"person": request.user.pk}),
        )

    def _page(self, request, sheet, *, status=200, chosen=None, **context):
        article, person = sheet.article, request.user
        around = {
            "sheet": sheet,
            "title": str(article) if article else "새 기사",
            "media": self.media + sheet.form.media + sheet.bylines.empty_form.media,
            "standing": editing_words.standing(article, may_save=True, may_approve=_may_approve(article, person)),
            **_verbs(article, person),
            "base": sheet.base,
            "may_add_tags": person.has_perm("articles.add_tag"),
            "chosen": chosen,
        }
        if article:
            around |= {
                "returned": editing_words.returned(article),
                "offers": editing_words.offers(article, person, newest=sheet.newest, but=sheet.in_hand),
                "others": _others(article, person),
            }
        return self.show(request, "editor.html", article, status=status, **around | context)

    # To save

    def _save(self, request, article):
        article = article or autosaved_in(request.POST, request.user)
        newest = newest_of(article)
        data = editing_conflict.picked(request.POST, article, person=request.user)
        sheet = self._sheet(request, article, newest, data=data)
        try:
            return self._tried_to_save(request, sheet)
        except ValidationError as refusal:
            sheet.form.add_error(None, refusal.messages)
            return self._page(request, sheet, status=409)
        except db.Error:
            logger.exception("An article was not saved")
            sheet.form.add_error(None, f"{CANNOT_KEEP} 적은 글은 이 화면에 있습니다. 잠시 뒤 다시 저장해 주세요.")
            return self._page(request, sheet, status=503)

    def _tried_to_save(self, request, sheet):
        if sheet.article and saving_verb(sheet.article, request.user) is None:
            return self._came_too_late(request, sheet)
        if not sheet.is_valid():
            sheet.place(request.user)
            return self._page(request, sheet)
        try:
            return self._saved(request, sheet)
        except workflow.Conflict as conflict:
            return self._conflict(request, sheet, conflict.newest, str(conflict.messages[0]))

    def _saved(self, request, sheet):
        origin, article, person = sheet.origin.cleaned_data, sheet.article, request.user
        if article is None:
            article = workflow.begin(by=person, content=sheet.content)
            revision = article.newest_revision
        else:
            revision = workflow.save(article, by=person, content=sheet.content, base=origin["base"], tab=origin["tab"])
        if origin["continued"]:
            settle(article, origin["continued"], person)
        is_new = revision.pk != origin["base"] and revision.author_id == person.pk
        messages.success(request, f"{revision}으로 저장했습니다." if is_new else "바뀐 것이 없습니다.")
        fresh = Article.objects.within_reach(person).filter(pk=article.pk).first()
        if fresh is None:
            messages.info(request, f"‘{article}’ 기사는 이제 다른 데스크나 기자의 것이라 여기서는 보이지 않습니다.")
            return redirect("admin:articles_article_changelist")
        return redirect(_where(request.POST.get("then"), fresh, revision, person))

    def _conflict(self, request, sheet, newest, refusal):
        """Somebody was first. What was typed is kept as it is; the form goes on with the two texts merged."""
        origin = sheet.origin.cleaned_data
        if sheet.content == newest.content:  # It was this person, who pressed the button twice.
            messages.success(request, f"{newest}으로 저장했습니다.")
            return redirect("admin:articles_article_change", sheet.article.pk)
        mine = workflow.autosave(
            sheet.article, by=request.user, tab=origin["tab"], content=sheet.content, base=origin["base"]
        )
        if origin["continued"]:
            settle(sheet.article, origin["continued"], request.user)
        both = editing_conflict.both(sheet.article, mine, newest)
        merged = self._sheet(
            request,
            sheet.article,
            both.theirs,
            content=both.merged,
            base=newest.pk,
            tab=uuid.uuid4(),
            continued=mine.pk,
        )
        return self._page(request, merged, status=409, chosen=mine, conflict=both, refusal=refusal)

    def _came_too_late(self, request, sheet):
        """The article went on while it was being written: the text is kept, and cannot be a version."""
        kept = None
        if sheet.origin.is_valid():
            origin = sheet.origin.cleaned_data
            kept = workflow.autosave(
                sheet.article, by=request.user, tab=origin["tab"], content=typed(request.POST), base=origin["base"]
            )
        return self._read(request, sheet.article, status=409, kept=kept)

    def discard_view(self, request, pk, autosave):
        article = self.article_or_404(request, pk)
        found = (
            Revision.objects.autosaves()
            .filter(article=article, pk=autosave)
            .select_related("article", "author")
            .first()
        )
        if found:
            workflow.discard_autosave(found, by=request.user)
            messages.success(request, "자동 저장한 글을 버렸습니다.")
        return redirect("admin:articles_article_change", pk)

    # To read

    def _read(self, request, article, *, status=200, kept=None):
        content = newest_of(article)
        return self.show(
            request,
            "editor_reading.html",
            article,
            status=status,
            title=str(article),
            standing=editing_words.standing(article, may_save=False),
            content=content,
            body=render_body(content["body"]),
            facts=facts(article, content, person=request.user),
            last_reason=editing_words.last_reason(article),
            others=_others(article, request.user),
            buttons=buttons(article, request.user),
            kept=kept,
        )


def _verbs(article, person):
    """What the person may do once the text is saved: (verb, label), what one most likely wants apart from the rest."""
    after = copy.copy(article) if article else Article(owner=person)
    verb = saving_verb(after, person)
    if verb:
        after.change = MOVES[verb].change_to or after.change
    names = [name for name in offered(after, person) if name in VERBS and (article or name == "submit")]
    return {
        "verbs": [(name, MOVES[name].label) for name in names if name in PROMINENT],
        "quiet_verbs": [(name, MOVES[name].label) for name in names if name not in PROMINENT],
    }


def _may_approve(article, person):
    return article is not None and is_permitted("approve_change", article, person)


def _where(then, article, revision, person):
    """Where one goes after saving: on to what the button said besides, if that may be."""
    if then == "preview":
        return f"{reverse('admin:articles_article_preview', args=[article.pk])}?revision={revision.number}"
    if then in VERBS and then in offered(article, person):
        return reverse("admin:articles_article_do", args=[article.pk, then])
    return reverse("admin:articles_article_change", args=[article.pk])


def _others(article, person):
    """Colleagues who have the article open; one's own tabs are told of by the page's script, which knows which this is."""
    return [told(one, person) for one in presence.open_tabs(article) if one.person_id != person.pk]
