"""The form on which an article is written: a content (`articles.contents`) made into fields, and what was typed made into one.

Two ways lead back. `EditorForm.content` is strict: it is what saving keeps. `typed` takes whatever there is, and never refuses.
"""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.utils.dateparse import parse_datetime
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from articles import contents
from articles.admin.fields import IdSelect, MinuteField, MinuteInput, PickFromHand, is_id
from articles.editor import BodyWidget
from articles.models import Article, Byline
from articles.models.photo import AIUse
from reporters.models import Reporter

FIELDS = [
    "title",
    "subtitle",
    "body",
    "section",
    "series",
    "tags",
    "issue",
    "page",
    "lead_photo",
    "caption",
    "no_caption",
    "related",
    "embargo_until",
    "is_advertorial",
    "advertorial_label",
    "ai_use",
    "ai_note",
]
# Characters of markup. Thirty thousand are a long article; the form, sent whole, stays below DATA_UPLOAD_MAX_MEMORY_SIZE.
LONGEST_BODY = 400_000
MOST_LINKS, MOST_BYLINES, SPARE_ROWS = 200, 40, 3
LAST_PAGE = 32767  # the column holds no more.
TOO_LONG = "본문이 너무 깁니다. 나누어 실어 주세요."
_ERRORS = {
    "max_length": "%(limit_value)d자까지 적을 수 있습니다. 지금은 %(show_value)d자입니다.",
    "null_characters_not_allowed": "쓸 수 없는 글자가 섞여 있습니다. 지우고 다시 적어 주세요.",
    "invalid_choice": "고른 것을 찾을 수 없습니다. 다시 골라 주세요.",
    "invalid_pk_value": "고른 것을 찾을 수 없습니다. 다시 골라 주세요.",
    "max_value": "%(limit_value)d 이하로 적어 주세요.",
    "min_value": "%(limit_value)d 이상으로 적어 주세요.",
}
_ERRORS_OF = {
    "body": {"max_length": TOO_LONG},
    "section": {"invalid_choice": "그런 섹션이 없습니다. 다시 골라 주세요."},
    "page": {"invalid": "면은 숫자로 적어 주세요."},
}


class OriginForm(forms.Form):
    """Where the text that is sent comes from."""

    # The version it was begun from; none, for the first.
    base = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
    tab = forms.UUIDField(widget=forms.HiddenInput)
    # Who typed it: somebody else may have signed in since, in another window of the same browser.
    person = forms.IntegerField(widget=forms.HiddenInput)
    # The autosave that is continued here, and done with once this is saved.
    continued = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)


class EditorForm(forms.Form):
    """Its fields are added by `editor_form`."""

    def clean_title(self):
        return " ".join(self.cleaned_data["title"].splitlines())

    def clean(self):
        data = super().clean()
        if data.get("page") and not data.get("issue") and "issue" not in self.errors:
            self.add_error("page", "면을 적으려면 호를 먼저 고르세요.")
        return data

    def content(self, bylines, *, newest):
        """What was typed, with the rows of `bylines` (a Bylines), both valid; `newest` is the content that stands now."""
        data = self.cleaned_data
        content = {name: _text(data[name]) for name in contents.TEXTS}
        content |= {name: data[name] for name in (*contents.FLAGS, "page")}
        content |= {name: data[name].pk if data[name] else None for name in contents.RELATIONS}
        content |= {name: [row.pk for row in data[name]] for name in contents.LISTS}
        content["related"] += self._unseen(newest)
        content["embargo_until"] = _iso(data["embargo_until"])
        return settled(contents.tidy(content | {"bylines": bylines.rows()}), newest)

    def _unseen(self, newest):
        """Articles linked by somebody else that this person may not see: the form does not show them, and keeps them."""
        seen = self.fields["related"].queryset.filter(pk__in=newest["related"]).values_list("pk", flat=True)
        return [pk for pk in newest["related"] if pk not in set(seen)] if newest["related"] else []


def editor_form(formfield, person):
    """The class of the form. `formfield` makes the admin's own field of a field of the model, with its widget."""
    widgets = {
        "title": UnfoldAdminTextareaWidget({"rows": 1, "placeholder": "제목"}),
        "subtitle": UnfoldAdminTextareaWidget({"rows": 1, "placeholder": "부제. 여러 줄로 적을 수 있습니다."}),
        "body": BodyWidget(),
        "section": IdSelect(),
        "caption": UnfoldAdminTextareaWidget({"rows": 2}),
        "embargo_until": MinuteInput(),
    }
    fields = forms.fields_for_model(
        Article,
        FIELDS,
        formfield_callback=formfield,
        widgets=widgets,
        field_classes={"embargo_until": MinuteField},
        help_texts={"subtitle": ""},
    )
    for name, field in fields.items():
        _mend(name, field)
    fields["related"].queryset = Article.objects.linkable(person).only("pk", "title")
    return type("ArticleEditorForm", (EditorForm,), fields)


def _mend(name, field):
    if hasattr(field.widget, "widget"):
        # Related rows are made on screens of their own: without the wrapper's buttons, which no key reaches.
        field.widget = field.widget.widget
    if name == "body":
        field.strip, field.validators = False, [*field.validators, MaxLengthValidator(LONGEST_BODY)]
    if name == "page":
        field.validators = [*field.validators, MaxValueValidator(LAST_PAGE)]
    if hasattr(field, "empty_label"):
        field.empty_label = "고르지 않음"
    field.error_messages = field.error_messages | _ERRORS | _ERRORS_OF.get(name, {})
    if name == "advertorial_label":
        field.choices = [("", "고르지 않음"), *Article.AdvertorialLabel.choices]
    if isinstance(field, MinuteField):
        field.error_messages |= MinuteField.default_error_messages


# Bylines


class BylineForm(forms.Form):
    reporter = forms.TypedChoiceField(
        label="기자",
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "그런 기자가 없습니다. 다시 골라 주세요."},
    )
    name = forms.CharField(label="이름(외부 필자)", max_length=40, required=False, widget=UnfoldAdminTextInputWidget)
    title = forms.CharField(label="쓸 당시의 직함", max_length=40, required=False, widget=UnfoldAdminTextInputWidget)
    role = forms.CharField(
        label="맡은 일",
        max_length=20,
        required=False,
        widget=UnfoldAdminTextInputWidget({"list": "byline-roles", "placeholder": "글ㆍ사진"}),
    )

    def __init__(self, *args, site, reporters, **kwargs):
        super().__init__(*args, **kwargs)
        self.reporters = reporters
        field = self.fields["reporter"]
        field.widget = PickFromHand(Byline._meta.get_field("reporter"), site)
        chosen = reporters.get(_number(self["reporter"].value()))
        field.choices = [("", ""), *([(chosen.pk, str(chosen))] if chosen else [])]
        for name in ("name", "title", "role"):
            self.fields[name].error_messages |= _ERRORS

    def has_changed(self):
        return any(name in self.changed_data for name in contents.BYLINE)

    def clean(self):
        data = super().clean()
        if not self.errors and self.has_changed() and not (data["reporter"] or data["name"]):
            self.add_error("reporter", "기자를 고르거나 이름을 적어 주세요.")
        return data

    def row(self):
        """As a content has it. A reporter without a title is given the one that they hold now."""
        row = {name: self.cleaned_data[name] for name in contents.BYLINE}
        if row["reporter"] and not row["title"] and not row["name"]:
            row["title"] = self.reporters[row["reporter"]].title
        return row


class BaseBylines(forms.BaseFormSet):
    """Rows of names; what stands in none of its fields is no row. Their reporters are read in one query."""

    def __init__(self, data=None, *, site, rows=(), **kwargs):
        ids = _reporters_in(data) if data is not None else {row["reporter"] for row in rows}
        reporters = Reporter.objects.in_bulk([pk for pk in ids if pk])
        self.extra = len(rows) + SPARE_ROWS
        super().__init__(
            data,
            prefix="bylines",
            initial=[row | {"ORDER": place} for place, row in enumerate(rows, 1)],
            form_kwargs={"site": site, "reporters": reporters},
            error_messages={"too_many_forms": f"필자는 {MOST_BYLINES}명까지 적을 수 있습니다."},
            **kwargs,
        )

    def initial_form_count(self):
        return 0  # Every row may be left empty.

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["ORDER"].widget.attrs["min"] = 1

    def clean(self):
        seen = set()
        for form in self._filled():
            reporter = form.cleaned_data.get("reporter")
            if reporter in seen:
                form.add_error("reporter", "같은 기자가 두 번 들어 있습니다.")
            seen |= {reporter} if reporter else set()

    def rows(self):
        """What was typed, in the order that was asked for."""
        filled = self._filled()
        return [form.row() for form in sorted(filled, key=lambda form: form.cleaned_data.get("ORDER") or MOST_BYLINES)]

    def _filled(self):
        return [form for form in self.forms if form.has_changed() and not self._should_delete_form(form)]


Bylines = forms.formset_factory(
    BylineForm,
    formset=BaseBylines,
    can_order=True,
    can_delete=True,
    max_num=MOST_BYLINES,
    absolute_max=MOST_BYLINES + SPARE_ROWS,
    validate_max=True,
)


def _reporters_in(data):
    return {_number(data.get(f"bylines-{row}-reporter")) for row in range(MOST_BYLINES + SPARE_ROWS)}


# To the form, and back


def initial(content):
    """`content` as the fields of an EditorForm want it; its bylines go to Bylines."""
    values = {name: content[name] for name in FIELDS}
    return values | {"embargo_until": content["embargo_until"] and parse_datetime(content["embargo_until"])}


def typed(data):
    """The content that is in `data` (the form, as it was sent), as far as it can be one. Nothing is refused."""
    content = {name: _text(data.get(name)) for name in contents.TEXTS}
    content["ai_use"] = content["ai_use"] if content["ai_use"] in AIUse.values else AIUse.NONE.value
    content |= {name: name in data for name in contents.FLAGS}
    content |= {name: _number(data.get(name)) for name in contents.RELATIONS}
    content |= {name: _numbers(data.getlist(name)[:MOST_LINKS]) for name in contents.LISTS}
    content["page"] = min(_number(data.get("page")) or 0, LAST_PAGE) or None
    content["embargo_until"] = _moment(data.get("embargo_until"))
    return content | {"bylines": _typed_rows(data)}


def _typed_rows(data):
    rows = []
    for place in range(MOST_BYLINES + SPARE_ROWS):
        row = {name: _text(data.get(f"bylines-{place}-{name}"))[:40] for name in contents.BYLINE}
        row["reporter"] = _number(row["reporter"])
        if any(row.values()) and f"bylines-{place}-DELETE" not in data:
            rows.append((_number(data.get(f"bylines-{place}-ORDER")) or MOST_BYLINES, place, row))
    return [row for *_, row in sorted(rows, key=lambda one: one[:2])]


def _text(value):
    return (value or "").replace("\x00", "").replace("\r\n", "\n")


def _number(value):
    return int(value) if value and is_id(str(value)) else None


def _numbers(values):
    return [number for value in values if (number := _number(value))]


def _moment(value):
    try:
        return _iso(MinuteField(required=False).clean(value))
    except ValidationError:
        return None


def _iso(moment):
    return moment.astimezone(datetime.UTC).isoformat() if moment else None


def settled(content, newest):
    """`content` with whatever in it differs from `newest` only by the way through a browser put back as it was."""
    same = {name: newest[name] for name in contents.TEXTS if _bare(content[name]) == _bare(newest[name])}
    if _minute(content["embargo_until"]) == _minute(newest["embargo_until"]):
        same["embargo_until"] = newest["embargo_until"]
    kept = [pk for pk in newest["related"] if pk in content["related"]]
    return content | same | {"related": [*kept, *(pk for pk in content["related"] if pk not in kept)]}


def _bare(text):
    return text.replace("\r\n", "\n").strip()


def _minute(text):
    return text and parse_datetime(text).replace(second=0, microsecond=0)
