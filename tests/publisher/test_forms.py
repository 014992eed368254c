import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.forms import EditorsField

PARTING = ',;:/ㆍ·"[]{}'  # what parts two names, or is somebody's JSON


def words(**characters):
    text = st.text(st.characters(categories=["L", "N"], **characters), min_size=1)
    return text.filter(lambda text: text == text.strip())


NAMES = words(include_characters=" -", exclude_characters=PARTING)
FIELDS = words(include_characters=f" -{PARTING}")


@pytest.mark.parametrize(
    ("typed", "editors"),
    [
        ("모루세", [{"name": "모루세"}]),
        ("모루세 (인터뷰)", [{"name": "모루세", "responsibility": "인터뷰"}]),
        ("모루세(인터뷰, 문화)", [{"name": "모루세", "responsibility": "인터뷰, 문화"}]),
        (" 모루세 ( 인터뷰 ) \r\n\n  모루네\n", [{"name": "모루세", "responsibility": "인터뷰"}, {"name": "모루네"}]),
        ("모루세 (문화ㆍ사회/인터뷰)", [{"name": "모루세", "responsibility": "문화ㆍ사회/인터뷰"}]),
        ("박성래\n남윤실", [{"name": "박성래"}, {"name": "남윤실"}]),
        ("모루 세 (문화)", [{"name": "모루 세", "responsibility": "문화"}]),
    ],
)
def test_editors_are_read_one_a_line(typed, editors):
    assert EditorsField().clean(typed) == editors


@pytest.mark.parametrize(
    "line",
    [
        "(문화)",
        "모루세 (문화",
        "모루세 문화)",
        "모루세 (문화) 밖",
        "모루세 ((문화))",
        "모루세 ()",
        "모루세 ( )",
        "박성래, 남윤실",
        "박성래 (인터뷰), 남윤실 (문화)",
        # As many footers print them: two people must never pass for one, who needs no field.
        "모루세, 모루네",
        "모루세ㆍ모루네",
        "모루세 / 모루네",
        '[{"name": "모루세"}]',
    ],
)
def test_editors_line_that_cannot_be_read_is_refused_in_words(line):
    with pytest.raises(ValidationError) as refusal:
        EditorsField().clean(f"모루네 (사회)\n{line}")
    assert refusal.value.messages == [
        f"이 줄을 읽지 못했습니다: {line} — 한 줄에 한 사람씩 ‘이름 (책임분야)’로 적어 주세요."
    ]


@pytest.mark.parametrize("typed", ["", "  \n ", "모루\x00세", "모루세 (문\x00화)"])
def test_editors_are_asked_for_and_hold_no_nul(typed):
    with pytest.raises(ValidationError):
        EditorsField().clean(typed)


@given(st.lists(st.fixed_dictionaries({"name": NAMES}, optional={"responsibility": FIELDS}), min_size=1))
def test_editors_are_written_as_they_are_read(editors):
    field = EditorsField()
    assert field.clean(field.prepare_value(editors)) == editors
    assert not field.has_changed(editors, field.prepare_value(editors))


@given(NAMES, st.sampled_from(PARTING), st.sampled_from(["", " "]), NAMES)
@example("박성래", ",", " ", "남윤실")
def test_editors_on_one_line_are_never_taken_for_one(first, parting, space, second):
    with pytest.raises(ValidationError):
        EditorsField().clean(f"{first}{parting}{space}{second}")
