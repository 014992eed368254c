import datetime
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from articles.dumps import Unreadable, import_dump, read
from articles.models import Article
from publisher.models import Badge, Masthead
from reporters.models import Reporter
from tests.articles.dump_text import CAPTION, FOOT, HEAD_LINES, MASTHEAD, PARAGRAPHS, SUBTITLE, TITLE, make_dump
from tests.factories import at, make_badge, make_masthead, make_reporter
from tests.page import parse

SEED = sorted((Path(settings.BASE_DIR).parent / "shared" / "seed").glob("*.txt"))
needs_seed = pytest.mark.skipif(not SEED, reason="the seed is not beside the repository (../shared/seed/*.txt)")


def bring(text=None):
    return import_dump((make_dump() if text is None else text).encode())


# --- reading ------------------------------------------------------------------------------------------------------


def test_read_places_everything():
    dump = read(make_dump())
    assert (dump.title, dump.subtitle, dump.caption, dump.paragraphs) == (TITLE, SUBTITLE, CAPTION, PARAGRAPHS)
    assert (dump.names, dump.times, dump.comment_count) == ([("표윤슬", "기자")], {"승인": at("2023-10-12 14:51")}, 0)
    assert dump.masthead == MASTHEAD | {
        "registered_on": datetime.date(2015, 4, 30),
        "published_on": datetime.date(2015, 4, 14),
        "editors": [{"name": "모루세"}, {"name": "모루네"}],
    }
    assert dump.badges == ["우수콘텐츠", "우수콘텐츠", "견본협회", "ND소프트"]
    assert dump.remarks == [f"공유 표시 다음 묶음의 마지막 줄을 사진 설명으로 두었습니다: {CAPTION}"]


@pytest.mark.parametrize(
    ("lead", "subtitle", "caption"),
    [
        ("부제 한 줄", "부제 한 줄", ""),
        ("부제 한 줄\n설명", "부제 한 줄", "설명"),
        ("첫 줄\n둘째 줄\n셋째 줄\n설명", "첫 줄\n둘째 줄\n셋째 줄", "설명"),
        (None, PARAGRAPHS[0], ""),
    ],
)
def test_read_the_block_behind_the_share_label(lead, subtitle, caption):
    dump = read(make_dump(lead=lead))
    assert (dump.subtitle, dump.caption) == (subtitle, caption)


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
        ("  • 표윤슬 기자", [("표윤슬", "기자")]),
        ("  • 표윤슬 기자, 유채린 사진기자", [("표윤슬", "기자"), ("유채린", "사진기자")]),
        ("  • 표윤슬 편집위원", [("표윤슬", "편집위원")]),
        ("•표윤슬\t특파원", [("표윤슬", "특파원")]),
    ],
)
def test_read_reporters(head, names):
    dump = read(make_dump(head=[head]))
    assert (dump.names, [remark for remark in dump.remarks if "기자" in remark]) == (names, [])


@pytest.mark.parametrize("line", ["표윤슬기자", "기자단", f"{'가' * 41} 기자", "표윤슬 기자, 누구"])
def test_read_says_what_is_no_reporters_name(line):
    assert f"기자 이름으로 읽지 못했습니다: {line}" in read(make_dump(head=[f"  • {line}"])).remarks


def test_read_every_time():
    head = ["  • 입력 2023.10.12 14:00", "  • 승인 2023.10.12 14:51", "  • 수정 2023.10.13 09:05"]
    assert read(make_dump(head=head)).times == {
        "입력": at("2023-10-12 14:00"),
        "승인": at("2023-10-12 14:51"),
        "수정": at("2023-10-13 09:05"),
    }


def test_read_says_what_it_could_not_place():
    dump = read(make_dump(head=["  • 모르는 줄", "제목 아래의 다른 줄"], foot=FOOT + "  • 모르는 꼬리\n"))
    assert dump.remarks[:2] == [
        "머리의 이 줄은 둘 곳을 찾지 못했습니다: 모르는 줄",
        "제목 아래의 이 줄은 둘 곳을 찾지 못했습니다: 제목 아래의 다른 줄",
    ]
    assert dump.remarks[-1] == "꼬리의 이 줄은 둘 곳을 찾지 못했습니다: 모르는 꼬리"


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


LINE = st.text(st.characters(exclude_characters="\n\r\x00", exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda line: line.strip() and not line.strip(" \t").startswith("•")
)
PARAGRAPH = st.lists(LINE, min_size=1, max_size=3).map("\n".join)


@given(LINE, LINE, st.lists(PARAGRAPH, min_size=1, max_size=4))
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


# --- placing ------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_import_makes_a_live_article_of_the_time_it_was_approved():
    make_reporter(name="표윤슬")
    article = bring().article
    article.refresh_from_db()
    assert (article.title, article.subtitle, article.caption) == (TITLE, SUBTITLE, CAPTION)
    assert article.state == Article.State.APPROVED
    assert article.approved_at == article.live_at == at("2023-10-12 14:51")
    assert (article.section, article.approver, article.modified_at) == (None, None, None)
    assert list(Article.objects.live()) == [article]


@pytest.mark.django_db
def test_import_shows_the_dump_character_for_character(client):
    make_masthead(title="월간견본")
    page = parse(client.get(bring().article.get_absolute_url())).one("main")
    assert page.one("h1").raw_text == TITLE
    assert page.one(class_="article__subtitle").raw_text == SUBTITLE
    assert page.one("figcaption").raw_text.strip() == CAPTION
    assert [paragraph.raw_text for paragraph in page.one(id="article-body").all("p")] == PARAGRAPHS
    assert "승인 2023.10.12 14:51" in page.one(class_="times").text


@pytest.mark.django_db
def test_import_shows_no_time_and_no_address_that_nobody_told(client):
    page = parse(client.get(bring().article.get_absolute_url())).one("article", class_="article")
    assert [item.text for item in page.one(class_="times").all("li")] == ["승인 2023.10.12 14:51", "댓글 0"]
    assert [
        link
        for link in page.all("a", href=True)
        if link["href"].startswith("mailto:") and "subject" not in link["href"]
    ] == []
    assert page.all("img") == []


@pytest.mark.django_db
def test_import_twice_makes_one_article_and_says_so():
    first = bring()
    second = bring()
    assert second.article == first.article
    assert second.remarks == ["이미 옮긴 덤프입니다. 새로 만들지 않았습니다."]
    assert (Article.objects.count(), Reporter.objects.count(), Masthead.objects.count()) == (1, 1, 1)


@pytest.mark.django_db
def test_import_of_another_dump_makes_another_article():
    assert bring().article != bring(make_dump(paragraphs=["다른 본문"])).article


@pytest.mark.django_db
@pytest.mark.parametrize("other", [b"\xef\xbb\xbf", b""])
def test_import_reads_a_file_as_other_machines_write_it(other):
    content = other + make_dump().replace("\n", "\r\n").encode()
    article = import_dump(content).article
    assert (article.title, article.subtitle) == (TITLE, SUBTITLE)


@pytest.mark.django_db
def test_import_without_a_time_of_approval_is_not_public(client):
    result = bring(make_dump(head=["  • 표윤슬 기자", "  • 입력 2023.10.12 14:00"]))
    assert "승인 시각이 없어 독자에게 보이지 않는 작성 상태로 두었습니다." in result.remarks
    assert "입력 시각은 옮기지 않았습니다. 옮긴 기사에는 승인 시각만 보입니다." in result.remarks
    assert result.article.state == Article.State.DRAFT
    assert client.get(result.article.get_absolute_url()).status_code == 404


@pytest.mark.django_db
def test_import_keeps_a_later_time_of_change(client):
    result = bring(make_dump(head=[*HEAD_LINES, "  • 수정 2023.10.13 09:05"]))
    assert result.article.modified_at == at("2023-10-13 09:05")
    times = parse(client.get(result.article.get_absolute_url())).one(class_="times").all("li")
    assert [item.text for item in times] == ["승인 2023.10.12 14:51", "수정 2023.10.13 09:05", "댓글 0"]


@pytest.mark.django_db
def test_import_leaves_out_a_time_of_change_before_the_approval():
    result = bring(make_dump(head=[*HEAD_LINES, "  • 수정 2023.10.11 09:05"]))
    assert result.article.modified_at is None
    assert "수정 시각이 승인 시각보다 앞서 두지 않았습니다." in result.remarks


@pytest.mark.django_db
def test_import_finds_the_reporter_by_name_and_changes_nothing_of_them():
    reporter = make_reporter(name="표윤슬", title="편집장", email="pyo@example.com")
    byline = bring().article.bylines.get()
    reporter.refresh_from_db()
    assert (byline.reporter, byline.name, byline.title) == (reporter, "", "기자")
    assert (reporter.title, reporter.email, Reporter.objects.count()) == ("편집장", "pyo@example.com", 1)


@pytest.mark.django_db
def test_import_makes_a_reporter_nobody_knew_without_inventing_anything():
    result = bring()
    reporter = Reporter.objects.get()
    assert (reporter.name, reporter.title, reporter.slug) == ("표윤슬", "기자", "표윤슬")
    assert (reporter.email, reporter.beat, reporter.motto, reporter.user) == ("", "", "", None)
    assert "표윤슬 기자를 새로 만들었습니다. 전자우편과 담당은 덤프에 없어 비워 두었습니다." in result.remarks


@pytest.mark.django_db
def test_import_with_two_reporters_of_that_name_ties_it_to_neither():
    make_reporter(name="표윤슬"), make_reporter(name="표윤슬")
    result = bring()
    byline = result.article.bylines.get()
    assert (byline.reporter, str(byline)) == (None, "표윤슬 기자")
    assert "이름이 표윤슬인 기자가 여럿이라 잇지 않고 이름만 적었습니다." in result.remarks


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "slug"), [("표윤슬", "표윤슬-2"), ("***", "reporter")])
def test_import_finds_a_free_address_for_a_new_reporter(client, name, slug):
    make_reporter(name="다른 사람", slug="표윤슬")
    bring(make_dump(head=[f"  • {name} 기자", *HEAD_LINES[1:]]))
    reporter = Reporter.objects.get(name=name)
    assert reporter.slug == slug
    assert client.get(reporter.get_absolute_url()).status_code == 200


@pytest.mark.django_db
def test_import_of_several_names_in_their_order():
    result = bring(make_dump(head=["  • 표윤슬 기자, 유채린 사진기자", "  • 표윤슬 기자", *HEAD_LINES[1:]]))
    assert [str(byline) for byline in result.article.bylines.all()] == ["표윤슬 기자", "유채린 사진기자"]


@pytest.mark.django_db
def test_import_says_what_the_dump_does_not():
    result = bring(make_dump(head=["  • 승인 2023.10.12 14:51", "  • 댓글 3"]))
    assert [remark for remark in result.remarks if remark.startswith(("섹션은", "기자 이름", "사진 파일", "댓글"))] == [
        "섹션은 덤프에 없어 비워 두었습니다.",
        "기자 이름이 없어 필자 없이 옮겼습니다.",
        "사진 파일이 없어 사진 설명만 두었습니다.",
        "댓글 3개는 글이 없어 옮기지 못했습니다.",
    ]
    assert result.article.comment_count == 0


@pytest.mark.django_db
def test_import_into_nothing_keeps_the_masthead_as_it_was_and_tells_its_gaps():
    result = bring()
    masthead = Masthead.objects.get()
    assert {name: getattr(masthead, name) for name in MASTHEAD} == MASTHEAD
    assert (masthead.registered_on, masthead.published_on) == (datetime.date(2015, 4, 30), datetime.date(2015, 4, 14))
    assert masthead.is_imported
    assert "발행 정보를 덤프에서 옮겼습니다." in result.remarks
    assert set(masthead.gaps) <= set(result.remarks)


@pytest.mark.django_db
def test_import_of_half_a_masthead_keeps_none_and_says_so():
    result = bring(make_dump(foot=FOOT.replace("  • 법인명 : 주식회사 월간견본\n", "")))
    assert "발행 정보가 모자라 옮기지 않았습니다: corporation" in result.remarks
    assert Masthead.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2015년 04월 30일", "2015년 02월 30일"),
        ("01234 서울", "01234 " + "서울" * 120),
        ("ombud@example.com", "ombud@example"),
    ],
)
def test_import_of_a_masthead_that_cannot_be_keeps_none_and_says_so(old, new):
    result = bring(make_dump(foot=FOOT.replace(old, new)))
    assert [remark for remark in result.remarks if remark.startswith("발행 정보를 옮기지 않았습니다: ")]
    assert (Masthead.objects.count(), Article.objects.count()) == (0, 1)


@pytest.mark.django_db
def test_import_tells_of_a_masthead_that_differs_and_replaces_nothing():
    make_masthead(
        **MASTHEAD | {"phone": "02-999-9999", "copyright_notice": "다른 문구"},
        registered_on=datetime.date(2015, 4, 29),
        editors=[{"name": "모루세"}],
        is_imported=True,
    )
    result = bring()
    notice = MASTHEAD["copyright_notice"]
    assert [remark for remark in result.remarks if remark.startswith("발행 정보의")] == [
        "발행 정보의 대표전화이(가) 다릅니다. 덤프: 02-000-0001 / 지금: 02-999-9999. 고치지 않았습니다.",
        "발행 정보의 등록일이(가) 다릅니다. 덤프: 2015.04.30 / 지금: 2015.04.29. 고치지 않았습니다.",
        "발행 정보의 편집인이(가) 다릅니다. 덤프: 모루세, 모루네 / 지금: 모루세. 고치지 않았습니다.",
        f"발행 정보의 저작권 문구이(가) 다릅니다. 덤프: {notice} / 지금: 다른 문구. 고치지 않았습니다.",
    ]
    assert Masthead.objects.get().phone == "02-999-9999"


@pytest.mark.django_db
def test_import_says_nothing_of_a_masthead_that_is_the_same():
    bring()
    assert [one for one in bring(make_dump(paragraphs=["다른 본문"])).remarks if one.startswith("발행 정보")] == []


@pytest.mark.django_db
def test_import_prints_no_vendors_badge_and_asks_after_those_it_does_not_know():
    make_badge(label="우수콘텐츠")
    assert bring().remarks[-2:] == [
        "공급사 표시는 싣지 않습니다: ND소프트",
        "인증ㆍ선정 표시에 없는 것입니다. 기간을 확인해 넣어 주세요: 견본협회",
    ]
    assert list(Badge.objects.values_list("label", flat=True)) == ["우수콘텐츠"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "기사 페이지의 덤프가 아닙니다."),
        ("소설의 첫 줄\n둘째 줄".encode(), "기사 페이지의 덤프가 아닙니다."),
        (make_dump().encode("cp949", "replace"), "UTF-8 텍스트가 아닙니다."),
        (make_dump().encode("utf-16"), "UTF-8 텍스트가 아닙니다."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "UTF-8 텍스트가 아닙니다."),
        (make_dump(title="제\x00목").encode(), "글이 아닌 자료(NUL 문자)가 들어 있습니다."),
    ],
)
def test_import_refuses_what_is_no_dump_in_words_and_leaves_nothing(content, words):
    with pytest.raises(Unreadable) as refusal:
        import_dump(content)
    assert str(refusal.value).startswith(words)
    assert Article.objects.count() == Reporter.objects.count() == Masthead.objects.count() == 0


# --- the page that this magazine began with -----------------------------------------------------------------------


@needs_seed
@pytest.mark.django_db
@pytest.mark.parametrize("file", SEED or [Path("nothing.txt")], ids=lambda file: file.name)
def test_import_of_the_seed_shows_it_character_for_character(client, file):
    content = file.read_bytes()
    result = import_dump(content)
    lines = content.decode().split("\n")
    blocks = content.decode().split("이 기사를 공유합니다\n\n", 1)[1].split("\n\n\n댓글삭제", 1)[0].split("\n\n")
    subtitle, caption = blocks.pop(0).split("\n")
    page = parse(client.get(result.article.get_absolute_url()))
    main = page.one("main")
    assert main.one("h1").raw_text == lines[0]
    assert main.one(class_="article__subtitle").raw_text == subtitle
    assert main.one("figcaption").raw_text.strip() == caption
    assert [paragraph.raw_text for paragraph in main.one(id="article-body").all("p")] == blocks
    assert [item.text for item in main.one(class_="times").all("li")] == ["승인 2023.10.12 14:51", "댓글 0"]
    assert [name.text for name in main.all(class_="byline__name")] == ["김예진 기자"]
    printed = page.one("footer").text
    for line in lines[lines.index("댓글을 남기실 수 있습니다.") + 1 :]:
        said = line.strip(" •").partition("|")[0].strip()
        if said and "ND소프트" not in said:
            assert said.replace(" : ", " ") in printed
    assert "ND소프트" not in page.text


@needs_seed
@pytest.mark.django_db
@pytest.mark.parametrize("file", SEED or [Path("nothing.txt")], ids=lambda file: file.name)
def test_import_of_the_seed_twice_is_one_article(file):
    assert import_dump(file.read_bytes()).article == import_dump(file.read_bytes()).article
    assert Article.objects.count() == 1
