import pytest

from tests.factories import make_user

pytestmark = pytest.mark.django_db

ARTICLES = ["기사", "사진", "섹션", "연재", "키워드", "호"]
ALL = {
    "기사": [*ARTICLES, "첫 화면 배치"],
    "사람": ["기자 소개"],
    "발행 정보": ["발행 정보", "인증ㆍ선정", "안내 페이지"],
}


def menu(client, person):
    """{group: titles}, as the sidebar has them; the first page of the admin must have the same."""
    client.force_login(person)
    response = client.get("/admin/")
    sidebar = {
        group["title"]: [item["title"] for item in group["items"]] for group in response.context["sidebar_navigation"]
    }
    assert sidebar == {
        group["name"]: [entry["name"] for entry in group["models"]] for group in response.context["app_list"]
    }
    return sidebar


@pytest.mark.parametrize(
    ("role", "groups"),
    [
        ("시민기자", {"기사": ARTICLES, "사람": ["기자 소개"]}),
        ("기자", {"기사": ARTICLES, "사람": ["기자 소개"]}),
        ("데스크", {"기사": ALL["기사"], "사람": ["기자 소개"]}),
        ("편집장", ALL),
        ("발행인", ALL | {"기사": ARTICLES}),
        ("고충처리인", {"기사": ARTICLES, "발행 정보": ALL["발행 정보"]}),
        ("관리자", {"사람": ["사람", "역할", "기자 소개"]}),
    ],
)
def test_menu_names_what_the_role_may_open_and_nothing_else(client, role, groups):
    assert menu(client, make_user(role=role)) == groups


def test_menu_names_no_other_title_anywhere_on_the_page(client):
    client.force_login(make_user(role="관리자"))
    page = client.get("/admin/").content.decode()
    assert [
        title for title in ("기사", "첫 화면 배치", "인증ㆍ선정", "시스템") if f">{title}<" in "".join(page.split())
    ] == []


def test_what_no_group_names_is_of_the_system(client):
    person = make_user("django_tasks_database.view_dbtaskresult", is_staff=True)
    assert menu(client, person) == {"시스템": ["맡긴 작업"]}


def test_permission_to_make_alone_opens_nothing(client):
    assert menu(client, make_user("articles.add_tag", is_staff=True)) == {}


def test_person_without_a_role_is_told_so(client):
    client.force_login(make_user(is_staff=True))
    assert "볼 수 있는 메뉴가 없습니다." in client.get("/admin/").content.decode()


def test_page_of_one_app_keeps_to_it(client):
    client.force_login(make_user(role="관리자"))
    assert [app["app_label"] for app in client.get("/admin/auth/").context["app_list"]] == ["auth"]
    assert client.get("/admin/publisher/").status_code == 404


@pytest.mark.parametrize("address", ["articles/article/", "articles/tag/add/"])
def test_menu_marks_where_one_is(client, address):
    client.force_login(make_user(role="편집장"))
    groups = client.get(f"/admin/{address}").context["sidebar_navigation"]
    active = [item["link"] for group in groups for item in group["items"] if item["active"]]
    assert active == [f"/admin/{address.removesuffix('add/')}"]
