import datetime
import threading
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from articles.dumps import Unreadable, import_dump
from articles.models import Article
from publisher.models import Badge, Masthead
from reporters.models import Reporter
from tests.articles.dumps.samples import CAPTION, FOOT, HEAD_LINES, MASTHEAD, PARAGRAPHS, SUBTITLE, TITLE, make_dump
from tests.factories import at, make_badge, make_masthead, make_reporter
from tests.page import parse

pytestmark = pytest.mark.django_db
SEED = sorted((Path(settings.BASE_DIR).parent / "shared" / "seed").glob("*.txt"))
needs_seed = pytest.mark.skipif(not SEED, reason="the seed is not beside the repository (../shared/seed/*.txt)")


def bring(text=None):
    return import_dump((make_dump() if text is None else text).encode())


def test_import_makes_a_live_article_of_the_time_it_was_approved():
    make_reporter(name="표윤슬")
    article = bring().article
    article.refresh_from_db()
    assert (article.title, article.subtitle, article.caption) == (TITLE, SUBTITLE, CAPTION)
    assert article.state == Article.State.APPROVED
    assert article.approved_at == article.live_at == at("2023-10-12 14:51")
    assert (article.section, article.approver, article.modified_at) == (None, None, None)
    assert list(Article.objects.live()) == [article]


def test_import_shows_the_dump_character_for_character(client):
    make_masthead(title="월간견본")
    page = parse(client.get(bring().article.get_absolute_url())).one("main")
    assert page.one("h1").raw_text == TITLE
    assert page.one(class_="article__subtitle").raw_text == SUBTITLE
    assert page.one("figcaption").raw_text.strip() == CAPTION
    assert [paragraph.raw_text for paragraph in page.one(id="article-body").all("p")] == PARAGRAPHS
    assert "승인 2023.10.12 14:51" in page.one(class_="times").text


def test_import_shows_no_time_and_no_address_that_nobody_told(client):
    page = parse(client.get(bring().article.get_absolute_url())).one("article", class_="article")
    assert [item.text for item in page.one(class_="times").all("li")] == ["승인 2023.10.12 14:51", "댓글 0"]
    assert [
        link
        for link in page.all("a", href=True)
        if link["href"].startswith("mailto:") and "subject" not in link["href"]
    ] == []
    assert page.all("img") == []


def test_import_twice_makes_one_article_and_says_so():
    first = bring()
    second = bring()
    assert second.article == first.article
    assert second.remarks == ["이미 옮긴 덤프입니다. 새로 만들지 않았습니다."]
    assert (Article.objects.count(), Reporter.objects.count(), Masthead.objects.count()) == (1, 1, 1)


def test_import_of_another_dump_makes_another_article():
    assert bring().article != bring(make_dump(paragraphs=["다른 본문"])).article


@pytest.mark.parametrize("other", [b"\xef\xbb\xbf", b""])
def test_import_reads_a_file_as_other_machines_write_it(other):
    content = other + make_dump().replace("\n", "\r\n").encode()
    article = import_dump(content).article
    assert (article.title, article.subtitle) == (TITLE, SUBTITLE)


def test_import_without_a_time_of_approval_is_not_public(client):
    result = bring(make_dump(head=["  • 표윤슬 기자", "  • 입력 2023.10.12 14:00"]))
    assert "승인 시각이 없어 독자에게 보이지 않는 작성 상태로 두었습니다." in result.remarks
    assert result.article.state == Article.State.DRAFT
    assert client.get(result.article.get_absolute_url()).status_code == 404


def test_import_keeps_the_time_of_posting_that_it_is_told(client):
    result = bring(make_dump(head=[*HEAD_LINES, "  • 입력 2023.10.12 14:00"]))
    assert result.article.posted_at == at("2023-10-12 14:00")
    times = parse(client.get(result.article.get_absolute_url())).one(class_="times").all("li")
    assert [item.text for item in times] == ["승인 2023.10.12 14:51", "입력 2023.10.12 14:00", "댓글 0"]


def test_import_approved_in_the_future_waits_and_says_so(client):
    result = bring(make_dump(head=["  • 표윤슬 기자", "  • 승인 2999.10.12 14:51"]))
    assert "승인 시각이 앞날이라 그때까지 독자에게 보이지 않습니다." in result.remarks
    assert client.get(result.article.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    "variant", [make_dump().replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + make_dump().encode()]
)
def test_import_knows_a_dump_by_its_text(variant):
    first, second = import_dump(make_dump().encode()), import_dump(variant)
    assert first.article == second.article
    assert Article.objects.count() == 1


def test_import_of_a_new_reporter_keeps_the_address_that_it_is_told():
    bring(make_dump(head=["  • 표윤슬 기자 pyo@example.com", "  • 승인 2023.10.12 14:51"]))
    assert Reporter.objects.get().email == "pyo@example.com"


def test_import_approved_in_the_future_is_shown_when_its_time_comes():
    article = bring(make_dump(head=["  • 표윤슬 기자", "  • 승인 2999.10.12 14:51"])).article
    assert article.is_scheduled
    assert list(Article.objects.live()) == []
    assert list(Article.objects.live(at("2999-10-12 14:51"))) == [article]


def test_import_of_a_new_reporter_says_only_what_the_dump_did_not():
    result = bring(make_dump(head=["  • 표윤슬 선임 기자 pyo@example.com", *HEAD_LINES[1:]]))
    assert (str(result.article.bylines.get()), Reporter.objects.get().title) == ("표윤슬 선임 기자", "선임 기자")
    assert [remark for remark in result.remarks if remark.startswith("표윤슬")] == [
        "표윤슬 기자를 새로 만들었습니다. 담당은 덤프에 없어 비워 두었습니다."
    ]


def test_import_keeps_the_time_of_posting_of_an_article_that_is_not_approved():
    article = bring(make_dump(head=["  • 표윤슬 기자", "  • 입력 2023.10.12 14:00"])).article
    article.refresh_from_db()
    assert (article.original_posted_at, article.live_at) == (at("2023-10-12 14:00"), None)


@pytest.mark.django_db(transaction=True)
def test_import_of_one_file_by_many_at_once_makes_one_article():
    content, results = make_dump().encode(), []
    start = threading.Barrier(4)

    def run():
        start.wait()
        try:
            results.append(import_dump(content).article.pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4
    assert len(set(results)) == Article.objects.count() == 1


def test_import_keeps_a_later_time_of_change(client):
    result = bring(make_dump(head=[*HEAD_LINES, "  • 수정 2023.10.13 09:05"]))
    assert result.article.modified_at == at("2023-10-13 09:05")
    times = parse(client.get(result.article.get_absolute_url())).one(class_="times").all("li")
    assert [item.text for item in times] == ["승인 2023.10.12 14:51", "수정 2023.10.13 09:05", "댓글 0"]


@pytest.mark.parametrize(
    "head", [[*HEAD_LINES, "  • 수정 2023.10.11 09:05"], ["  • 표윤슬 기자", "  • 수정 2023.10.13 09:05"]]
)
def test_import_leaves_out_a_time_of_change_without_an_approval_before_it(head):
    result = bring(make_dump(head=head))
    assert result.article.modified_at is None
    assert "수정 시각은 승인 시각이 없거나 그보다 앞서서 두지 않았습니다." in result.remarks


def test_import_finds_the_reporter_by_name_and_changes_nothing_of_them():
    reporter = make_reporter(name="표윤슬", title="편집장", email="pyo@example.com")
    byline = bring().article.bylines.get()
    reporter.refresh_from_db()
    assert (byline.reporter, byline.name, byline.title) == (reporter, "", "기자")
    assert (reporter.title, reporter.email, Reporter.objects.count()) == ("편집장", "pyo@example.com", 1)


def test_import_makes_a_reporter_nobody_knew_without_inventing_anything():
    result = bring()
    reporter = Reporter.objects.get()
    assert (reporter.name, reporter.title, reporter.slug) == ("표윤슬", "기자", "표윤슬")
    assert (reporter.email, reporter.beat, reporter.motto, reporter.user) == ("", "", "", None)
    assert "표윤슬 기자를 새로 만들었습니다. 전자우편과 담당은 덤프에 없어 비워 두었습니다." in result.remarks


def test_import_with_two_reporters_of_that_name_ties_it_to_neither():
    make_reporter(name="표윤슬"), make_reporter(name="표윤슬")
    result = bring()
    byline = result.article.bylines.get()
    assert (byline.reporter, str(byline)) == (None, "표윤슬 기자")
    assert "이름이 표윤슬인 기자가 여럿이라 잇지 않고 이름만 적었습니다." in result.remarks


@pytest.mark.parametrize(("name", "slug"), [("표윤슬", "표윤슬-2"), ("***", "reporter")])
def test_import_finds_a_free_address_for_a_new_reporter(client, name, slug):
    make_reporter(name="다른 사람", slug="표윤슬")
    bring(make_dump(head=[f"  • {name} 기자", *HEAD_LINES[1:]]))
    reporter = Reporter.objects.get(name=name)
    assert reporter.slug == slug
    assert client.get(reporter.get_absolute_url()).status_code == 200


def test_import_of_several_names_in_their_order():
    result = bring(make_dump(head=["  • 표윤슬 기자, 유채린 사진기자", "  • 표윤슬 기자", *HEAD_LINES[1:]]))
    assert [str(byline) for byline in result.article.bylines.all()] == ["표윤슬 기자", "유채린 사진기자"]


def test_import_says_what_the_dump_does_not():
    result = bring(make_dump(head=["  • 승인 2023.10.12 14:51", "  • 댓글 3"]))
    assert [remark for remark in result.remarks if remark.startswith(("섹션은", "기자 이름", "사진 파일", "댓글"))] == [
        "섹션은 덤프에 없어 비워 두었습니다.",
        "기자 이름이 없어 필자 없이 옮겼습니다.",
        "사진 파일이 없어 사진 설명만 두었습니다.",
        "댓글 3개는 글이 없어 옮기지 못했습니다.",
    ]
    assert result.article.comment_count == 0


def test_import_into_nothing_keeps_the_masthead_as_it_was_and_tells_its_gaps():
    result = bring()
    masthead = Masthead.objects.get()
    assert {name: getattr(masthead, name) for name in MASTHEAD} == MASTHEAD
    assert (masthead.registered_on, masthead.published_on) == (datetime.date(2015, 4, 30), datetime.date(2015, 4, 14))
    assert masthead.is_imported
    assert "발행 정보를 덤프에서 옮겼습니다." in result.remarks
    assert set(masthead.gaps) <= set(result.remarks)


def test_import_of_half_a_masthead_keeps_none_and_says_so():
    result = bring(make_dump(foot=FOOT.replace("  • 법인명 : 주식회사 월간견본\n", "")))
    assert "발행 정보가 모자라 옮기지 않았습니다. 덤프에 없는 것: 법인명" in result.remarks
    assert Masthead.objects.count() == 0


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
        "발행 정보의 대표전화 항목이 다릅니다. 덤프: 02-000-0001 / 지금: 02-999-9999. 고치지 않았습니다.",
        "발행 정보의 등록일 항목이 다릅니다. 덤프: 2015.04.30 / 지금: 2015.04.29. 고치지 않았습니다.",
        "발행 정보의 편집인 항목이 다릅니다. 덤프: 모루세, 모루네 / 지금: 모루세. 고치지 않았습니다.",
        f"발행 정보의 저작권 문구 항목이 다릅니다. 덤프: {notice} / 지금: 다른 문구. 고치지 않았습니다.",
    ]
    assert Masthead.objects.get().phone == "02-999-9999"


def test_import_says_nothing_of_a_masthead_that_is_the_same():
    bring()
    assert [one for one in bring(make_dump(paragraphs=["다른 본문"])).remarks if one.startswith("발행 정보")] == []


def test_import_prints_no_vendors_badge_and_asks_after_those_it_does_not_know():
    make_badge(label="우수콘텐츠")
    assert bring().remarks[-2:] == [
        "공급사 표시는 싣지 않습니다: ND소프트",
        "인증ㆍ선정 표시에 없는 것입니다. 기간을 확인해 넣어 주세요: 견본협회",
    ]
    assert list(Badge.objects.values_list("label", flat=True)) == ["우수콘텐츠"]


@pytest.mark.parametrize(
    ("labels", "line", "remarks"),
    [
        (["견본협회"], "견본협회", []),
        ([], "ND소프트", ["공급사 표시는 싣지 않습니다: ND소프트"]),
        (
            ["견본협회"],
            "견본협회 새 협회",
            [f"인증ㆍ선정 표시에 없는 것입니다. 기간을 확인해 넣어 주세요: {word}" for word in ("새", "협회")],
        ),
        ([], "견본협회", ["꼬리의 이 줄은 둘 곳을 찾지 못했습니다: 견본협회"]),
        (["견본협회"], "견본협회원사", ["꼬리의 이 줄은 둘 곳을 찾지 못했습니다: 견본협회원사"]),
    ],
)
def test_import_knows_a_line_of_badges_by_one_that_is_known(labels, line, remarks):
    for label in labels:
        make_badge(label=label)
    foot = FOOT.replace("우수콘텐츠 우수콘텐츠 견본협회 ND소프트", line)
    beginnings = ("공급사", "인증ㆍ선정", "꼬리의")
    assert [one for one in bring(make_dump(foot=foot)).remarks if one.startswith(beginnings)] == remarks


def test_import_says_line_by_line_what_stands_behind_the_masthead():
    result = bring(make_dump(foot=f"{FOOT}모르는 꼬리\n\n  • 또 다른 꼬리\n"))
    assert result.remarks[-2:] == [
        "꼬리의 이 줄은 둘 곳을 찾지 못했습니다: 모르는 꼬리",
        "꼬리의 이 줄은 둘 곳을 찾지 못했습니다: 또 다른 꼬리",
    ]


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
@pytest.mark.parametrize("file", SEED or [Path("nothing.txt")], ids=lambda file: file.name)
def test_import_of_the_seed_twice_is_one_article(file):
    assert import_dump(file.read_bytes()).article == import_dump(file.read_bytes()).article
    assert Article.objects.count() == 1
