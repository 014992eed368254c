"""Who may load the edition, and into what."""

import io

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from articles.models import Article, Section, Tag
from monthlypeople.sample_edition import loader
from publisher.models import Masthead, StandingPage
from tests.factories import make_article, make_masthead, make_section, make_standing_page, make_tag, make_user

pytestmark = pytest.mark.django_db
NOT_EMPTY = "데이터베이스가 비어 있지 않아 표본 호를 싣지 않았습니다. 있던 것은 그대로입니다."


def refusal_of_load():
    with pytest.raises(loader.Refused) as refusal:
        loader.load()
    return str(refusal.value)


@pytest.mark.parametrize(
    ("make", "model"),
    [
        (make_user, User),
        (make_masthead, Masthead),
        (make_section, Section),
        (make_tag, Tag),
        (make_standing_page, StandingPage),
    ],
)
def test_load_refuses_a_database_with_one_row(make, model):
    make()
    assert refusal_of_load() == NOT_EMPTY
    assert (model.objects.count(), Article.objects.count()) == (1, 0)


def test_load_refuses_a_database_with_one_article():
    article = make_article(state=Article.State.DRAFT)
    assert refusal_of_load() == NOT_EMPTY
    assert list(Article.objects.all()) == [article]


def test_load_refuses_production(settings):
    settings.IS_PRODUCTION = True
    assert refusal_of_load() == "운영 설정에서는 표본 호를 싣지 않습니다."
    assert User.objects.count() == 0


def test_command_refuses_in_words():
    make_user()
    with pytest.raises(CommandError) as refusal:
        call_command("load_sample_edition")
    assert str(refusal.value) == NOT_EMPTY


def test_command_leaves_what_is_there_in_silence_when_told_so():
    user = make_user()
    out = io.StringIO()
    call_command("load_sample_edition", if_empty=True, stdout=out)
    assert (out.getvalue(), list(User.objects.all())) == ("", [user])


def test_read_takes_a_file_apart(tmp_path):
    file = tmp_path / "001.html"
    file.write_text('+++\ntitle = "벼"\n+++\n<p>글 +++ 글</p>\n', "utf-8")
    assert loader.read(file) == ({"title": "벼"}, "<p>글 +++ 글</p>")
