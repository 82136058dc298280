"""The inbox of the supervisor: connections that nobody has judged, newest first."""

from flask import Blueprint, Response

from graph.records import KINDS
from web import fields
from web.answer import answer
from web.current import store

bp = Blueprint("inbox", __name__, url_prefix="/inbox")

PAGE = 20
STATES = ("waiting", "reviewed")


@bp.get("")
def show() -> Response:
    state = fields.one("state", STATES, "waiting")
    kind = fields.one("kind", KINDS)
    leads = fields.switch("leads")
    items, following = store().inbox(
        state="reviewed" if state == "reviewed" else "waiting",
        kind=kind,
        leads=leads,
        limit=PAGE,
        before=fields.words_of("before") or None,
    )
    return answer(items=items, next=following, state=state, kind=kind, leads=leads)
