"""The page of an entity: who or what it is, how it is connected, and which sentences say so."""

from flask import Blueprint, Response, render_template

from web import fields
from web.answer import answer
from web.current import store

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
        offset=offset,
        step=APPEARANCES,
    )


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
