"""What every answer says about itself, and which requests are answered at all."""

from flask import Flask, Response, request

from web.current import config
from web.errors import ForeignHost

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
ORIGINAL_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""For originals: whatever a report brings, it runs nothing and loads nothing."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), payment=()",
}
ASSET_ENDPOINTS = frozenset({"static", "assets.packaged"})


def protect(app: Flask) -> None:
    """Put the checks before and the headers after every request of ``app``."""
    app.before_request(check_host)
    app.after_request(add_headers)


def check_host() -> None:
    """Refuse names that are not ours, so that a foreign name bound to this address gets nothing.

    A page elsewhere can make a browser send it requests under a name of its own that leads to
    this machine (DNS rebinding); under our names it can't.
    """
    # The header itself, not request.host: an unfit header must not fail before it is refused.
    host = request.headers.get("Host", "")
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    if name.lower() not in config().hosts:
        raise ForeignHost(host)


def add_headers(response: Response) -> Response:
    """Add the headers, leaving alone what the view has set more strictly."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint not in ASSET_ENDPOINTS:
        response.headers["Cache-Control"] = "no-store"
    return response
