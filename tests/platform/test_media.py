import os
from pathlib import Path

import pytest
from django.conf import settings

from monthlypeople.media import find_file

# The end of an answer looks after the connections of the thread, and a page of 404 has the menu on it.
pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    return store("photos/2026/바다 한 장.jpg", b"\xff\xd8 a picture")


def store(name, content=b"content"):
    file = Path(settings.MEDIA_ROOT, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def test_picture_is_kept_by_browsers_and_runs_nothing(client, photo):
    response = client.get("/media/photos/2026/바다 한 장.jpg", headers={"accept-encoding": "gzip, br"})

    assert response.getvalue() == b"\xff\xd8 a picture"
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["Content-Length"] == "12"
    assert "Content-Encoding" not in response.headers
    assert response.headers["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("name", ["page.html", "picture.svg", "script.js", "letter.hwp", "nothing", "photo.jpg.html"])
def test_other_file_is_saved_and_never_shown(client, name):
    store(name)

    response = client.get(f"/media/{name}")

    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")
    response.close()


def test_capital_extension_is_a_picture_too(client):
    store("photo.JPG")

    response = client.get("/media/photo.JPG")

    assert response.headers["Content-Type"] == "image/jpeg"
    response.close()


@pytest.mark.parametrize(
    "path",
    [
        "missing.jpg",
        "photos",
        "photos/",
        "photos/2026/../2026/바다 한 장.jpg",
        "../secret.jpg",
        "..%2fsecret.jpg",
        "%2e%2e/secret.jpg",
        "..\\secret.jpg",
        "%00.jpg",
        "photos%00/2026",
        "/etc/passwd",
        "//etc/passwd",
        "./photos/2026/바다 한 장.jpg",
        "photos//2026/바다 한 장.jpg",
        ".hidden.jpg",
        ".git/config",
        "linked.jpg",
        "a" * 300 + ".jpg",
        "a/" * 3000,
        "\ud7ff\u202e.jpg",
    ],
)
def test_odd_path_is_not_found(client, photo, path):
    root = Path(settings.MEDIA_ROOT)
    (root.parent / "secret.jpg").write_bytes(b"secret")
    store(".hidden.jpg")
    if not (root / "linked.jpg").is_symlink():
        (root / "linked.jpg").symlink_to(root.parent / "secret.jpg")

    assert client.get(f"/media/{path}").status_code == 404


def test_path_that_no_client_sends_is_no_file():
    assert find_file("a\0b") is None
    assert find_file("") is None


def test_head_has_the_headers_alone(client, photo):
    response = client.head("/media/photos/2026/바다 한 장.jpg")

    assert response.status_code == 200
    assert response.headers["Content-Length"] == "12"
    assert response.getvalue() == b""


def test_known_picture_is_not_sent_again(client, photo):
    address = "/media/photos/2026/바다 한 장.jpg"
    first = client.get(address)
    first.close()

    by_tag = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    by_time = client.get(address, headers={"if-modified-since": first.headers["Last-Modified"]})
    os.utime(photo, (0, 0))
    changed = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    changed.close()

    assert (by_tag.status_code, by_time.status_code, changed.status_code) == (304, 304, 200)
    assert by_tag.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_media_is_only_read(client, photo, method):
    assert getattr(client, method)("/media/photos/2026/바다 한 장.jpg").status_code == 405
