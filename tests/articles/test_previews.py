"""Versions on the public page: for the newsroom at the article's address, for a guest by a secret link."""

import datetime
import logging
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from articles import contents, workflow
from articles.models import Article, DailyReads, LogEntry, PreviewLink, Revision
from tests.factories import (
    ago,
    ahead,
    at,
    make_article,
    make_masthead,
    make_photo,
    make_reporter,
    make_section,
    make_tag,
    make_user,
)
from tests.page import parse
from tests.whole_site.promises import assert_promises

pytestmark = pytest.mark.django_db
State = Article.State
HOSTILE = "</script><script>alert(1)</script>"


def make_writer(**overrides):
    return make_user(role="기자", **{"is_staff": True, "last_name": "한", "first_name": "서윤"} | overrides)


def make_desk(*sections):
    desk = make_user(role="데스크", is_staff=True)
    desk.desk_sections.set(sections)
    return desk


def written(by, **content):
    """An article begun by `by` with one version."""
    return workflow.begin(by=by, content=contents.EMPTY | {"title": "첫 제목", "body": "<p>글</p>"} | content)


def saved_again(article, by, **content):
    """One version more, with `content` changed."""
    article.refresh_from_db()
    newest = article.newest_revision
    return workflow.save(article, by=by, content=newest.content | content, base=newest.pk)


def address(article, which):
    return f"/articles/{article.pk}/?{which}"


def opened(client, article, which="revision=1"):
    response = client.get(address(article, which))
    assert response.status_code == 200
    return parse(response)


# --- who may see a version ----------------------------------------------------------------------------------------


@pytest.fixture
def section():
    return make_section()


@pytest.fixture
def draft(section):
    return written(make_writer(), section=section.pk)


@pytest.mark.parametrize("is_live", [False, True])
@pytest.mark.parametrize("who", ["anonymous", "reader", "other reporter", "other desk", "reader with the permission"])
def test_preview_does_not_exist_for_who_may_not_open_the_article(client, draft, who, is_live):
    if is_live:
        Article.objects.filter(pk=draft.pk).update(
            state=State.APPROVED, approver=draft.owner, approved_at=ago(hours=1), live_at=ago(hours=1)
        )
    person = {
        "anonymous": lambda: None,
        "reader": make_user,
        "other reporter": make_writer,
        "other desk": lambda: make_desk(make_section()),
        "reader with the permission": lambda: make_user("articles.view_article", "articles.oversee_article"),
    }[who]()
    if person:
        client.force_login(person)
    refused = client.get(address(draft, "revision=1"))
    nothing = client.get("/articles/999999/?revision=1")
    assert (refused.status_code, nothing.status_code) == (404, 404)
    assert refused.content == nothing.content.replace(b"/articles/999999/", f"/articles/{draft.pk}/".encode())
    of_the_address = {"Content-Length", "ETag"}
    assert {name: value for name, value in refused.items() if name not in of_the_address} == {
        name: value for name, value in nothing.items() if name not in of_the_address
    }
    assert client.get(address(draft, "")).status_code == (200 if is_live else 404)


@pytest.mark.parametrize("who", ["owner", "signing reporter", "desk of the section", "desk of everything", "overseer"])
def test_preview_shows_to_who_may_open_the_article(client, draft, section, who):
    signing = make_writer()
    saved_again(draft, draft.owner, bylines=[{"reporter": make_reporter(user=signing).pk, "title": "기자"}])
    person = {
        "owner": lambda: draft.owner,
        "signing reporter": lambda: signing,
        "desk of the section": lambda: make_desk(section),
        "desk of everything": make_desk,
        "overseer": lambda: make_user(role="발행인", is_staff=True),
    }[who]()
    client.force_login(person)
    assert opened(client, draft).one("h1").text == "첫 제목"


@pytest.mark.parametrize(
    "which",
    [
        "revision=2", "revision=0", "revision=-1", "revision=", "revision=x", "revision=1.0", "revision=１", "revision=01",
        "revision=99999999999999999999", "revision=%00", "autosave=", "autosave=1x", "autosave=999999999999999999",
        "autosave=99999999999999999999", "autosave=newest", "revision=shown",
    ],
)  # fmt: skip
def test_preview_of_no_version_is_not_found(client, draft, which):
    client.force_login(draft.owner)
    assert client.get(address(draft, which)).status_code == 404


def test_preview_of_another_articles_version_is_not_found(client, draft):
    owner = draft.owner
    saved_again(draft, owner, title="둘째")
    other = written(owner, title="다른 기사")
    client.force_login(owner)
    assert client.get(address(other, "revision=2")).status_code == 404


def test_preview_of_an_autosave_is_its_authors_alone(client, draft):
    kept = workflow.autosave(
        draft, by=draft.owner, tab=uuid.uuid4(), content=contents.EMPTY | {"title": "쓰다 만 제목"}, base=None
    )
    client.force_login(make_desk())
    assert client.get(kept.get_absolute_url()).status_code == 404
    client.force_login(draft.owner)
    assert opened(client, draft, f"autosave={kept.pk}").one("h1").text == "쓰다 만 제목"


def test_preview_of_an_autosave_left_behind_is_the_owners(client, draft):
    gone = make_desk()
    kept = workflow.autosave(draft, by=gone, tab=uuid.uuid4(), content=contents.EMPTY | {"title": "남긴 글"}, base=None)
    client.force_login(draft.owner)
    assert client.get(kept.get_absolute_url()).status_code == 404
    gone.is_active = False
    gone.save()
    assert opened(client, draft, f"autosave={kept.pk}").one("h1").text == "남긴 글"
    client.force_login(make_desk())
    assert client.get(kept.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_preview_is_read_alone(client, draft, method):
    client.force_login(draft.owner)
    assert getattr(client, method)(address(draft, "revision=1")).status_code == 405


# --- what it shows ------------------------------------------------------------------------------------------------


TITLE = "스물세 해 동안 같은 자리의 흙을 잰 사람"


def full_content():
    reporter = make_reporter(name="한서윤", email="han@example.com")
    inside = make_photo(alt="실험대", ai_mark="AI로 만든 그림")
    return {
        "title": TITLE,
        "subtitle": "갯벌 연구자 모루한\n“적어 두면, 언젠가 누가 읽습니다”",
        "body": f'<p>시료병 ㆍ 표찰.</p><figure data-photo="{inside.pk}"><figcaption>설명</figcaption></figure><p>끝.</p>',
        "section": make_section(name="커버스토리").pk,
        "lead_photo": make_photo(alt="갯벌").pk,
        "caption": "해 뜨기 전.",
        "tags": [make_tag(name="흙").pk, make_tag(name="갯벌").pk],
        "related": [make_article(title="지난 기사").pk, make_article(title="숨은 기사", state=State.DRAFT).pk],
        "bylines": [{"reporter": reporter.pk, "name": "", "title": "기자", "role": "글"}, {"name": "임바다", "role": "사진"}],
        "ai_use": "generated",
        "ai_note": "요약은 AI로 만들고 기자가 확인했습니다.",
    }  # fmt: skip


def test_preview_shows_what_approval_then_shows(client):
    make_masthead()
    owner = make_writer()
    article = written(owner, **full_content())
    client.force_login(owner)
    previewed = opened(client, article).one("main")
    workflow.submit(article, by=owner)
    workflow.approve(article, by=make_desk())
    real = parse(client.get(article.get_absolute_url())).one("main")
    ribbon = previewed.one(class_="ribbon")
    assert previewed.raw_text.replace(ribbon.raw_text, "", 1).split() == real.raw_text.split()
    assert [element["src"] for element in previewed.all("img")] == [element["src"] for element in real.all("img")]
    assert [link["href"] for link in previewed.all("a")] == [link["href"] for link in real.all("a")]


def test_preview_of_a_change_is_not_what_readers_see(client):
    owner = make_writer()
    article = written(owner, **full_content())
    workflow.submit(article, by=owner)
    workflow.approve(article, by=make_desk(), at=at("2026-11-02 07:00"))
    saved_again(
        article, owner, title="고친 제목", tags=[make_tag(name="새 말").pk], related=[], bylines=[{"name": "표윤슬"}]
    )
    client.force_login(owner)
    page = opened(client, article, "revision=2")
    today = f"{timezone.localtime():%Y.%m.%d}"
    assert (page.one("h1").text, page.one(class_="tags").text) == ("고친 제목", "새 말")
    assert page.one(class_="byline").text == "표윤슬"
    assert page.all(id="related") == []
    assert [item.text[:13] for item in page.one(class_="times").all("li")][:3] == [
        "승인 2026.11.02", "입력 2026.11.02", f"수정 {today}",
    ]  # fmt: skip
    assert parse(client.get(article.get_absolute_url())).one("h1").text == TITLE
    assert opened(client, article, "revision=1").one("h1").text == TITLE
    article.refresh_from_db()
    assert (article.title, article.modified_at) == (TITLE, None)


def test_preview_leaves_out_what_has_been_deleted_since(client):
    owner = make_writer()
    tag, photo, reporter = make_tag(), make_photo(), make_reporter()
    article = written(owner, tags=[tag.pk], lead_photo=photo.pk, bylines=[{"reporter": reporter.pk}], related=[10**9])
    saved_again(article, owner, tags=[], lead_photo=None, bylines=[])
    for gone in (tag, photo, reporter):
        gone.delete()
    client.force_login(owner)
    page = opened(client, article)
    assert [name for name in ("byline", "tags", "lead") if page.all(class_=name)] == []


def test_preview_of_a_version_older_than_a_field_shows(client, draft):
    kept = draft.newest_revision.content
    Revision.objects.update(content={"title": kept["title"], "body": kept["body"]})
    client.force_login(draft.owner)
    assert opened(client, draft).one("h1").text == "첫 제목"


def test_preview_of_an_import_that_has_no_version_shows_its_row(client):
    client.force_login(make_desk())
    article = make_article(state=State.DRAFT, import_digest="d" * 64, title="옮겨 온 제목")
    page = opened(client, article, "revision=newest")
    assert (page.one("h1").text, page.one(class_="ribbon").text) == ("옮겨 온 제목", "미리보기 — 옮겨 온 글")
    assert Revision.objects.count() == 0


def test_preview_says_which_version_whose_and_when(client, draft):
    Revision.objects.update(saved_at=at("2026-11-25 11:20"))
    saved_again(draft, draft.owner, title="둘째 제목")
    client.force_login(draft.owner)
    ribbon = opened(client, draft).one(class_="ribbon")
    assert ribbon.text == f"미리보기 — 1판, {draft.owner}, 2026.11.25 11:20"
    assert "".join(opened(client, draft).one("title").children) == "미리보기: 첫 제목 - 월간인물"


def test_preview_is_kept_by_nobody_and_framed_by_us_alone(client, draft):
    client.force_login(draft.owner)
    response = client.get(address(draft, "revision=1"))
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    policy = response["Content-Security-Policy"].split("; ")
    assert [part for part in policy if part.startswith("frame-ancestors")] == ["frame-ancestors 'self'"]
    assert "script-src 'self'" in policy
    assert client.get("/")["X-Frame-Options"] == "DENY"


def test_preview_tells_machines_nothing_and_counts_no_reads(client, draft):
    client.force_login(draft.owner)
    page = opened(client, draft)
    assert page.one("meta", name="robots")["content"] == "noindex, nofollow"
    assert page.all("script", type="application/ld+json") == page.all("link", rel="canonical") == []
    assert page.all("meta", property=True) == page.all(data_reads_url=True) == []
    assert [script["src"] for script in page.all("script")] == ["/static/js/sticky-title.js", "/static/js/copy-link.js"]
    assert DailyReads.objects.count() == 0


@pytest.mark.parametrize(("query", "is_printed"), [("revision=1&print=1", True), ("revision=1", False)])
def test_preview_is_set_as_printed_when_asked(client, draft, query, is_printed):
    client.force_login(draft.owner)
    sheets = [
        sheet["href"]
        for sheet in opened(client, draft, query).all("link", rel="stylesheet")
        if sheet.get("media") != "print"
    ]
    assert ("/static/css/print.css" in sheets) == is_printed


def test_preview_escapes_what_people_typed(client):
    owner = make_writer(last_name=HOSTILE, first_name="")
    article = written(owner, title=HOSTILE, subtitle=HOSTILE, ai_note=HOSTILE, bylines=[{"name": HOSTILE}])
    client.force_login(owner)
    page = opened(client, article)
    assert page.one("h1").text == HOSTILE
    assert len(page.all("script")) == 2


@pytest.mark.parametrize("count", [1, 3])
def test_preview_takes_the_same_queries_whatever_hangs_on_it(client, django_assert_num_queries, count):
    make_masthead()
    owner = make_writer()
    bylines = [{"reporter": make_reporter().pk} for _ in range(count)]
    tags, related = [make_tag().pk for _ in range(count)], [make_article().pk for _ in range(count)]
    photos = "".join(f'<figure data-photo="{make_photo().pk}"></figure>' for _ in range(count))
    article = written(owner, bylines=bylines, tags=tags, related=related, body=photos)
    client.force_login(owner)
    with django_assert_num_queries(14):
        opened(client, article)


# --- secret links -------------------------------------------------------------------------------------------------


def assert_ended(client, link, status=410):
    """The link says that it has ended, and nothing else."""
    response = client.get(link.get_absolute_url() if isinstance(link, PreviewLink) else link)
    assert response.status_code == status
    page = parse(response)
    assert page.one("h1").text == "이 미리보기 링크는 끝났습니다"
    assert "첫 제목" not in response.content.decode()
    assert_kept_by_nobody(response)


def assert_kept_by_nobody(response):
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Frame-Options"] == "DENY"


def test_shared_preview_shows_the_newest_version_at_each_opening(client, draft):
    link = workflow.share(draft, by=draft.owner, days=1)
    assert parse(client.get(link.get_absolute_url())).one("h1").text == "첫 제목"
    saved_again(draft, draft.owner, title="고친 제목")
    response = client.get(link.get_absolute_url())
    assert parse(response).one("h1").text == "고친 제목"
    assert_kept_by_nobody(response)
    assert list(response.cookies) == []


def test_shared_preview_says_how_long_and_what_it_is(client, draft):
    link = workflow.share(draft, by=draft.owner, days=3)
    until = timezone.localtime(link.expires_at)
    assert (until.minute, until.second) == (0, 0)
    assert datetime.timedelta(0) < until - ahead(days=3) <= datetime.timedelta(hours=1)
    ribbon = parse(client.get(link.get_absolute_url())).one(class_="ribbon").text
    assert ribbon == (
        f"미리보기 — {until.month}월 {until.day}일 {until.hour}시까지 볼 수 있는 링크입니다. 아직 게재되지 않은 글입니다."
    )


def test_shared_preview_page_does_not_hold_its_own_address(client, draft):
    link = workflow.share(draft, by=draft.owner, days=1)
    response = client.get(link.get_absolute_url())
    assert link.token not in response.content.decode()
    page = parse(response)
    assert page.all("meta", property=True) == page.all(data_reads_url=True) == []


@pytest.mark.parametrize("ending", ["expired", "revoked", "trashed", "maker left", "taken down"])
def test_shared_preview_that_has_ended_reveals_nothing(client, draft, ending):
    link = workflow.share(draft, by=draft.owner, days=1)
    {
        "expired": lambda: PreviewLink.objects.update(expires_at=ago(seconds=1)),
        "revoked": lambda: workflow.revoke(link, by=draft.owner),
        "trashed": lambda: workflow.trash(draft, by=draft.owner),
        "maker left": lambda: type(draft.owner).objects.filter(pk=draft.owner.pk).update(is_active=False),
        "taken down": lambda: Article.objects.update(
            state=State.WITHDRAWN, withdrawn_at=timezone.now(), withdrawn_reason="확인 중입니다."
        ),
    }[ending]()
    assert_ended(client, link)
    assert (PreviewLink.objects.valid().count(), PreviewLink.objects.get().is_valid) == (0, False)


@pytest.mark.parametrize("token", ["nothing", "x" * 500, "%00x", "한글", "..%2f"])
def test_shared_preview_of_no_link_says_so_too(client, draft, token):
    workflow.share(draft, by=draft.owner, days=1)
    response = client.get(f"/preview/{token}/")
    assert response.status_code == 404
    if "%" not in token:
        assert_ended(client, f"/preview/{token}/", status=404)


def test_shared_preview_made_after_it_was_taken_down_shows_it(client, draft):
    Article.objects.update(state=State.WITHDRAWN, withdrawn_at=ago(hours=1), withdrawn_reason="확인 중입니다.")
    draft.refresh_from_db()
    link = workflow.share(draft, by=draft.owner, days=1)
    assert parse(client.get(link.get_absolute_url())).one(class_="ribbon").text.endswith(" 내린 글입니다.")
    assert list(PreviewLink.objects.valid()) == [link]


def test_shared_preview_of_a_live_article_says_what_it_shows(client):
    owner, desk = make_writer(), make_desk()
    article = written(owner, **full_content())
    workflow.submit(article, by=owner)
    workflow.approve(article, by=desk)
    link = workflow.share(article, by=owner, days=1)
    ribbons = [parse(client.get(link.get_absolute_url())).one(class_="ribbon").text]
    saved_again(article, owner, title="고친 제목")
    ribbons.append(parse(client.get(link.get_absolute_url())).one(class_="ribbon").text)
    assert [ribbon.partition("링크입니다. ")[2] for ribbon in ribbons] == [
        "게재된 글입니다.",
        "게재된 글을 고치고 있습니다.",
    ]


def test_ended_preview_keeps_the_promises_of_every_page(client):
    make_masthead()
    response = client.get("/preview/nothing/")
    page = parse(response)
    assert (page.one("html")["lang"], page.one("meta", name="robots")["content"]) == ("ko", "noindex, nofollow")
    response["Referrer-Policy"] = "strict-origin-when-cross-origin"  # its own is asked for above
    assert_promises(response, has_canonical=False)


@pytest.mark.parametrize("who", ["owner", "desk"])
def test_share_and_revoke_are_logged(draft, section, who):
    person = draft.owner if who == "owner" else make_desk(section)
    link = workflow.share(draft, by=person, days=7)
    workflow.revoke(link, by=person)
    workflow.revoke(link, by=person)
    first, second = LogEntry.objects.filter(verb__in=["share", "unshare"]).order_by("pk")
    assert (first.verb, second.verb) == ("share", "unshare")
    for entry in (first, second):
        assert (entry.by, entry.from_stage, entry.to_stage) == (person, "draft", "draft")
        assert entry.revision == draft.newest_revision
        assert entry.details == {"until": link.expires_at.isoformat()}
    link.refresh_from_db()
    assert link.revoked_at is not None


@pytest.mark.parametrize("who", ["other reporter", "other desk", "overseer", "owner without the permission"])
def test_share_is_refused_to_others(draft, who):
    link = workflow.share(draft, by=draft.owner, days=1)
    person = {
        "other reporter": make_writer,
        "other desk": lambda: make_desk(make_section()),
        "overseer": lambda: make_user(role="발행인", is_staff=True),
        "owner without the permission": lambda: make_user(role="시민기자", is_staff=True),
    }[who]()
    if who == "owner without the permission":
        Article.objects.update(owner=person)
        draft.refresh_from_db()
        link.refresh_from_db()
    for attempt in (lambda: workflow.share(draft, by=person, days=1), lambda: workflow.revoke(link, by=person)):
        with pytest.raises(PermissionDenied):
            attempt()
    assert list(PreviewLink.objects.valid()) == [link]


@pytest.mark.parametrize("days", [0, 2, 8, -1, 365])
def test_share_for_any_other_time_is_refused(draft, days):
    with pytest.raises(ValidationError):
        workflow.share(draft, by=draft.owner, days=days)
    assert PreviewLink.objects.count() == 0


def test_share_of_what_is_in_the_trash_is_refused(draft):
    workflow.trash(draft, by=draft.owner)
    with pytest.raises(ValidationError):
        workflow.share(draft, by=draft.owner, days=1)


def test_token_is_in_no_line_of_the_log(client, draft, caplog):
    link = workflow.share(draft, by=draft.owner, days=1)
    workflow.revoke(link, by=draft.owner)
    handler = next(handler for handler in logging.getLogger().handlers if type(handler) is logging.StreamHandler)
    record = None
    with caplog.at_level(logging.WARNING, logger="django.request"):
        client.get(link.get_absolute_url())
        client.post(link.get_absolute_url())
    for record in caplog.records:
        handler.filter(record)
        assert link.token not in handler.format(record)
    assert record is not None
