import io
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult
from PIL import Image, ImageCms, UnidentifiedImageError

from articles.models import Photo
from articles.photos import add_photo, make_renditions
from tests.factories import jpeg, picture

pytestmark = pytest.mark.django_db
RED, BLUE = (220, 20, 20), (20, 20, 220)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def opened(photo):
    with photo.file.open() as file:
        image = Image.open(io.BytesIO(file.read()))
    image.load()
    return image


def is_near(pixel, colour, distance=12):
    return all(abs(one - other) <= distance for one, other in zip(pixel, colour, strict=True))


def make_halves(size=(80, 40)):
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image


def make_exif(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "카메라를 만든 곳"
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def test_add_photo_keeps_fields_and_size():
    photo = add_photo(jpeg(40, 30), alt="벽", credit="사진 임바다", focal_x=0.25, focal_y=0.75)
    photo = Photo.objects.get(pk=photo.pk)
    assert (photo.width, photo.height, photo.alt, photo.credit, photo.focal_x, photo.focal_y) == (
        40, 30, "벽", "사진 임바다", 0.25, 0.75,
    )  # fmt: skip
    assert (opened(photo).format, opened(photo).size) == ("JPEG", (40, 30))


# What the camera calls up: where the red half of the picture comes to stand when it is turned upright.
@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (80, 40), (10, 20)),
        (2, (80, 40), (70, 20)),
        (3, (80, 40), (70, 20)),
        (4, (80, 40), (10, 20)),
        (5, (40, 80), (20, 10)),
        (6, (40, 80), (20, 10)),
        (7, (40, 80), (20, 70)),
        (8, (40, 80), (20, 70)),
    ],
)
def test_add_photo_turns_it_upright(orientation, size, red):
    photo = add_photo(picture(make_halves(), "JPEG", exif=make_exif(orientation), quality=95))
    image = opened(photo)
    assert (photo.width, photo.height) == image.size == size
    assert is_near(image.getpixel(red), RED, 40)


@pytest.mark.parametrize("more", [{}, {"icc_profile": SRGB}])
def test_add_photo_lets_nothing_through_but_pixels(more):
    content = picture(
        make_halves(), "JPEG", exif=make_exif(1), comment=b"who took it", xmp=b"<x:xmpmeta/>", dpi=(71, 71), **more
    )
    before = Image.open(io.BytesIO(content)).info
    assert {"exif", "comment", "xmp", *more} <= set(before)
    photo = add_photo(content)
    image = opened(photo)
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    assert dict(image.getexif()) == {}
    with photo.file.open() as file:
        kept = file.read()
    assert [word for word in (b"who took it", b"Exif", b"xmpmeta", b"ICC_PROFILE") if word in kept] == []


def test_add_photo_forgets_what_is_hidden_behind_the_picture():
    content = jpeg() + b"<script>alert(1)</script>"
    photo = add_photo(content)
    with photo.file.open() as file:
        assert b"script" not in file.read()


def test_add_photo_converts_colours_to_srgb():
    # In this profile red and green are exchanged: read without it, the picture would be green.
    profile = _swapped_profile()
    photo = add_photo(picture(Image.new("RGB", (20, 20), (20, 220, 20)), "PNG", icc_profile=profile))
    red, green, _ = opened(photo).getpixel((10, 10))
    assert red > green + 100


def _swapped_profile():
    """sRGB, its columns for red and green exchanged."""
    content = bytearray(SRGB)
    for at in range(128, len(content)):
        if content[at : at + 4] == b"rXYZ":
            content[at : at + 4] = b"TEMP"
        elif content[at : at + 4] == b"gXYZ":
            content[at : at + 4] = b"rXYZ"
    return bytes(content.replace(b"TEMP", b"gXYZ", 1))


@pytest.mark.parametrize("profile", [b"no profile at all", b"\x00" * 200])
def test_add_photo_with_a_damaged_profile_is_taken_without(profile):
    photo = add_photo(picture(Image.new("RGB", (20, 20), RED), "PNG", icc_profile=profile))
    assert is_near(opened(photo).getpixel((10, 10)), RED)


@pytest.mark.parametrize(
    "content",
    [
        picture(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG"),
        picture(Image.new("LA", (20, 20), (0, 0)), "PNG"),
        picture(Image.new("P", (20, 20), 0), "PNG", transparency=0),
        picture(Image.new("P", (20, 20), 0), "GIF", transparency=0),
        picture(Image.new("RGB", (20, 20), (9, 9, 9)), "PNG", transparency=(9, 9, 9)),
    ],
)
def test_add_photo_puts_what_is_transparent_on_white(content):
    photo = add_photo(content)
    assert (opened(photo).mode, is_near(opened(photo).getpixel((10, 10)), (255, 255, 255))) == ("RGB", True)


def test_add_photo_transparent_with_a_profile():
    image = Image.new("RGBA", (20, 20), (*RED, 255))
    assert is_near(opened(add_photo(picture(image, "PNG", icc_profile=SRGB))).getpixel((10, 10)), RED)


@pytest.mark.parametrize(
    ("mode", "suffix"), [("L", "JPEG"), ("1", "PNG"), ("P", "PNG"), ("P", "GIF"), ("CMYK", "JPEG"), ("I;16", "PNG")]
)
def test_add_photo_of_any_kind_of_pixels_becomes_rgb(mode, suffix):
    image = (
        Image.new("RGB", (20, 20), "white").convert("L").convert(mode)
        if mode != "I;16"
        else Image.new("I;16", (20, 20), 65535)
    )
    photo = add_photo(picture(image, suffix))
    assert (opened(photo).format, opened(photo).mode) == ("JPEG", "RGB")


@pytest.mark.parametrize("suffix", ["PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF"])
def test_add_photo_of_any_format_becomes_a_jpeg(suffix):
    photo = add_photo(picture(make_halves(), suffix))
    assert opened(photo).format == "JPEG"
    assert photo.file.name.endswith("/original.jpg")


@pytest.mark.parametrize("content", [b"", b"<html>", b"\xff\xd8\xff", b"%PDF-1.4", "글".encode()])
def test_add_photo_of_what_is_no_picture(content):
    with pytest.raises(UnidentifiedImageError):
        add_photo(content)
    assert Photo.objects.count() == 0


def test_add_photo_asks_for_renditions_once_it_is_committed(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        photo = add_photo(jpeg())
        assert DBTaskResult.objects.count() == 0
    assert DBTaskResult.objects.get().args_kwargs["args"] == [photo.pk]


@pytest.mark.parametrize(
    ("width", "height", "widths"),
    [
        (2000, 1000, [480, 960, 1600]),
        (1600, 900, [480, 960, 1600]),
        (1000, 700, [480, 960, 1000]),
        (480, 700, [480]),
        (40, 30, [40]),
        (1, 900, [1]),
        (900, 1, [480, 900]),
    ],
)
def test_make_renditions_of_the_widths_that_fit(width, height, widths):
    photo = add_photo(jpeg(width, height))
    make_renditions.call(photo.pk)
    photo.refresh_from_db()
    assert photo.rendition_widths == widths
    for one in widths:
        for suffix in ("avif", "webp"):
            with photo.file.storage.open(photo.rendition_name(one, suffix)) as file, Image.open(file) as image:
                assert (image.format, image.size) == (suffix.upper(), (one, max(1, round(height * one / width))))


def test_make_renditions_twice_comes_to_the_same():
    photo = add_photo(picture(make_halves((600, 400)), "PNG"))
    folder, _, _ = photo.file.name.rpartition("/")
    contents = []
    for _ in range(2):
        make_renditions.call(photo.pk)
        names = sorted(photo.file.storage.listdir(folder)[1])
        contents.append({name: Path(photo.file.storage.path(f"{folder}/{name}")).read_bytes() for name in names})
    assert list(contents[0]) == ["480.avif", "480.webp", "600.avif", "600.webp", "original.jpg"]
    assert contents[0] == contents[1]
