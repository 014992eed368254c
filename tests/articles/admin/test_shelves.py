import pytest
from django.contrib import admin
from django_tasks_db.models import DBTaskResult

from accounts.groups import give
from accounts.roles import ROLES
from articles.models import Photo, Placement, Section
from tests.factories import (
    make_article,
    make_issue,
    make_photo,
    make_placement,
    make_section,
    make_series,
    make_tag,
    make_user,
)
from tests.page import parse

pytestmark = pytest.mark.django_db
ROOT = "/admin/articles"


@pytest.fixture
def staff(client):
    """Somebody of every role."""
    person = make_user()
    give(person, ROLES)
    client.force_login(type(person).objects.get(pk=person.pk))
    return client


@pytest.mark.parametrize(
    "model", sorted(admin.site._registry, key=lambda model: model._meta.label), ids=lambda model: model._meta.label
)
def test_every_list_of_the_admin_opens(staff, model):
    make_section(), make_series(), make_tag(), make_issue(), make_placement(make_article(lead_photo=make_photo()))
    root = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    if model is DBTaskResult:  # Letters on their way hold links that let somebody in: they are nobody's to read.
        assert staff.get(root).status_code == 403
        return
    assert staff.get(root).status_code == 200
    assert staff.get(root, {"q": "가"}).status_code == 200
    assert staff.get(f"{root}add/").status_code in (200, 403)
    if first := model._default_manager.first():
        assert staff.get(f"{root}{first.pk}/change/").status_code == 200


def test_photo_is_not_added_here(staff):
    assert staff.post(f"{ROOT}/photo/add/", {"alt": "벽"}).status_code == 403
    assert Photo.objects.count() == 0


def test_photo_file_stays_and_its_words_are_changed(staff):
    photo = make_photo()
    name = photo.file.name
    typed = {"alt": "새 설명", "credit": "", "focal_x": "0.2", "focal_y": "1", "ai_use": "none"}
    typed |= {"file": "photos/other.jpg"}
    assert staff.post(f"{ROOT}/photo/{photo.pk}/change/", typed).status_code == 302
    photo.refresh_from_db()
    assert (photo.file.name, photo.alt, photo.focal_x, photo.focal_y) == (name, "새 설명", 0.2, 1)


def test_photo_focal_point_outside_is_refused_in_words(staff):
    photo = make_photo()
    page = parse(
        staff.post(f"{ROOT}/photo/{photo.pk}/change/", {"alt": "", "focal_x": "1.2", "focal_y": "0", "ai_use": "none"})
    )
    assert "1" in page.one(class_="errorlist").text
    assert Photo.objects.get().focal_x == 0.5


def test_placement_is_ended_and_not_deleted(staff):
    placement = make_placement(make_article())
    assert staff.post(f"{ROOT}/placement/{placement.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Placement.objects.count() == 1


def test_placement_of_an_article_that_has_one_is_refused_in_words(staff):
    article = make_article()
    make_placement(article)
    typed = {
        "article": article.pk,
        "slot": "important",
        "order": 0,
        "starts_at_0": "2026-01-01",
        "starts_at_1": "09:00",
    }
    assert "이 기사는 이미 첫 화면에 놓여 있습니다." in parse(staff.post(f"{ROOT}/placement/add/", typed)).text


@pytest.mark.parametrize(
    ("model", "typed", "said"),
    [
        ("tag", {"name": "그리고/또는"}, "키워드에는 빗금(/)을 쓸 수 없습니다."),
        ("issue", {"month": "2026-11-02"}, "달은 그 달의 1일로 적습니다."),
    ],
)
def test_shelf_refuses_in_words(staff, model, typed, said):
    assert said in parse(staff.post(f"{ROOT}/{model}/add/", typed)).text


def test_section_is_given_to_desks_at_work(client):
    desk, chief = make_user(role="데스크", username="desk"), make_user(role="편집장", username="chief")
    make_user(role="데스크", username="resting", is_active=False)
    make_user(role="기자", username="reporter")
    client.force_login(chief)
    section = make_section(name="문화", slug="culture")
    page = f"{ROOT}/section/{section.pk}/change/"
    boxes = parse(client.get(page)).all("input", type="checkbox", name="desks")
    assert {int(box["value"]) for box in boxes} == {desk.pk, chief.pk}
    typed = {"name": "문화", "slug": "culture", "order": "1", "desks": [desk.pk]}
    assert client.post(page, typed).status_code == 302
    assert list(Section.objects.get().desks.all()) == [desk]
    assert "desk" in parse(client.get(f"{ROOT}/section/")).one("table", id="result_list").text
