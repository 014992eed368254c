import re

from django import forms
from unfold.widgets import UnfoldAdminTextareaWidget

# A name holds nothing that parts two names, or that is somebody's JSON.
_EDITOR = re.compile(r"(?P<name>[^()\[\]{}\",;:/ㆍ·․，、&]+?)\s*(?:\(\s*(?P<responsibility>[^()\s][^()]*)\))?")


class EditorsField(forms.CharField):
    """Editors as people write them, one a line: 이름 (책임분야). In Python a list of dicts of `name` and `responsibility`."""

    widget = UnfoldAdminTextareaWidget(attrs={"rows": 3})

    def prepare_value(self, value):
        if not isinstance(value, list):
            return value
        return "\n".join(_line(**editor) for editor in value)

    def to_python(self, value):
        text = super().to_python(value)
        self.run_validators(text)  # what Django asks of a text (no NUL) it cannot ask of a list
        return [self._editor(line.strip()) for line in text.splitlines() if line.strip()]

    def _editor(self, line):
        match = _EDITOR.fullmatch(line)
        if match is None:
            raise forms.ValidationError(
                f"이 줄을 읽지 못했습니다: {line} — 한 줄에 한 사람씩 ‘이름 (책임분야)’로 적어 주세요."
            )
        return {name: text.strip() for name, text in match.groupdict().items() if text and text.strip()}


def _line(name, responsibility=""):
    return f"{name} ({responsibility})" if responsibility else name


class MastheadForm(forms.ModelForm):
    editors = EditorsField(
        label="편집인",
        help_text="한 줄에 한 사람씩 ‘이름 (책임분야)’로 적습니다. 여럿이면 책임분야를 꼭 적습니다(신문법 제21조).",
    )
