"""Serves what was uploaded. A file here is data: whatever it claims to be, no browser may run it as a page of ours."""

import posixpath
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils._os import safe_join
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

SHOWN_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".pdf": "application/pdf",
}
HEADERS = {
    # A new picture gets a new name, so what a name holds never changes.
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    # Feed readers in a browser show our pictures on their own pages.
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    file = find_file(path)
    if file is None:
        raise Http404
    found = file.stat()
    modified = int(found.st_mtime)
    etag = quote_etag(f"{found.st_mtime_ns:x}-{found.st_size:x}")
    response = get_conditional_response(request, etag=etag, last_modified=modified) or _response(request, file)
    for name, value in (HEADERS | {"ETag": etag, "Last-Modified": http_date(modified)}).items():
        response[name] = value
    return response


def find_file(path: str) -> Path | None:
    """The file under MEDIA_ROOT, if the path is plain: no dots to climb by, hidden names, or links that lead out."""
    if not path.isprintable() or "\\" in path or posixpath.normpath(path) != path:
        return None
    if any(part.startswith(".") for part in path.split("/")):
        return None
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path)).resolve()
        is_inside = file.is_relative_to(Path(settings.MEDIA_ROOT).resolve())
        return file if is_inside and file.is_file() else None
    except (SuspiciousFileOperation, OSError, ValueError):
        return None


def _response(request: HttpRequest, file: Path) -> FileResponse:
    content_type = SHOWN_TYPES.get(file.suffix.lower())
    # Pictures are compressed already: GZipMiddleware would spend time on them and lose their Content-Length.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    return FileResponse(
        file.open("rb"),
        as_attachment=content_type is None,
        content_type=content_type or "application/octet-stream",
    )
