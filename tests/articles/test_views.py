import datetime

import pytest

from articles.models import Article
from tests.factories import (
    ago,
    ahead,
    at,
    make_article,
    make_issue,
    make_masthead,
    make_photo,
    make_reporter,
    make_section,
    make_series,
    make_tag,
)
from tests.page import parse

pytestmark = pytest.mark.django_db
HIDDEN_STATES = [state for state in Article.State if state != Article.State.APPROVED]
HOSTILE = "<script>alert(1)</script>"


def main_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return parse(response).one("main")


def articles_in(main):
    """The addresses of the articles listed, in their order; the box of most read ones left out."""
    headings = [heading for article in main.all("article") for heading in article.all("h2") + article.all("h3")]
    return [heading.one("a")["href"] for heading in headings]


# --- lists --------------------------------------------------------------------------------------------------------

LISTS = ["all", "section", "series", "tag", "reporter"]


@pytest.fixture
def shelf(request):
    """One list: its address, and what an article must be to stand in it."""
    section, series, tag, reporter = make_section(), make_series(), make_tag(), make_reporter()
    return {
        "all": ("/articles/", {}),
        "section": (section.get_absolute_url(), {"section": section}),
        "series": (series.get_absolute_url(), {"series": series}),
        "tag": (tag.get_absolute_url(), {"tags": [tag.name]}),
        "reporter": (reporter.get_absolute_url(), {"bylines": [make_reporter(), reporter]}),
    }[request.param]


each_list = pytest.mark.parametrize("shelf", LISTS, indirect=True)


@each_list
def test_list_has_its_own_articles_newest_first(client, shelf):
    address, fields = shelf
    old = make_article(live_at=at("2026-11-01 09:00"), **fields)
    new = make_article(live_at=at("2026-11-02 09:00"), **fields)
    if fields:
        make_article(title="다른 데 실린 기사", live_at=at("2026-11-03 09:00"))
    assert articles_in(main_of(client, address)) == [new.get_absolute_url(), old.get_absolute_url()]


@each_list
@pytest.mark.parametrize("state", HIDDEN_STATES)
def test_list_shows_nothing_hidden(client, shelf, state):
    address, fields = shelf
    make_article(title="숨은 기사", state=state, **fields)
    make_article(title="내일 기사", live_at=ahead(days=1), **fields)
    shown = make_article(title="오늘 기사", **fields)
    assert articles_in(main_of(client, address)) == [shown.get_absolute_url()]


@each_list
@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_whatever_the_number(client, django_assert_max_num_queries, shelf, count, request):
    address, fields = shelf
    make_masthead()
    for _ in range(count):
        make_article(lead_photo=make_photo(), **{"bylines": [make_reporter(), make_reporter()]} | fields)
    with django_assert_max_num_queries(8) as captured:
        main_of(client, address)
    assert (
        len(captured)
        == {"all": 6, "section": 7, "series": 7, "tag": 7, "reporter": 6}[request.node.callspec.params["shelf"]]
    )


@each_list
def test_list_of_nothing_says_so(client, shelf):
    main = main_of(client, shelf[0])
    assert main.all("article") == []
    assert "아직 실린 기사가 없습니다." in main.one(class_="empty").text


@pytest.mark.parametrize(
    "address",
    [
        "/sections/nothing/",
        "/series/nothing/",
        "/tags/없는 말/",
        "/reporters/nobody/",
        "/issues/1999-01/",
        "/sections/한글/",
    ],
)
def test_list_of_what_is_not_there_is_not_found(client, address):
    make_section(), make_series(), make_tag(), make_reporter(), make_issue()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/tags/%00/",
        "/tags/a%00b/",
        "/reporters/%00/",
        "/sections/%00/",
        "/series/%00/",
        "/tags/%FF%FE/",
        "/reporters/%B8%DE/",
    ],
)
def test_list_with_bytes_that_are_no_text_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("shelf", LISTS, indirect=True)
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_list_is_read_alone(client, shelf, method):
    assert getattr(client, method)(shelf[0]).status_code == 405


def test_section_list_says_its_name_and_description_escaped(client):
    main = main_of(client, make_section(name=HOSTILE, description=HOSTILE).get_absolute_url())
    assert (main.one("h1").text, main.one(class_="page-head__description").text) == (HOSTILE, HOSTILE)


def test_tag_list_escapes_its_name(client):
    tag = make_tag(name='"><script>x')
    main = main_of(client, tag.get_absolute_url())
    assert main.one("h1").text == '"><script>x'


def test_list_escapes_titles_names_and_subtitles(client):
    make_article(
        title=HOSTILE, subtitle=HOSTILE, bylines=[{"name": HOSTILE, "title": "<b>"}], lead_photo=make_photo(alt=HOSTILE)
    )
    main = main_of(client, "/articles/")
    assert main.one("h2", class_="card__title").text == HOSTILE
    assert main.all("script") == main.all("b") == []


# --- reporters ----------------------------------------------------------------------------------------------------


def test_reporter_page_introduces_the_reporter_escaped(client):
    reporter = make_reporter(name=HOSTILE, title="<b>", beat="<i>", motto=HOSTILE, email="han@example.com")
    main = main_of(client, reporter.get_absolute_url())
    assert (main.one("h1").text, main.one(class_="profile__motto").text) == (HOSTILE, HOSTILE)
    assert main.one("a", href="mailto:han@example.com").text == "han@example.com"
    assert main.all("script") == main.all("b") == main.all("i") == []


def test_reporter_page_shows_nothing_that_is_not_known(client):
    main = main_of(client, make_reporter(title="", beat="", motto="", email="").get_absolute_url())
    assert [name for name in ("profile__motto", "profile__fact") if main.all(class_=name)] == []
    assert [link for link in main.all("a", href=True) if link["href"].startswith("mailto:")] == []


def test_reporter_list_names_everybody_in_order(client):
    for name in ("하람", "가온", "나리"):
        make_reporter(name=name)
    assert [name.text for name in main_of(client, "/reporters/").all(class_="person__name")] == ["가온", "나리", "하람"]


@pytest.mark.parametrize("count", [1, 3])
def test_reporter_list_takes_the_same_queries_whatever_the_number(client, django_assert_num_queries, count):
    for _ in range(count):
        make_reporter()
    with django_assert_num_queries(3):
        main_of(client, "/reporters/")


# --- issues -------------------------------------------------------------------------------------------------------


def test_issue_page_has_its_contents_by_section_and_page(client):
    issue = make_issue(theme="짜는 사람", introduction="여는 글 첫째.\n\n여는 글 둘째.", number=107)
    culture, cover = make_section(name="문화", order=2), make_section(name="커버스토리", order=1)
    last = make_article(section=culture, issue=issue, page=60, bylines=[make_reporter(name="류하람")])
    first = make_article(section=culture, issue=issue, page=58)
    main_article = make_article(section=cover, issue=issue, page=12)
    loose = make_article(import_digest="d" * 64, issue=issue)
    make_article(title="다른 호의 기사", issue=make_issue(), section=culture)
    main = main_of(client, issue.get_absolute_url())
    contents = main.one(class_="contents")
    assert [title.text for title in contents.all("h3")] == ["커버스토리", "문화", "그 밖에"]
    assert [link["href"] for link in contents.all("a")] == [
        one.get_absolute_url() for one in (main_article, first, last, loose)
    ]
    assert [page.text for page in contents.all(class_="contents__page")] == ["12면", "58면", "60면"]
    assert [people.text for people in contents.all(class_="contents__people")][2] == "류하람"
    assert (main.one("h1").text, main.one(class_="issue__theme").text) == (str(issue), "짜는 사람")


@pytest.mark.parametrize("state", HIDDEN_STATES)
def test_issue_page_shows_nothing_hidden(client, state):
    issue = make_issue()
    make_article(issue=issue, state=state)
    make_article(issue=issue, live_at=ahead(days=1))
    shown = make_article(issue=issue)
    contents = main_of(client, issue.get_absolute_url()).one(class_="contents")
    assert [link["href"] for link in contents.all("a")] == [shown.get_absolute_url()]


@pytest.mark.parametrize("published_on", [None, ahead(days=2).date()])
def test_issue_that_is_not_out_is_not_found_and_not_listed(client, published_on):
    issue = make_issue(published_on=published_on)
    out = make_issue()
    assert client.get(issue.get_absolute_url()).status_code == 404
    for address in ("/issues/", out.get_absolute_url(), "/"):
        assert str(issue) not in parse(client.get(address)).text


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "0000-01", "2026-1", "26-01", "2026-01-01", "２０２６-01"])
def test_issue_of_no_month_is_not_found(client, month):
    make_issue(month=datetime.date(2026, 1, 1))
    assert client.get(f"/issues/{month}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_issue_page_takes_the_same_queries_whatever_the_number(client, django_assert_num_queries, count):
    make_masthead()
    issue = make_issue(cover=make_photo())
    for _ in range(count):
        make_issue(cover=make_photo())
        make_article(issue=issue, bylines=[make_reporter(), make_reporter()], lead_photo=make_photo())
    with django_assert_num_queries(6):
        main_of(client, issue.get_absolute_url())


def test_issue_list_by_year_newest_first(client):
    for year, month in ((2025, 12), (2026, 2), (2026, 1)):
        make_issue(month=datetime.date(year, month, 1), published_on=ago(days=1).date())
    main = main_of(client, "/issues/")
    assert [title.text for title in main.all("h2")] == ["2026년", "2025년"]
    assert [title.text for title in main.all("h3")] == ["2026년 2월호", "2026년 1월호", "2025년 12월호"]


@pytest.mark.parametrize("count", [1, 3])
def test_issue_list_takes_the_same_queries_whatever_the_number(client, django_assert_num_queries, count):
    for _ in range(count):
        make_issue(cover=make_photo())
    with django_assert_num_queries(3):
        main_of(client, "/issues/")


def test_issue_cover_says_what_is_on_it_and_one_without_a_picture_is_set_in_type(client):
    make_issue(cover=make_photo(alt="베틀 앞의 두 손"))
    make_issue()
    main = main_of(client, "/issues/")
    assert [image["alt"] for image in main.all("img")] == ["베틀 앞의 두 손"]
    assert len(main.all(class_="cover--type")) == 1


# --- series -------------------------------------------------------------------------------------------------------


def test_series_list_names_every_series_in_order_escaped(client):
    second, first = make_series(name=f"나{HOSTILE}", description=HOSTILE), make_series(name="가")
    main = main_of(client, "/series/")
    assert [(name.one("a")["href"], name.text) for name in main.all("h2")] == [
        (first.get_absolute_url(), "가"),
        (second.get_absolute_url(), f"나{HOSTILE}"),
    ]
    assert [words.text for words in main.one(class_="series-list").all("p")] == [HOSTILE]
    assert (main.one("h1").text, main.all("script")) == ("연재", [])


def test_series_list_of_nothing_says_so(client):
    main = main_of(client, "/series/")
    assert (main.one(class_="empty").text, main.all("h2")) == ("아직 시작한 연재가 없습니다.", [])


def test_series_list_and_its_series_say_where_one_is(client):
    series = make_series(name="골목의 장인")
    for address, ways, here in (
        ("/series/", [("/", "홈")], "연재"),
        (series.get_absolute_url(), [("/", "홈"), ("/series/", "연재")], "골목의 장인"),
    ):
        crumbs = main_of(client, address).one("nav", class_="crumbs")
        assert [(link["href"], link.text) for link in crumbs.all("a")] == ways
        assert crumbs.one(aria_current="page").text == here


@pytest.mark.parametrize("count", [1, 3])
def test_series_list_takes_the_same_queries_whatever_the_number(client, django_assert_num_queries, count):
    for _ in range(count):
        make_article(series=make_series())
    with django_assert_num_queries(3):
        main_of(client, "/series/")
