import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.contents import EMPTY
from articles.merging import Merge, merge
from monthlypeople.richtext import sanitise

PARAGRAPHS = [
    "<p>갯벌을 지키는 사람들이 있다.</p>",
    "<p>어촌계장 박만복 씨는 사십 년째 이 길을 걷는다.</p>",
    "<p>어촌계장 박만복 씨가 사십 년째 이 길을 걷는다.</p>",
    "<p>해마다 스무 명씩 섬을 떠났다.</p>",
    "<h2>물때를 읽다</h2>",
    "<ul><li>첫째, 물때</li><li>둘째, 바람</li></ul>",
    '<figure data-photo="7"><figcaption>드러난 길.</figcaption></figure>',
    "<p>李相哲 “바다가 부른다.”</p>",
    "<hr>",
    "<p>끝.</p>",
    "한 줄",
]
bodies = st.lists(st.sampled_from(PARAGRAPHS), max_size=8).map("\n".join).map(sanitise)
numbers = st.lists(st.integers(1, 6), unique=True, max_size=5)
bylines = st.lists(
    st.fixed_dictionaries(
        {
            "reporter": st.sampled_from([None, 1, 2]),
            "name": st.sampled_from(["李相哲", "문채영"]),
            "title": st.sampled_from(["", "기자", "선임기자"]),
            "role": st.just("글"),
        }
    ),
    max_size=3,
)
contents = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["", "갯벌", "‘갯벌’"]),
        "section": st.sampled_from([None, 3, 4]),
        "no_caption": st.booleans(),
        "tags": numbers,
        "bylines": bylines,
        "body": bodies,
    }
)
bases = contents | st.none() | st.just({})


def merged(field, base, mine, theirs):
    """What becomes of one field, and whether it is in conflict."""
    result = merge(base=EMPTY | {field: base}, mine=EMPTY | {field: mine}, theirs=EMPTY | {field: theirs})
    return result.content[field], result.conflicts == [field]


def body(*paragraphs):
    return "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)


def merged_body(base, mine, theirs):
    return merged("body", body(*base), body(*mine), body(*theirs))


# --- laws ---------------------------------------------------------------------------------------------------------


@given(contents, contents)
def test_merge_where_one_changed_alone_is_what_that_one_wrote(base, changed):
    assert merge(base=base, mine=changed, theirs=base) == Merge(changed, [], [])
    theirs = merge(base=base, mine=base, theirs=changed)
    assert (theirs.content, theirs.conflicts) == (changed, [])


@given(bases, contents)
def test_merge_where_both_wrote_the_same_is_that(base, changed):
    assert merge(base=base, mine=changed, theirs=changed) == Merge(changed, [], [])


@given(bases, contents, contents)
def test_merge_is_in_conflict_whoever_comes_first(base, mine, theirs):
    one, other = merge(base=base, mine=mine, theirs=theirs), merge(base=base, mine=theirs, theirs=mine)
    assert set(one.conflicts) == set(other.conflicts)


@given(bodies, bodies, bodies)
def test_merge_of_bodies_without_conflict_is_the_same_whoever_comes_first(base, mine, theirs):
    one, is_conflict = merged("body", base, mine, theirs)
    other, is_conflict_too = merged("body", base, theirs, mine)
    assert is_conflict == is_conflict_too
    assert is_conflict or "".join(one.split()) == "".join(other.split())


@given(bases, contents, contents)
def test_merge_takes_or_collides_and_never_both(base, mine, theirs):
    result = merge(base=base, mine=mine, theirs=theirs)
    assert set(result.content) == set(mine)
    assert set(result.taken) & set(result.conflicts) == set()
    for field, value in mine.items():
        if field not in (*result.taken, *result.conflicts):
            assert (result.content[field] or None) == (value or None)


@given(bodies, bodies, bodies)
def test_merge_loses_no_block_that_was_added(base, mine, theirs):
    value, is_conflict = merged("body", base, mine, theirs)
    blocks = {paragraph for paragraph in PARAGRAPHS if paragraph in mine and paragraph not in base}
    if not is_conflict:
        blocks |= {paragraph for paragraph in PARAGRAPHS if paragraph in theirs and paragraph not in base}
    assert {paragraph for paragraph in blocks if paragraph not in value} == set()


@given(bodies, bodies, bodies)
def test_merge_of_bodies_is_clean_html(base, mine, theirs):
    value, _ = merged("body", base, mine, theirs)
    assert sanitise(value) == value


@given(numbers, numbers, numbers)
def test_merge_of_lists_has_what_either_added_and_not_what_either_took_out(base, mine, theirs):
    value, _ = merged("tags", base, mine, theirs)
    kept = {tag for tag in base if tag in mine and tag in theirs}
    assert (len(value), set(value)) == (len(set(value)), kept | set(mine) - set(base) | set(theirs) - set(base))


# --- single fields ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "base", "mine", "theirs", "result"),
    [
        ("title", "갯벌", "갯벌", "바다", ("바다", False)),
        ("title", "갯벌", "섬", "갯벌", ("섬", False)),
        ("title", "갯벌", "섬", "바다", ("섬", True)),
        ("title", "갯벌", "섬", "섬", ("섬", False)),
        ("section", None, 3, 4, (3, True)),
        ("section", 3, None, 3, (None, False)),
        ("no_caption", False, False, True, (True, False)),
        ("embargo_until", None, None, "2026-11-23T05:00:00+00:00", ("2026-11-23T05:00:00+00:00", False)),
        ("caption", "", "박만복 씨.\n갯벌에서.", "박만복 씨.", ("박만복 씨.\n갯벌에서.", True)),
    ],
)
def test_merge_of_a_single_value(field, base, mine, theirs, result):
    assert merged(field, base, mine, theirs) == result


def test_merge_names_what_was_taken_and_what_collided():
    base = EMPTY | {"title": "갯벌", "page": 12, "caption": "길."}
    mine = base | {"title": "섬", "caption": "바닷길."}
    theirs = base | {"title": "바다", "page": 14}
    result = merge(base=base, mine=mine, theirs=theirs)
    assert result == Merge(mine | {"page": 14}, ["title"], ["page"])


@pytest.mark.parametrize("base", [None, {}])
def test_merge_without_a_base_takes_what_one_alone_has(base):
    mine = EMPTY | {"title": "섬", "tags": [1]}
    theirs = EMPTY | {"title": "바다", "page": 14, "tags": [2], "ai_use": "assistive"}
    result = merge(base=base, mine=mine, theirs=theirs)
    assert (result.conflicts, result.taken) == (["title"], ["ai_use", "page", "tags"])
    assert result.content == theirs | {"title": "섬", "tags": result.content["tags"]}
    assert sorted(result.content["tags"]) == [1, 2]


def test_merge_takes_a_field_that_one_content_does_not_have():
    assert merge(base={}, mine={"title": "섬"}, theirs={"page": 14}) == Merge({"title": "섬", "page": 14}, [], ["page"])


# --- bodies -------------------------------------------------------------------------------------------------------

ONE, TWO, THREE = "갯벌을 지키는 사람들이 있다.", "박만복 씨는 이 길을 걷는다.", "해마다 스무 명이 떠났다."


@pytest.mark.parametrize(
    ("mine", "theirs", "result"),
    [
        # Neighbouring paragraphs.
        ([ONE, TWO, "해마다 서른 명이 떠났다."], [ONE, "박만복 씨가 이 길을 걷는다.", THREE], [ONE, "박만복 씨가 이 길을 걷는다.", "해마다 서른 명이 떠났다."]),
        # One changes, the other puts something in beside it.
        ([ONE, "박만복 씨가 이 길을 걷는다.", THREE], [ONE, "새 문단.", TWO, THREE], [ONE, "새 문단.", "박만복 씨가 이 길을 걷는다.", THREE]),
        # In front, and behind.
        (["앞.", ONE, TWO, THREE], [ONE, TWO, THREE, "뒤."], ["앞.", ONE, TWO, THREE, "뒤."]),
        # Taken out by one, put in elsewhere by the other.
        ([TWO, THREE], [ONE, TWO, "새 문단.", THREE], [TWO, "새 문단.", THREE]),
        # The same change by both, and one more.
        ([ONE, THREE], [ONE, THREE, "뒤."], [ONE, THREE, "뒤."]),
    ],
)  # fmt: skip
def test_merge_of_bodies_changed_in_different_places(mine, theirs, result):
    assert merged_body([ONE, TWO, THREE], mine, theirs) == (body(*result), False)
    assert merged_body([ONE, TWO, THREE], theirs, mine) == (body(*result), False)


@pytest.mark.parametrize(
    ("mine", "theirs", "result"),
    [
        # One paragraph, two ways.
        ([ONE, "박만복 씨가 이 길을 걷는다.", THREE], [ONE, "박만복 씨도 이 길을 걷는다.", THREE], [ONE, "박만복 씨가 이 길을 걷는다.", THREE]),
        # Taken out by one, changed by the other.
        ([ONE, THREE], [ONE, "박만복 씨도 이 길을 걷는다.", THREE], [ONE, THREE]),
        # Two at one place.
        ([ONE, "내 문단.", TWO, THREE], [ONE, "남의 문단.", TWO, THREE], [ONE, "내 문단.", TWO, THREE]),
        # Two rewritten as one, over a change: what lies between mine stays as it is.
        ([ONE, "박만복 씨가 이 길을 걷는다.", THREE], ["아주 다른 글.", THREE], [ONE, "박만복 씨가 이 길을 걷는다.", THREE]),
    ],
)  # fmt: skip
def test_merge_of_bodies_changed_in_one_place_keeps_mine(mine, theirs, result):
    assert merged_body([ONE, TWO, THREE], mine, theirs) == (body(*result), True)


def test_merge_of_bodies_takes_what_does_not_collide_beside_what_does():
    mine = [ONE, "박만복 씨가 이 길을 걷는다.", THREE]
    theirs = [ONE, "박만복 씨도 이 길을 걷는다.", THREE, "뒤."]
    assert merged_body([ONE, TWO, THREE], mine, theirs) == (body(*mine, "뒤."), True)


def test_merge_does_not_double_a_paragraph_that_both_moved():
    base = ["하나.", "둘.", "둘 다 다른 곳으로 옮기려는 꽤 긴 문단이다.", "셋.", "넷.", "다섯."]
    moved = base[2]
    mine = [moved, "하나.", "둘.", "셋.", "넷.", "다섯."]
    theirs = ["하나.", "둘.", "셋.", "넷.", "다섯.", moved]
    assert merged_body(base, mine, theirs) == (body(*mine), True)


def test_merge_minds_no_space_between_paragraphs():
    base = f"<p>{ONE}</p>"
    mine = f"<p>{ONE}</p>\n\n<p>뒤.</p>"
    theirs = "<p>갯벌을 지키는 사람들이 많다.</p>"
    assert merged("body", base, mine, theirs) == ("<p>갯벌을 지키는 사람들이 많다.</p><p>뒤.</p>", False)


def test_merge_keeps_a_link_around_paragraphs_whole():
    link = '<a href="/about/" rel="noopener"><p>하나.</p><p>둘.</p></a>'
    assert merged("body", link, link + "<p>뒤.</p>", f"<p>앞.</p>{link}") == (f"<p>앞.</p>{link}<p>뒤.</p>", False)


def test_merge_keeps_loose_words_apart():
    assert merged("body", "<p>끝.</p>", "<p>끝.</p>내 글", "남의 글<p>끝.</p>") == ("남의 글\n<p>끝.</p>내 글\n", False)


def test_merge_of_long_bodies_takes_bounded_time():
    chance = random.Random(5)
    base = [f"{n}번째 문단의 낱말 {chance.random()}" for n in range(2000)]
    mine = ["가" if chance.random() < 0.3 else paragraph for paragraph in base]
    theirs = chance.sample(base, len(base))
    start = time.process_time()
    merged_body(base, mine, theirs)
    merged_body(["가"] * 5000, ["가", "나"] * 2500, ["나", "가", "가"] * 1700)
    assert time.process_time() - start < 6


# --- lists --------------------------------------------------------------------------------------------------------


def signed(title, *, reporter=1, name=""):
    return {"reporter": reporter, "name": name, "title": title, "role": "글"}


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "result"),
    [
        ([1, 2], [1, 2, 3], [1, 2, 4], ([1, 2, 3, 4], False)),
        ([1, 2], [2], [1, 2, 4], ([2, 4], False)),
        ([1, 2], [1], [2], ([], False)),
        ([1, 2, 3], [1, 2, 3, 4], [3, 2, 1], ([3, 4, 2, 1], False)),
        ([1, 2, 3], [2, 1, 3], [3, 2, 1], ([2, 1, 3], True)),
        ([1, 2, 3], [2, 1, 3], [2, 1, 3], ([2, 1, 3], False)),
    ],
)
def test_merge_of_lists(base, mine, theirs, result):
    assert merged("related", base, mine, theirs) == result


def test_merge_of_bylines_goes_by_who_signs():
    base = [signed("기자"), signed("사진가", reporter=None, name="李相哲")]
    mine = [signed("선임기자"), base[1]]
    theirs = [base[0], signed("", reporter=2)]
    assert merged("bylines", base, mine, theirs) == ([signed("선임기자"), signed("", reporter=2)], False)


def test_merge_of_one_byline_told_in_two_ways_keeps_mine():
    assert merged("bylines", [signed("기자")], [signed("선임기자")], [signed("차장")]) == ([signed("선임기자")], True)
    assert merged("bylines", [signed("기자")], [signed("선임기자")], []) == ([signed("선임기자")], True)
    assert merged("bylines", [signed("기자")], [], [signed("차장")]) == ([], True)
