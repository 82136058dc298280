"""The network of an entity: a picture, its filters, and the same as a table."""

from flask import Blueprint, Response, jsonify

from graph.records import KINDS
from graph.views import Network
from web import fields
from web.answer import answer, wants_json
from web.current import store
from web.errors import BadInput
from web.picture import data_of, html_of, picture
from web.serialise import as_json

bp = Blueprint("networks", __name__)

LEGIBLE = 100
LARGEST = 2000
"""Entities shown at first, and at most: the rest is told as a number, by entity."""

DEEPEST = 3
MOST_EXPANDED = 60


@bp.get("/entities/<entity_id>/network")
def show(entity_id: str) -> Response:
    """Show the network round an entity and those expanded from it (``with``, by id)."""
    entity = store().entity(entity_id, appearances=1)
    expanded = expanded_ids()
    kinds = fields.several("kind", KINDS)
    leads = fields.switch("leads")
    since, until = fields.day_of("since"), fields.day_of("until")
    depth = max(1, fields.whole("depth", 1, most=DEEPEST))
    limit = fields.whole("limit", LEGIBLE, most=LARGEST) or LEGIBLE
    network = store().network(
        (entity.card.id, *expanded),
        depth=depth,
        kinds=kinds or None,
        leads=leads,
        limit=limit,
        since=since,
        until=until,
    )
    drawn = picture(network)
    if wants_json():
        response = jsonify(network=as_json(network), picture=data_of(drawn))
        response.vary.add("Accept")
        return response
    return answer(
        entity=entity,
        network=network,
        picture=html_of(drawn),
        kinds=kinds,
        leads=leads,
        since=since,
        until=until,
        depth=depth,
        expanded=expanded,
        types=types_in(network),
        more=sum(network.hidden.get(center, 0) for center in network.center),
        next_limit=min(limit * 3, LARGEST) if limit < LARGEST else None,
    )


def expanded_ids() -> tuple[str, ...]:
    """Read which further entities the reader has expanded."""
    text = fields.words_of("with", longest=25 * MOST_EXPANDED)
    ids = tuple(dict.fromkeys(part for part in text.split(",") if part))
    if len(ids) > MOST_EXPANDED:
        raise BadInput("with", f"{len(ids)} ids", f"at most {MOST_EXPANDED}")
    return ids


def types_in(network: Network) -> dict[str, int]:
    """Count the entities shown by type, for the legend."""
    counts: dict[str, int] = {}
    for entity in network.entities:
        counts[entity.type] = counts.get(entity.type, 0) + 1
    return counts
