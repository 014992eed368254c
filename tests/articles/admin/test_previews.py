import uuid

import pytest

from articles import contents, workflow
from articles.models import PreviewLink
from tests.factories import make_section, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db


def make_writer():
    return make_user(role="기자", is_staff=True, last_name="한", first_name="서윤")


def make_desk(*sections):
    desk = make_user(role="데스크", is_staff=True)
    desk.desk_sections.set(sections)
    return desk


def make_overseer():
    return make_user(role="발행인", is_staff=True)


@pytest.fixture
def section():
    return make_section()


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def draft(writer, section):
    content = {"title": "첫 제목", "body": "<p>글</p>", "section": section.pk}
    return workflow.begin(by=writer, content=contents.EMPTY | content)


def address(article, screen, query=""):
    return f"/admin/articles/article/{article.pk}/{screen}/{query}"


def opened(client, place, status=200):
    response = client.get(place)
    assert response.status_code == status
    return parse(response)


# --- who may see what ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", ["preview", "share"])
@pytest.mark.parametrize("who", ["other reporter", "other desk", "nobody in particular"])
def test_screen_does_not_exist_for_who_may_not_open_the_article(client, draft, screen, who):
    person = {
        "other reporter": make_writer,
        "other desk": lambda: make_desk(make_section()),
        "nobody in particular": lambda: make_user(is_staff=True),
    }[who]()
    link = workflow.share(draft, by=draft.owner, days=1)
    client.force_login(person)
    assert client.get(address(draft, screen)).status_code == 404
    assert client.post(address(draft, "share"), {"days": 1}).status_code == 404
    assert client.post(address(draft, f"share/{link.pk}/revoke")).status_code == 404
    assert list(PreviewLink.objects.valid()) == [link]


@pytest.mark.parametrize("screen", ["preview", "share"])
@pytest.mark.parametrize("who", ["anonymous", "reader"])
def test_screen_sends_to_the_sign_in_page_whoever_is_not_staff(client, draft, screen, who):
    if who == "reader":
        client.force_login(make_user("articles.view_article", "articles.oversee_article"))
    response = client.get(address(draft, screen))
    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/admin/login/")


def test_sharing_is_refused_to_who_may_only_read(client, draft):
    link = workflow.share(draft, by=draft.owner, days=1)
    client.force_login(make_overseer())
    assert client.get(address(draft, "preview")).status_code == 200
    assert client.get(address(draft, "share")).status_code == 403
    assert client.post(address(draft, "share"), {"days": 1}).status_code == 403
    assert client.post(address(draft, f"share/{link.pk}/revoke")).status_code == 403
    assert list(PreviewLink.objects.valid()) == [link]
    assert link.token not in client.get(address(draft, "preview")).content.decode()


# --- the frame ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "source_and_width"),
    [
        ("", ("?revision=newest", "phone")),
        ("?revision=1", ("?revision=1", "phone")),
        ("?revision=1&width=desktop", ("?revision=1", "desktop")),
        ("?revision=1&width=print", ("?revision=1&print=1", "print")),
        ("?revision=1&width=<script>", ("?revision=1", "phone")),
    ],
)
def test_preview_frames_the_public_page(client, draft, writer, query, source_and_width):
    source, width = source_and_width
    client.force_login(writer)
    page = opened(client, address(draft, "preview", query))
    frame = page.one("iframe")
    assert (frame["src"], frame["title"]) == (f"/articles/{draft.pk}/{source}", "1판 미리보기")
    assert frame.parent.classes == ["preview-frame", f"preview-frame--{width}"]
    assert opened(client, frame["src"]).one("h1").text == "첫 제목"


def test_preview_offers_three_widths_as_links(client, draft, writer):
    client.force_login(writer)
    page = opened(client, address(draft, "preview", "?revision=1&width=desktop"))
    links = page.one(class_="preview-widths").all("a")
    assert [(link.text, link["href"], link.get("aria-current")) for link in links] == [
        ("휴대전화", "?revision=1&width=phone", None),
        ("컴퓨터", "?revision=1&width=desktop", "true"),
        ("인쇄", "?revision=1&width=print", None),
    ]


def test_preview_of_an_autosave_is_its_authors_alone(client, draft, writer, section):
    kept = workflow.autosave(
        draft, by=writer, tab=uuid.uuid4(), content=contents.EMPTY | {"title": "쓰다 만 제목"}, base=None
    )
    client.force_login(writer)
    page = opened(client, address(draft, "preview", f"?autosave={kept.pk}"))
    assert page.one("iframe")["src"] == kept.get_absolute_url()
    client.force_login(make_desk(section))
    assert client.get(address(draft, "preview", f"?autosave={kept.pk}")).status_code == 404


@pytest.mark.parametrize("query", ["revision=2", "revision=x", "revision=", "revision=%00", "autosave=", "autosave=1"])
def test_preview_of_no_version_is_not_found(client, draft, writer, query):
    client.force_login(writer)
    assert client.get(address(draft, "preview", f"?{query}")).status_code == 404


def test_preview_may_be_framed_by_the_admin_and_the_admin_may_frame_it(client, draft, writer):
    client.force_login(writer)
    outside = client.get(address(draft, "preview"))
    inside = client.get(parse(outside).one("iframe")["src"])
    assert "frame-src 'self'" in outside["Content-Security-Policy"].split("; ")
    assert "frame-ancestors 'self'" in inside["Content-Security-Policy"].split("; ")


# --- secret links -------------------------------------------------------------------------------------------------


def test_share_makes_a_link_for_the_days_chosen(client, draft, writer):
    client.force_login(writer)
    radios = opened(client, address(draft, "share")).all("input", type="radio", name="days")
    assert [(radio["value"], "checked" in radio.attributes) for radio in radios] == [
        ("1", False),
        ("3", True),
        ("7", False),
    ]
    response = client.post(address(draft, "share"), {"days": "7"}, follow=True)
    link = PreviewLink.objects.get()
    assert response.redirect_chain == [(address(draft, "share"), 302)]
    assert (link.expires_at - link.made_at).days == 7
    assert [str(message) for message in response.context["messages"]] == [
        "링크를 만들었습니다. 아래에서 복사해 보내세요."
    ]
    page = parse(response)
    whole = f"http://testserver/preview/{link.token}/"
    assert (
        page.one(class_="shares__address").one("a")["href"] == page.one(data_copy_link=True)["data-copy-link"] == whole
    )
    assert client.get(whole).status_code == 200


@pytest.mark.parametrize("days", ["", "2", "x", "-1", "1e3", "７"])
def test_share_for_no_days_that_are_offered_says_so(client, draft, writer, days):
    client.force_login(writer)
    page = parse(client.post(address(draft, "share"), {"days": days}))
    assert page.one("form", class_="share-form").one(role="alert").text in (
        "기간을 고르세요.",
        "1일, 3일, 7일 가운데 고르세요.",
    )
    assert PreviewLink.objects.count() == 0


def test_share_of_what_is_in_the_trash_says_so(client, draft, writer):
    workflow.trash(draft, by=writer)
    client.force_login(writer)
    page = parse(client.post(address(draft, "share"), {"days": "1"}))
    assert page.one("form", class_="share-form").one(role="alert").text == "휴지통에 있는 글은 보여 줄 수 없습니다."
    assert PreviewLink.objects.count() == 0


def test_share_lists_links_and_revokes_them(client, draft, writer, section):
    desk = make_desk(section)
    first, second = workflow.share(draft, by=writer, days=1), workflow.share(draft, by=desk, days=3)
    client.force_login(desk)
    page = opened(client, address(draft, "share"))
    assert [link.text for link in page.all(class_="shares__address")] == [
        f"http://testserver/preview/{link.token}/" for link in (second, first)
    ]
    revoking = [form["action"] for form in page.one(class_="shares").all("form", method="post")]
    assert revoking == [address(draft, f"share/{link.pk}/revoke") for link in (second, first)]
    response = client.post(revoking[1], follow=True)
    assert [str(message) for message in response.context["messages"]] == ["링크를 거두었습니다. 이제 열리지 않습니다."]
    assert first.token not in response.content.decode()
    assert [item.text.partition(" ·")[0] for item in parse(response).all(class_="shares__link--ended")] == ["거둔 링크"]
    assert list(PreviewLink.objects.valid()) == [second]


def test_revoking_is_posted_and_of_this_article(client, draft, writer):
    other = workflow.begin(by=writer, content=contents.EMPTY | {"title": "다른 기사"})
    link = workflow.share(draft, by=writer, days=1)
    client.force_login(writer)
    assert client.get(address(draft, f"share/{link.pk}/revoke")).status_code == 405
    assert client.post(address(other, f"share/{link.pk}/revoke")).status_code == 404
    assert client.post(address(draft, "share/999999/revoke")).status_code == 404
    assert list(PreviewLink.objects.valid()) == [link]


@pytest.mark.parametrize("count", [1, 3])
def test_share_takes_the_same_queries_whatever_the_number(client, draft, writer, django_assert_num_queries, count):
    for _ in range(count):
        workflow.share(draft, by=writer, days=1)
    client.force_login(writer)
    with django_assert_num_queries(6):
        opened(client, address(draft, "share"))
