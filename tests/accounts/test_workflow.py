import threading

import pytest
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.test import Client

from accounts import links, workflow
from accounts.groups import give
from accounts.history import history_of
from accounts.links import FORGOTTEN, INVITATION
from accounts.models import User
from tests.factories import make_user
from tests.letters import delivered_letters

pytestmark = pytest.mark.django_db
PASSWORD = "붓 셋, 먹 하나"
LAST_ADMINISTRATOR = "마지막 관리자입니다. 먼저 다른 사람에게 관리자 역할을 주세요."
NAMED = {"last_name": "한서윤", "email": "han@example.com", "username": "han"}


@pytest.fixture
def admin():
    return make_user(role="관리자", username="admin", last_name="구관리", password=PASSWORD)


@pytest.fixture
def person():
    return make_user(role="기자", password=PASSWORD, **NAMED)


@pytest.fixture(autouse=True)
def no_handovers(settings):
    settings.HANDOVERS = []


def notes(person):
    return [(row.user, row.change_message) for row in history_of(person)]


def reasons(refusal):
    return getattr(refusal.value, "message_dict", refusal.value.messages)


def new_person():
    return User(**NAMED)


# Each verb by the wrong person


VERBS = {
    "invite": lambda person, by: workflow.invite(User(username="new", email="new@example.com"), roles=["기자"], by=by),
    "invite_again": lambda person, by: workflow.invite_again(person, by=by),
    "set_roles": lambda person, by: workflow.set_roles(person, roles=["데스크"], by=by),
    "retire": lambda person, by: workflow.retire(person, by=by),
    "reinstate": lambda person, by: workflow.reinstate(person, by=by),
}


@pytest.mark.parametrize("role", ["시민기자", "기자", "데스크", "편집장", "발행인", "고충처리인", None])
@pytest.mark.parametrize("verb", VERBS)
def test_verbs_are_the_administrators_alone(person, verb, role):
    with pytest.raises(PermissionDenied):
        VERBS[verb](person, make_user(role=role))
    person.refresh_from_db()
    assert (User.objects.count(), person.is_active, person.roles) == (2, True, ["기자"])
    assert delivered_letters() == []


@pytest.mark.parametrize("verb", VERBS)
def test_verbs_are_not_for_an_administrator_who_rests(person, verb):
    with pytest.raises(PermissionDenied):
        VERBS[verb](person, make_user(role="관리자", is_active=False))


# 초대


def test_invite_makes_an_account_without_password_and_sends_a_link(admin):
    person = workflow.invite(new_person(), roles=["데스크", "기자"], by=admin)
    person.refresh_from_db()
    assert (person.state, person.roles, person.is_staff) == (User.State.INVITED, ["기자", "데스크"], True)
    assert notes(person) == [(admin, "초대했습니다. 역할: 기자, 데스크")]
    ((recipients, subject, body),) = delivered_letters()
    assert (recipients, subject) == (["han@example.com"], "[월간인물] 편집국에 초대합니다")
    assert body.startswith("한서윤 님, 안녕하세요.\n\n구관리 님이 월간인물 편집국에 초대했습니다.")
    (address,) = [line for line in body.splitlines() if line.startswith("http")]
    assert links.read(INVITATION, address.split("/")[-2]) == person


def test_invitation_that_fails_leaves_no_account_and_no_letter(admin, person):
    with pytest.raises(KeyError):
        workflow.invite(User(username="new", email="new@example.com"), roles=["사장"], by=admin)
    assert (User.objects.filter(username="new").count(), delivered_letters()) == (0, [])


def test_invite_again_sends_another_letter(admin):
    person = workflow.invite(new_person(), roles=["기자"], by=admin)
    delivered_letters()
    workflow.invite_again(person, by=admin)
    assert [recipients for recipients, _, _ in delivered_letters()] == [["han@example.com"]]
    assert notes(person)[0] == (admin, "초대 편지를 다시 보냈습니다.")


@pytest.mark.parametrize("change", [{}, {"is_active": False}])
def test_invite_again_one_who_has_a_password_or_rests_is_refused(admin, person, change):
    User.objects.filter(pk=person.pk).update(**change)
    with pytest.raises(ValidationError, match="초대를 기다리는 사람이 아닙니다"):
        workflow.invite_again(person, by=admin)
    assert delivered_letters() == []


# 역할


def test_set_roles_gives_these_and_no_other_and_notes_it(admin, person):
    workflow.set_roles(person, roles=["편집장", "데스크"], by=admin)
    person = User.objects.get(pk=person.pk)
    assert (person.roles, person.is_staff) == (["데스크", "편집장"], True)
    assert notes(person) == [(admin, "역할을 바꾸었습니다: 기자 → 데스크, 편집장")]


def test_set_roles_to_none_makes_a_reader(admin, person):
    workflow.set_roles(person, roles=[], by=admin)
    person = User.objects.get(pk=person.pk)
    assert (person.roles, person.is_staff, notes(person)) == ([], False, [(admin, "역할을 바꾸었습니다: 기자 → 없음")])


def test_set_roles_that_are_the_same_notes_nothing(admin, person):
    workflow.set_roles(person, roles=["기자"], by=admin)
    workflow.set_roles(admin, roles=["관리자"], by=admin)
    assert (notes(person), notes(admin)) == ([], [])


@pytest.mark.parametrize("roles", [[], ["기자"], ["관리자", "편집장"]])
def test_set_roles_of_oneself_is_refused(admin, roles):
    make_user(role="관리자", password=PASSWORD)
    with pytest.raises(ValidationError, match="자기 역할은 스스로 바꾸지 못합니다"):
        workflow.set_roles(admin, roles=roles, by=admin)
    assert User.objects.get(pk=admin.pk).roles == ["관리자"]


def granted():
    """Somebody who may change people and is no administrator: how the last administrator could be reached."""
    return make_user("accounts.change_user")


@pytest.mark.parametrize("other", [None, {"is_active": False, "password": PASSWORD}, {"password": None}])
def test_last_administrator_keeps_the_role(admin, other):
    """Another who rests, or has never come, does not count."""
    if other:
        make_user(role="관리자", **other)
    with pytest.raises(ValidationError, match=LAST_ADMINISTRATOR):
        workflow.set_roles(admin, roles=["기자"], by=granted())
    assert User.objects.get(pk=admin.pk).roles == ["관리자"]


def test_last_but_one_administrator_may_lose_the_role(admin):
    second = make_user(role="관리자", password=PASSWORD)
    workflow.set_roles(second, roles=[], by=admin)
    assert User.objects.get(pk=second.pk).roles == []


def test_last_administrator_may_be_given_another_role_beside(admin):
    workflow.set_roles(admin, roles=["관리자", "발행인"], by=granted())
    assert User.objects.get(pk=admin.pk).roles == ["발행인", "관리자"]


# 쉬게 하기


def sign_in(person):
    client = Client()
    assert client.post("/accounts/login/", {"username": person.username, "password": PASSWORD}).status_code == 302
    return client


def test_retire_ends_every_way_in(admin, person):
    first, second, other = sign_in(person), sign_in(person), sign_in(admin)
    tokens = [(INVITATION, links.make(INVITATION, person)), (FORGOTTEN, links.make(FORGOTTEN, person))]
    assert workflow.retire(person, by=admin) == []
    person.refresh_from_db()
    assert (person.is_active, person.has_usable_password(), person.state) == (False, False, User.State.RETIRED)
    assert Session.objects.count() == 1
    assert [client.get("/accounts/me/").status_code for client in (first, second, other)] == [302, 302, 200]
    for purpose, token in tokens:
        with pytest.raises(links.Ended):
            links.read(purpose, token)
    assert first.post("/accounts/login/", {"username": "han", "password": PASSWORD}).status_code == 200
    assert notes(person)[0] == (admin, "쉬게 했습니다.")


def test_retire_an_invited_person_ends_the_invitation(admin):
    person = workflow.invite(new_person(), roles=["기자"], by=admin)
    token = links.make(INVITATION, person)
    workflow.retire(person, by=admin)
    with pytest.raises(links.Ended):
        links.read(INVITATION, token)


def test_retire_oneself_is_refused(admin):
    make_user(role="관리자", password=PASSWORD)
    with pytest.raises(ValidationError, match="자기 자신은 쉬게 하지 못합니다"):
        workflow.retire(admin, by=admin)
    assert User.objects.get(pk=admin.pk).is_active


def test_retire_the_last_administrator_is_refused(admin):
    with pytest.raises(ValidationError, match=LAST_ADMINISTRATOR):
        workflow.retire(admin, by=granted())
    assert User.objects.get(pk=admin.pk).is_active


def test_retire_twice_is_refused(admin, person):
    workflow.retire(person, by=admin)
    with pytest.raises(ValidationError, match="이미 쉬고 있는 사람입니다"):
        workflow.retire(person, by=admin)


@pytest.mark.parametrize("who", ["the leaver", "one who rests"])
def test_retire_to_nobody_who_could_go_on_is_refused(admin, person, who):
    successor = person if who == "the leaver" else make_user(role="기자", is_active=False)
    with pytest.raises(ValidationError) as refusal:
        workflow.retire(person, by=admin, successor=successor)
    assert reasons(refusal) == {"successor": ["일하고 있는 다른 사람을 고르세요."]}
    assert User.objects.get(pk=person.pk).is_active


def hand_over_desk(leaver, *, to, by):
    """As another app would: something that must be somebody's."""
    if to is None:
        raise ValidationError({"successor": "맡은 책상이 있습니다. 이어받을 사람을 고르세요."})
    to.first_name = f"({leaver}의 책상)"
    to.save(update_fields=["first_name"])
    return [f"책상 하나를 {to.last_name} 님에게 넘겼습니다.", f"{by} 님이 확인했습니다."]


def hand_over_nothing(leaver, *, to, by):
    return []


def fail_to_hand_over(leaver, *, to, by):
    raise ValidationError({"successor": "넘기지 못했습니다."})


def test_retire_hands_work_over_and_says_what(admin, person, settings):
    settings.HANDOVERS = [f"{__name__}.hand_over_desk", f"{__name__}.hand_over_nothing"]
    successor = make_user(role="기자", last_name="표윤슬")
    lines = workflow.retire(person, by=admin, successor=successor)
    assert lines == ["책상 하나를 표윤슬 님에게 넘겼습니다.", "구관리 님이 확인했습니다."]
    assert notes(person) == [(admin, f"쉬게 했습니다. {lines[0]} {lines[1]}")]
    assert User.objects.get(pk=successor.pk).first_name == "(한서윤의 책상)"


def test_retire_without_the_successor_that_work_needs_changes_nothing(admin, person, settings):
    settings.HANDOVERS = [f"{__name__}.hand_over_desk"]
    client = sign_in(person)
    with pytest.raises(ValidationError) as refusal:
        workflow.retire(person, by=admin)
    assert reasons(refusal) == {"successor": ["맡은 책상이 있습니다. 이어받을 사람을 고르세요."]}
    assert client.get("/accounts/me/").status_code == 200
    assert (User.objects.get(pk=person.pk).state, notes(person)) == (User.State.ABLE, [])


def test_retire_is_undone_whole_when_a_later_handover_refuses(admin, person, settings):
    settings.HANDOVERS = [f"{__name__}.hand_over_desk", f"{__name__}.fail_to_hand_over"]
    successor = make_user(role="기자", last_name="표윤슬")
    with pytest.raises(ValidationError):
        workflow.retire(person, by=admin, successor=successor)
    assert User.objects.get(pk=successor.pk).first_name == ""
    assert User.objects.get(pk=person.pk).is_active


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_disable_each_other_leave_one():
    first, second = (make_user(role="관리자", password=PASSWORD) for _ in range(2))
    outcomes = []

    def other_way():
        try:
            workflow.retire(first, by=User.objects.get(pk=second.pk))
            outcomes.append("done")
        except (ValidationError, PermissionDenied) as refusal:
            outcomes.append(type(refusal).__name__)
        finally:
            connection.close()

    thread = threading.Thread(target=other_way)
    with transaction.atomic():
        workflow.retire(second, by=first)
        thread.start()
        thread.join(0.3)
        assert (thread.is_alive(), outcomes) == (True, [])
    thread.join(10)
    assert outcomes == ["ValidationError"]
    assert list(User.objects.at_work()) == [first]


# 다시 부르기


def test_reinstate_brings_back_the_roles_and_asks_for_a_new_password(admin, person):
    workflow.retire(person, by=admin)
    workflow.reinstate(person, by=admin)
    person = User.objects.get(pk=person.pk)
    assert (person.state, person.roles, person.has_perm("articles.submit_article")) == (
        User.State.INVITED, ["기자"], True,
    )  # fmt: skip
    assert notes(person)[0] == (admin, "다시 불렀습니다. 초대 편지를 보냈습니다.")
    assert [recipients for recipients, _, _ in delivered_letters()] == [["han@example.com"]]
    assert Client().post("/accounts/login/", {"username": "han", "password": PASSWORD}).status_code == 200


def test_reinstate_one_who_does_not_rest_is_refused(admin, person):
    with pytest.raises(ValidationError, match="쉬고 있는 사람이 아닙니다"):
        workflow.reinstate(person, by=admin)
    assert delivered_letters() == []


def test_reinstate_without_an_address_is_refused(admin, person):
    User.objects.filter(pk=person.pk).update(is_active=False, email="")
    with pytest.raises(ValidationError, match="주소를 먼저 적어 주세요"):
        workflow.reinstate(person, by=admin)
    assert not User.objects.get(pk=person.pk).is_active


def test_handovers_of_the_settings_are_functions(settings):
    from django.utils.module_loading import import_string

    from monthlypeople import settings as written

    assert all(callable(import_string(name)) for name in written.HANDOVERS)


def test_roles_of_one_who_rests_give_nothing(admin, person):
    workflow.retire(person, by=admin)
    person = User.objects.get(pk=person.pk)
    assert (person.roles, person.get_all_permissions()) == (["기자"], set())


def test_give_is_for_groups_of_the_table(person):
    Group.objects.create(name="옛 묶음")
    with pytest.raises(KeyError):
        give(person, ["옛 묶음"])
