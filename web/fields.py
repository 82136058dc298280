"""Fields of requests, each checked where it comes in."""

from collections.abc import Collection
from datetime import date

from flask import request
from flask_babel import gettext

from web.errors import BadInput

LONGEST_QUERY = 500


def day_of(name: str) -> date | None:
    """Read a field that holds a date, or nothing."""
    text = request.values.get(name, "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(name, text, gettext("a date such as 2024-03-31")) from error


def whole(name: str, default: int, *, most: int) -> int:
    """Read a field that holds a whole number from 0 to ``most``."""
    text = request.values.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and int(text[:12]) <= most):
        raise BadInput(name, text, gettext("a whole number from 0 to %(most)d", most=most))
    return int(text)


def switch(name: str) -> bool:
    """Read a field that is on or off."""
    return request.values.get(name, "") in {"1", "on", "yes", "true"}


def several(name: str, allowed: Collection[str]) -> tuple[str, ...]:
    """Read a field that may stand several times, each time one of ``allowed``."""
    values = tuple(value for value in request.values.getlist(name) if value)
    for value in values:
        if value not in allowed:
            raise BadInput(name, value, _one_of(allowed))
    return values


def one(name: str, allowed: Collection[str], default: str | None = None) -> str | None:
    """Read a field that is one of ``allowed``, or not there."""
    value = request.values.get(name, "").strip()
    if not value:
        return default
    if value not in allowed:
        raise BadInput(name, value, _one_of(allowed))
    return value


def words_of(name: str, *, longest: int = LONGEST_QUERY) -> str:
    """Read a field of free text, without blanks around it."""
    text = request.values.get(name, "").strip()
    if len(text) > longest:
        raise BadInput(name, text[:40] + "…", gettext("at most %(most)d characters", most=longest))
    return text


def _one_of(allowed: Collection[str]) -> str:
    return str(gettext("one of %(allowed)s", allowed=", ".join(sorted(allowed))))
