"""What scripts of others put onto the admin's pages is Korean too. What its templates say, tests/whole_site/test_admin_words.py reads."""

from tests.factories import make_article, make_tag

# Words that stand alone, shown or read out, without one letter of Hangul; the names of icons and of keys are none.
ENGLISH = """() => {
  const said = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest("script, style, .material-symbols-outlined")) continue;
    const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const attributes = ["title", "placeholder", "aria-label", "alt"];
    said.push(...texts.map((node) => node.textContent), ...attributes.map((name) => element.getAttribute(name) ?? ""));
  }
  return said.map((words) => words.trim()).filter((words) => /[A-Za-z]{2}/.test(words) && !/[가-힣]/.test(words));
}"""
KEYS = {"esc"}


def english_on(page):
    return set(page.evaluate(ENGLISH)) - KEYS


def test_scripts_of_others_speak_korean(at_work):
    make_article()
    make_tag()
    page = at_work("편집장", last_name="서", first_name="해나").page
    page.goto("/admin/")
    page.locator(".simplebar-content-wrapper").first.wait_for()
    assert english_on(page) == set()

    page.goto("/admin/articles/article/")
    page.get_by_text("필터").first.click()
    page.locator("#changelist-filter .simplebar-content-wrapper").wait_for()
    assert english_on(page) == set()

    page.goto("/admin/articles/placement/add/")
    page.locator(".select2-selection").first.click()
    page.keyboard.type("없는 기사")
    page.get_by_text("결과가 없습니다.").wait_for()
    assert english_on(page) == set()

    page.keyboard.press("Escape")
    page.locator(".date-icon:visible, [id^=calendarlink]:visible").first.click(force=True)
    page.get_by_text("내일", exact=True).first.wait_for()
    assert english_on(page) == set()
