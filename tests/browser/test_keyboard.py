"""Nothing needs a pointer."""

import pytest

from monthlypeople.sample_edition.loader import PASSWORD


def tab_to(page, selector, most=80):
    """Press Tab until what `selector` names has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by {most} Tabs")


def is_focus_seen(page):
    return page.evaluate("""() => {
        const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
    }""")


@pytest.mark.parametrize("typed", ["reader", "Reader@example.com"])
def test_sign_in_and_out(reader_with, site, typed):
    reader = reader_with()
    page = reader.page
    page.goto("/accounts/login/")
    tab_to(page, "#id_username")
    assert is_focus_seen(page)
    page.keyboard.type(typed)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/accounts/me/")
    assert page.locator("h1").inner_text() == "독자 님"
    tab_to(page, "main button")
    assert is_focus_seen(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/")
    assert "sessionid" not in {cookie["name"] for cookie in reader.context.cookies()}


def test_sign_in_refused_says_so_and_keeps_the_name(page):
    page.goto("/accounts/login/")
    tab_to(page, "#id_username")
    page.keyboard.type("reader")
    page.keyboard.press("Tab")
    page.keyboard.type("틀린 비밀번호")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    assert page.locator("#id_username").input_value() == "reader"


def test_skip_link_leads_past_the_menu(page):
    page.goto("/articles/2/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "본문 바로가기"
    assert is_focus_seen(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_every_link_of_an_article_shows_its_focus(page):
    page.goto("/articles/2/")
    unseen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        if not is_focus_seen(page):
            unseen.add(page.evaluate("document.activeElement.outerHTML"))
    assert unseen == set()


def test_table_too_wide_for_a_phone_is_scrolled_by_keys(reader_with):
    page = reader_with(viewport={"width": 360, "height": 800}).page
    page.goto("/articles/4/")
    frame = page.locator(".prose__table").first
    # The edition's own table may be narrow enough; another's is not.
    frame.locator("td").first.evaluate("cell => { cell.textContent = '가'.repeat(40); cell.noWrap = true; }")
    assert frame.evaluate("frame => [frame.scrollLeft, frame.scrollWidth > frame.clientWidth]") == [0, True]
    tab_to(page, ".prose__table")
    assert is_focus_seen(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert frame.evaluate("frame => frame.scrollLeft") > 0
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_readers_cookie_jar_stays_empty(reader_with):
    reader = reader_with()
    for address in ("/", "/articles/2/", "/search/?q=벼", "/issues/", "/pages/about/"):
        reader.page.goto(address)
    assert reader.context.cookies() == []
    assert reader.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
