"""A reader's ways through the magazine."""

import re
import time

import pytest
from django.utils import timezone

from articles.models import Article, DailyReads
from articles.most_read import reads

PAGES = [
    "/",
    "/articles/",
    "/articles/?page=2",
    "/articles/1/",
    "/articles/3/",  # the title of 60 characters
    "/articles/4/",  # a table
    "/articles/29/",  # a photo story
    "/sections/culture/",
    "/series/alley-masters/",
    "/reporters/",
    "/reporters/han-seoyun/",
    "/issues/",
    "/issues/2026-11/",
    "/search/?q=벼",
    "/search/?q=없는말",
    "/pages/privacy/",
    "/pages/about/",
    "/accounts/login/",
]
ARTICLE = "/articles/2/"


def test_a_reader_without_javascript_reads_from_home_to_search(reader_with):
    page = reader_with(java_script_enabled=False).page
    page.goto("/")
    headline = page.locator("main h2 a").first
    title = headline.inner_text()
    headline.click()
    assert page.locator("h1").inner_text() == title
    assert page.locator("#article-body p").count() > 3
    page.locator(".byline__name").first.click()
    assert re.search(r"/reporters/[\w-]+/$", page.url)
    page.locator(".listing__items article a").first.click()
    page.locator(".times a[href^='/issues/']").click()
    assert page.locator("h1").inner_text() == "2026년 11월호"
    page.locator(".contents a").first.click()
    assert page.locator("article h1").count() == 1
    page.goto("/search/")
    page.get_by_label("찾을 말").fill("간척지")
    page.get_by_label("찾을 말").press("Enter")
    results = page.locator("main article")
    assert results.count() >= 1
    assert results.first.locator("mark").first.inner_text() == "간척지"


def test_a_reader_without_javascript_pages_through_the_list(reader_with):
    page = reader_with(java_script_enabled=False).page
    page.goto("/articles/")
    seen = []
    while True:
        seen += [link.get_attribute("href") for link in page.locator("main article :is(h2, h3) a").all()]
        if not page.locator("a[rel=next]").count():
            break
        page.locator("a[rel=next]").click()
    assert len(seen) == len(set(seen)) == Article.objects.live().count()


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_no_page_scrolls_sideways(reader_with, width):
    page = reader_with(viewport={"width": width, "height": 800}).page
    too_wide = {}
    for address in PAGES:
        page.goto(address)
        found = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth]")
        if max(found) > width:
            too_wide[address] = found
    assert too_wide == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_have_the_colours_a_reader_asked_for(reader_with, scheme):
    page = reader_with(color_scheme=scheme).page
    page.goto(ARTICLE)
    colours = page.evaluate(
        """[document.documentElement, document.body].map(element => getComputedStyle(element).backgroundColor)"""
    )
    painted = next(colour for colour in reversed(colours) if colour != "rgba(0, 0, 0, 0)")
    red, green, blue = map(int, re.findall(r"\d+", painted)[:3])
    assert (red + green + blue > 3 * 128) == (scheme == "light")


def test_sticky_title_appears_and_progress_grows_while_one_reads(page):
    page.goto(ARTICLE)
    bar, progress = page.locator("[data-sticky-title]"), page.locator("[data-sticky-title] progress")
    assert not bar.is_visible()
    done = []
    for part in (0.2, 0.5, 0.9):
        page.evaluate(
            """part => {
                const body = document.getElementById("article-body").getBoundingClientRect();
                scrollTo({ top: scrollY + body.top + body.height * part - innerHeight * 0.5, behavior: "instant" });
            }""",
            part,
        )
        bar.wait_for(state="visible")
        page.wait_for_timeout(100)
        done.append(progress.evaluate("element => element.value"))
    assert done == sorted(set(done))
    assert 0 < done[0] < done[-1] <= 100
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    bar.wait_for(state="hidden")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", ["/", ARTICLE, "/articles/29/"])
def test_nothing_moves_while_a_page_loads_and_is_read(reader_with, width, address):
    page = reader_with(viewport={"width": width, "height": 800}).page
    page.add_init_script("""
        window.shifts = [];
        new PerformanceObserver(list => list.getEntries().forEach(entry => {
            if (!entry.hadRecentInput) window.shifts.push(entry.value);
        })).observe({ type: "layout-shift", buffered: true });
    """)
    page.goto(address, wait_until="networkidle")
    height = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height, 600):
        page.evaluate("top => scrollTo({ top, behavior: 'instant' })", top)
        page.wait_for_timeout(20)
    page.wait_for_timeout(100)
    assert page.evaluate("window.shifts.reduce((sum, one) => sum + one, 0)") < 0.02


def test_article_link_is_copied(reader_with, site):
    reader = reader_with()
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page = reader.page
    page.goto(ARTICLE)
    page.get_by_role("button", name="주소 복사").click()
    page.get_by_text("주소를 복사했습니다.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{ARTICLE}"


def test_a_read_of_five_seconds_is_counted_once(reader_with):
    page = reader_with().page
    page.clock.install()
    with page.expect_request("**/articles/2/reads/") as asked:
        page.goto(ARTICLE)
        page.clock.fast_forward(6_000)
    assert asked.value.method == "POST"
    page.clock.fast_forward(60_000)
    _wait_until(lambda: reads._pending[2])
    reads.flush()
    assert DailyReads.objects.get(article=2, on=timezone.localdate()).count == 1


def test_a_glance_is_not_counted(reader_with):
    page = reader_with().page
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.install()
    page.goto("/articles/5/")
    page.clock.fast_forward(3_000)
    page.goto("/")
    assert [place for place in asked if place.endswith("/reads/")] == []


def _wait_until(is_so, seconds=5):
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.02)
    assert is_so()
