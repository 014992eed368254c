import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dumps.reading import COMMENT_LABELS, Unreadable, read, text_of
from tests.articles.dumps.samples import (
    CAPTION,
    FOOT,
    FOOT_WITHOUT_COMMENTS,
    HEAD_LINES,
    MASTHEAD,
    PARAGRAPHS,
    SUBTITLE,
    TITLE,
    make_dump,
)
from tests.factories import at


def test_read_places_everything():
    dump = read(make_dump())
    assert (dump.title, dump.subtitle, dump.caption, dump.paragraphs) == (TITLE, SUBTITLE, CAPTION, PARAGRAPHS)
    assert (dump.names, dump.times, dump.comment_count) == (
        {"표윤슬": ("기자", "")},
        {"승인": at("2023-10-12 14:51")},
        0,
    )
    assert dump.masthead == MASTHEAD | {
        "registered_on": datetime.date(2015, 4, 30),
        "published_on": datetime.date(2015, 4, 14),
        "editors": [{"name": "모루세"}, {"name": "모루네"}],
    }
    assert dump.last_lines == ["우수콘텐츠 우수콘텐츠 견본협회 ND소프트"]
    assert dump.remarks == [f"공유 표시 다음 묶음의 마지막 줄을 사진 설명으로 두었습니다: {CAPTION}"]


@pytest.mark.parametrize(
    ("lead", "subtitle", "caption"),
    [
        ("부제 한 줄", "부제 한 줄", ""),
        ("부제 한 줄\n설명", "부제 한 줄", "설명"),
        ("첫 줄\n둘째 줄\n셋째 줄\n설명", "첫 줄\n둘째 줄\n셋째 줄", "설명"),
        # What begins with a dateline is the story, though it stands where a subtitle would.
        (None, "", ""),
    ],
)
def test_read_the_block_behind_the_share_label(lead, subtitle, caption):
    dump = read(make_dump(lead=lead))
    assert (dump.subtitle, dump.caption, dump.paragraphs) == (subtitle, caption, PARAGRAPHS)


@pytest.mark.parametrize("dateline", ["[월간견본]", "  [월간견본 표윤슬 기자]", "\N{NO-BREAK SPACE}[여울=월간견본]"])
def test_read_a_first_block_with_a_dateline_is_body(dateline):
    first = f"{dateline} 첫 줄\n둘째 줄"
    dump = read(make_dump(lead=first, paragraphs=["다음 묶음"]))
    assert (dump.subtitle, dump.caption, dump.paragraphs, dump.remarks) == ("", "", [first, "다음 묶음"], [])


def test_read_brackets_within_a_first_block_are_no_dateline():
    dump = read(make_dump(lead="부제 [상]\n[사진] 설명"))
    assert (dump.subtitle, dump.caption) == ("부제 [상]", "[사진] 설명")


def test_read_says_that_a_lone_line_became_the_subtitle():
    assert read(make_dump(lead="부제 한 줄")).remarks == ["공유 표시 다음의 한 줄을 부제로 두었습니다: 부제 한 줄"]


def test_read_a_body_that_uses_the_words_of_the_comments():
    paragraphs = ["첫 문단", "댓글쓰기", "댓글 3", "끝 문단"]
    assert read(make_dump(paragraphs=paragraphs)).paragraphs == paragraphs


@pytest.mark.parametrize("foot", ["", FOOT[FOOT.index("  • 01234") :]])
def test_read_a_body_with_bullets_and_no_comments_behind_it(foot):
    paragraphs = ["첫 문단", "• 점 하나\n  • 점 둘", "  • 값 : 셋", "끝 문단"]
    dump = read(make_dump(paragraphs=paragraphs, foot=foot))
    assert dump.paragraphs == paragraphs
    assert bool(dump.masthead) == bool(foot)


@pytest.mark.parametrize("foot", [FOOT, FOOT_WITHOUT_COMMENTS])
@pytest.mark.parametrize(
    "paragraphs",
    [
        ["첫 문단", "댓글쓰기", "끝 문단"],
        ["첫 문단", "댓글쓰기"],
        ["첫 문단", "• 대표자 : 표윤슬\n• 98765 여울군 여울읍", "끝 문단"],
    ],
)
def test_read_words_of_the_foot_within_the_body_do_not_cut_it(paragraphs, foot):
    dump = read(make_dump(paragraphs=paragraphs, foot=foot))
    assert dump.paragraphs == paragraphs
    assert (dump.masthead["representative"], dump.masthead["postal_code"]) == ("모루한", "01234")
    assert dump.last_lines == ["우수콘텐츠 우수콘텐츠 견본협회 ND소프트"]


def test_read_bullets_that_end_a_body_before_the_masthead():
    paragraphs = ["첫 문단", "• 점 하나\n• 점 : 둘"]
    assert read(make_dump(paragraphs=paragraphs, foot=FOOT_WITHOUT_COMMENTS)).paragraphs == paragraphs


@pytest.mark.parametrize("label", COMMENT_LABELS[1:])
def test_read_one_line_as_of_the_comments_is_body_and_a_block_of_them_is_not(label):
    paragraphs = ["첫 문단", label]
    other = next(one for one in COMMENT_LABELS[1:] if one != label)
    assert read(make_dump(paragraphs=paragraphs, foot="")).paragraphs == paragraphs
    assert read(make_dump(paragraphs=paragraphs, foot=f"댓글 0\n{other}")).paragraphs == ["첫 문단"]


def test_read_a_body_alone():
    dump = read(make_dump(lead=None, paragraphs=["본문 한 묶음"]))
    assert (dump.subtitle, dump.caption, dump.paragraphs) == ("", "", ["본문 한 묶음"])


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n\n\n\n\n", "\n \t\n", "\n \n \n"])
def test_read_paragraphs_apart_by_any_number_of_blank_lines(gap):
    assert read(make_dump(paragraphs=[gap.join(["하나", "둘", "셋"])])).paragraphs == ["하나", "둘", "셋"]


def test_read_keeps_spaces_and_line_ends_within_a_paragraph():
    paragraphs = ["  들여 쓴 글 ", "한 줄\n두 줄", "• 점 하나\n• 점 둘", "\u3000전각 공백"]
    assert read(make_dump(paragraphs=paragraphs)).paragraphs == paragraphs


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("  • 표윤슬 기자", {"표윤슬": ("기자", "")}),
        ("  • 표윤슬 기자, 유채린 사진기자", {"표윤슬": ("기자", ""), "유채린": ("사진기자", "")}),
        ("  • 표윤슬 편집위원", {"표윤슬": ("편집위원", "")}),
        ("  • 표윤슬 선임 기자", {"표윤슬": ("선임 기자", "")}),
        ("  • 표윤슬 기자 pyo@example.com", {"표윤슬": ("기자", "pyo@example.com")}),
        ("  • 표윤슬 선임 기자 pyo@example.com", {"표윤슬": ("선임 기자", "pyo@example.com")}),
        ("  • 표윤슬 기자 pyo@example.com, 표윤슬 기자", {"표윤슬": ("기자", "pyo@example.com")}),
        ("•표윤슬\t특파원", {"표윤슬": ("특파원", "")}),
    ],
)
def test_read_reporters(head, names):
    dump = read(make_dump(head=[head]))
    assert (dump.names, [remark for remark in dump.remarks if "기자" in remark]) == (names, [])


@pytest.mark.parametrize(
    "line",
    [
        "표윤슬기자",
        "기자단",
        f"{'가' * 41} 기자",
        "모르는 줄",
        "pyo@example.com",
        "유채린 월간견본 선임 기자",
        f"유채린 기자 {'a' * 65}@example.com",
    ],
)
def test_read_says_what_is_no_reporters_name(line):
    dump = read(make_dump(head=[f"  • {line}, 표윤슬 기자"]))
    assert dump.names == {"표윤슬": ("기자", "")}
    assert dump.remarks[0] == f"머리의 이 말은 둘 곳을 찾지 못했습니다: {line}"


def test_read_every_time():
    head = ["  • 입력 2023.10.12 14:00", "  • 승인 2023.10.12 14:51", "  • 수정 2023.10.13 09:05"]
    assert read(make_dump(head=head)).times == {
        "입력": at("2023-10-12 14:00"),
        "승인": at("2023-10-12 14:51"),
        "수정": at("2023-10-13 09:05"),
    }


def test_read_says_what_stands_below_the_title():
    dump = read(make_dump(head=["제목 아래의 다른 줄", *HEAD_LINES]))
    assert dump.remarks[0] == "제목 아래의 이 줄은 둘 곳을 찾지 못했습니다: 제목 아래의 다른 줄"


def test_read_keeps_the_lines_of_the_foot_that_are_not_of_the_masthead():
    dump = read(make_dump(foot=FOOT + "  • 모르는 꼬리\n"))
    assert dump.last_lines == ["우수콘텐츠 우수콘텐츠 견본협회 ND소프트", "모르는 꼬리"]


def test_read_takes_no_break_spaces_of_the_page_for_spaces():
    text = make_dump().replace("  • ", "\N{NO-BREAK SPACE} •\N{NO-BREAK SPACE}")
    dump = read(text.replace("이 기사를 공유합니다", "이 기사를 공유합니다\N{NO-BREAK SPACE}"))
    assert dump == read(make_dump())


@pytest.mark.parametrize(
    ("line", "count"), [("댓글 0", 0), ("댓글 1,234", 1234), ("댓글 ,", None), ("댓글 많음", None)]
)
def test_read_the_number_of_comments(line, count):
    assert read(make_dump(head=[f"  • {line}"])).comment_count == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "기사 페이지의 덤프가 아닙니다. ‘이 기사를 공유합니다’ 줄이 없습니다."),
        ("다른 글\n한 편", "기사 페이지의 덤프가 아닙니다. ‘이 기사를 공유합니다’ 줄이 없습니다."),
        ("이 기사를 공유합니다\n\n본문", "제목이 없습니다."),
        ("이 기사를 공유합니다", "제목이 없습니다."),
        ("\n\n이 기사를 공유합니다\n", "제목이 없습니다."),
        ("제목\n이 기사를 공유합니다\n", "본문이 없습니다."),
        ("제목\n이 기사를 공유합니다\n\n \n댓글삭제\n", "본문이 없습니다."),
        (make_dump(head=["  • 승인 2023.02.30 14:51"]), "승인 시각이 달력에 없습니다: 승인 2023.02.30 14:51"),
        (make_dump(head=["  • 승인 2023.10.12 24:00"]), "승인 시각이 달력에 없습니다: 승인 2023.10.12 24:00"),
        (make_dump(title="가" * 201), "제목이 200자를 넘습니다."),
    ],
)
def test_read_refuses_in_words(text, words):
    with pytest.raises(Unreadable) as refusal:
        read(text)
    assert str(refusal.value) == words


@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_text_of_a_file_is_the_same_from_any_machine(mark, line_end):
    assert text_of((mark + make_dump().replace("\n", line_end)).encode()) == make_dump()


LINE = st.text(st.characters(exclude_characters="\n\r\x00", exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda line: line.strip() and not line.strip(" \t").startswith("•")
)
PARAGRAPH = st.lists(LINE, min_size=1, max_size=3).map("\n".join)


@given(LINE, LINE.filter(lambda line: not line.strip().startswith("[")), st.lists(PARAGRAPH, min_size=1, max_size=4))
def test_read_gives_back_what_went_in(title, subtitle, paragraphs):
    dump = read(make_dump(title=title, lead=subtitle, paragraphs=paragraphs))
    assert (dump.title, dump.subtitle, dump.paragraphs) == (title, subtitle, paragraphs)


@given(st.lists(st.one_of(st.sampled_from(make_dump().split("\n")), st.text(max_size=20)), max_size=40).map("\n".join))
def test_read_any_text_is_a_dump_or_refused_in_words(text):
    dump, words = None, ""
    try:
        dump = read(text)
    except Unreadable as refusal:
        words = str(refusal)
    assert bool(words) != bool(dump and dump.title and dump.paragraphs)
