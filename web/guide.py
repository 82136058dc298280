"""The help page: keys, signs and words."""

from flask import Blueprint, Response

from web.answer import answer

bp = Blueprint("guide", __name__, url_prefix="/help")

KEYS = ("/", "?", "g s", "g i", "g n", "g u", "j", "k", "c", "r", "u", "z")


@bp.get("")
def show() -> Response:
    return answer(keys=KEYS)
