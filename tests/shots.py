"""Photographs of the main pages: 360, 768 and 1280 pixels wide, light, dark and as printed.

`python -m tests.shots [BASE] [OUT]`, while the site runs at BASE. For looking at: nothing is compared.
"""

import argparse
import os
import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

WIDTHS = (360, 768, 1280)  # CSS pixels
HEIGHT = 900
PAGES = {
    "home": "/",
    "section": "/sections/interview/",
    "all": "/articles/",
    "article-seed": "/articles/1/",
    "article": "/articles/2/",
    "issues": "/issues/",
    "issue": "/issues/2026-11/",
    "reporters": "/reporters/",
    "reporter": "/reporters/han-seoyun/",
    "page": "/pages/about/",
    "search": "/search/?q=사람",
    "search-none": "/search/?q=없는말",
    "sign-in": "/accounts/login/",
    "missing": "/없는쪽/",
    "styleguide": "/styleguide/",
}


def photograph(page: Page, path: Path) -> None:
    """The whole page, with the pictures that load only when they are scrolled to."""
    height = page.evaluate("document.documentElement.scrollHeight")
    for top in range(0, height, HEIGHT):
        page.evaluate(f"scrollTo(0, {top})")
        page.wait_for_timeout(50)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, full_page=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", nargs="?", default="http://127.0.0.1:8000")
    parser.add_argument("out", nargs="?", type=Path, default=Path("var/shots"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for width in WIDTHS:
            for look in ("light", "dark", "print"):
                context = browser.new_context(viewport={"width": width, "height": HEIGHT}, locale="ko-KR")
                page = context.new_page()
                if look == "print":
                    page.emulate_media(media="print")
                else:
                    page.emulate_media(color_scheme=look)
                for name, address in PAGES.items():
                    page.goto(options.base + address)
                    photograph(page, options.out / f"{name}-{width}-{look}.png")
                context.close()
                print(f"{width} {look}: {len(PAGES)}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
