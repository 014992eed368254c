"""What browsers are told that they may do with our pages."""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

from django.http import HttpRequest, HttpResponse


def policy(**directives: str) -> str:
    return "; ".join(f"{name.replace('_', '-')} {sources}" for name, sources in directives.items())


PUBLIC = {
    "default_src": "'none'",
    "script_src": "'self'",
    "style_src": "'self'",
    "img_src": "'self' data:",
    "font_src": "'self'",
    # Lighthouse reads robots.txt from inside the page.
    "connect_src": "'self'",
    "form_action": "'self'",
    "base_uri": "'none'",
    "frame_ancestors": "'none'",
}
# CKEditor 4 writes this one script into its frame, with the number that it gave to its own "loaded" function. The
# number is 45 with the plugins of articles/editor.py; when those change, look for it in the browser's console:
# `CKEDITOR.instances.id_body.editable()._.frameLoadedHandler`.
EDITOR_LOADED_HANDLER = 45
EDITOR_SCRIPT = (
    "var wasLoaded=0;function onload(){if(!wasLoaded)window.parent.CKEDITOR && "
    f"window.parent.CKEDITOR.tools.callFunction({EDITOR_LOADED_HANDLER},window);wasLoaded=1;}}"
    'document.addEventListener("DOMContentLoaded", onload, false );'
)


def source_of(script: str) -> str:
    """The source expression that allows one inline script."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


# Unfold's Alpine compiles the attributes of its templates (unsafe-eval); CKEditor's toolbar sets handlers and styles in
# attributes. Staff alone ever see these pages.
ADMIN = PUBLIC | {
    "script_src": f"'self' 'unsafe-eval' {source_of(EDITOR_SCRIPT)}",
    "script_src_attr": "'unsafe-inline'",
    "style_src": "'self' 'unsafe-inline'",
    "img_src": "'self' data: blob:",
    "frame_src": "'self'",
    "frame_ancestors": "'self'",
}
ADMIN_PREFIX = "/admin/"
PUBLIC_POLICY, ADMIN_POLICY = policy(**PUBLIC), policy(**ADMIN)
# A page that lets pages of ours frame it says so in the older header, as Django does; the policy follows.
FRAMED_POLICY = policy(**PUBLIC | {"frame_ancestors": "'self'"})

HEADERS = {
    "Permissions-Policy": "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), "
    "fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
    "browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def _policy_for(request: HttpRequest, response: HttpResponse) -> str:
    if request.path_info.startswith(ADMIN_PREFIX):
        return ADMIN_POLICY
    return FRAMED_POLICY if response.headers.get("X-Frame-Options") == "SAMEORIGIN" else PUBLIC_POLICY


class SecurityHeadersMiddleware:
    """Adds the headers that a response does not carry yet: a view that needs another policy sets its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", _policy_for(request, response))
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
