import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Permission

from accounts.roles import ABOUT, ROLES, TABLE, as_markdown, in_order, in_words

DESK_MANUAL = Path(__file__).resolve().parents[2] / "docs" / "desk.md"
SHELVES = {f"articles.view_{model}" for model in ("section", "series", "tag", "issue", "photo")}
WRITING = {f"articles.{verb}_article" for verb in ("view", "add", "change", "submit")}
REPORTING = {"articles.correct_article", "articles.share_article"}
DESKING = {f"articles.{verb}_article" for verb in ("desk", "approve", "withdraw")}
READING = {"articles.view_article", "articles.oversee_article"}
PUBLISHING = {f"publisher.view_{model}" for model in ("masthead", "badge", "standingpage")}


def may_write(app, *models):
    return {f"{app}.{verb}_{model}" for verb in ("add", "change") for model in models}


# What was agreed on, written down a second time: the table may be changed, and not by accident.
AGREED = {"시민기자": WRITING | SHELVES | {"reporters.view_reporter"}}
AGREED["기자"] = AGREED["시민기자"] | REPORTING
AGREED["데스크"] = (
    AGREED["기자"]
    | DESKING
    | may_write("articles", "series", "tag", "issue", "placement")
    | {"articles.view_placement", "articles.change_photo"}
)
AGREED["편집장"] = AGREED["데스크"] | may_write("articles", "section") | may_write("reporters", "reporter") | PUBLISHING
AGREED["발행인"] = (
    READING
    | SHELVES
    | {"reporters.view_reporter"}
    | PUBLISHING
    | may_write("publisher", "masthead", "badge", "standingpage")
    | {"publisher.delete_badge", "publisher.delete_standingpage"}
)
AGREED["고충처리인"] = READING | SHELVES | PUBLISHING
AGREED["관리자"] = {
    "accounts.view_user", "accounts.add_user", "accounts.change_user", "auth.view_group",
    "reporters.view_reporter", "reporters.change_reporter",
}  # fmt: skip


@pytest.mark.parametrize("name", AGREED)
def test_role_may_do_what_was_agreed_on(name):
    assert ROLES[name].permissions == AGREED[name]


def test_roles_are_those_agreed_on_and_each_says_what_it_does():
    assert list(ROLES) == list(AGREED) == list(ABOUT)
    assert all(role.about.endswith("니다.") for role in ROLES.values())


def test_table_has_a_cell_for_each_role_and_no_line_twice():
    assert {len(cells) for _, _, *cells in TABLE} == {len(ROLES)}
    keys, labels = [key for key, *_ in TABLE], [label for _, label, *_ in TABLE]
    assert (len(set(keys)), len(set(labels))) == (len(TABLE), len(TABLE))


@pytest.mark.django_db
def test_every_permission_of_the_table_exists():
    there = {f"{app}.{code}" for app, code in Permission.objects.values_list("content_type__app_label", "codename")}
    assert set().union(*(role.permissions for role in ROLES.values())) - there == set()


def test_nobody_may_delete_an_article_or_a_person():
    everything = set().union(*(role.permissions for role in ROLES.values()))
    assert everything & {"articles.delete_article", "accounts.delete_user"} == set()


def test_administrator_has_no_editorial_verb():
    assert {name for name in ROLES["관리자"].permissions if name.startswith(("articles.", "publisher."))} == set()


@pytest.mark.parametrize(
    ("cell", "words"),
    [("", ""), ("v", "보기"), ("vac", "만들기ㆍ고치기"), ("vc", "고치기"), ("vacd", "만들기ㆍ고치기ㆍ지우기"), ("x", "가능")],
)  # fmt: skip
def test_cell_in_words(cell, words):
    assert in_words(cell) == words


def test_lines_of_a_role_leave_out_what_it_may_not_do():
    assert ROLES["관리자"].lines == (("기자 소개", "고치기"), ("사람", "만들기ㆍ고치기"), ("역할", "보기"))


def test_roles_are_ordered_as_the_table_is():
    assert in_order(["옛 묶음", "관리자", "기자", "데스크"]) == ["기자", "데스크", "관리자", "옛 묶음"]


def test_desk_manual_shows_the_table():
    table = re.search(r"<!-- roles -->\n(.*)<!-- /roles -->", DESK_MANUAL.read_text("utf-8"), re.DOTALL)
    assert table.group(1).strip() == as_markdown().strip()
