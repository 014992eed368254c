import pytest

from articles.forms import SearchForm


def test_search_form_takes_off_spaces_at_the_ends():
    form = SearchForm({"q": "  혁신 클러스터\n"})
    assert form.is_valid()
    assert form.cleaned_data["q"] == "혁신 클러스터"


@pytest.mark.parametrize("typed", ["ㄱ", "a", "7", "漢", "①"])
def test_search_form_takes_one_letter_or_digit(typed):
    assert SearchForm({"q": typed}).is_valid()


@pytest.mark.parametrize("typed", ["!", "‘’", "․", "🌾", "\u200b", "\ufffd"])
def test_search_form_refuses_signs_alone(typed):
    assert SearchForm({"q": typed}).errors == {"q": ["글자나 숫자를 하나 이상 적어 주세요."]}
