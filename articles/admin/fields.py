"""Form fields of the desk's screens."""

import re

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from accounts.models import User

_ID = re.compile(r"[1-9][0-9]{0,17}")
NOBODYS_ID = "0"
_CENTURY = re.compile(r"20\d\d\D")


def is_id(value):
    """Whether `value` (str) may be the id of a row: any other would be an error of the database."""
    return bool(_ID.fullmatch(value))


class _Ids:
    """A choice by id, safe to ask the database for and to show again: what can be no id is taken for one that nothing has."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        if isinstance(value, list):
            return [one if is_id(one) else NOBODYS_ID for one in value]
        return value if not value or is_id(value) else NOBODYS_ID


class PickOne(_Ids, AutocompleteSelect):
    """The admin's own choice of a row by typing part of its name."""


class PickMany(_Ids, AutocompleteSelectMultiple):
    """As `PickOne`, of several. Each is taken away by itself: the button that takes all away is no button to a screen reader."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"}


class PickFromHand(_Ids, AutocompleteSelect):
    """As `PickOne`; what is chosen is found among `choices`, which the form has at hand, and not asked for row by row."""

    def optgroups(self, name, value, attr=None):
        return forms.Select.optgroups(self, name, value, attr)


class IdSelect(_Ids, UnfoldAdminSelectWidget):
    """One of a few rows."""


class MinuteInput(UnfoldAdminTextInputWidget):
    """The browser's own picker of a day and a time, to the minute, in the newsroom's time (Asia/Seoul)."""

    input_type = "datetime-local"
    # What the browser sends and wants to be given, whatever the language of the page.
    format = "%Y-%m-%dT%H:%M"

    def format_value(self, value):
        return value.strftime(self.format) if hasattr(value, "strftime") else value


class MinuteField(forms.DateTimeField):
    widget = MinuteInput
    default_error_messages = {
        "invalid": "날짜와 시각을 2026-11-26 09:00처럼 적어 주세요.",
        "required": "시각을 골라 주세요.",
    }

    def __init__(self, **kwargs):
        super().__init__(
            input_formats=[MinuteInput.format, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y.%m.%d %H:%M"], **kwargs
        )

    def to_python(self, value):
        """No newspaper means a year like 20; some of them have no time in Seoul at all."""
        if isinstance(value, str) and value.strip() and not _CENTURY.match(value.strip()):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class PersonField(forms.ModelChoiceField):
    """Somebody who may write articles."""

    widget = UnfoldAdminSelectWidget
    default_error_messages = {
        "required": "사람을 골라 주세요.",
        "invalid_choice": "기사를 쓸 수 있는 사람을 골라 주세요.",
    }

    def __init__(self, **kwargs):
        super().__init__(queryset=User.objects.none(), **kwargs)
        self.queryset = writers()


def writers():
    """People at work who may write articles."""
    permission = {"groups__permissions__codename": "change_article"}
    return User.objects.filter(is_active=True, is_staff=True, **permission).distinct().order_by("last_name", "username")
