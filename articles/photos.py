"""Pictures: what is kept of an upload, and the renditions that readers are sent."""

import io

from django.core.files.base import ContentFile
from django.db import transaction
from django_tasks import task
from PIL import Image, ImageCms, ImageOps

from articles.models import Photo
from articles.models.photo import RENDITION_WIDTHS

FORMATS = {"avif": {"quality": 60, "speed": 8}, "webp": {"quality": 78, "method": 4}}


def add_photo(content, **fields):
    """A Photo from the bytes of a picture: upright, sRGB, without metadata, its renditions asked for. Fields as of Photo.

    Raises PIL.UnidentifiedImageError for what is no picture.
    """
    with Image.open(io.BytesIO(content)) as opened:
        image = _plain(opened)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=88, progressive=True)
    photo = Photo(width=image.width, height=image.height, **fields)
    photo.file.save("original.jpg", ContentFile(buffer.getvalue()), save=False)
    with transaction.atomic():
        photo.save()
        transaction.on_commit(lambda: make_renditions.enqueue(photo.pk))
    return photo


def _plain(image):
    """A copy turned upright, in sRGB, without transparency and without anything but pixels."""
    image = ImageOps.exif_transpose(image)
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        # On white: what a transparent pixel holds by itself is usually black.
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    elif image.mode == "P":
        image = image.convert("RGB")
    if profile:
        image = _in_srgb(image, profile)
    image = image.convert("RGB")
    image.info.clear()
    return image


def _in_srgb(image, profile):
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (OSError, ImageCms.PyCMSError):
        return image  # The profile is damaged, or not of this kind of picture: shown as browsers show it, without.


@task
def make_renditions(photo_id):
    """Write the widths that fit in each format. May run twice: it writes the same files again."""
    photo = Photo.objects.get(pk=photo_id)
    storage = photo.file.storage
    widths = sorted(
        {width for width in RENDITION_WIDTHS if width < photo.width} | {min(photo.width, RENDITION_WIDTHS[-1])}
    )
    with photo.file.open() as file, Image.open(file) as original:
        for width in widths:
            height = max(1, round(photo.height * width / photo.width))
            resized = original.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)
            for suffix, options in FORMATS.items():
                buffer = io.BytesIO()
                resized.save(buffer, suffix.upper(), **options)
                name = photo.rendition_name(width, suffix)
                storage.delete(name)
                storage.save(name, ContentFile(buffer.getvalue()))
    Photo.objects.filter(pk=photo_id).update(rendition_widths=widths)
