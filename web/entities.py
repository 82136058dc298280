"""The page of an entity: who or what it is, how it is connected, and which sentences say so."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as Redirect

from graph.handovers import HANDED
from graph.records import Handover
from web import fields
from web.answer import answer
from web.current import store
from web.errors import BadInput
from web.glance import forget
from web.identities import done, signed

bp = Blueprint("entities", __name__, url_prefix="/entities")

APPEARANCES = 50
SENTENCES = 10
FARTHEST = 1_000_000


@bp.get("/<entity_id>")
def show(entity_id: str) -> Response:
    offset = fields.whole("appearances", 0, most=FARTHEST)
    entity = store().entity(entity_id, appearances=APPEARANCES, offset=offset)
    return answer(
        entity=entity,
        connections=store().connections(entity_id),
        routes=store().routes(entity_id),
        sentences=store().sentences(entity_id, limit=SENTENCES),
        proposals=store().proposals(entity_id),
        acts=store().acts(entity_id),
        handovers=store().handovers(entity_id) if entity.card.type in HANDED else None,
        offset=offset,
        step=APPEARANCES,
        done=done(),
    )


@bp.post("/<entity_id>/parts")
def part(entity_id: str) -> Redirect:
    """Take the ticked appearances for another's."""
    ids = store().part(entity_id, request.form.getlist("appearance"), signed())
    forget()
    return redirect(url_for("entities.show", entity_id=entity_id, done=list(ids)), code=303)


@bp.post("/<entity_id>/handovers")
def change_hands(entity_id: str) -> Redirect:
    """Say that a number changed hands on a day, or take that back."""
    day = fields.day_of("day")
    if day is None:
        raise BadInput("day", "", gettext("a date such as 2024-03-31"))
    who = signed()
    withdrawn = fields.switch("withdrawn")
    handover = Handover(day, who.reviewer, who.time, who.reason, withdrawn=withdrawn)
    store().change_hands(entity_id, handover)
    forget()
    there = url_for("entities.show", entity_id=entity_id, _anchor="handovers")
    return redirect(there, code=303)


@bp.get("/<entity_id>/sentences")
def sentences(entity_id: str) -> str:
    """Give further sentences about an entity, for the end of a list."""
    offset = fields.whole("offset", 0, most=FARTHEST)
    return render_template(
        "entities/_sentences.html",
        entity_id=entity_id,
        sentences=store().sentences(entity_id, limit=SENTENCES, offset=offset),
        next_offset=offset + SENTENCES,
        step=SENTENCES,
    )


@bp.get("/<entity_id>/card")
def card(entity_id: str) -> str:
    """Give the details that the network page shows beside the picture."""
    return render_template("entities/_card.html", entity=store().entity(entity_id, appearances=5))
