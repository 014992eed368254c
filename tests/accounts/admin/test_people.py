import datetime

import pytest
from django.contrib.admin import site
from django.test import Client
from django.utils import timezone

from accounts import workflow
from accounts.history import history_of
from accounts.models import User
from articles.models import Article
from tests.factories import ago, make_article, make_user
from tests.letters import delivered_letters, waiting_letters
from tests.page import parse

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/accounts/user/"
ADD = f"{PEOPLE}add/"
PASSWORD = "붓 셋, 먹 하나"
HOSTILE = "<script>alert(‘1’)</script>"
TYPED = {"last_name": "한서윤", "email": "han@example.com", "username": "han", "roles": ["기자", "데스크"]}
WRONG = ["시민기자", "기자", "데스크", "편집장", "발행인", "고충처리인"]


@pytest.fixture
def admin(client):
    admin = make_user(role="관리자", username="admin", last_name="구관리", password=PASSWORD)
    client.force_login(admin)
    return admin


@pytest.fixture
def person():
    return make_user(role="기자", username="han", last_name="한서윤", email="han@example.com", password=PASSWORD)


def page_of(person):
    return f"{PEOPLE}{person.pk}/change/"


def do(person, verb):
    return f"{PEOPLE}{person.pk}/do/{verb}/"


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


def errors(page):
    return [error.text for error in page.all(class_="errorlist")] + [error.text for error in page.all(role="alert")]


# Who gets here


@pytest.mark.parametrize("role", WRONG)
def test_people_are_the_administrators_alone(client, person, role):
    client.force_login(make_user(role=role))
    addresses = [PEOPLE, ADD, page_of(person), f"{PEOPLE}{person.pk}/history/", f"{PEOPLE}{person.pk}/delete/"]
    addresses += [do(person, verb) for verb in ("retire", "invite", "reinstate", "nothing")]
    assert {client.get(address).status_code for address in addresses} == {403}
    assert {client.post(address, TYPED | {"username": "new"}).status_code for address in addresses} == {403}
    person.refresh_from_db()
    assert (User.objects.count(), person.state, person.roles) == (2, User.State.ABLE, ["기자"])
    assert waiting_letters() == []


@pytest.mark.parametrize("address", ["", "add/", "1/do/retire/", "1/change/"])
def test_people_are_closed_to_readers_and_strangers(client, address):
    assert client.get(f"{PEOPLE}{address}")["Location"].startswith("/admin/login/")
    client.force_login(make_user())
    assert client.post(f"{PEOPLE}{address}")["Location"].startswith("/admin/login/")


def test_one_who_may_only_look_is_shown_a_page_without_a_form(client, person):
    client.force_login(make_user("accounts.view_user", is_staff=True))
    response = client.get(page_of(person))
    assert response.status_code == 200
    assert parse(response).all("input", name="email") == []
    assert client.post(do(person, "retire")).status_code == 403
    assert client.post(page_of(person), TYPED).status_code == 403


def test_person_is_never_deleted_and_no_password_is_typed_for_another(client, admin, person):
    assert client.post(f"{PEOPLE}{person.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get(f"{PEOPLE}{person.pk}/password/").status_code in (302, 404)
    page = parse(client.get(page_of(person)))
    assert page.all("input", type="password") + page.all("input", name="is_superuser") == []
    assert page.all("select", name="user_permissions") == []
    actions = {"action": "delete_selected", "_selected_action": [person.pk], "post": "yes"}
    client.post(PEOPLE, actions)
    assert User.objects.filter(pk=person.pk).exists()


# The list


def names(response):
    return [cell.text for cell in parse(response).one(id="result_list").all(class_="field-name")]


def test_list_says_who_was_here_when(client, admin, person):
    User.objects.filter(pk=person.pk).update(last_seen_at=ago(minutes=3))
    at = timezone.localtime(User.objects.get(pk=person.pk).last_seen_at)
    make_user(last_name="독고 독자", is_active=False, last_seen_at=None)
    text = parse(client.get(PEOPLE)).one(id="result_list").text
    assert f"3분 전 {at:%Y.%m.%d %H:%M}" in text
    assert "독고 독자 독자 쉬는 중 아직 없음" in text


@pytest.mark.parametrize(
    ("delta", "shown"),
    [
        ({"seconds": 20}, "방금"),
        ({"minutes": 59}, "59분 전"),
        ({"hours": 5}, "5시간 전"),
        ({"days": 40}, "1개월 전"),
    ],
)
def test_moment_is_said_as_people_do(delta, shown):
    from accounts.admin.people import moment

    at = timezone.now() - datetime.timedelta(**delta)
    assert parse(str(moment(at, never="아직 없음"))).text == f"{shown} {timezone.localtime(at):%Y.%m.%d %H:%M}"


def test_list_is_in_the_order_of_names_with_those_who_rest_below(client, admin):
    for name, is_active in [("표윤슬", True), ("가람솔", False), ("나루터", True)]:
        make_user(last_name=name, is_active=is_active)
    assert names(client.get(PEOPLE)) == ["구관리", "나루터", "표윤슬", "가람솔"]


def test_list_is_filtered_by_role_and_state(client, admin, person):
    make_user(role="기자", last_name="초대손님")
    make_user(role="기자", last_name="가람솔", is_active=False)
    make_user(last_name="독자", password=PASSWORD)
    assert names(client.get(PEOPLE, {"role": "기자"})) == ["초대손님", "한서윤", "가람솔"]
    assert names(client.get(PEOPLE, {"role": "none"})) == ["독자"]
    assert names(client.get(PEOPLE, {"role": "기자", "state": "retired"})) == ["가람솔"]
    assert names(client.get(PEOPLE, {"state": "invited"})) == ["초대손님"]
    assert names(client.get(PEOPLE, {"state": "able"})) == ["구관리", "독자", "한서윤"]


@pytest.mark.parametrize(
    "query", ["role=사장", "state=x", "q=%00", "password__startswith=a", "password__contains=1", "o=9", "p=x"]
)
def test_list_never_fails_whatever_is_asked(client, admin, query):
    assert client.get(f"{PEOPLE}?{query}").status_code in (200, 302, 400)


def test_list_tells_nothing_of_passwords(client, admin):
    assert client.get(PEOPLE, {"password__startswith": "md5$"}).status_code == 400


def test_list_asks_as_much_for_three_as_for_one(client, admin, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(PEOPLE)
    with CaptureQueriesContext(connection) as one:
        client.get(PEOPLE)
    for _ in range(3):
        make_user(role="기자", password=PASSWORD)
    with CaptureQueriesContext(connection) as more:
        client.get(PEOPLE)
    assert len(more) == len(one)


def test_names_are_escaped_wherever_they_stand(client, admin):
    person = make_user(role="기자", last_name=HOSTILE)
    workflow.set_roles(person, roles=["데스크"], by=admin)
    for address in (PEOPLE, page_of(person), do(person, "retire")):
        response = client.get(address)
        assert "<script>alert" not in response.content.decode()
        assert HOSTILE in parse(response).text


# 초대


def test_invite_a_colleague(client, admin):
    response = client.post(ADD, TYPED, follow=True)
    person = User.objects.get(username="han")
    assert response.redirect_chain == [(PEOPLE, 302)]
    assert messages_of(response) == [
        "‘한서윤’ 님을 초대했습니다. han@example.com로 편지를 보냅니다. 링크는 이레 동안 쓸 수 있습니다."
    ]
    assert (person.roles, person.is_staff, person.state) == (["기자", "데스크"], True, User.State.INVITED)
    assert [recipients for recipients, _, _ in delivered_letters()] == [["han@example.com"]]
    assert [(row.user, row.get_change_message()) for row in history_of(person)] == [
        (admin, "초대했습니다. 역할: 기자, 데스크")
    ]


def test_invitation_from_the_letter_to_the_newsroom(client, admin):
    client.post(ADD, TYPED)
    ((_, _, letter),) = delivered_letters()
    address = next(line for line in letter.splitlines() if line.startswith("http")).partition(":8000")[2]
    newcomer = Client()
    assert parse(newcomer.get(address)).one("h1").text == "한서윤 님, 반갑습니다"
    new = "벼루 둘과 종이 열 장"
    assert newcomer.post(address, {"new_password1": new, "new_password2": new})["Location"] == "/admin/"
    assert newcomer.get("/admin/").status_code == 200
    assert Client().post("/admin/login/", {"username": "han", "password": new}).status_code == 302


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"last_name": " "}, "필수 항목입니다."),
        ({"email": ""}, "필수 항목입니다."),
        ({"email": "han"}, "올바른 이메일 주소를 입력하세요."),
        ({"email": "ADMIN@example.com"}, "이미 쓰이고 있는 전자우편 주소입니다."),
        ({"username": "admin"}, "이미 쓰이고 있는 계정 이름입니다."),
        ({"roles": []}, "역할을 하나 이상 고르세요."),
        ({"roles": ["사장"]}, "올바르게 선택해 주세요. 사장 이/가 선택가능항목에 없습니다."),
    ],
)
def test_invitation_that_lacks_something_says_so_and_keeps_what_was_typed(client, admin, typed, said):
    User.objects.update(email="admin@example.com")
    response = client.post(ADD, TYPED | typed)
    page = parse(response)
    assert response.status_code == 200
    assert said in page.text
    kept = TYPED | typed
    assert page.one("input", name="last_name").get("value", "").strip() == kept["last_name"].strip()
    assert page.one("input", name="email").get("value", "") == kept["email"]
    assert (User.objects.count(), waiting_letters()) == (1, [])


def test_invitation_without_a_csrf_token_is_refused(admin):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin)
    assert strict.post(ADD, TYPED).status_code == 403
    assert (User.objects.count(), waiting_letters()) == (1, [])


def test_invite_again_by_the_button(client, admin):
    client.post(ADD, TYPED)
    delivered_letters()
    person = User.objects.get(username="han")
    assert [link["href"] for link in parse(client.get(page_of(person))).all("a", class_="screen-button")] == [
        do(person, "invite"), do(person, "retire"),
    ]  # fmt: skip
    assert parse(client.get(do(person, "invite"))).one("form", class_="screen-form")["method"] == "post"
    assert waiting_letters() == []
    response = client.post(do(person, "invite"), follow=True)
    assert messages_of(response) == ["‘한서윤’ 님: 초대 편지를 다시 보냅니다."]
    assert len(delivered_letters()) == 1


# One person


def save(client, person, **typed):
    fields = {"last_name": person.last_name, "email": person.email, "username": person.username, "roles": person.roles}
    return client.post(page_of(person), fields | typed, follow=True)


def test_roles_are_changed_and_noted(client, admin, person):
    assert save(client, person, roles=["데스크", "편집장"]).redirect_chain == [(PEOPLE, 302)]
    person = User.objects.get(pk=person.pk)
    assert person.roles == ["데스크", "편집장"]
    assert [row.get_change_message() for row in history_of(person)] == ["역할을 바꾸었습니다: 기자 → 데스크, 편집장"]


def test_name_and_address_are_changed_and_noted(client, admin, person):
    save(client, person, last_name="한 서윤", email="seoyun@example.com")
    person = User.objects.get(pk=person.pk)
    assert (person.last_name, person.email, person.roles) == ("한 서윤", "seoyun@example.com", ["기자"])
    assert [row.get_change_message() for row in history_of(person)] == [
        "고쳤습니다. 이름: 한서윤 → 한 서윤, 전자우편: han@example.com → seoyun@example.com"
    ]


def test_what_was_done_is_shown_on_the_persons_page(client, admin, person):
    save(client, person, roles=["데스크"])
    (line,) = parse(client.get(page_of(person))).one(class_="person-history").all("li")
    assert line.text.endswith("구관리 역할을 바꾸었습니다: 기자 → 데스크")


def test_saving_without_a_change_notes_nothing(client, admin, person):
    save(client, person)
    assert list(history_of(person)) == []


def test_own_roles_are_not_changed(client, admin):
    page = parse(save(client, admin, email="admin@example.com", roles=["관리자", "편집장"]))
    assert "자기 역할은 스스로 바꾸지 못합니다. 다른 관리자에게 부탁해 주세요." in page.text
    assert User.objects.get(pk=admin.pk).roles == ["관리자"]


def test_own_name_may_be_changed(client, admin):
    save(client, admin, last_name="구관석", email="admin@example.com")
    assert str(User.objects.get(pk=admin.pk)) == "구관석"


def test_last_administrator_keeps_the_role(client, admin):
    client.force_login(make_user("accounts.view_user", "accounts.change_user", is_staff=True))
    page = parse(save(client, admin, email="admin@example.com", roles=[]))
    assert "마지막 관리자입니다. 먼저 다른 사람에게 관리자 역할을 주세요." in page.text
    assert User.objects.get(pk=admin.pk).roles == ["관리자"]


@pytest.mark.parametrize(
    "typed", [{"is_staff": "on"}, {"is_superuser": "on"}, {"is_active": ""}, {"user_permissions": ["1"]}]
)
def test_what_the_form_does_not_ask_cannot_be_typed(client, admin, person, typed):
    person.groups.clear(), User.objects.filter(pk=person.pk).update(is_staff=False)
    person = User.objects.get(pk=person.pk)
    save(client, person, **typed)
    person = User.objects.get(pk=person.pk)
    assert (person.is_staff, person.is_active, person.get_all_permissions()) == (False, True, set())


# 쉬게 하기, 다시 부르기


def test_retire_asks_before_it_acts(client, admin, person):
    page = parse(client.get(do(person, "retire")))
    assert "모든 기기에서 바로 로그아웃되고" in page.text
    assert [option.text for option in page.one("select", name="successor").all("option")] == [
        "이어받을 일이 없음", "구관리 (관리자)",
    ]  # fmt: skip
    assert User.objects.get(pk=person.pk).is_active


def test_retire_by_the_button(client, admin, person):
    response = client.post(do(person, "retire"), {"successor": ""}, follow=True)
    assert response.redirect_chain == [(page_of(person), 302)]
    assert messages_of(response) == ["‘한서윤’ 님: 쉬게 했습니다."]
    assert User.objects.get(pk=person.pk).state == User.State.RETIRED
    assert [link["href"] for link in parse(response).all("a", class_="screen-button")] == [do(person, "reinstate")]


def test_retire_one_with_work_asks_for_a_successor_at_the_field(client, admin, person):
    article = make_article(owner=person, state=Article.State.DRAFT)
    response = client.post(do(person, "retire"), {"successor": ""})
    assert "끝나지 않은 기사가 1편 있습니다. 기사를 쓸 수 있는 사람에게 넘겨주세요." in parse(response).text
    assert User.objects.get(pk=person.pk).is_active
    successor = make_user(role="기자", last_name="표윤슬")
    response = client.post(do(person, "retire"), {"successor": successor.pk}, follow=True)
    assert messages_of(response) == ["‘한서윤’ 님: 쉬게 했습니다. 기사 1편을 표윤슬 님에게 넘겼습니다."]
    assert Article.objects.get(pk=article.pk).owner == successor


@pytest.mark.parametrize("typed", ["x", "0", "-1", "9" * 30, "1.5"])
def test_retire_with_a_strange_successor_is_refused(client, admin, person, typed):
    response = client.post(do(person, "retire"), {"successor": typed})
    assert "일하고 있는 다른 사람을 고르세요." in parse(response).text
    assert User.objects.get(pk=person.pk).is_active


@pytest.mark.parametrize("who", ["leaver", "resting", "reader"])
def test_retire_offers_and_takes_no_successor_who_cannot_go_on(client, admin, person, who):
    successor = {
        "leaver": lambda: person,
        "resting": lambda: make_user(role="기자", is_active=False),
        "reader": make_user,
    }[who]()
    client.post(do(person, "retire"), {"successor": successor.pk})
    assert User.objects.get(pk=person.pk).is_active


def test_retire_oneself_is_refused_in_words(client, admin):
    page = parse(client.post(do(admin, "retire"), {"successor": ""}))
    assert page.one(class_="screen-refusal").text == "자기 자신은 쉬게 하지 못합니다. 다른 관리자에게 부탁해 주세요."
    assert User.objects.get(pk=admin.pk).is_active


def test_reinstate_by_the_button(client, admin, person):
    workflow.retire(person, by=admin)
    response = client.post(do(person, "reinstate"), follow=True)
    assert messages_of(response) == ["‘한서윤’ 님: 다시 불렀습니다. 초대 편지를 보냅니다."]
    assert User.objects.get(pk=person.pk).state == User.State.INVITED
    assert len(delivered_letters()) == 1


@pytest.mark.parametrize("verb", ["invite", "reinstate"])
def test_verb_that_does_not_fit_says_so(client, admin, person, verb):
    page = parse(client.get(do(person, verb)))
    assert page.one(class_="screen-refusal").text == "‘활동 중’ 상태의 사람에게는 할 수 없는 일입니다."
    client.post(do(person, verb))
    assert (User.objects.get(pk=person.pk).state, waiting_letters()) == (User.State.ABLE, [])


@pytest.mark.parametrize("verb", ["retire", "invite", "reinstate"])
def test_verb_without_a_csrf_token_is_refused(admin, person, verb):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin)
    assert strict.post(do(person, verb)).status_code == 403
    assert User.objects.get(pk=person.pk).is_active


@pytest.mark.parametrize("address", ["999999/do/retire/", f"{'9' * 30}/do/retire/", "1/do/nothing/"])
def test_verb_of_nobody_or_nothing_is_not_found(client, admin, address):
    assert client.get(f"{PEOPLE}{address}").status_code == 404
    assert client.post(f"{PEOPLE}{address}").status_code == 404


def test_saving_a_name_brings_nobody_back_who_was_disabled_meanwhile(admin, person, rf):
    """The page's own copy of the person is older than the verb that came between."""
    request = rf.post(page_of(person))
    request.user = admin
    screens = site.get_model_admin(User)
    stale = User.objects.get(pk=person.pk)
    form = screens.get_form(request, stale, change=True)(TYPED | {"last_name": "한서연"}, instance=stale)
    assert form.is_valid()
    workflow.retire(person, by=admin)
    screens.save_model(request, form.instance, form, change=True)
    person.refresh_from_db()
    assert (person.last_name, person.is_active, person.has_usable_password()) == ("한서연", False, False)
