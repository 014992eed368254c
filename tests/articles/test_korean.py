import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.korean import bigrams, fold, plain_text, shorten

HANGUL = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
texts = st.text(
    st.one_of(HANGUL, st.sampled_from("ㄱㅏㅋ㎢․‘’“”·ㆍ 　\u00a0\n漢字ＡＢ①" + string.printable), st.characters())
)


# --- fold ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("혁신 클러스터", "혁신클러스터"),
        ("위한‘허브 네트워크’개최", "위한허브네트워크개최"),
        ("부품․시스템", "부품시스템"),
        ("16.43㎢", "1643km2"),
        ("ＡＢＣ １２３", "abc123"),
        ("Kim", "kim"),
        ("漢字 한자", "漢字한자"),
        ("ㅋㅋ", "ㅋㅋ"),
        ("ㄱ은 기역", "ㄱ은기역"),
        ("㈜모루", "주모루"),
        ("…!? ", ""),
        ("나이\u00a0쉰", "나이쉰"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_fold_unites_the_two_ways_to_write_a_syllable():
    assert fold(unicodedata.normalize("NFD", "간척지 벼")) == fold("간척지 벼") == "간척지벼"


@given(texts)
def test_fold_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(texts, texts)
def test_fold_of_words_apart_is_the_sum_of_its_parts(one, two):
    assert fold(f"{one} {two}") == fold(one) + fold(two)


@given(st.text(st.one_of(HANGUL, st.sampled_from("ㄱㅎㅏㅣabz059漢"))))
def test_fold_keeps_letters_and_digits(text):
    assert fold(text) == text


@given(texts)
def test_fold_has_no_space_no_sign_and_no_capital(text):
    folded = fold(text)
    assert all(character.isalnum() for character in folded)
    assert folded == folded.lower()


# --- bigrams ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folded", "pairs"), [("", set()), ("논", {"논"}), ("벼논", {"벼논"}), ("가나가나", {"가나", "나가"})]
)
def test_bigrams(folded, pairs):
    assert bigrams(folded) == pairs


@given(st.text(HANGUL, min_size=2), st.data())
def test_bigrams_of_a_part_are_among_those_of_the_whole(text, data):
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 2, len(text)))
    assert bigrams(text[start:end]) <= bigrams(text)


# --- plain_text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>한 줄</p><p>두 줄</p>", "한 줄 두 줄"),
        ("<p>한<strong>줄</strong>로</p>", "한줄로"),
        ("한<br>줄", "한 줄"),
        ("<ul><li>하나</li><li>둘</li></ul>", "하나 둘"),
        ("<table><caption>표</caption><tr><th>가</th><td>나</td></tr></table>", "표 가 나"),
        ('<figure data-photo="3"><figcaption>설명</figcaption></figure><p>글</p>', "설명 글"),
        ("<p>3 &lt; 5 &amp; “말”&nbsp;끝</p>", "3 < 5 & “말” 끝"),
        ("", ""),
    ],
)
def test_plain_text(markup, text):
    assert plain_text(markup) == text


@given(
    st.lists(
        st.text(st.characters(categories=["L", "N", "P"]), min_size=1).filter(lambda word: not set(word) & set("<>&"))
    )
)
def test_plain_text_of_paragraphs_is_their_words(words):
    assert plain_text("".join(f"<p>{word}</p>\n" for word in words)) == " ".join(words)


# --- shorten ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("열한 번째 가을", 8, "열한 번째 가을"),
        ("열한 번째 가을", 7, "열한 번째…"),
        ("가나다라마바사", 4, "가나다…"),
        ("벼를, 베다 논에서", 7, "벼를, 베다…"),
        ("가나다, 라마바사", 6, "가나다…"),
        ("", 5, ""),
    ],
)
def test_shorten(text, length, short):
    assert shorten(text, length) == short


@given(texts, st.integers(1, 60))
def test_shorten_is_never_longer_and_begins_as_the_text_does(text, length):
    short = shorten(text, length)
    assert len(short) <= length
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
