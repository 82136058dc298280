"""The start page: what there is, what is new, what waits."""

from flask import Blueprint, Response

from web.answer import answer
from web.current import store

bp = Blueprint("start", __name__)

NEWEST = 10
WAITING = 5


@bp.get("/")
def show() -> Response:
    counts = store().counts()
    reports, _ = store().reports(limit=NEWEST)
    waiting, _ = store().inbox(limit=WAITING)
    return answer(counts=counts, reports=reports, waiting=waiting)
