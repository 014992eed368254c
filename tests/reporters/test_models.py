import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from tests.factories import make_article, make_reporter, make_user

pytestmark = pytest.mark.django_db


def test_reporter_slug_once():
    make_reporter(slug="han")
    with pytest.raises(IntegrityError):
        make_reporter(slug="han")


def test_reporters_may_share_a_name():
    assert make_reporter(name="한서윤").name == make_reporter(name="한서윤").name


def test_reporter_account_is_one_reporters():
    user = make_user()
    make_reporter(user=user)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_reporter(user=user)


def test_reporter_stays_when_the_account_goes():
    user = make_user()
    reporter = make_reporter(user=user)
    user.delete()
    reporter.refresh_from_db()
    assert reporter.user is None


def test_reporter_who_signed_an_article_stays():
    reporter = make_reporter()
    make_article(bylines=[reporter])
    with pytest.raises(ProtectedError):
        reporter.delete()


@pytest.mark.parametrize(("title", "said"), [("기자", "한서윤 기자"), ("", "한서윤")])
def test_reporter_in_words(title, said):
    assert str(make_reporter(name="한서윤", title=title)) == said


def test_reporter_address_may_be_hangul(client):
    reporter = make_reporter(slug="한서윤", name="한서윤")
    assert reporter.get_absolute_url() == "/reporters/%ED%95%9C%EC%84%9C%EC%9C%A4/"
    assert client.get(reporter.get_absolute_url()).status_code == 200
