"""The search page and the suggestions under the search box."""

from flask import Blueprint, Response, jsonify

from web import fields
from web.answer import answer
from web.current import store
from web.figures import shown
from web.serialise import as_json
from web.words import ENTITY_KINDS

bp = Blueprint("search", __name__, url_prefix="/search")

PAGE = 30
LAST_OFFSET = 3000
SUGGESTIONS = 8


@bp.get("")
def show() -> Response:
    query = fields.words_of("q")
    types = fields.several("type", (*ENTITY_KINDS, "Report"))
    place = fields.words_of("place") or None
    since, until = fields.day_of("since"), fields.day_of("until")
    offset = fields.whole("offset", 0, most=LAST_OFFSET)
    page = None
    if query:
        page = store().search(
            query,
            types=types,
            place=place,
            since=since,
            until=until,
            limit=PAGE,
            offset=offset,
        )
    return answer(
        query=query,
        types=types,
        place=place,
        since=since,
        until=until,
        offset=offset,
        step=PAGE,
        page=page,
    )


@bp.get("/suggestions")
def suggestions() -> Response:
    query = fields.words_of("q")
    hits = store().suggest(query, limit=SUGGESTIONS) if query else ()
    listed = [
        {**as_json(hit.entity), "shown": shown(hit.entity.type, hit.entity.name)}
        for hit in hits
        if hit.entity
    ]
    return jsonify(query=query, entities=listed)
