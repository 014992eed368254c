import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import presence, workflow
from articles.models import Article, OpenTab, Revision
from tests.articles.admin.test_editing import LIST, begun, newest, sent, sign_in, unwritable
from tests.factories import make_article, make_content, make_reporter, make_section, make_user

pytestmark = pytest.mark.django_db
State = Article.State
__all__ = ["unwritable"]


def autosave_address(article):
    return f"{LIST}{article.pk}/autosave/"


def test_first_autosave_begins_an_article_and_tells_where_it_is(client):
    person, tab = sign_in(client), uuid.uuid4()
    response = client.post(f"{LIST}autosave/", sent(person, tab=tab, title="적는 중", body="<p>글</p>"))
    article, kept = Article.objects.get(), Revision.objects.get()
    answer = response.json()
    assert (answer["article"], answer["autosave"], answer["newest"]) == (article.pk, kept.pk, None)
    assert answer["change_url"] == f"{LIST}{article.pk}/change/"
    assert (article.title, article.owner, article.newest_revision) == ("적는 중", person, None)
    assert (kept.is_autosave, kept.tab, kept.content["body"]) == (True, tab, "<p>글</p>")
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_next_autosaves_of_a_tab_overwrite_it_and_touch_no_version(client):
    person, tab = sign_in(client), uuid.uuid4()
    article = begun(person, title="처음")
    for title in ("하나", "둘"):
        client.post(autosave_address(article), sent(person, base=newest(article), tab=tab, title=title))
    kept = Revision.objects.autosaves().get()
    assert (kept.content["title"], kept.base, newest(article).number) == ("둘", newest(article), 1)
    assert Article.objects.get().title == "처음"


def test_everything_in_the_form_is_kept(client):
    person, reporter, section = sign_in(client), make_reporter(), make_section()
    rows = [{"reporter": reporter.pk, "title": "", "role": "글"}, {}, {"name": "뺀 사람", "DELETE": "on"}]
    fields = {"section": section.pk, "page": "7", "no_caption": "on", "embargo_until": "2026-12-01T09:00"}
    client.post(f"{LIST}autosave/", sent(person, bylines=rows, **fields))
    content = Revision.objects.get().content
    assert (content["section"], content["page"], content["no_caption"]) == (section.pk, 7, True)
    assert content["embargo_until"] == "2026-12-01T00:00:00+00:00"
    assert content["bylines"] == [{"reporter": reporter.pk, "name": "", "title": "", "role": "글"}]


@pytest.mark.parametrize(
    ("fields", "field", "kept"),
    [
        ({"title": "가" * 500}, "title", "가" * 500),
        ({"title": "제\x00목"}, "title", "제목"),
        ({"body": '<p onclick="x">글</p><script>alert(1)</script>'}, "body", "<p>글</p>"),
        ({"section": "999999"}, "section", 999999),
        ({"section": "가"}, "section", None),
        ({"series": "9" * 30}, "series", None),
        ({"lead_photo": "-1"}, "lead_photo", None),
        ({"tags": ["가", "7", "9" * 30]}, "tags", [7]),
        ({"page": "셋"}, "page", None),
        ({"page": "99999"}, "page", 32767),
        ({"embargo_until": "내일"}, "embargo_until", None),
        ({"embargo_until": "9999-12-31T23:59"}, "embargo_until", None),
        ({"embargo_until": "0001-01-01T00:00"}, "embargo_until", None),
        ({"ai_use": "뭐든지"}, "ai_use", "none"),
        ({"advertorial_label": "협찬" * 400}, "advertorial_label", "협찬" * 400),
        (
            {"bylines": [{"reporter": "9" * 30, "title": "기자"}]},
            "bylines",
            [{"reporter": None, "name": "", "title": "기자", "role": ""}],
        ),
    ],
)
def test_what_cannot_be_is_kept_as_far_as_it_can(client, fields, field, kept):
    person = sign_in(client)
    response = client.post(f"{LIST}autosave/", sent(person, **fields))
    assert response.status_code == 200
    assert Revision.objects.get().content[field] == kept
    # And the form opens with it.
    assert client.get(response.json()["change_url"], follow=True).status_code == 200


def test_text_too_long_is_refused_in_words(client):
    person = sign_in(client)
    response = client.post(f"{LIST}autosave/", sent(person, body="a" * 1_000_000))
    assert (response.status_code, response.json()["message"]) == (413, "본문이 너무 깁니다. 나누어 실어 주세요.")
    assert Article.objects.count() == 0


def test_more_than_the_server_reads_is_refused(client):
    person = sign_in(client)
    assert client.post(f"{LIST}autosave/", sent(person, body="가" * 1_000_000)).status_code == 400


@pytest.mark.parametrize("what", ["autosave", "presence", "takeover"])
def test_whoever_is_signed_out_is_told_so_and_not_led_away(client, what):
    person = sign_in(client)
    article = begun(person)
    client.logout()
    response = client.post(f"{LIST}{article.pk}/{what}/", sent(person))
    assert (response.status_code, response.json()["message"]) == (401, "로그인이 끊겼습니다.")
    assert Revision.objects.autosaves().count() == 0


@pytest.mark.parametrize("what", ["autosave", "presence", "takeover"])
def test_text_of_another_person_is_refused(client, what):
    owner = make_user(role="기자", is_staff=True)
    article = begun(owner)
    other = sign_in(client, "편집장", last_name="오", first_name="정민")
    response = client.post(f"{LIST}{article.pk}/{what}/", sent(owner))
    assert (response.status_code, response.json()["reason"]) == (409, "person")
    assert response.json()["message"] == "지금은 오정민 님으로 로그인되어 있습니다."
    assert not Revision.objects.filter(author=other).exists()


@pytest.mark.parametrize("what", ["autosave", "presence", "takeover"])
@pytest.mark.parametrize("is_there", [True, False])
def test_nobody_learns_of_an_article_that_they_may_not_see(client, what, is_there):
    person = sign_in(client)
    pk = make_article(state=State.DRAFT, owner=make_user()).pk if is_there else 10**17
    response = client.post(f"{LIST}{pk}/{what}/", sent(person))
    assert (response.status_code, response.json()) == (403, {"message": workflow.NOT_ALLOWED})


@pytest.mark.parametrize("what", ["autosave", "presence", "takeover"])
def test_nothing_is_done_by_a_link_nor_without_the_token(client, what):
    person = sign_in(client)
    article = begun(person)
    address = f"{LIST}{article.pk}/{what}/"
    assert client.get(address).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person)
    assert strict.post(address, sent(person)).status_code == 403
    assert OpenTab.objects.count() == 0


@pytest.mark.parametrize("damage", [{"tab": ""}, {"tab": "가\x00"}, {"base": "가"}, {"base": "9" * 30}])
def test_tab_that_does_not_say_what_it_is_is_refused(client, damage):
    person = sign_in(client)
    response = client.post(f"{LIST}autosave/", sent(person) | damage)
    assert response.status_code == 409
    assert response.json()["message"].startswith("창을 새로 열어 주세요.")


def test_base_of_another_article_is_none(client):
    person = sign_in(client)
    article, other = begun(person), begun(person)
    client.post(autosave_address(article), sent(person, base=newest(other)))
    assert Revision.objects.autosaves().get().base is None


def test_tab_of_another_article_is_refused(client):
    person, tab = sign_in(client), uuid.uuid4()
    client.post(autosave_address(begun(person)), sent(person, tab=tab))
    response = client.post(autosave_address(begun(person)), sent(person, tab=tab))
    assert (response.status_code, response.json()["reason"]) == (409, "refused")


def test_what_is_typed_after_filing_is_kept_all_the_same(client):
    person = sign_in(client)
    article = begun(person)
    workflow.submit(article, by=person)
    response = client.post(autosave_address(article), sent(person, base=newest(article), title="늦은 글"))
    assert response.status_code == 200
    assert Revision.objects.autosaves().get().content["title"] == "늦은 글"


def test_database_that_cannot_write_is_told_of(client, unwritable):
    person = sign_in(client)
    with unwritable():
        response = client.post(f"{LIST}autosave/", sent(person))
    assert response.status_code == 503
    assert response.json()["message"] == "서버가 지금 저장하지 못합니다."
    assert Article.objects.count() == 0


def test_answer_tells_of_others_of_the_newest_version_and_of_a_takeover(client):
    person, tab = sign_in(client), uuid.uuid4()
    desk = make_user(role="데스크", is_staff=True, last_name="오", first_name="정민")
    article = begun(person, title="처음")
    base = newest(article)
    second = workflow.save(article, by=desk, content=make_content(title="데스크의 글"), base=base.pk)
    presence.take_over(article, by=desk, tab=uuid.uuid4())
    presence.beat(article, by=person, tab=uuid.uuid4())
    OpenTab.objects.create(article=article, person=person, tab=tab, taken_over_by=desk)
    for what in ("autosave", "presence"):
        answer = client.post(f"{LIST}{article.pk}/{what}/", sent(person, base=base, tab=tab)).json()
        assert [(other["name"], other["own"], other["is_reading"]) for other in answer["others"]] == [
            ("오정민", False, False),
            (str(person), True, False),
        ]
        told = answer["newest"]
        assert (told["id"], told["number"], told["author"]) == (second.pk, 2, {"name": "오정민", "own": False})
        assert answer["taken_over_by"] == {"name": "오정민", "own": False}


def test_taking_over_and_leaving(client):
    person, tab = sign_in(client), uuid.uuid4()
    desk = make_user(role="데스크", is_staff=True)
    article = begun(person)
    presence.beat(article, by=desk, tab=uuid.uuid4())
    answer = client.post(f"{LIST}{article.pk}/takeover/", sent(person, tab=tab)).json()
    assert (answer["taken_over_by"], [other["is_reading"] for other in answer["others"]]) == (None, [True])
    client.post(f"{LIST}{article.pk}/presence/", sent(person, tab=tab) | {"leave": "1"})
    assert [one.person for one in presence.open_tabs(article)] == [desk]


def test_colleagues_are_named_on_the_page_itself(client):
    person, desk = sign_in(client), make_user(role="데스크", is_staff=True, last_name="오", first_name="정민")
    article = begun(person)
    presence.beat(article, by=desk, tab=uuid.uuid4())
    presence.beat(article, by=person, tab=uuid.uuid4())
    page = client.get(f"{LIST}{article.pk}/change/").content.decode()
    assert "오정민 님이" in page
    assert "이 기사를 열어 두었습니다." in page
    workflow.submit(article, by=person)
    assert "오정민 님이" in client.get(f"{LIST}{article.pk}/change/").content.decode()


def test_autosave_of_a_long_article_asks_few_queries(client):
    person, tab = sign_in(client), uuid.uuid4()
    article = begun(person, body="<p>갯벌이 품은 시간.</p>" * 3000)
    data = sent(person, base=newest(article), tab=tab, body="<p>갯벌이 품은 시간!</p>" * 3000)
    client.post(autosave_address(article), data)
    with CaptureQueriesContext(connection) as asked:
        client.post(autosave_address(article), data)
    assert len(asked) == 16
