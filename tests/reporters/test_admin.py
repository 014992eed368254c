import pytest

from reporters.models import Reporter
from tests.factories import make_reporter, make_user
from tests.page import parse

pytestmark = pytest.mark.django_db
REPORTERS = "/admin/reporters/reporter/"


def test_reporters_are_found_by_name(client):
    make_reporter(name="한서윤", email="")
    make_reporter(name="오태건", email="")
    client.force_login(make_user(role="관리자"))
    results = parse(client.get(REPORTERS, {"q": "서윤"})).one(id="result_list").text
    assert "한서윤" in results
    assert "오태건" not in results


def test_reporter_is_added_by_who_may(client):
    typed = {"name": "한서윤", "slug": "han-seoyun", "title": "기자"}
    client.force_login(make_user("reporters.view_reporter", is_staff=True))
    assert client.post(f"{REPORTERS}add/", typed).status_code == 403
    client.force_login(
        make_user("reporters.view_reporter", "reporters.add_reporter", "accounts.view_user", is_staff=True)
    )
    assert client.post(f"{REPORTERS}add/", typed).status_code == 302
    assert str(Reporter.objects.get()) == "한서윤 기자"


@pytest.mark.parametrize(("role", "is_chosen"), [("편집장", False), ("관리자", True)])
def test_account_of_a_reporter_is_chosen_by_who_sees_accounts(client, role, is_chosen):
    client.force_login(make_user(role=role))
    page = parse(client.get(f"{REPORTERS}{make_reporter().pk}/change/"))
    assert bool(page.all("select", name="user")) == is_chosen
