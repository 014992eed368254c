"""A whole day of the newsroom, told from morning to evening; then the same without a pointer."""

import datetime
import re

import pytest
from django.utils import timezone

from articles.models import Article, Revision
from tests.browser.desk.test_writing import body, copies, save, title, wait_for_status, write_body
from tests.browser.test_keyboard import tab_to
from tests.factories import make_reporter

pytestmark = pytest.mark.django_db(transaction=True)
State, Change = Article.State, Article.Change


@pytest.fixture
def people(at_work, section, settings):
    settings.SITE_URL = "http://newsroom.example/"
    han = at_work("기자", last_name="한", first_name="서윤", email="han@example.com")
    desk = at_work("데스크", last_name="오", first_name="데스크", email="desk@example.com")
    make_reporter(name="한서윤", slug="han-seoyun", user=han.user)
    return han, desk


def reader_sees(chromium, site, path):
    """Status and text of a page as somebody without an account gets it."""
    context = chromium.new_context(base_url=site)
    try:
        page = context.new_page()
        response = page.goto(path)
        return response.status, page.inner_text("body")
    finally:
        context.close()


def do(page, verb, **typed):
    """Press the button of `verb` in the editor's bar or on the read view, fill in what is asked, and confirm."""
    control = page.locator(".desk-bar").get_by_role("button", name=verb, exact=True)
    control = control.or_(page.locator(".desk-bar").get_by_role("link", name=verb, exact=True))
    if not control.is_visible():
        page.locator(".desk-more summary").click()
    control.click()
    page.wait_for_url("**/do/**")
    for name, value in typed.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator(".screen-form").get_by_role("button", name=verb, exact=True).click()
    page.wait_for_url(re.compile(r"/change/$"))


def next_minute():
    """The picker knows minutes: the next one that begins in no less than twenty seconds."""
    soon = timezone.localtime() + datetime.timedelta(seconds=20)
    return soon.replace(second=0, microsecond=0) + datetime.timedelta(minutes=1)


def opened(colleague, article):
    """The article's page in the newsroom, whether one may write on it or only read."""
    colleague.page.goto(f"/admin/articles/article/{article.pk}/change/")
    return colleague.page


def test_a_day_from_the_first_word_to_a_correction(people, section, chromium, site):
    han, desk = people

    # Morning: Han writes; the network goes and comes back.
    page = han.open()
    title(page).fill("간척지에 벼가 익는 시간")
    write_body(page, "바다였던 땅이다.")
    page.wait_for_url("**/change/")
    article = Article.objects.get()
    han.context.set_offline(True)
    write_body(page, " 열한 번째 가을에 벼를 벤다.")
    wait_for_status(page, "연결이 끊겼습니다.")
    assert len(copies(page)) == 1
    han.context.set_offline(False)
    wait_for_status(page, "자동 저장")
    page.locator("#id_section").select_option(label="인터뷰")
    page.locator("[name='bylines-0-name']").fill("한서윤")
    page.locator("[name='bylines-0-title']").fill("기자")
    save(page)
    assert copies(page) == []
    do(page, "송고")
    assert Article.objects.get().state == State.SUBMITTED

    # The desk sends it back, and says why; Han reads that, mends and files again.
    page = opened(desk, article)
    do(page, "반려", reason="벼의 품종을 밝혀 주세요.")
    page = han.open(article)
    assert "벼의 품종을 밝혀 주세요." in page.locator(".desk-notices").inner_text()
    assert "오데스크" in page.locator(".desk-notices").inner_text()
    write_body(page, " 품종은 새청무다.")
    do(page, "송고")

    # Approved for a moment ahead: not there before, there after, and nothing has run in between.
    page = opened(desk, article)
    assert "품종은 새청무다." in body(page)
    live_at = next_minute()
    do(page, "승인", live_at=live_at.strftime("%Y-%m-%dT%H:%M"))
    article.refresh_from_db()
    assert (article.live_at, article.is_scheduled) == (live_at, True)
    address = article.get_absolute_url()
    assert reader_sees(chromium, site, address)[0] == 404
    page.wait_for_timeout((live_at - timezone.now()).total_seconds() * 1000 + 100)
    status, text = reader_sees(chromium, site, address)
    assert (status, "품종은 새청무다." in text) == (200, True)

    # Evening: a correction waits for approval while readers see the old text.
    page = han.open(article)
    title(page).fill("간척지에 벼가 익는 시간, 열한 번째")
    do(page, "수정 송고")
    _, text = reader_sees(chromium, site, address)
    assert ("열한 번째\n" in text, "간척지에 벼가 익는 시간" in text) == (False, True)
    page = opened(desk, article)
    page.locator(".desk-bar").get_by_text("수정 반영", exact=True).click()
    page.wait_for_url("**/do/approve_change/")
    assert page.locator(".comparison ins").first.inner_text().strip()
    page.locator(".screen-form").get_by_role("button", name="수정 반영").click()
    page.wait_for_url(re.compile(r"/change/$"))
    _, text = reader_sees(chromium, site, address)
    assert "간척지에 벼가 익는 시간, 열한 번째" in text
    assert "수정 20" in text

    # The history tells all of it, newest first.
    page.goto(f"/admin/articles/article/{article.pk}/history/")
    told = page.locator(".history__what strong").all_inner_texts()
    evening = ["수정 반영", "수정 송고", "수정"]
    noon = ["승인", "송고", "저장", "반려", "송고"]
    assert told[: len(evening + noon)] == evening + noon
    assert "벼의 품종을 밝혀 주세요." in page.inner_text("#content")
    assert Revision.objects.autosaves().count() == 0


def test_the_same_day_by_keyboard_alone(people, section):
    han, desk = people
    page = han.page
    page.goto("/admin/articles/article/")
    tab_to(page, "a[href='/admin/articles/article/add/']", most=120)
    page.keyboard.press("Enter")
    page.wait_for_url("**/add/")
    page.locator("form[data-is-ready]").wait_for()
    tab_to(page, "#id_title", most=120)
    page.keyboard.type("손으로만 쓴 제목")
    page.keyboard.press("Tab")
    page.keyboard.type("부제 한 줄")
    # Into the frame of the body: its document takes the keys.
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.cke_wysiwyg_frame')"):
            break
    page.keyboard.type("자판만으로 쓴 글.")
    page.wait_for_url("**/change/")
    tab_to(page, "[name='bylines-0-name']", most=60)
    page.keyboard.type("한서윤")
    tab_to(page, "#id_section", most=60)
    page.keyboard.press("ArrowDown")
    save(page)
    article = Article.objects.get()
    assert (article.title, article.section, article.body.strip()) == (
        "손으로만 쓴 제목",
        section,
        "<p>자판만으로 쓴 글.</p>",
    )

    confirm(page, "submit")
    assert Article.objects.get().state == State.SUBMITTED

    page = opened(desk, article)
    page.locator("form[data-is-ready]").wait_for()
    confirm(page, "return", reason="한 문단을 더해 주세요.")
    assert Article.objects.get().state == State.RETURNED

    page = han.open(article)
    confirm(page, "submit")
    page = opened(desk, article)
    page.locator("form[data-is-ready]").wait_for()
    confirm(page, "approve")
    assert Article.objects.get().is_live

    page = han.open(article)
    tab_to(page, "#id_title", most=120)
    page.keyboard.press("End")
    page.keyboard.type(", 고침")
    confirm(page, "submit_change")
    assert (Article.objects.get().title, Article.objects.get().change) == ("손으로만 쓴 제목", Change.SUBMITTED)
    page = opened(desk, article)
    page.locator("form[data-is-ready]").wait_for()
    confirm(page, "approve_change")
    assert Article.objects.get().title == "손으로만 쓴 제목, 고침"
    tab_to(page, f"a[href='/admin/articles/article/{article.pk}/history/']", most=120)
    page.keyboard.press("Enter")
    page.wait_for_url("**/history/")
    assert page.locator(".history__what strong").first.inner_text() == "수정 반영"


def confirm(page, verb, *, reason=None):
    """From the editor to the verb's own page and through it, by Tab and Enter."""
    button = f".desk-bar [name=then][value={verb}]"
    if not page.locator(button).is_visible():
        tab_to(page, ".desk-more summary", most=200)
        page.keyboard.press("Enter")
    tab_to(page, button, most=200)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/do/{verb}/")
    if reason:
        tab_to(page, "[name=reason]", most=80)
        page.keyboard.type(reason)
    tab_to(page, ".screen-form button[type=submit]", most=80)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/change/$"))
