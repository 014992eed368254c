import pytest
from django.db import IntegrityError, transaction

from articles.models import Section
from tests.factories import make_section, make_series, make_tag

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [make_section, make_series])
def test_shelf_has_its_own_name_and_address(make):
    make(slug="culture", name="문화")
    for taken in ({"slug": "culture"}, {"name": "문화"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make(**taken)


def test_sections_stand_in_the_order_of_the_menu():
    last, first = make_section(order=2), make_section(order=1)
    assert list(Section.objects.all()) == [first, last]


def test_tag_name_once():
    make_tag(name="논")
    with pytest.raises(IntegrityError):
        make_tag(name="논")


def test_tag_name_has_no_slash_for_it_is_a_part_of_its_address():
    with pytest.raises(IntegrityError, match="tag_name_without_slash"):
        make_tag(name="그리고/또는")


def test_shelves_in_words_with_their_address():
    assert (str(make_section(name="문화", slug="culture")), Section.objects.get().get_absolute_url()) == (
        "문화",
        "/sections/culture/",
    )
    assert make_series(slug="alley").get_absolute_url() == "/series/alley/"
    assert make_tag(name="논 & 밭?").get_absolute_url() == "/tags/%EB%85%BC%20&%20%EB%B0%AD%3F/"


@pytest.mark.parametrize("name", ["논 & 밭?", "100%", "#논", "논+밭", "a;b=c", "‘논’"])
def test_tag_page_opens_whatever_the_name(client, name):
    assert client.get(make_tag(name=name).get_absolute_url()).status_code == 200
