import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import contents, workflow
from articles.models import Article, OpenTab, Revision
from tests.factories import (
    ahead,
    make_article,
    make_content,
    make_issue,
    make_photo,
    make_reporter,
    make_section,
    make_series,
    make_tag,
    make_user,
)
from tests.page import parse

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
State, Change = Article.State, Article.Change


def sign_in(client, role="기자", **fields):
    user = make_user(role=role, is_staff=True, **fields)
    client.force_login(user)
    return user


def change_page(article):
    return f"{LIST}{article.pk}/change/"


def sent(person, *, base=None, tab=None, bylines=(), **fields):
    """What a browser sends of the form."""
    rows = {
        f"bylines-{place}-{name}": value
        for place, row in enumerate(bylines)
        for name, value in ({"ORDER": place + 1} | row).items()
    }
    origin = {"person": person.pk, "tab": tab or uuid.uuid4(), "base": base.pk if base else ""}
    about = {"bylines-TOTAL_FORMS": len(bylines), "bylines-INITIAL_FORMS": 0}
    return {"title": "제목", "ai_use": "none"} | origin | about | rows | fields


def begun(owner, **fields):
    return workflow.begin(by=owner, content=make_content(**fields))


def newest(article):
    return Revision.objects.saved().filter(article=article).first()


def said(response):
    return [str(message) for message in response.context["messages"]]


def errors_at(response, field):
    """What the page says at the field of that name."""
    box = parse(response).one(data_field=field)
    return [item.text for item in box.one("ul").all("li")]


# To open it


def test_new_article_opens_empty(client):
    person = sign_in(client)
    form = parse(client.get(f"{LIST}add/")).one("form", id="article_form")
    assert form.one("textarea", name="title").text == ""
    assert form.one("input", name="person")["value"] == str(person.pk)
    assert form["action"] == f"{LIST}add/"
    assert Article.objects.count() == 0


def test_form_shows_the_newest_version_and_not_the_row_that_readers_see(client):
    chief = sign_in(client, "편집장")
    article = make_article(title="독자가 보는 제목", owner=chief)
    workflow.save(article, by=chief, content=make_content(title="고친 제목"), base=None)
    page = parse(client.get(change_page(article)))
    assert page.one("textarea", name="title").text == "고친 제목"
    assert page.one("input", name="base")["value"] == str(newest(article).pk)


def test_every_field_comes_back_as_it_went(client):
    person = sign_in(client, "편집장")
    reporter = make_reporter(name="한서윤", title="취재팀장")
    content = make_content(
        title="갯벌이 품은 시간, 사람이 지키는 바다 ─ ‘서천’에서 보낸 네 계절의 기록과 月刊 인물ㆍ사람들",
        subtitle="첫째 줄\n둘째 줄 “따옴표”",
        body="<p>본문 ㆍ 漢字</p>\n",
        section=make_section().pk,
        series=make_series().pk,
        tags=[make_tag().pk, make_tag().pk],
        issue=make_issue().pk,
        page=42,
        lead_photo=make_photo().pk,
        caption="사진 설명",
        no_caption=True,
        related=[make_article().pk, make_article().pk],
        embargo_until=ahead(days=2).isoformat(),
        is_advertorial=True,
        advertorial_label="기사형 광고",
        ai_use="assistive",
        ai_note="AI로 옮김",
        bylines=[
            {"reporter": None, "name": "바깥사람", "title": "작가", "role": "사진"},
            {"reporter": reporter.pk, "name": "", "title": "그때 직함", "role": "글"},
        ],
    )
    article = workflow.begin(by=person, content=content)
    form = parse(client.get(change_page(article))).one("form", id="article_form")
    response = client.post(change_page(article), as_sent(form), follow=True)
    assert said(response) == ["바뀐 것이 없습니다."]
    assert newest(article).number == 1


def as_sent(form):
    """What a browser sends when its person changed nothing."""
    data = {}
    for field in form.all("input") + form.all("textarea") + form.all("select"):
        is_box = field.get("type") in ("checkbox", "radio")
        if field.is_inside("template") or (is_box and "checked" not in field.attributes):
            continue
        if field.tag == "select":
            value = [option["value"] for option in field.all("option") if "selected" in option.attributes]
        elif field.tag == "textarea":
            value = field.raw_text.removeprefix("\n").replace("\n", "\r\n")
        else:
            value = field.get("value", "on" if is_box else "")
        data[field["name"]] = value
    return data


READ, WRITE, MISSING = "read", "write", "missing"


@pytest.mark.parametrize(
    ("role", "state", "is_own", "expected"),
    [
        ("시민기자", State.DRAFT, True, WRITE),
        ("시민기자", State.SUBMITTED, True, READ),
        ("시민기자", State.APPROVED, True, READ),
        ("시민기자", State.APPROVED, False, MISSING),
        ("기자", State.DRAFT, True, WRITE),
        ("기자", State.DRAFT, False, MISSING),
        ("기자", State.SUBMITTED, True, READ),
        ("기자", State.RETURNED, True, WRITE),
        ("기자", State.APPROVED, True, WRITE),
        ("기자", State.APPROVED, False, MISSING),
        ("기자", State.WITHDRAWN, True, READ),
        ("기자", State.TRASHED, True, READ),
        ("데스크", State.DRAFT, False, WRITE),
        ("데스크", State.SUBMITTED, False, WRITE),
        ("데스크", State.WITHDRAWN, False, WRITE),
        ("데스크", State.TRASHED, False, MISSING),
        ("편집장", State.SUBMITTED, False, WRITE),
        ("고충처리인", State.SUBMITTED, False, READ),
        ("발행인", State.DRAFT, False, READ),
    ],
)
def test_who_gets_the_form_who_reads_and_for_whom_there_is_nothing(client, role, state, is_own, expected):
    person = sign_in(client, role)
    article = make_article(state=state, title="기사", owner=person if is_own else make_user())
    response = client.get(change_page(article))
    forms = [form.get("id") for form in parse(response).all("form")] if response.status_code == 200 else []
    found = MISSING if response.status_code == 404 else WRITE if "article_form" in forms else READ
    assert found == expected


@pytest.mark.parametrize("role", ["발행인", "고충처리인"])
def test_whoever_may_not_write_begins_nothing(client, role):
    person = sign_in(client, role)
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}add/", sent(person)).status_code == 403
    assert client.post(f"{LIST}autosave/", sent(person)).status_code == 403
    assert Article.objects.count() == 0


@pytest.mark.parametrize("address", ["없음", "0", "-1", "1e3", "9" * 30, "1%00"])
def test_address_of_no_article_is_not_found(client, address):
    sign_in(client, "편집장")
    assert client.get(f"{LIST}{address}/change/").status_code == 404


def test_whoever_may_not_write_reads_the_body_as_readers_will_and_the_last_reason(client):
    owner, desk = sign_in(client), make_user(role="데스크", is_staff=True, last_name="오", first_name="데스크")
    article = begun(
        owner, title="갯벌", subtitle="부제", body="<h2>작은 제목</h2><p>둘째 줄<script>alert(1)</script></p>"
    )
    workflow.submit(article, by=owner)
    workflow.send_back(article, by=desk, reason="사진 설명을 더해 주세요.")
    workflow.submit(article, by=owner)
    page = parse(client.get(change_page(article)))
    body = page.one(class_="body-as-read")
    assert (body.one("h2").text, body.one("p").text) == ("작은 제목", "둘째 줄")
    assert page.one(aria_label="마지막 사유").text.endswith("적은 사유 사진 설명을 더해 주세요.")
    links = [link["href"] for link in page.one(class_="desk-bar").all("a")]
    assert f"{LIST}{article.pk}/do/recall/" in links


def test_returned_article_says_why_on_top(client):
    owner, desk = sign_in(client), make_user(role="데스크", is_staff=True, last_name="오", first_name="정민")
    article = begun(owner)
    workflow.submit(article, by=owner)
    workflow.send_back(article, by=desk, reason="사진 설명을 더해 주세요.\n<b>둘째</b>")
    reason = parse(client.get(change_page(article))).one(aria_label="반려 사유")
    assert reason.text.startswith("오정민 님이 ")
    assert reason.text.endswith("사진 설명을 더해 주세요. <b>둘째</b>")


@pytest.mark.parametrize(
    ("state", "change", "role", "buttons"),
    [
        (State.DRAFT, Change.NONE, "기자", ["trash", "preview", "submit", None]),
        (State.APPROVED, Change.NONE, "기자", ["discard_change", "preview", "submit_change", None]),
        (State.SUBMITTED, Change.NONE, "데스크", ["recall", "assign", "preview", "return", "approve", None]),
    ],
)
def test_buttons_are_what_may_be_done_once_the_text_is_saved(client, state, change, role, buttons):
    person = sign_in(client, role)
    article = make_article(state=state, change=change, title="기사", owner=person)
    bar = parse(client.get(change_page(article))).one(class_="desk-bar")
    assert [button.get("value") for button in bar.all("button")] == buttons


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_same_number_of_queries_whatever_its_rows(client, count):
    person = sign_in(client)
    article = begun(
        person,
        section=make_section().pk,
        series=make_series().pk,
        issue=make_issue().pk,
        lead_photo=make_photo().pk,
        tags=[make_tag().pk for _ in range(count)],
        related=[make_article().pk for _ in range(count)],
        bylines=[{"reporter": make_reporter().pk, "name": "", "title": "기자", "role": ""} for _ in range(count)],
    )
    for _ in range(count):
        workflow.autosave(article, by=person, tab=uuid.uuid4(), content=make_content(title="다른"), base=None)
        OpenTab.objects.create(article=article, person=make_user(), tab=uuid.uuid4())
    client.get(LIST)  # Whoever was not seen for a while is noted once.
    with CaptureQueriesContext(connection) as asked:
        assert client.get(change_page(article)).status_code == 200
    assert len(asked) == 15


# To save it


def test_first_saving_begins_the_article(client):
    person = sign_in(client)
    response = client.post(f"{LIST}add/", sent(person, title="새 기사", body="<p>글</p>"), follow=True)
    article = Article.objects.get()
    assert response.redirect_chain == [(change_page(article), 302)]
    assert said(response) == ["1판으로 저장했습니다."]
    assert (article.title, article.owner, newest(article).content["body"]) == ("새 기사", person, "<p>글</p>")


def test_next_saving_adds_a_version_and_settles_the_autosave_of_its_tab(client):
    person, tab = sign_in(client), uuid.uuid4()
    article = begun(person)
    workflow.autosave(article, by=person, tab=tab, content=make_content(title="적는 중"), base=newest(article).pk)
    response = client.post(change_page(article), sent(person, base=newest(article), tab=tab, title="둘째"), follow=True)
    assert said(response) == ["2판으로 저장했습니다."]
    assert Revision.objects.autosaves().count() == 0
    assert (newest(article).number, newest(article).content["title"]) == (2, "둘째")


def test_form_of_a_new_article_goes_on_with_what_its_autosave_began(client):
    person, tab = sign_in(client), uuid.uuid4()
    client.post(f"{LIST}autosave/", sent(person, tab=tab, title="적는 중"))
    client.post(f"{LIST}add/", sent(person, tab=tab, title="다 적음"))
    assert [article.title for article in Article.objects.all()] == ["다 적음"]
    assert Revision.objects.count() == 1


def test_button_of_a_verb_saves_first_and_leads_to_its_question(client):
    person = sign_in(client)
    article = begun(person)
    response = client.post(change_page(article), sent(person, base=newest(article), title="고침", then="submit"))
    assert response["Location"] == f"{LIST}{article.pk}/do/submit/"
    assert newest(article).content["title"] == "고침"


@pytest.mark.parametrize("then", ["approve", "nonsense", "write", "//evil.example"])
def test_button_that_nobody_offered_leads_back_to_the_form(client, then):
    person = sign_in(client)
    article = begun(person)
    response = client.post(change_page(article), sent(person, base=newest(article), title="고침", then=then))
    assert response["Location"] == change_page(article)


def test_reporter_without_a_title_is_given_the_one_held_now(client):
    person = sign_in(client)
    reporter, other = make_reporter(title="취재팀장"), make_reporter(title="사진팀장")
    rows = [{"reporter": reporter.pk, "role": "글"}, {"reporter": other.pk, "title": "객원"}, {"name": "바깥사람"}]
    client.post(f"{LIST}add/", sent(person, bylines=rows))
    titles = [byline["title"] for byline in Revision.objects.get().content["bylines"]]
    assert titles == ["취재팀장", "객원", ""]


def test_rows_are_kept_in_the_order_that_was_asked_for_and_empty_and_removed_ones_left_out(client):
    person = sign_in(client)
    rows = [
        {"name": "둘째", "ORDER": 2},
        {"ORDER": 4},
        {"name": "뺀 사람", "ORDER": 3, "DELETE": "on"},
        {"name": "첫째", "ORDER": 1},
    ]
    client.post(f"{LIST}add/", sent(person, bylines=rows))
    assert [byline["name"] for byline in Revision.objects.get().content["bylines"]] == ["첫째", "둘째"]


def test_article_that_one_may_not_see_stays_linked_and_is_not_shown(client):
    person = sign_in(client)
    hidden = make_article(state=State.DRAFT, title="비밀 기획")
    seen = make_article()
    article = begun(person, related=[hidden.pk, seen.pk])
    page = client.get(change_page(article))
    assert "비밀 기획" not in page.content.decode()
    client.post(change_page(article), sent(person, base=newest(article), title="고침", related=[seen.pk]))
    assert newest(article).content["related"] == [hidden.pk, seen.pk]


@pytest.mark.parametrize(
    ("field", "fields", "error"),
    [
        ("title", {"title": "가" * 201}, "200자까지 적을 수 있습니다. 지금은 201자입니다."),
        ("title", {"title": "제\x00목"}, "쓸 수 없는 글자가 섞여 있습니다. 지우고 다시 적어 주세요."),
        ("body", {"body": "a" * 1_000_000}, "본문이 너무 깁니다. 나누어 실어 주세요."),
        ("section", {"section": "999999"}, "그런 섹션이 없습니다. 다시 골라 주세요."),
        ("section", {"section": "'; DROP TABLE"}, "그런 섹션이 없습니다. 다시 골라 주세요."),
        ("series", {"series": "9" * 30}, "고른 것을 찾을 수 없습니다. 다시 골라 주세요."),
        ("series", {"series": "\x00"}, "고른 것을 찾을 수 없습니다. 다시 골라 주세요."),
        ("tags", {"tags": ["9" * 30, "가"]}, "고른 것을 찾을 수 없습니다. 다시 골라 주세요."),
        ("lead_photo", {"lead_photo": "-1"}, "고른 것을 찾을 수 없습니다. 다시 골라 주세요."),
        ("page", {"page": "3"}, "면을 적으려면 호를 먼저 고르세요."),
        ("page", {"page": "셋"}, "면은 숫자로 적어 주세요."),
        ("page", {"page": "-3"}, "0 이상으로 적어 주세요."),
        ("page", {"page": "99999"}, "32767 이하로 적어 주세요."),
        ("embargo_until", {"embargo_until": "내일"}, "날짜와 시각을 2026-11-26 09:00처럼 적어 주세요."),
        ("embargo_until", {"embargo_until": "0001-01-01T00:00"}, "날짜와 시각을 2026-11-26 09:00처럼 적어 주세요."),
        ("advertorial_label", {"advertorial_label": "협찬"}, "고른 것을 찾을 수 없습니다. 다시 골라 주세요."),
        ("reporter", {"bylines": [{"reporter": "9" * 30}]}, "그런 기자가 없습니다. 다시 골라 주세요."),
        ("reporter", {"bylines": [{"reporter": "가\x00"}]}, "그런 기자가 없습니다. 다시 골라 주세요."),
        ("reporter", {"bylines": [{"title": "기자"}]}, "기자를 고르거나 이름을 적어 주세요."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_the_rest_kept(client, field, fields, error):
    person = sign_in(client)
    fields = {"subtitle": "적어 둔 부제", "title": "적어 둔 제목"} | fields
    response = client.post(f"{LIST}add/", sent(person, **fields))
    assert response.status_code == 200
    found = [box for box in parse(response).all(data_field=field) if box.all("ul", class_="errorlist")]
    assert [item.text for item in found[0].one("ul", class_="errorlist").all("li")] == [error]
    assert parse(response).one("textarea", name="subtitle").text == "적어 둔 부제"
    assert Article.objects.count() == 0


def test_one_reporter_cannot_sign_twice(client):
    person, reporter = sign_in(client), make_reporter()
    response = client.post(f"{LIST}add/", sent(person, bylines=[{"reporter": reporter.pk}, {"reporter": reporter.pk}]))
    second = parse(response).all("li", class_="desk-byline")[1]
    assert second.one("ul", class_="errorlist").text == "같은 기자가 두 번 들어 있습니다."


def test_too_many_names_are_refused_in_words(client):
    person = sign_in(client)
    response = client.post(f"{LIST}add/", sent(person, bylines=[{"name": f"사람{n}"} for n in range(60)]))
    assert "필자는 40명까지 적을 수 있습니다." in parse(response).text
    assert Article.objects.count() == 0


@pytest.mark.parametrize("total", ["", "가", "-1", "9999999", "9" * 40])
def test_number_of_rows_that_is_none_is_no_error_of_ours(client, total):
    person = sign_in(client)
    response = client.post(f"{LIST}add/", sent(person, title="적은 제목", **{"bylines-TOTAL_FORMS": total}))
    assert response.status_code in (200, 302)
    assert client.post(f"{LIST}autosave/", sent(person, **{"bylines-TOTAL_FORMS": total})).status_code == 200


def test_button_pressed_twice_saves_once(client):
    person = sign_in(client)
    article = begun(person)
    data = sent(person, base=newest(article), title="고침")
    for _ in range(2):
        response = client.post(change_page(article), data, follow=True)
        assert said(response) == ["2판으로 저장했습니다."]
    assert (newest(article).number, Revision.objects.autosaves().count()) == (2, 0)


@pytest.mark.parametrize("role", ["고충처리인", "발행인"])
def test_whoever_may_only_read_saves_nothing(client, role):
    person = sign_in(client, role)
    article = begun(make_user(role="기자"))
    assert client.post(change_page(article), sent(person, base=newest(article))).status_code == 403
    assert Revision.objects.count() == 1


def test_script_in_a_body_is_shown_as_text_and_never_kept(client):
    person = sign_in(client)
    response = client.post(f"{LIST}add/", sent(person, title="가" * 201, body="</textarea><script>alert(1)</script>"))
    assert parse(response).one("textarea", name="body").text == "</textarea><script>alert(1)</script>"
    client.post(f"{LIST}add/", sent(person, body='<p onclick="x()">글<script>alert(1)</script></p>'))
    assert newest(Article.objects.get()).content["body"] == "<p>글</p>"


def test_text_of_another_person_is_not_saved_and_handed_back(client):
    owner, other = make_user(role="기자", is_staff=True), sign_in(client)
    article = begun(owner)
    response = client.post(
        change_page(article), sent(owner, base=newest(article), title="남의 제목", body="<p>남의 글</p>")
    )
    assert response.status_code == 409
    page = parse(response)
    assert page.one("textarea", id="typed-title").text == "남의 제목"
    assert str(other) in page.one(role="alert").text
    assert newest(article).number == 1


@pytest.mark.parametrize("damage", [{"tab": ""}, {"tab": "가"}, {"base": "가"}, {"base": "9" * 30}])
def test_form_that_does_not_say_where_it_comes_from_saves_nothing_and_keeps_the_text(client, damage):
    person = sign_in(client)
    article = begun(person)
    response = client.post(change_page(article), sent(person, base=newest(article), title="고침") | damage)
    assert response.status_code == 200
    assert parse(response).one("textarea", name="title").text == "고침"
    assert newest(article).number == 1


def test_text_typed_while_the_article_went_on_is_kept_beside_it(client):
    owner = sign_in(client)
    article = begun(owner)
    base = newest(article)
    workflow.submit(article, by=owner)
    response = client.post(change_page(article), sent(owner, base=base, title="늦은 제목"))
    assert response.status_code == 409
    assert newest(article).number == 1
    kept = Revision.objects.autosaves().get()
    assert kept.content["title"] == "늦은 제목"
    assert kept.get_absolute_url() in [link.get("href") for link in parse(response).all("a")]


def test_database_that_cannot_write_is_told_of_and_the_text_kept(client, unwritable):
    person = sign_in(client)
    article = begun(person)
    with unwritable():
        response = client.post(change_page(article), sent(person, base=newest(article), title="고침"))
    assert response.status_code == 503
    assert parse(response).one("textarea", name="title").text == "고침"
    assert newest(article).number == 1


@pytest.fixture
def unwritable():
    """No version can be written, as on a full disk; what is there can be read."""
    import contextlib

    @contextlib.contextmanager
    def made():
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$"
            )
            cursor.execute(
                "CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON articles_revision EXECUTE FUNCTION full_disk()"
            )
            yield
            cursor.execute("DROP FUNCTION full_disk() CASCADE")

    return made


# Autosaves that are there already


def test_autosave_that_differs_is_offered_and_one_that_does_not_is_not(client):
    person = sign_in(client)
    article = begun(person, body="<p>글</p>")
    same = newest(article).content | {"body": "<p>글</p>\n"}
    workflow.autosave(article, by=person, tab=uuid.uuid4(), content=same, base=newest(article).pk)
    assert parse(client.get(change_page(article))).all(aria_label="자동 저장한 글") == []
    kept = workflow.autosave(
        article, by=person, tab=uuid.uuid4(), content=make_content(title="쓰다 만 글"), base=newest(article).pk
    )
    offer = parse(client.get(change_page(article))).one(aria_label="자동 저장한 글")
    assert [link["href"] for link in offer.all("a")] == [
        f"?autosave={kept.pk}",
        f"{LIST}{article.pk}/compare/?from=newest&to=a{kept.pk}",
    ]


def test_nobody_is_offered_what_a_colleague_at_work_is_typing(client):
    person, desk = sign_in(client), make_user(role="데스크", is_staff=True)
    article = begun(person)
    kept = workflow.autosave(article, by=desk, tab=uuid.uuid4(), content=make_content(title="데스크의 글"), base=None)
    assert parse(client.get(change_page(article))).all(aria_label="자동 저장한 글") == []
    assert client.get(f"{change_page(article)}?autosave={kept.pk}")["Location"] == change_page(article)
    desk.is_active = False
    desk.save()
    assert len(parse(client.get(change_page(article))).all(aria_label="자동 저장한 글")) == 1


def test_going_on_with_an_autosave_puts_it_into_the_form_and_saving_settles_it(client):
    person, tab = sign_in(client), uuid.uuid4()
    article = begun(person)
    kept = workflow.autosave(
        article, by=person, tab=tab, content=make_content(title="쓰다 만 글"), base=newest(article).pk
    )
    form = parse(client.get(f"{change_page(article)}?autosave={kept.pk}")).one("form", id="article_form")
    assert form.one("textarea", name="title").text == "쓰다 만 글"
    assert form.one("input", name="tab")["value"] == str(tab)
    client.post(change_page(article), as_sent(form))
    assert newest(article).content["title"] == "쓰다 만 글"
    assert Revision.objects.autosaves().count() == 0


def test_text_of_somebody_who_left_is_gone_on_with_in_a_tab_of_ones_own(client):
    person, leaver = sign_in(client), make_user(role="데스크", is_staff=True)
    article = begun(person)
    kept = workflow.autosave(
        article, by=leaver, tab=uuid.uuid4(), content=make_content(title="남긴 글"), base=newest(article).pk
    )
    leaver.is_active = False
    leaver.save()
    form = parse(client.get(f"{change_page(article)}?autosave={kept.pk}")).one("form", id="article_form")
    assert form.one("input", name="tab")["value"] != str(kept.tab)
    client.post(change_page(article), as_sent(form))
    assert (newest(article).content["title"], Revision.objects.autosaves().count()) == ("남긴 글", 0)


def test_article_that_was_never_saved_opens_with_its_autosave(client):
    person = sign_in(client)
    answer = client.post(f"{LIST}autosave/", sent(person, title="적는 중", body="<p>첫 문장</p>")).json()
    page = parse(client.get(answer["change_url"], follow=True))
    assert page.one("textarea", name="body").text == "<p>첫 문장</p>"


def test_autosave_is_thrown_away_by_its_author_alone(client):
    person, other = sign_in(client), make_user(role="편집장", is_staff=True)
    article = begun(person)
    kept = workflow.autosave(article, by=person, tab=uuid.uuid4(), content=make_content(title="쓰다 만"), base=None)
    address = f"{LIST}{article.pk}/autosave/{kept.pk}/discard/"
    assert client.get(address).status_code == 405
    client.force_login(other)
    assert client.post(address).status_code == 403
    client.force_login(person)
    assert client.post(address)["Location"] == change_page(article)
    assert Revision.objects.autosaves().count() == 0
    assert client.post(address).status_code == 302


# Two who save from one version


def test_conflict_keeps_both_texts_and_proposes_them_merged(client):
    person, desk = sign_in(client), make_user(role="데스크", is_staff=True, last_name="오", first_name="정민")
    article = begun(person, title="처음", subtitle="처음 부제", body="<p>가</p>")
    base = newest(article)
    theirs = base.content | {"title": "데스크의 제목", "subtitle": "데스크의 부제"}
    workflow.save(article, by=desk, content=theirs, base=base.pk)
    data = sent(person, base=base, title="나의 제목", subtitle="처음 부제", body="<p>나</p>")
    response = client.post(change_page(article), data)

    assert response.status_code == 409
    form = parse(response).one("form", id="article_form")
    assert form.one("textarea", name="title").text == "나의 제목"
    assert form.one("textarea", name="subtitle").text == "데스크의 부제"
    assert form.one("textarea", name="body").text == "<p>나</p>"
    assert form.one("input", name="base")["value"] == str(newest(article).pk)
    assert Revision.objects.autosaves().get().content["title"] == "나의 제목"
    assert newest(article).content["title"] == "데스크의 제목"
    assert sorted({radio["name"] for radio in form.all("input", type="radio")}) == ["pick-title"]


@pytest.mark.parametrize(
    ("whose", "title"), [("", "여기 적은 제목"), ("mine", "나의 제목"), ("theirs", "데스크의 제목")]
)
def test_merge_is_saved_with_what_was_chosen(client, whose, title):
    person, desk = sign_in(client), make_user(role="데스크", is_staff=True)
    article = begun(person, title="처음", body="<p>가</p>")
    base = newest(article)
    workflow.save(article, by=desk, content=base.content | {"title": "데스크의 제목"}, base=base.pk)
    page = parse(client.post(change_page(article), sent(person, base=base, title="나의 제목", body="<p>나</p>")))
    data = as_sent(page.one("form", id="article_form")) | {"title": "여기 적은 제목", "pick-title": whose}
    response = client.post(change_page(article), data, follow=True)
    assert said(response) == ["3판으로 저장했습니다."]
    assert (newest(article).content["title"], newest(article).content["body"]) == (title, "<p>나</p>")
    assert Revision.objects.autosaves().count() == 0


def test_every_field_can_be_chosen_from_either_text(client):
    person, desk = sign_in(client), make_user(role="편집장", is_staff=True)
    reporter = make_reporter(title="팀장")

    def differing(word):
        return make_content(
            title=f"{word} 제목",
            subtitle=f"{word} 부제",
            body=f"<p>{word} 글</p>",
            section=make_section().pk,
            series=make_series().pk,
            tags=[make_tag().pk],
            issue=make_issue().pk,
            page=len(word),
            lead_photo=make_photo().pk,
            caption=f"{word} 설명",
            related=[make_article().pk],
            embargo_until=ahead(days=len(word)).replace(second=0, microsecond=0).isoformat(),
            bylines=[{"reporter": reporter.pk, "name": "", "title": word, "role": "글"}],
        )

    article = begun(person)
    base = newest(article)
    theirs = workflow.save(article, by=desk, content=differing("데스크"), base=base.pk)
    mine = workflow.autosave(article, by=person, tab=uuid.uuid4(), content=differing("나"), base=base.pk)
    names = [name for name in contents.EMPTY if mine.content[name] != theirs.content[name]]
    assert len(names) == 13
    for whose, text in (("theirs", theirs), ("mine", mine)):
        data = sent(person, base=newest(article), continued=mine.pk) | {f"pick-{name}": whose for name in names}
        if whose == "mine":
            mine.refresh_from_db()
        client.post(change_page(article), data | {"continued": mine.pk if whose == "mine" else ""})
        chosen = newest(article).content
        assert {name: chosen[name] for name in names} == {name: text.content[name] for name in names}, whose


def test_imported_article_that_two_opened_before_it_had_a_version_conflicts_too(client):
    person, other = sign_in(client, "편집장"), make_user(role="편집장", is_staff=True)
    article = make_article(title="옮겨 온 제목", subtitle="옮겨 온 부제")
    workflow.save(article, by=other, content=make_content(title="남의 제목", subtitle="옮겨 온 부제"), base=None)
    response = client.post(change_page(article), sent(person, title="옮겨 온 제목", subtitle="나의 부제"))
    assert response.status_code == 409
    form = parse(response).one("form", id="article_form")
    assert form.one("textarea", name="title").text == "남의 제목"
    assert form.one("textarea", name="subtitle").text == "나의 부제"


def test_desk_that_gives_an_article_to_another_section_is_told_where_it_went(client):
    desk, mine = sign_in(client, "데스크"), make_section()
    desk.desk_sections.add(mine)
    article = make_article(state=State.SUBMITTED, section=mine, title="옮길 글", bylines=[{"name": "표윤슬"}])
    elsewhere = make_section()
    typed = sent(desk, title="옮길 글", body="<p>글</p>", section=elsewhere.pk, bylines=[{"name": "표윤슬"}])
    response = client.post(change_page(article), typed, follow=True)
    assert response.redirect_chain == [(LIST, 302)]
    assert said(response) == [
        "2판으로 저장했습니다.",
        "‘옮길 글’ 기사는 이제 다른 데스크나 기자의 것이라 여기서는 보이지 않습니다.",
    ]
    article.refresh_from_db()
    assert article.section == elsewhere


def test_autosave_on_the_way_out_opens_no_tab(client):
    person = sign_in(client)
    article = begun(person)
    typed = sent(person, base=article.newest_revision, title="나가며")
    assert client.post(f"{LIST}{article.pk}/autosave/", typed | {"leaving": "1"}).status_code == 200
    assert list(OpenTab.objects.open_now()) == []
    assert Revision.objects.autosaves().get().content["title"] == "나가며"
