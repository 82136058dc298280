"""What a reader sets for this browser: the name on reviews, the language, the theme."""

from flask import Blueprint, redirect, request, session
from werkzeug.wrappers import Response

from web import fields
from web.current import LANGUAGES, THEMES
from web.links import local_path

bp = Blueprint("account", __name__, url_prefix="/account")

LONGEST_NAME = 80


@bp.post("/name")
def name() -> Response:
    return _keep("reviewer", " ".join(fields.words_of("reviewer", longest=LONGEST_NAME).split()))


@bp.post("/language")
def language() -> Response:
    return _keep("language", fields.one("language", LANGUAGES))


@bp.post("/theme")
def theme() -> Response:
    return _keep("theme", fields.one("theme", THEMES))


def _keep(field: str, value: str | None) -> Response:
    """Keep a choice in the signed cookie of this browser and go back."""
    session.permanent = True
    if value:
        session[field] = value
    else:
        session.pop(field, None)
    return redirect(local_path(request.form.get("next")), code=303)
