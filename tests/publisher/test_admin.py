import datetime

import pytest

from publisher.models import Badge, Masthead, StandingPage
from tests.factories import make_badge, make_masthead, make_standing_page, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
MASTHEADS = "/admin/publisher/masthead/"
PAGES = "/admin/publisher/standingpage/"


@pytest.fixture
def staff(client):
    client.force_login(make_user(role="발행인"))
    return client


def test_masthead_gaps_are_told_to_staff(staff):
    make_masthead(is_imported=True, editors=[{"name": "모루세"}, {"name": "모루네", "responsibility": "문화"}])
    assert "책임분야가 없는 편집인: 모루세." in parse(staff.get(MASTHEADS)).text


def test_masthead_without_gaps_tells_nothing(staff):
    make_masthead()
    assert "책임분야가 없는" not in parse(staff.get(MASTHEADS)).text


def test_masthead_missing_is_told_to_staff(staff):
    assert "발행 정보가 없습니다. 법이 정한 항목(신문법 제21조)을 넣어 주세요." in parse(staff.get(MASTHEADS)).text


def test_masthead_new_begins_as_a_copy_of_the_one_in_force(staff):
    make_masthead(phone="02-777-0000", is_imported=True)
    form = parse(staff.get(f"{MASTHEADS}add/"))
    assert form.one("input", name="phone")["value"] == "02-777-0000"
    assert form.one("input", name="valid_from").get("value") is None
    assert form.one("textarea", name="editors").raw_text.split() == ["모루세", "(인터뷰)", "모루네", "(문화)"]


def test_masthead_is_never_deleted(staff):
    masthead = make_masthead()
    assert staff.post(f"{MASTHEADS}{masthead.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Masthead.objects.count() == 1


def test_masthead_with_several_editors_is_saved_with_their_fields_alone(staff):
    masthead = make_masthead()
    names = [field.name for field in Masthead._meta.fields if field.name not in ("id", "is_imported", "editors")]
    typed = {name: getattr(masthead, name) for name in names} | {"valid_from": datetime.date(2026, 1, 1)}
    refused = staff.post(f"{MASTHEADS}add/", typed | {"editors": "모루세\n모루네 (문화)"})
    assert "책임분야가 없는 편집인: 모루세." in parse(refused).text
    assert Masthead.objects.count() == 1
    assert staff.post(f"{MASTHEADS}add/", typed | {"editors": "모루세 (인터뷰)\n모루네 (문화)"}).status_code == 302
    assert Masthead.objects.in_force().first().valid_from == datetime.date(2026, 1, 1)


def test_badge_without_a_period_is_told_to_staff(staff):
    make_badge(label="우수콘텐츠")
    make_badge(label="협회 회원", starts_on=datetime.date(2026, 1, 1))
    said = [str(message) for message in staff.get("/admin/publisher/badge/").context["messages"]]
    assert said == [
        "기간을 모르는 인증ㆍ선정: 우수콘텐츠. 지금은 ‘기간 미확인’으로 보입니다. 시작일과 종료일을 확인해 주세요."
    ]


def test_badge_that_ends_before_it_starts_is_refused_in_words(staff):
    typed = {"label": "상", "starts_on": "2026-02-01", "ends_on": "2026-01-01", "order": 0}
    assert "종료일이 시작일보다 앞섭니다." in parse(staff.post("/admin/publisher/badge/add/", typed)).text
    assert Badge.objects.count() == 0


def test_standing_page_is_stored_sanitised_and_keeps_its_kind(staff):
    page = make_standing_page(slug=StandingPage.Kind.TERMS)
    typed = {"slug": "privacy", "title": "이용약관", "body": '<p onclick="x()">약관</p><script>alert(1)</script>'}
    assert staff.post(f"/admin/publisher/standingpage/{page.pk}/change/", typed).status_code == 302
    page.refresh_from_db()
    assert (page.slug, page.body) == ("terms", "<p>약관</p>")


def test_masthead_cannot_be_called_imported_to_get_around_the_law(staff):
    masthead = make_masthead()
    names = [field.name for field in Masthead._meta.fields if field.name not in ("id", "editors")]
    typed = {name: getattr(masthead, name) for name in names} | {"is_imported": "on", "editors": "모루세\n모루네"}
    assert staff.post(f"{MASTHEADS}{masthead.pk}/change/", typed).status_code == 200
    masthead.refresh_from_db()
    assert (masthead.is_imported, masthead.gaps) == (False, [])


def test_masthead_with_two_editors_on_one_line_is_refused_and_kept_as_it_was(staff):
    masthead = make_masthead()
    names = [field.name for field in Masthead._meta.fields if field.name not in ("id", "is_imported", "editors")]
    typed = {name: getattr(masthead, name) for name in names} | {"editors": "박성래, 남윤실"}
    page = parse(staff.post(f"{MASTHEADS}{masthead.pk}/change/", typed))
    assert "이 줄을 읽지 못했습니다: 박성래, 남윤실 — 한 줄에 한 사람씩 ‘이름 (책임분야)’로" in page.text
    assert page.one("textarea", name="editors").text == "박성래, 남윤실"
    assert Masthead.objects.get().editors == masthead.editors


def test_standing_page_note_is_kept_and_marked_in_the_list(staff):
    plain = make_standing_page(slug=StandingPage.Kind.TERMS, title="이용약관")
    noted = make_standing_page(slug=StandingPage.Kind.TIP, title="제보")
    typed = {"title": "제보", "body": "<p>글</p>", "note": "연락 수단을 확인할 것"}
    assert staff.post(f"{PAGES}{noted.pk}/change/", typed).status_code == 302
    changelist = staff.get(PAGES).context["cl"]
    assert "has_note" in changelist.list_display
    assert [(page, page.note, changelist.model_admin.has_note(page)) for page in changelist.result_list] == [
        (plain, "", False),
        (noted, "연락 수단을 확인할 것", True),
    ]
