"""Routes as pages show them: stops, movers and moved as entities, with the sentence."""

from collections.abc import Sequence
from typing import LiteralString

from graph.cards import entity_card
from graph.database import Row, Transaction, rows
from graph.quoting import Said, quotes
from graph.views import EntityCard, RouteView

_OF_ENTITY: LiteralString = """
MATCH (:Entity {id: $id})<-[:OF]-(:Appearance)<-[:STOP|MOVER|MOVED]-(t:Route)
WITH DISTINCT t
MATCH (t)-[:IN]->(r:Report)
RETURN t {.*, report: r.id} AS route ORDER BY r.seen DESC, r.id, t.start, t.id LIMIT $limit
"""
_OF_REPORT: LiteralString = """
MATCH (r:Report {id: $id})<-[:IN]-(t:Route)
RETURN t {.*, report: r.id} AS route ORDER BY t.start, t.id LIMIT $limit
"""
_PARTS: LiteralString = """
UNWIND $ids AS id
MATCH (t:Route {id: id})-[p:STOP|MOVER|MOVED]->(:Appearance)-[:OF]->(e:Entity)
RETURN id, type(p) AS part, p.n AS n, e {.*} AS entity ORDER BY id, part, n
"""


def entity_routes(tx: Transaction, id: str, limit: int) -> tuple[RouteView, ...]:
    """Read the routes that an entity is a stop, mover or moved of, newest report first."""
    return _views(tx, [found["route"] for found in rows(tx, _OF_ENTITY, id=id, limit=limit)])


def report_routes(tx: Transaction, id: str, limit: int) -> tuple[RouteView, ...]:
    """Read the routes that a report tells, in the order of its text."""
    return _views(tx, [found["route"] for found in rows(tx, _OF_REPORT, id=id, limit=limit)])


def _views(tx: Transaction, routes: Sequence[Row]) -> tuple[RouteView, ...]:
    if not routes:
        return ()
    parts: dict[tuple[str, str], list[EntityCard]] = {}
    for found in rows(tx, _PARTS, ids=[route["id"] for route in routes]):
        parts.setdefault((found["id"], found["part"]), []).append(entity_card(found["entity"]))
    said = [
        Said(
            route["report"], route["start"], route["end"], route["id"], route["confidence"],
            route["why"], route["negated"],
        )
        for route in routes
    ]  # fmt: skip
    return tuple(
        RouteView(
            id=route["id"],
            stops=tuple(parts.get((route["id"], "STOP"), ())),
            movers=tuple(parts.get((route["id"], "MOVER"), ())),
            moved=tuple(parts.get((route["id"], "MOVED"), ())),
            mode=route.get("mode"),
            date=route.get("date"),
            negated=route["negated"],
            planned=route["planned"],
            quote=quote,
        )
        for route, quote in zip(routes, quotes(tx, said), strict=True)
    )
