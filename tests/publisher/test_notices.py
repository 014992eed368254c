import datetime

import pytest

from publisher.notices import badge_notices, masthead_notices
from tests.factories import make_badge, make_masthead, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
MISSING = "발행 정보가 없습니다. 법이 정한 항목(신문법 제21조)을 넣어 주세요."


def test_masthead_notices_without_a_masthead_in_force():
    make_masthead(valid_from=datetime.date(2999, 1, 1))
    assert masthead_notices() == [MISSING]


def test_masthead_notices_are_the_gaps_of_the_one_in_force():
    make_masthead(valid_from=datetime.date(2010, 1, 1), editors=[{"name": "옛 하나"}, {"name": "옛 둘"}])
    masthead = make_masthead(editors=[{"name": "모루세"}, {"name": "모루네", "responsibility": "문화"}])
    assert masthead_notices() == masthead.gaps
    assert len(masthead.gaps) == 1


def test_masthead_notices_of_one_that_is_whole():
    make_masthead()
    assert masthead_notices() == []


def test_badge_notices_of_those_without_a_period():
    make_badge(label="우수콘텐츠")
    make_badge(label="우수콘텐츠")
    make_badge(label="윤리위원회")
    make_badge(label="협회 회원", starts_on=datetime.date(2026, 1, 1))
    assert badge_notices() == [
        "기간을 모르는 인증ㆍ선정: 우수콘텐츠, 윤리위원회. 지금은 ‘기간 미확인’으로 보입니다. 시작일과 종료일을 확인해 주세요."
    ]


def test_badge_notices_when_every_period_is_known():
    make_badge(label="협회 회원", starts_on=datetime.date(2026, 1, 1))
    assert badge_notices() == []


@pytest.mark.parametrize(("permissions", "is_told"), [(["publisher.change_masthead"], True), ([], False)])
def test_dashboard_tells_those_who_can_do_something_about_it(client, permissions, is_told):
    make_badge(label="우수콘텐츠")
    client.force_login(make_user(*permissions, is_staff=True))
    text = parse(client.get("/admin/")).text
    assert (MISSING in text, "기간을 모르는 인증ㆍ선정: 우수콘텐츠." in text) == (is_told, is_told)
