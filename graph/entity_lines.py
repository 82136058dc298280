"""Entities in full, page by page, for the command line: every appearance, why, and whom to ask."""

from collections.abc import Iterator
from typing import Any, LiteralString

from graph.database import Database, Row, Transaction, rows
from graph.proposals import COMPARED, proposals
from graph.why import reasons

_PAGE = 200

_ENTITIES: LiteralString = """
MATCH (e:Entity)
WHERE e.id > $after AND ($type IS NULL OR e.type = $type)
WITH e ORDER BY e.id LIMIT $limit
CALL (e) {
  MATCH (e)<-[:OF]-(a:Appearance)-[:IN]->(r:Report)
  WITH a, r ORDER BY r.seen, r.path, a.spans[0], a.id
  RETURN collect({report: r.path, name: a.name, aliases: a.aliases, role: a.role}) AS appearances
}
RETURN e {.id, .type, .name, .names, .reasons} AS entity, appearances
"""


def entity_lines(database: Database, type: str | None) -> Iterator[dict[str, Any]]:
    """Read every entity, or those of one type, in the order of their ids."""
    after = ""
    while True:
        page, after = database.read(_page, type, after)
        yield from page
        if len(page) < _PAGE:
            return


def _page(tx: Transaction, type: str | None, after: str) -> tuple[list[dict[str, Any]], str]:
    found = rows(tx, _ENTITIES, type=type, after=after, limit=_PAGE)
    compared = [row["entity"]["id"] for row in found if row["entity"]["type"] in COMPARED]
    asked = proposals(tx, compared)
    lines = [_line(row, [one.right for one in asked.get(row["entity"]["id"], ())]) for row in found]
    return lines, lines[-1]["id"] if lines else after


def _line(row: Row, proposed: list[str]) -> dict[str, Any]:
    entity = row["entity"]
    return {
        "id": entity["id"],
        "type": entity["type"],
        "name": entity["name"],
        "names": entity["names"],
        "appearances": row["appearances"],
        "reasons": [why.text for why in reasons(entity["reasons"])],
        "proposed": proposed,
    }
