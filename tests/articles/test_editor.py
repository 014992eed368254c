import json

from articles.editor import BodyWidget
from tests.page import parse


def config():
    field = parse(BodyWidget().render("body", "<p>글</p>", {"id": "id_body"})).one("textarea")
    assert field.text == "<p>글</p>"
    return json.loads(field["data-config"])


def test_editor_speaks_korean_and_offers_what_the_sanitiser_keeps():
    told = config()
    assert (told["language"], told["format_tags"]) == ("ko", "p;h2;h3;h4")
    assert {"image", "flash", "forms", "iframe", "scayt", "wsc"} <= set(told["removePlugins"].split(","))


def test_editor_knows_no_address_to_send_files_to():
    assert [name for name in config() if name.endswith("Url")] == []


def test_editor_loads_nothing_from_elsewhere():
    assert "://" not in str(BodyWidget().media)
