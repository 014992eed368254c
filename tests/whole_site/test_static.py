"""What a page makes a browser load."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"


def test_scripts_of_all_pages_together_are_small():
    assert sum(len(gzip.compress(script.read_bytes())) for script in STATIC.rglob("*.js")) <= 30 * 1024


@pytest.mark.parametrize("sheet", sorted(STATIC.rglob("*.css")), ids=lambda sheet: sheet.name)
def test_stylesheet_fetches_nothing_from_elsewhere(sheet):
    text = sheet.read_text()
    assert re.findall(r"@import|https?://|url\(\s*['\"]?//", text) == []
    for name in re.findall(r"url\(\s*['\"]?([^'\")]+)", text):
        assert name.startswith("data:") or (sheet.parent / name).exists()
