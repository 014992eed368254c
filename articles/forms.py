from django import forms

from articles import korean, search


class SearchForm(forms.Form):
    q = forms.CharField(
        label="찾을 말",
        max_length=search.MAX_QUERY,
        error_messages={
            "required": "찾을 말을 적어 주세요.",
            "max_length": f"찾을 말은 {search.MAX_QUERY}자까지 적을 수 있습니다.",
            "null_characters_not_allowed": "찾을 수 없는 글자가 들어 있습니다.",
        },
    )

    def clean_q(self):
        query = self.cleaned_data["q"]
        if not korean.fold(query):
            raise forms.ValidationError("글자나 숫자를 하나 이상 적어 주세요.")
        return query
