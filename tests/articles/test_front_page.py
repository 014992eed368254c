import pytest

from articles.front_page import IN_SECTION, SIZES, front_page
from articles.models import Article, Placement
from tests.factories import (
    ago,
    ahead,
    make_article,
    make_issue,
    make_masthead,
    make_photo,
    make_placement,
    make_reporter,
    make_section,
)
from tests.page import parse

pytestmark = pytest.mark.django_db
Slot = Placement.Slot


def make_row(count, **fields):
    """`count` articles, the newest first."""
    return [make_article(live_at=ago(hours=number + 1), **fields) for number in range(count)]


def test_front_page_of_nothing():
    page = front_page()
    assert (page["headline"], page["important"], page["ordinary"], page["blocks"], page["most_read"], page["issue"]) == (
        None, [], [], [], [], None,
    )  # fmt: skip


def test_front_page_with_nothing_placed_is_filled_with_the_newest():
    articles = make_row(1 + SIZES["important"] + SIZES["ordinary"] + 1)
    page = front_page()
    assert page["headline"] == articles[0]
    assert page["important"] == articles[1 : 1 + SIZES["important"]]
    assert page["ordinary"] == articles[1 + SIZES["important"] : -1]


def test_front_page_shows_what_the_desk_placed_and_no_article_twice():
    articles = make_row(6)
    make_placement(articles[5])
    make_placement(articles[4], slot=Slot.IMPORTANT, order=2)
    make_placement(articles[3], slot=Slot.IMPORTANT, order=1)
    page = front_page()
    assert page["headline"] == articles[5]
    assert page["important"] == [articles[3], articles[4]]
    assert page["ordinary"] == articles[:3]


def test_front_page_shows_an_article_in_one_slot_even_when_two_placements_overlap():
    twice, other = make_row(2)
    make_placement(twice, slot=Slot.ORDINARY, order=2)
    make_placement(twice, slot=Slot.IMPORTANT, order=1, ends_at=ahead(minutes=30))
    make_placement(other, slot=Slot.ORDINARY, order=3)
    page = front_page()
    assert (page["headline"], page["important"], page["ordinary"]) == (None, [twice], [other])


def test_front_page_shows_an_article_once_in_a_slot_where_two_placements_overlap():
    twice, other = make_row(2)
    make_placement(twice, slot=Slot.IMPORTANT, order=1)
    make_placement(twice, slot=Slot.IMPORTANT, order=2, ends_at=ahead(minutes=30))
    make_placement(other, slot=Slot.IMPORTANT, order=3)
    assert front_page()["important"] == [twice, other]


def test_front_page_shows_no_more_than_there_is_room_for():
    for article in make_row(SIZES["important"] + 2):
        make_placement(article, slot=Slot.IMPORTANT, order=article.pk % 1000)
    assert len(front_page()["important"]) == SIZES["important"]


@pytest.mark.parametrize("state", [state for state in Article.State if state != Article.State.APPROVED])
def test_front_page_shows_nothing_hidden_even_when_placed(state):
    section = make_section()
    shown = make_article(section=section)
    for hidden in (make_article(section=section, state=state), make_article(section=section, live_at=ahead(days=1))):
        make_placement(hidden)
    page = front_page()
    assert (page["headline"], page["important"], page["ordinary"]) == (shown, [], [])
    assert [block.articles for block in page["blocks"]] == [[shown]]


def test_front_page_sections_in_their_order_with_their_newest():
    second, first, empty = make_section(order=2), make_section(order=1), make_section(order=0)
    of_second = make_row(IN_SECTION + 1, section=second)
    of_first = make_row(1, section=first)
    page = front_page()
    assert [(block.section, block.articles) for block in page["blocks"]] == [
        (first, of_first),
        (second, of_second[:IN_SECTION]),
    ]
    assert page["sections"] == [empty, first, second]


@pytest.mark.parametrize("slot", Slot)
def test_front_page_leaves_what_the_desk_placed_out_of_its_sections_block(slot):
    articles = make_row(IN_SECTION + 2, section=make_section())
    make_placement(articles[1], slot=slot)
    (block,) = front_page()["blocks"]
    assert block.articles == [articles[0], *articles[2 : IN_SECTION + 1]]


def test_front_page_has_no_block_of_a_section_that_the_desk_placed_whole():
    section = make_section()
    for article, slot in zip(make_row(2, section=section), (Slot.HEADLINE, Slot.IMPORTANT), strict=True):
        make_placement(article, slot=slot)
    page = front_page()
    assert (page["blocks"], page["sections"]) == ([], [section])


def test_front_page_block_has_what_is_placed_no_more_or_not_yet():
    articles = make_row(2, section=make_section())
    make_placement(articles[0], starts_at=ago(days=1), ends_at=ago(hours=1))
    make_placement(articles[1], starts_at=ahead(hours=1))
    (block,) = front_page()["blocks"]
    assert block.articles == articles


@pytest.mark.parametrize("slot", Slot)
def test_front_page_shows_an_article_with_two_rows_once_where_the_first_puts_it(slot):
    article = make_article()
    make_placement(article, order=0, ends_at=ahead(hours=1))
    make_placement(article, order=1, slot=slot)
    page = front_page()
    assert (page["headline"], page["important"], page["ordinary"], page["blocks"]) == (article, [], [], [])


def test_front_page_has_the_issue_that_is_out_last():
    issue = make_issue(theme="거두는 사람")
    make_issue()
    make_issue(published_on=ahead(days=2).date())
    assert front_page()["issue"] == issue


@pytest.mark.parametrize("count", [1, 3])
def test_home_takes_the_same_queries_whatever_the_number(client, django_assert_num_queries, count):
    make_masthead()
    make_issue(cover=make_photo())
    for _ in range(count):
        for slot in Slot:
            make_placement(make_article(bylines=[make_reporter()], lead_photo=make_photo()), slot=slot)
        make_article(bylines=[make_reporter(), make_reporter()])
    with django_assert_num_queries(8):
        assert client.get("/").status_code == 200


def test_home_shows_headline_important_ordinary_and_sections(client):
    section = make_section(name="문화")
    articles = make_row(7, section=section)
    main = parse(client.get("/")).one("main")
    assert main.one(class_="headline").one("a")["href"] == articles[0].get_absolute_url()
    important = main.one(class_="front__important").all("article")
    assert [card.one("a")["href"] for card in important] == [one.get_absolute_url() for one in articles[1:5]]
    ordinary = main.one(class_="front__ordinary").all("article")
    assert [item.one("a")["href"] for item in ordinary] == [one.get_absolute_url() for one in articles[5:]]
    assert main.one(id=f"section-{section.slug}").text == "문화"


def test_home_shows_the_cover_of_the_issue(client):
    issue = make_issue(theme="짜는 사람", cover=make_photo(alt="베틀 앞의 두 손"))
    band = parse(client.get("/")).one(class_="band")
    assert band.one("img")["src"] == issue.cover.file.url
    assert (band.one("h2").text, band.one(class_="band__theme").text) == (str(issue), "짜는 사람")


def test_home_with_nothing_in_it_still_stands(client):
    page = parse(client.get("/"))
    assert len(page.all("h1")) == 1
    assert page.one("main").all("article") == []
