import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.bodies import from_paragraphs, render_body
from tests.factories import make_photo
from tests.page import parse

paragraphs = st.lists(st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"]), min_size=1))


def test_from_paragraphs_escapes_and_keeps_line_ends():
    assert from_paragraphs(['‘허브’개최 <b> & "말"', "한 줄\n두 줄"]) == (
        '<p>‘허브’개최 &lt;b&gt; &amp; "말"</p>\n<p>한 줄<br>두 줄</p>'
    )


def test_from_paragraphs_of_nothing():
    assert from_paragraphs([]) == ""


@given(paragraphs)
def test_from_paragraphs_keeps_every_character(texts):
    assert [paragraph.raw_text for paragraph in parse(from_paragraphs(texts)).all("p")] == texts


def test_render_body_without_pictures_asks_nothing_of_the_database():
    body = "<p>글</p><figure><figcaption>설명</figcaption></figure>"
    assert render_body(body) == body


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_render_body_with_pictures_takes_one_query(django_assert_num_queries, count):
    photos = [make_photo(alt=f'"{number}" <벽>') for number in range(count)]
    body = "".join(f'<figure data-photo="{photo.pk}"><figcaption>설명</figcaption></figure>' for photo in photos)
    with django_assert_num_queries(1):
        figures = parse(render_body(body)).all("figure")
    assert [(figure.one("img")["src"], figure.one("img")["alt"]) for figure in figures] == [
        (photo.file.url, photo.alt) for photo in photos
    ]
    assert [figure.one("figcaption").text for figure in figures] == ["설명"] * count


@pytest.mark.django_db
def test_render_body_gives_pictures_their_size_and_sources():
    photo = make_photo(width=60, height=90, rendition_widths=[60], focal_x=0.2, focal_y=1)
    figure = parse(render_body(f'<figure data-photo="{photo.pk}"></figure>')).one("figure")
    image = figure.one("img")
    assert figure.classes == ["figure", "figure--tall"]
    assert (image["width"], image["height"], image["loading"], image.classes) == ("60", "90", "lazy", ["fx-2", "fy-10"])
    assert [source["srcset"] for source in figure.all("source")] == [photo.avif_srcset, photo.webp_srcset]


@pytest.mark.django_db
def test_render_body_of_a_picture_that_is_gone_keeps_its_words():
    figure = parse(render_body('<figure data-photo="999999999"><figcaption>설명</figcaption></figure>')).one("figure")
    assert (figure.attributes, figure.text, figure.all("img")) == ({}, "설명", [])


def test_render_body_frames_tables():
    table = parse(render_body("<p>앞</p><table><tbody><tr><td>칸</td></tr></tbody></table>")).one("table")
    assert (table.parent.tag, table.parent.classes, table.text) == ("div", ["prose__table"], "칸")
