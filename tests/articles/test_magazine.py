import datetime

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from articles.models import Article
from articles.templatetags.magazine import day, filled, long_day, share_links, stamp
from publisher.models import Masthead
from tests.factories import at


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (at("2023-10-12 14:51"), "2023.10.12 14:51"),
        (datetime.datetime(2023, 10, 12, 15, 0, tzinfo=datetime.UTC), "2023.10.13 00:00"),
        (at("2026-01-02 03:04"), "2026.01.02 03:04"),
        (None, ""),
    ],
)
def test_stamp(moment, shown):
    assert stamp(moment) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime.date(2026, 1, 2), "2026.01.02"),
        (datetime.datetime(2026, 1, 1, 15, 0, tzinfo=datetime.UTC), "2026.01.02"),
        ("2026-01-02", "2026.01.02"),
        (None, ""),
        ("", ""),
    ],
)
def test_day(value, shown):
    assert day(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(datetime.date(2015, 4, 30), "2015년 04월 30일"), (None, "")])
def test_long_day(value, shown):
    assert long_day(value) == shown


def test_filled_puts_a_value_in_every_place_of_its_name():
    assert filled("<p>[[title]], [[title]] [[nobody]]</p>", Masthead(title="<월간>")) == (
        "<p>&lt;월간&gt;, &lt;월간&gt; [[nobody]]</p>"
    )


def test_filled_within_an_address_cannot_leave_it():
    shown = filled('<a href="mailto:[[ombudsperson_email]]">편지</a>', Masthead(ombudsperson_email='a@b"onclick="x'))
    assert shown == '<a href="mailto:a@b&quot;onclick=&quot;x" rel="noopener">편지</a>'


def test_share_links_carry_the_address_and_the_title():
    context = Context({"request": RequestFactory().get("/")})
    links = share_links(context, Article(pk=7, title="벼 & ‘논’\n"))
    address, title = "http%3A%2F%2Ftestserver%2Farticles%2F7%2F", "%EB%B2%BC+%26+%E2%80%98%EB%85%BC%E2%80%99%0A"
    assert [link.label for link in links] == ["네이버", "밴드", "페이스북", "X", "메일"]
    assert links[0].url == f"https://share.naver.com/web/shareView?url={address}&title={title}"
    assert links[3].url == f"https://twitter.com/intent/tweet?text={title}&url={address}"
    assert links[4].url.startswith("mailto:?subject=%EB%B2%BC%20%26%20")


def test_words_are_at_hand_in_every_template():
    context = Context({"moment": at("2026-01-02 03:04"), "request": RequestFactory().get("/")})
    shown = Template("{{ moment|stamp }} {% absolute '/a/' %}").render(context)
    assert shown == "2026.01.02 03:04 http://testserver/a/"
