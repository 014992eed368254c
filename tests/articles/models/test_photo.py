import re

import pytest
from django.db import IntegrityError

from articles.models.photo import photo_path
from tests.factories import make_photo

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("outside", [{"focal_x": -0.01}, {"focal_x": 1.01}, {"focal_y": -1}, {"focal_y": 2}])
def test_photo_focal_point_inside(outside):
    with pytest.raises(IntegrityError, match="photo_focal_point_inside"):
        make_photo(**outside)


def test_photo_path_cannot_be_guessed_and_says_nothing_of_the_name():
    paths = {photo_path(None, "../../회의 사진.JPG") for _ in range(50)}
    assert len(paths) == 50
    assert all(re.fullmatch(r"photos/[\w-]{16}/original\.jpg", path) for path in paths)


def test_photo_renditions_stand_beside_the_original():
    photo = make_photo(rendition_widths=[480, 960])
    folder = photo.file.url.rpartition("/")[0]
    assert photo.avif_srcset == f"{folder}/480.avif 480w, {folder}/960.avif 960w"
    assert photo.webp_srcset == f"{folder}/480.webp 480w, {folder}/960.webp 960w"


def test_photo_without_renditions_names_none():
    assert (make_photo().avif_srcset, make_photo().webp_srcset) == ("", "")


@pytest.mark.parametrize(("x", "y", "classes"), [(0, 1, "fx-0 fy-10"), (0.5, 0.34, "fx-5 fy-3")])
def test_photo_focal_classes_to_a_tenth(x, y, classes):
    assert make_photo(focal_x=x, focal_y=y).focal_classes == classes


@pytest.mark.parametrize(("width", "height", "is_tall"), [(40, 30, False), (30, 40, True), (30, 30, False)])
def test_photo_is_tall(width, height, is_tall):
    assert make_photo(width=width, height=height).is_tall == is_tall


def test_photo_in_words():
    assert str(make_photo(alt="벽")) == "벽"
    nameless = make_photo(alt="")
    assert str(nameless) == nameless.file.name
