import datetime

import pytest
from django.utils import timezone

from publisher.models import StandingPage
from tests.factories import make_badge, make_masthead, make_standing_page, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db


def prose(client, body):
    page = make_standing_page(body=body)
    return parse(client.get(page.get_absolute_url())).one(class_="prose")


def test_page_is_filled_from_the_masthead(client):
    make_masthead(phone="02-123-4567")
    assert prose(client, "<p>[[title]] 대표전화 [[phone]]</p>").text == "월간견본 대표전화 02-123-4567"


def test_page_fills_in_what_it_is_given_escaped(client):
    make_masthead(title="<script>alert(1)</script>&amp;")
    filled = prose(client, "<p>[[title]]</p>")
    assert filled.text == "<script>alert(1)</script>&amp;"
    assert filled.all("script") == []


@pytest.mark.parametrize(
    "name", ["nothing", "objects", "editors", "registered_on", "__doc__", "__module__", "gaps", "save", ""]
)
def test_page_leaves_names_that_are_no_words_of_the_masthead(client, name):
    make_masthead()
    assert prose(client, f"<p>[[{name}]]</p>").text == f"[[{name}]]"


def test_page_keeps_its_note_to_staff_to_itself(client):
    page = make_standing_page(body="<p>약관</p>", note="법률 자문을 받을 것")
    assert "법률 자문" not in client.get(page.get_absolute_url()).content.decode()


def test_page_without_any_masthead_stays_as_it_is(client):
    assert prose(client, "<p>[[title]]을 소개합니다.</p>").text == "[[title]]을 소개합니다."


def test_page_body_is_sanitised_whatever_was_stored(client):
    make_masthead()
    shown = prose(client, '<p onclick="x()">글</p><script>alert(1)</script><img src="x" onerror="y()">')
    assert [element.tag for element in shown.walk()] == ["p"]
    assert shown.one("p").attributes == {}


@pytest.mark.parametrize("slug", ["nothing", "aboutt", "ABOUT"])
def test_page_of_no_kind_is_not_found(client, slug):
    make_standing_page()
    assert client.get(f"/pages/{slug}/").status_code == 404


def test_page_not_written_yet_is_not_found(client):
    make_standing_page(slug=StandingPage.Kind.TERMS)
    assert client.get("/pages/about/").status_code == 404


def test_page_says_where_one_is(client):
    crumbs = parse(client.get(make_standing_page(title="<b>제보</b>").get_absolute_url())).one("nav", class_="crumbs")
    assert [(link["href"], link.text) for link in crumbs.all("a")] == [("/", "홈")]
    assert crumbs.one(aria_current="page").text == "<b>제보</b>"


def test_page_note_is_shown_in_the_admin_and_on_the_page_not_even_to_staff(client):
    page = make_standing_page(note="달무리진고개를 확인할 것")
    client.force_login(make_user(role="발행인"))
    assert "달무리진고개" in client.get(f"/admin/publisher/standingpage/{page.pk}/change/").content.decode()
    assert "달무리진고개" not in client.get(page.get_absolute_url()).content.decode()


def test_page_table_is_framed(client):
    table = prose(client, "<table><tbody><tr><td>칸</td></tr></tbody></table>").one("table")
    assert (table.parent.classes, table.parent["tabindex"], table.text) == (["prose__table"], "0", "칸")


def test_menu_of_pages_is_the_list_of_kinds_and_marks_where_one_is(client):
    page = parse(
        client.get(make_standing_page(slug=StandingPage.Kind.YOUTH, title="청소년보호정책").get_absolute_url())
    )
    menu = page.one("nav", class_="side-menu")
    assert [(link["href"], link.text) for link in menu.all("a")] == [
        (f"/pages/{kind.value}/", kind.label) for kind in StandingPage.Kind
    ]
    assert menu.one("a", aria_current="page").text == "청소년보호정책"


def imprint(client):
    return parse(client.get("/")).one("footer")


def test_footer_prints_every_field_of_the_masthead(client):
    make_masthead()
    facts = imprint(client).one("dl")
    assert [(dt.text, dd.text) for dt, dd in zip(facts.all("dt"), facts.all("dd"), strict=True)] == [
        ("주소", "01234 서울 가나구 다라로 1 (바동, 사빌딩 2층) 월간견본"),
        ("대표전화", "02-000-0001"),
        ("팩스", "070-000-0002"),
        ("청소년보호책임자", "모루닷"),
        ("법인명", "주식회사 월간견본"),
        ("대표자", "모루한"),
        ("제호", "월간견본"),
        ("사업자등록번호", "000-00-00003"),
        ("등록번호", "서울 아 00004"),
        ("등록일", "2015년 04월 30일"),
        ("발행일", "2015년 04월 14일"),
        ("발행인", "모루두"),
        ("편집인", "모루세 (인터뷰), 모루네 (문화)"),
    ]


def test_footer_prints_the_promise_the_ombudsperson_and_this_year(client):
    make_masthead()
    footer = imprint(client)
    assert footer.one(class_="imprint__promise").text == (
        "「열린보도원칙」 당 매체는 독자의 권리를 지킵니다. 고충처리인 모루엿 02-000-0005 ombud@example.com"
    )
    assert footer.one("a", href="mailto:ombud@example.com").text == "ombud@example.com"
    year = timezone.localdate().year
    assert f"월간견본의 글과 사진은 저작권법의 보호를 받습니다. Copyright © {year} " in footer.text


def test_footer_leaves_out_a_fax_that_is_not_known(client):
    make_masthead(fax="")
    assert "팩스" not in [term.text for term in imprint(client).all("dt")]


def test_footer_names_editors_without_a_field_as_they_were_imported(client):
    make_masthead(is_imported=True, editors=[{"name": "모루세"}, {"name": "모루네"}])
    assert imprint(client).all("dd")[-1].text == "모루세, 모루네"


def test_footer_shows_badges_of_today_with_their_period(client):
    make_masthead()
    today = timezone.localdate()
    make_badge(
        label="우수콘텐츠", order=1, starts_on=today.replace(month=1, day=1), ends_on=today.replace(month=12, day=31)
    )
    make_badge(label="협회 회원", order=2)
    make_badge(label="지난해의 것", ends_on=today - datetime.timedelta(days=1))
    make_badge(label="내일부터", starts_on=today + datetime.timedelta(days=1))
    badges = imprint(client).one(class_="imprint__badges").all("li")
    assert [badge.text for badge in badges] == [
        f"우수콘텐츠 ({today.year}.01.01–{today.year}.12.31)",
        "협회 회원 (기간 미확인)",
    ]


def test_footer_without_a_masthead_still_stands(client):
    make_badge(label="협회 회원")
    footer = imprint(client)
    assert footer.all("dl") == []
    assert len(footer.all("nav")) == 1
