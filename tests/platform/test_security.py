import pytest
from django.http import HttpResponse

from monthlypeople.security import SecurityHeadersMiddleware

PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def answer(rf, path, **headers):
    return SecurityHeadersMiddleware(lambda request: HttpResponse(headers=headers))(rf.get(path)).headers


@pytest.mark.parametrize("path", ["/", "/articles/1/", "/administration/", "/media/admin/", "/accounts/login/"])
def test_public_page_allows_nothing_inline(rf, path):
    assert answer(rf, path)["Content-Security-Policy"] == PUBLIC_POLICY


def test_admin_alone_may_do_more(rf):
    policy = answer(rf, "/admin/articles/")["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-eval' 'sha256-J3XAzTxARpb7ZXWrEVUwI5UQRVRltm6TklXCWD1MWNw=';" in policy
    assert "script-src 'self' 'unsafe-inline'" not in policy


def test_policy_of_the_view_is_kept(rf):
    kept = answer(rf, "/admin/", **{"Content-Security-Policy": "sandbox"})

    assert kept["Content-Security-Policy"] == "sandbox"


def test_page_uses_no_device_and_no_other_window(rf):
    headers = answer(rf, "/")

    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.django_db
def test_every_answer_carries_the_headers(client):
    for address in ("/healthz", "/no-such-page/", "/admin/login/"):
        headers = client.get(address).headers
        assert headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
