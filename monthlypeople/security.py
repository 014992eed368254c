"""What browsers are told that they may do with our pages."""

from collections.abc import Callable

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
# Unfold's Alpine compiles the attributes of its templates (unsafe-eval), its templates set handlers and styles in
# attributes, and CKEditor 4 writes one inline script of its own, known by its hash. Staff alone ever see these pages.
ADMIN = PUBLIC | {
    "script_src": "'self' 'unsafe-eval' 'sha256-J3XAzTxARpb7ZXWrEVUwI5UQRVRltm6TklXCWD1MWNw='",
    "script_src_attr": "'unsafe-inline'",
    "style_src": "'self' 'unsafe-inline'",
    "img_src": "'self' data: blob:",
    "frame_src": "'self'",
    "frame_ancestors": "'self'",
}
ADMIN_PREFIX = "/admin/"
PUBLIC_POLICY, ADMIN_POLICY = policy(**PUBLIC), policy(**ADMIN)

HEADERS = {
    "Permissions-Policy": "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), "
    "fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
    "browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class SecurityHeadersMiddleware:
    """Adds the headers that a response does not carry yet: a view that needs another policy sets its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_admin = request.path_info.startswith(ADMIN_PREFIX)
        response.headers.setdefault("Content-Security-Policy", ADMIN_POLICY if is_admin else PUBLIC_POLICY)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
