"""The page of a connection: its sentences, its verdicts, and a new verdict."""

from datetime import UTC, datetime

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as Redirect

from graph.errors import Missing
from graph.evidence import connection_id as connection_id_of
from graph.records import LEAD, Review, Verdict
from graph.views import Connection, InboxItem
from web import fields
from web.answer import answer
from web.current import reviewer, store
from web.errors import BadInput
from web.glance import forget
from web.words import VERDICTS

bp = Blueprint("connections", __name__, url_prefix="/connections")

QUOTES = 20
FARTHEST = 1_000_000
OTHER_FORM = {LEAD: "ASSOCIATE", "ASSOCIATE": LEAD}

FRAGMENTS = {"item": "connections/_item.html", "panel": "connections/_panel.html"}


@bp.get("/<connection_id>")
def show(connection_id: str) -> Response:
    offset = fields.whole("offset", 0, most=FARTHEST)
    return answer(
        connection=store().connection(connection_id),
        quotes=store().quotes(connection_id, limit=QUOTES, offset=offset),
        history=store().history(connection_id),
        offset=offset,
        step=QUOTES,
    )


@bp.get("/<connection_id>/quotes")
def quotes(connection_id: str) -> str:
    """Give the sentences of a connection, for a place inside another page."""
    offset = fields.whole("offset", 0, most=FARTHEST)
    return render_template(
        "connections/_quotes.html",
        connection=store().connection(connection_id),
        quotes=store().quotes(connection_id, limit=QUOTES, offset=offset),
        next_offset=offset + QUOTES,
        step=QUOTES,
    )


@bp.get("/<connection_id>/panel")
def panel(connection_id: str) -> str:
    """Give the details that the network page shows beside the picture."""
    return render_template("connections/_panel.html", item=item_of(connection_id))


@bp.post("/<connection_id>/reviews")
def review(connection_id: str) -> Response | Redirect:
    """Append a verdict on all the claims of a connection."""
    verdict = fields.one("verdict", VERDICTS)
    reason = fields.words_of("reason", longest=2000)
    if verdict is None:
        raise BadInput("verdict", "", ", ".join(VERDICTS))
    if verdict == "rejected" and not reason:
        raise BadInput("reason", "", gettext("a few words on why this is rejected"))
    before = store().connection(connection_id)
    judge(connection_id, VERDICT_OF[verdict], reason)
    now = found_again(before)
    fragment = FRAGMENTS.get(request.form.get("fragment", ""))
    if fragment is None:
        return redirect(url_for("connections.show", connection_id=now), code=303)
    item = item_of(now)
    response = make_response(render_template(fragment, item=item))
    response.headers["HX-Trigger"] = app_event(item.connection)
    return response


VERDICT_OF: dict[str, Verdict] = {
    "confirmed": "confirmed",
    "rejected": "rejected",
    "unsure": "unsure",
}


def judge(connection_id: str, verdict: Verdict, reason: str) -> None:
    """Append the verdict, in the name of who is asking, to every claim of the connection."""
    store().review(
        Review(
            targets=store().claims(connection_id),
            verdict=verdict,
            reviewer=reviewer(),
            time=datetime.now(UTC),
            reason=reason,
        )
    )
    forget()


def found_again(before: Connection) -> str:
    """Find the id of a connection after a verdict: a lead that is confirmed becomes an associate.

    Taken back, the associate becomes a lead again; everything else keeps its id.
    """
    try:
        return store().connection(before.id).id
    except Missing:
        if before.kind not in OTHER_FORM:
            raise
    return connection_id_of(OTHER_FORM[before.kind], before.source.id, before.target.id)


def item_of(connection_id: str) -> InboxItem:
    """Gather what the inbox shows of a connection, with the latest verdict on it."""
    latest = max(store().history(connection_id), key=lambda one: one.time, default=None)
    return InboxItem(
        connection=store().connection(connection_id),
        quotes=store().quotes(connection_id, limit=QUOTES),
        verdict=latest.verdict if latest else None,
        reviewer=latest.reviewer if latest else None,
        reviewed=latest.time if latest else None,
        reason=latest.reason if latest else None,
    )


def app_event(connection: Connection) -> str:
    """Tell the page, by an htmx event, what a connection has become."""
    return f'{{"reviewed": {{"id": "{connection.id}", "status": "{connection.status}"}}}}'
