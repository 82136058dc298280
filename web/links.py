"""Addresses that pages make of their own state."""

from typing import Any
from urllib.parse import urlencode

from flask import request, url_for

from graph.views import Quote


def here(**changes: Any) -> str:
    """Give the address of this page with some of its query changed; None takes a part out."""
    query: list[tuple[str, str]] = []
    for name in request.args:
        if name not in changes:
            query.extend((name, value) for value in request.args.getlist(name) if value)
    for name, value in changes.items():
        if value is None or value is False:
            continue
        values = value if isinstance(value, list | tuple) else [value]
        query.extend((name, str(part)) for part in values)
    return f"{request.path}?{urlencode(query)}" if query else request.path


def page_url() -> str:
    """Give the path of this page with its query, as a form hands it back."""
    return request.full_path.rstrip("?")


def report_place(quote: Quote, follow: str | None = None) -> str:
    """Give the address of a sentence in its report, following the mentions of one entity."""
    return url_for(
        "reports.show",
        report_id=quote.report.id,
        start=quote.start,
        end=quote.end,
        follow=follow,
        _anchor=f"s-{quote.start}",
    )


def local_path(address: str | None) -> str:
    """Keep an address that stays on this server; anything else becomes the start page."""
    if address and address.startswith("/") and not address.startswith(("//", "/\\")):
        return address
    return "/"
