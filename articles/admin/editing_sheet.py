"""One tab's sheet: the forms of the editor, the content they are held against, and where their text comes from."""

import uuid
from dataclasses import dataclass

from django.db.models import Q

from articles import contents, presence, versions, workflow
from articles.admin.editing_form import Bylines, EditorForm, OriginForm
from articles.models import Article, Revision


@dataclass
class Sheet:
    """What lies on the desk of one tab: the forms, and the content that stands now (`newest`), which they are held against."""

    article: Article | None
    newest: dict
    form: EditorForm
    bylines: Bylines
    origin: OriginForm

    def is_valid(self):
        return all([self.form.is_valid(), self.bylines.is_valid(), self.origin.is_valid()])

    @property
    def content(self):
        return self.form.content(self.bylines, newest=self.newest)

    @property
    def in_hand(self):
        """The autosaves that it goes on with itself (Q): the one it came from, and its tab's own."""
        continued, tab = self.origin["continued"].value(), self.origin["tab"].value()
        return Q(tab=tab) | (Q(pk=continued) if continued else Q(pk=None))

    @property
    def base(self):
        """The version that its text was begun from."""
        pk = self.origin["base"].value()
        if self.article is None or not pk:
            return None
        if str(pk) == str(self.article.newest_revision_id):
            return self.article.newest_revision
        return Revision.objects.saved().without_content().filter(article=self.article, pk=pk).first()

    def place(self, person):
        """When it does not say where it comes from, give it a place of its own; what was typed in it stays."""
        if not self.origin.is_valid():
            self.origin = OriginForm(initial=origin_of(self.article, None, person) | {"person": person.pk})
            self.form.add_error(
                None, "이 창이 어느 판을 고치는지 알 수 없습니다. 적은 글을 살펴보고 다시 저장해 주세요."
            )


def newest_of(article):
    """The content that stands now."""
    return versions.find(article, versions.NEWEST, person=None).content if article else contents.EMPTY


def chosen_by(query, article, person):
    """The autosave that the address (its query) names, if it is there and `person`'s to go on with."""
    version = versions.find(article, f"a{query.get('autosave', '')}", person=person) if article else None
    return version.revision if version else None


def origin_of(article, chosen, person):
    """Where a text comes from that goes on with `chosen` (an autosave), or else with the newest version (fields of OriginForm)."""
    if chosen is None:
        return {"base": article and article.newest_revision_id, "tab": uuid.uuid4()}
    is_open = any(one.tab == chosen.tab for one in presence.open_tabs(article))
    is_mine = chosen.author_id == person.pk
    tab = chosen.tab if is_mine and not is_open else uuid.uuid4()
    return {"base": chosen.base_id, "tab": tab, "continued": chosen.pk}


def autosaved_in(data, person):
    """The article that this tab's autosave has begun already, when its form still says that there is none."""
    origin = OriginForm(data)
    if not origin.is_valid():
        return None
    mine = Revision.objects.autosaves().filter(author=person, tab=origin.cleaned_data["tab"])
    autosave = mine.select_related("article__newest_revision", "article__section", "article__owner").first()
    return autosave.article if autosave else None


def settle(article, autosave_id, person):
    """The autosave that was gone on with is done with."""
    autosave = versions.autosaves(article, person).filter(pk=autosave_id).select_related("article", "author").first()
    if autosave:
        workflow.discard_autosave(autosave, by=person)
