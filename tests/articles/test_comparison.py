import random
import time

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from articles.comparison import compare
from articles.comparison.body import blocks
from articles.comparison.sequences import matching_runs, rising
from articles.comparison.text import words
from articles.contents import EMPTY
from monthlypeople.richtext import sanitise

SYLLABLES = st.sampled_from("가나다라사람은이를의에서했다 ,.‘’“”․ㆍ漢字12\n\u00a0ㅋab⁠")
texts = st.text(SYLLABLES, max_size=60) | st.text(max_size=30)
sentences = st.lists(
    st.sampled_from(
        [
            "사람은",
            "사람이",
            "밥을",
            "밥만",
            "먹었다.",
            "먹었습니다.",
            "할수",
            "할",
            "수",
            "있다",
            "김철수",
            "1,200명이",
            "‘허브’",
            "漢字",
        ]
    ),
    max_size=25,
).map(" ".join)
bodies = st.lists(
    st.tuples(
        st.sampled_from(["p", "h2", "h3", "blockquote", "li", "figure", "td", "strong", "hr", "br", "ul", "a"]),
        sentences,
    ),
    max_size=8,
).map(lambda parts: sanitise("".join(f"<{tag}>{text}</{tag}>" for tag, text in parts)))

NAMES = {
    ("section", 3): "문화",
    ("section", 4): "사회",
    ("lead_photo", 7): "물 빠진 갯벌",
    ("lead_photo", 8): "바닷길을 걷는 사람",
    ("tags", 1): "갯벌",
    ("tags", 2): "신안",
    ("tags", 3): "기후",
    ("related", 5): "갯벌의 사계",
    ("related", 6): "섬 학교의 마지막 졸업식",
    ("reporter", 1): "김예진",
    ("reporter", 2): "문채영",
}


def names(field, number):
    return NAMES.get((field, number), "")


def marked(pieces):
    """Pieces as one line: [-removed-]{+added+}."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces)


def told(old, new):
    """What became of each block: kind, sort of block, marked text, notes."""
    return [(row.kind, row.block, marked(row.pieces), list(row.notes)) for row in blocks(old, new, names)]


def changes(old, new):
    return compare(EMPTY | old, EMPTY | new, names)


def only_change(old, new):
    (change,) = changes(old, new)
    return change


# --- sequences ----------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 6)), st.lists(st.integers(0, 6)))
def test_matching_runs_match_and_rise(old, new):
    i = j = 0
    for x, y, length in matching_runs(old, new):
        assert (x >= i, y >= j, length > 0) == (True, True, True)
        assert old[x : x + length] == new[y : y + length]
        i, j = x + length, y + length


def test_matching_runs_of_much_find_what_is_once_on_either_side():
    old = [f"옛{n}" if n % 10 else f"늘{n}" for n in range(2000)]
    new = [f"새{n}" if n % 10 else f"늘{n}" for n in range(2000)]
    assert matching_runs(old, new) == [(n, n, 1) for n in range(0, 2000, 10)]


@given(st.permutations(range(8)))
def test_rising_is_a_longest_choice(order):
    chosen = rising(enumerate(order))
    longest = [1] * 8
    for n in range(8):
        longest[n] += max((longest[m] for m in range(n) if order[m] < order[n]), default=0)
    assert chosen == sorted(chosen, key=lambda pair: pair[1])
    assert len(chosen) == max(longest)


# --- words --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "", ""),
        ("", "새 제목", "{+새 제목+}"),
        ("옛 제목", "", "[-옛 제목-]"),
        ("같은 제목", "같은 제목", "같은 제목"),
        ("사람은 밥을 먹었다.", "사람이 밥만 먹었다.", "사람[-은-]{+이+} 밥[-을-]{+만+} 먹었다."),
        ("기자들이 말했다.", "기자가 말했습니다.", "기자[-들이-]{+가+} 말했[-다-]{+습니다+}."),
        ("나는 할수 있다.", "나는 할 수 있다.", "나는 [-할수-]{+할 수+} 있다."),
        ("생각할수 없는 일", "생각할 수 있는 일", "[-생각할수 없는-]{+생각할 수 있는+} 일"),
        # A name, a number, a word of one syllable are shown whole.
        ("김철수 대표", "김철호 대표", "[-김철수-]{+김철호+} 대표"),
        ("1,200명이 모였다", "1,300명이 모였다", "[-1,200명이-]{+1,300명이+} 모였다"),
        ("2023년", "20231년", "[-2023년-]{+20231년+}"),
        ("갔다.", "왔다.", "[-갔다-]{+왔다+}."),
        ("서울", "서울특별시", "서울{+특별시+}"),
        ("매우 큰 집", "큰 집", "[-매우 -]큰 집"),
        ("위한 ‘허브 네트워크’ 개최", "위한 “허브 네트워크” 개최", "위한 [-‘-]{+“+}허브 네트워크[-’-]{+”+} 개최"),
        ("부품․시스템", "부품ㆍ시스템", "부품[-․-]{+ㆍ+}시스템"),
        ("李明博 대통령", "이명박 대통령", "[-李明博-]{+이명박+} 대통령"),
        ("첫 줄\n둘째 줄", "첫 줄 둘째 줄", "첫 줄[-\n-]{+ +}둘째 줄"),
        # A little word between two changes belongs to them.
        ("익혔고, 그 시간이 지금의 그를", "배웠고, 그 시절이 오늘의 그를", "[-익혔고, 그 시간이 지금의-]{+배웠고, 그 시절이 오늘의+} 그를"),
        ("가" * 30 + "나" + "다" * 30, "가" * 30 + "라" + "다" * 30, "가" * 30 + "[-나-]{+라+}" + "다" * 30),
    ],
)  # fmt: skip
def test_words(old, new, shown):
    assert marked(words(old, new)) == shown


@given(texts | sentences, texts | sentences)
def test_words_make_both_texts_and_alternate(old, new):
    pieces = words(old, new)
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new
    order = "".join({"same": "s", "removed": "r", "added": "a"}[kind] for kind, _ in pieces)
    assert [pair for pair in ("ss", "rr", "aa", "ar") if pair in order] == []
    assert "" not in [text for _, text in pieces]


@given(texts)
def test_words_of_the_same_text_are_all_the_same(text):
    assert {kind for kind, _ in words(text, text)} <= {"same"}


# --- blocks -------------------------------------------------------------------------------------------------------


def test_blocks_of_the_same_body_are_all_the_same():
    body = "<p>갯벌을 지킨다.</p>\n<h2>물때</h2><ul><li>하나</li></ul>"
    assert told(body, body) == [
        ("same", "문단", "갯벌을 지킨다.", []),
        ("same", "큰 제목", "물때", []),
        ("same", "목록 항목", "하나", []),
    ]


def test_blocks_changed_added_and_removed():
    old = "<p>어촌계장 박만복 씨는 이 길을 걷는다.</p><p>통째로 빠질 문단이다.</p><p>마지막 문단.</p>"
    new = "<p>어촌계장 박만복 씨가 이 길을 걷는다.</p><p>마지막 문단.</p><blockquote><p>바다가 부른다.</p></blockquote>"
    assert told(old, new) == [
        ("changed", "문단", "어촌계장 박만복 씨[-는-]{+가+} 이 길을 걷는다.", []),
        ("removed", "문단", "[-통째로 빠질 문단이다.-]", []),
        ("same", "문단", "마지막 문단.", []),
        ("added", "인용문", "{+바다가 부른다.+}", []),
    ]


def test_blocks_that_share_little_are_not_one_that_changed():
    assert told("<p>갯벌은 넓고 깊다.</p>", "<p>회의가 서울에서 열렸다.</p>") == [
        ("removed", "문단", "[-갯벌은 넓고 깊다.-]", []),
        ("added", "문단", "{+회의가 서울에서 열렸다.+}", []),
    ]


@pytest.mark.parametrize(
    ("old", "new", "notes"),
    [
        ("<p>물때를 읽다</p>", "<h4>물때를 읽다</h4>", ["문단 → 작은 제목"]),
        ("<ul><li>물때</li></ul>", "<ol><li>물때</li></ol>", ["목록 항목 → 번호 목록 항목"]),
        ("<p>참가비는 무료다.</p>", "<p>참가비는 <strong>무료</strong>다.</p>", ["굵게 표시: ‘무료’"]),
        ("<p><b>참가비</b>는 <em>무료</em>다.</p>", "<p>참가비는 무료다.</p>", ["굵게 표시 없앰: ‘참가비’", "기울임 표시 없앰: ‘무료’"]),
        ("<p><b>무료</b>다.</p>", "<p><strong>무료</strong>다.</p>", []),
        (
            '<p><a href="https://a.kr/1">누리집</a></p>',
            '<p><a href="https://a.kr/2?a=1&amp;b=2">누리집</a></p>',
            ["링크 주소: https://a.kr/1 → https://a.kr/2?a=1&b=2 (‘누리집’)"],
        ),
        ("<p>누리집</p>", '<p><a href="/about/">누리집</a></p>', ["링크 넣음: ‘누리집’ → /about/"]),
        ('<p><a href="/about/">누리집</a></p>', "<p>누리집</p>", ["링크 없앰: ‘누리집’ (/about/)"]),
        ("<table><tr><td>연도</td></tr></table>", "<table><tr><th>연도</th></tr></table>", ["머리 칸을 바꿈"]),
        ("<table><tr><td>연도</td></tr></table>", '<table><tr><td colspan="2">연도</td></tr></table>', ["칸의 모양을 바꿈"]),
        (
            "<ul><li>바다</li><li>갯벌</li></ul>",
            "<ul><li>바다<ul><li>갯벌</li></ul></li></ul>",
            ["목록에서 한 단계 안으로 들어감"],
        ),
    ],
)  # fmt: skip
def test_blocks_of_which_the_form_alone_changed(old, new, notes):
    rows = blocks(sanitise(old), sanitise(new))
    assert [note for row in rows for note in row.notes] == notes
    assert {row.kind for row in rows} <= {"same", "formatted"}
    assert [row.kind for row in rows].count("formatted") == bool(notes)


def test_blocks_of_which_words_and_form_changed_tell_both():
    old = "<p>참가비는 무료이고 날마다 연다.</p>"
    new = "<h2><strong>참가비는</strong> 무료이며 <em>날마다</em> 연다.</h2>"
    notes = ["문단 → 큰 제목", "굵게 표시: ‘참가비는’", "기울임 표시: ‘날마다’"]
    assert told(old, new) == [("changed", "큰 제목", "참가비는 무료이[-고-]{+며+} 날마다 연다.", notes)]


def test_blocks_tell_a_hundred_changes_of_form_in_a_few_notes():
    old = "<p>" + "".join(f"낱말{n} " for n in range(100)) + "</p>"
    new = "<p>" + "".join(f"<b>낱말{n}</b> " for n in range(100)) + "</p>"
    (row,) = blocks(old, new)
    assert (len(row.notes), row.notes[-1]) == (13, "그 밖에 88곳의 모양이 바뀜")


def test_blocks_whose_picture_or_its_caption_changed():
    seven = '<figure data-photo="7"><figcaption>드러난 길.</figcaption></figure>'
    eight = '<figure data-photo="8"><figcaption>드러난 길.</figcaption></figure>'
    told_anew = '<figure data-photo="7"><figcaption>드러난 바닷길.</figcaption></figure>'
    note = "사진을 바꿈: 사진 7: 물 빠진 갯벌 → 사진 8: 바닷길을 걷는 사람"
    assert told(seven, eight) == [("changed", "사진", "드러난 길.", [note])]
    assert told(seven, told_anew) == [("changed", "사진", "드러난 [-길-]{+바닷길+}.", [])]
    assert [row.photo for row in blocks("", '<figure data-photo="9"></figure>', names)] == ["사진 9"]


def test_blocks_that_moved_tell_from_where():
    paragraphs = [f"<p>{word} 문단은 제자리를 지키는 긴 문단이다.</p>" for word in ("첫째", "둘째", "셋째", "넷째")]
    first, *rest = paragraphs
    assert told("".join(paragraphs), "".join([*rest, first]))[-1] == (
        "moved",
        "문단",
        "첫째 문단은 제자리를 지키는 긴 문단이다.",
        ["위에서 옮겨 옴 (전에는 1번째)"],
    )
    assert told("".join([*rest, first]), "".join(paragraphs))[0][3] == ["아래에서 옮겨 옴 (전에는 4번째)"]


def test_blocks_do_not_take_a_short_text_elsewhere_for_a_move():
    kinds = [row.kind for row in blocks("<p>끝.</p><p>갯벌.</p><p>바다.</p>", "<p>갯벌.</p><p>바다.</p><p>끝.</p>")]
    assert kinds == ["removed", "same", "same", "added"]


def test_blocks_pair_the_lines_of_a_table():
    lines = "".join(f"<tr><td>{2000 + n}년</td><td>{n * 7}명</td></tr>" for n in range(30))
    more = "".join(f"<tr><td>{2000 + n}년</td><td>{n * 9 + 1}명</td></tr>" for n in range(30))
    rows = told(f"<table>{lines}</table>", f"<table>{more}</table>")
    assert {(kind, block) for kind, block, _, _ in rows} == {("changed", "표의 줄")}
    assert rows[3][2] == "2003년 | [-21명-]{+28명+}"


def test_blocks_read_line_ends_entities_and_nested_lists():
    body = sanitise("<p>첫 줄<br>둘째 &lt;줄&gt; &amp;</p><ul><li>겉<ul><li>속</li></ul>뒤</li></ul>낱말만")
    assert [row.text for row in blocks(body, body)] == ["첫 줄\n둘째 <줄> &", "겉", "속", "뒤", "낱말만"]


@given(bodies, bodies)
def test_blocks_account_for_every_block_of_both(old, new):
    rows = blocks(old, new)
    before = sorted(row.text for row in blocks(old, old))
    after = [row.text for row in blocks(new, new)]
    left = [[text for kind, text in row.pieces if kind != "added"] for row in rows if row.kind != "added"]
    arrived = [[text for kind, text in row.pieces if kind != "removed"] for row in rows if row.kind != "removed"]
    assert sorted(map("".join, left)) == before
    assert list(map("".join, arrived)) == after


@given(st.text("<>/ph2\"'&;lia=b가\n ", max_size=80))
def test_blocks_of_what_is_no_html_are_read_somehow(markup):
    assert {row.kind for row in blocks(markup, markup)} <= {"same"}


# --- time ---------------------------------------------------------------------------------------------------------


def _body(paragraphs):
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def _hostile():
    chance = random.Random(3)
    vocabulary = [f"{a}{b}{c}" for a in "가나다라마바사" for b in "아자차카타파하" for c in "은는이가을를에"]

    def text(size):
        return " ".join(chance.choices(vocabulary, k=size))

    articles = [text(35) for _ in range(200)]
    edited = [f"{words} 끝" if n % 2 else words for n, words in enumerate(articles)]
    yield "scattered edits", _body(articles), _body(edited)
    yield "everything", _body(articles), _body(text(35) for _ in range(200))
    yield "shuffled", _body(articles), _body(chance.sample(articles, 200))
    yield "one paragraph", _body([text(8000)]), _body([text(8000)])
    yield (
        "two words",
        _body([" ".join(chance.choices("가나", k=15000))]),
        _body([" ".join(chance.choices("가나", k=15000))]),
    )
    yield "short paragraphs", _body(chance.choices("가나", k=5000)), _body(chance.choices("가나", k=5000))
    yield "no spaces", _body(["가나다" * 10000]), _body(["다나가" * 10000])
    yield "bold in bold", "<p>" + "<b>가" * 4000 + "</b>" * 4000, "<p>" + "<b>나" * 4000 + "</b>" * 4000
    yield "lists in lists", "<ul><li>가" * 2500 + "</li></ul>" * 2500, "<ul><li>나" * 2500 + "</li></ul>" * 2500


@pytest.mark.parametrize(("old", "new"), [pytest.param(old, new, id=name) for name, old, new in _hostile()])
def test_blocks_take_bounded_time(old, new):
    # What is quadratic takes tens of seconds here. The clock is the processor's: a busy machine is no bug.
    start = time.process_time()
    blocks(old, new)
    assert time.process_time() - start < 3


# --- compare ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nothing", [None, {}, EMPTY])
def test_compare_of_nothing_with_nothing_is_empty(nothing):
    assert compare(nothing, nothing, names) == []
    assert compare(nothing, EMPTY, names) == []


def test_compare_tells_fields_in_reading_order():
    new = EMPTY | {
        "embargo_until": "2026-11-23T05:00:00+00:00",
        "tags": [1],
        "body": "<p>본문</p>",
        "subtitle": "부제",
        "title": "제목",
        "page": 12,
        "bylines": [{"reporter": 1, "name": "", "title": "", "role": ""}],
    }
    labels = [change.label for change in compare(None, new, names)]
    assert labels == ["제목", "부제", "본문", "필자", "면", "키워드", "엠바고"]


def test_compare_covers_every_field_of_a_content():
    full = {
        field: {str: "글", bool: True, list: []}.get(type(value), 1) for field, value in EMPTY.items()
    } | {
        "tags": [1],
        "related": [5],
        "bylines": [{"reporter": None, "name": "李相哲", "title": "", "role": ""}],
        "embargo_until": "2026-11-23T05:00:00+00:00",
    }  # fmt: skip
    assert {change.field for change in compare(None, full, names)} == set(EMPTY)


@pytest.mark.parametrize(
    ("field", "old", "new", "said"),
    [
        ("section", 3, 4, ["섹션", "문화", "사회"]),
        ("section", None, 3, ["섹션", "없음", "문화"]),
        ("section", 99, None, ["섹션", "99번", "없음"]),
        ("lead_photo", 7, 8, ["대표 사진", "사진 7: 물 빠진 갯벌", "사진 8: 바닷길을 걷는 사람"]),
        ("lead_photo", None, 99, ["대표 사진", "없음", "사진 99"]),
        ("page", 12, 14, ["면", "12면", "14면"]),
        ("is_advertorial", False, True, ["기사형 광고", "아니요", "예"]),
        ("no_caption", True, False, ["설명 없이 싣기", "예", "아니요"]),
        ("advertorial_label", "", "[AD]", ["광고 표시", "없음", "[AD]"]),
        ("ai_use", "none", "assistive", ["생성형 AI", "쓰지 않음", "보조로 씀"]),
        ("embargo_until", None, "2026-11-23T05:00:00+00:00", ["엠바고", "없음", "2026.11.23 14:00"]),
    ],
)
def test_compare_tells_a_value_in_words(field, old, new, said):
    change = only_change({field: old}, {field: new})
    assert (change.kind, [change.label, change.before, change.after]) == ("value", said)


def test_compare_tells_a_text_by_its_words():
    change = only_change({"caption": "박만복 씨.\n갯벌에서."}, {"caption": "박만복 어촌계장.\n갯벌에서."})
    assert (change.label, marked(change.pieces)) == ("사진 설명", "박만복 [-씨-]{+어촌계장+}.\n갯벌에서.")


def test_compare_tells_a_list_by_what_went_and_came():
    change = only_change({"tags": [1, 2]}, {"tags": [1, 3]})
    assert [(row.kind, marked(row.pieces)) for row in change.rows] == [("removed", "[-신안-]"), ("added", "{+기후+}")]
    assert change.notes == ()


def test_compare_tells_a_list_in_another_order():
    change = only_change({"related": [5, 6]}, {"related": [6, 5]})
    note = "순서: 갯벌의 사계, 섬 학교의 마지막 졸업식 → 섬 학교의 마지막 졸업식, 갯벌의 사계"
    assert (change.label, change.rows, change.notes) == ("관련 기사", (), (note,))


def test_compare_tells_bylines_by_who_signs():
    old = [
        {"reporter": 1, "name": "", "title": "기자", "role": "글"},
        {"reporter": None, "name": "李相哲", "title": "", "role": "사진"},
    ]
    new = [
        {"reporter": 1, "name": "", "title": "선임기자", "role": "글"},
        {"reporter": 2, "name": "", "title": "", "role": ""},
    ]
    change = only_change({"bylines": old}, {"bylines": new})
    assert [marked(row.pieces) for row in change.rows] == [
        "[-李相哲 (사진)-]",
        "{+문채영+}",
        "김예진 [-기자-]{+선임기자+} (글)",
    ]


def test_compare_tells_who_signs_twice_apart():
    words_and_pictures = [
        {"reporter": 1, "name": "", "title": "", "role": "글"},
        {"reporter": 1, "name": "", "title": "", "role": "사진"},
    ]
    change = only_change({"bylines": words_and_pictures}, {"bylines": words_and_pictures[:1]})
    assert [marked(row.pieces) for row in change.rows] == ["[-김예진 (사진)-]"]


def test_compare_says_so_when_only_space_changed_in_the_body():
    change = only_change({"body": "<p>갯벌</p>"}, {"body": "<p>갯벌</p>\n<p></p>"})
    assert ({row.kind for row in change.rows} - {"same"}, change.notes) == (set(), ("빈 줄이나 공백만 바뀌었습니다.",))


# --- the partial --------------------------------------------------------------------------------------------------


def shown(old, new):
    return render_to_string("articles/desk/_comparison.html", {"changes": changes(old, new)})


def test_partial_says_when_nothing_changed():
    assert shown({}, {}).strip() == '<p class="comparison comparison--empty">바뀐 것이 없습니다.</p>'


def test_partial_marks_words_for_eye_and_ear():
    page = shown({"title": "사람은"}, {"title": "사람이"})
    hidden = '<span class="comparison__hidden">{}</span>'.format
    assert page.count(
        '<p class="comparison__text">사람'
        f'<del class="comparison__removed">{hidden("(삭제: ")}은{hidden(")")}</del>'
        f'<ins class="comparison__added">{hidden("(추가: ")}이{hidden(")")}</ins></p>'
    ) == 1  # fmt: skip


def test_partial_folds_what_is_the_same_and_can_open_it():
    body = _body(f"{n}번째 문단은 그대로다." for n in range(12))
    page = shown({"body": body}, {"body": f"{body}<p>새 문단이다.</p>"})
    assert page.count("<summary>같은 문단 12개</summary>") == page.count("<details") == 1
    assert page.count("번째 문단은 그대로다.") == 12
    assert page.count('<p class="comparison__fate">문단 추가</p>') == 1
    assert page.count('<ins class="comparison__added">새 문단이다.</ins>') == 1


HOSTILE = "<script>alert('1')</script>\"'&"


def test_partial_escapes_everything():
    body = sanitise(f'<p>글 &lt;b&gt; <a href="https://a.kr/?x=&quot;&lt;i&gt;">{HOSTILE.replace("<", "&lt;")}</a></p>')
    old = {
        "title": HOSTILE,
        "section": 3,
        "body": body,
        "tags": [1],
        "bylines": [{"reporter": None, "name": HOSTILE, "title": HOSTILE, "role": HOSTILE}],
        "ai_use": HOSTILE,
    }
    new = {"title": f"{HOSTILE}!", "lead_photo": 7, "related": [5], "body": f"<p>글</p>{body}"}
    page = render_to_string("articles/desk/_comparison.html", {"changes": compare(old, new, lambda *_: HOSTILE)})
    assert page.count("&lt;script&gt;") > 8
    assert [tag for tag in ("<script", "<i>", "<b>", "<a ") if tag in page] == []
