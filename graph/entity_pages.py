"""What the page of an entity shows: itself, its appearances, sentences and routes."""

from collections.abc import Mapping
from typing import LiteralString

from graph.cards import entity_card, report_card
from graph.database import Row, Transaction, row, rows
from graph.errors import Missing, Moved
from graph.quoting import Said, pairs, quotes, sentence_at
from graph.views import Appearance, Entity, Quote
from graph.why import contradicted, reasons

_ENTITY: LiteralString = "MATCH (e:Entity {id: $id}) RETURN e {.*} AS entity"
_NOW: LiteralString = """
CALL () {
  MATCH (a:Appearance {anchor: $id})-[:OF]->(e:Entity)
  RETURN e.id AS now, a.apart IS NOT NULL AS apart ORDER BY apart LIMIT 1
  UNION ALL
  MATCH (:Appearance {own: $id})-[:OF]->(e:Entity)
  RETURN e.id AS now, false AS apart LIMIT 1
}
RETURN now ORDER BY apart LIMIT 1
"""
_APPEARANCES: LiteralString = """
MATCH (:Entity {id: $id})<-[:OF]-(a:Appearance)-[:IN]->(r:Report)
WITH a, r ORDER BY r.seen DESC, r.id, a.spans[0], a.id SKIP $offset LIMIT $limit
RETURN a {.*} AS appearance,
       r {.id, .title, .path, .language, .media_type, .size, .date, .received, .source,
          .reliability, .credibility, .handling, .classes, .entities} AS report
"""
_MENTIONED_IN: LiteralString = """
MATCH (:Entity {id: $id})<-[:OF]-(a:Appearance)-[:IN]->(r:Report)
WITH r, collect(a.spans) AS spans
ORDER BY r.seen DESC, r.id LIMIT $limit
RETURN r.id AS report, r.sentences AS sentences, spans
"""


def entity_page(tx: Transaction, id: str, appearances: int, offset: int) -> Entity:
    """Read an entity with some of its appearances, newest report first."""
    entity = existing(tx, id)
    shown = rows(tx, _APPEARANCES, id=id, limit=appearances, offset=offset)
    return Entity(
        card=entity_card(entity),
        aliases=tuple(entity["aliases"]),
        attributes=_attributes(entity),
        contradictions=contradicted(entity["contradictions"]),
        reasons=reasons(entity["reasons"]),
        appearances=tuple(appearance(one["appearance"], one["report"]) for one in shown),
        appearance_count=entity["appearances"],
    )


def existing(tx: Transaction, id: str) -> Row:
    """Read an entity's properties; raises Moved for an old address of it, else Missing."""
    found = row(tx, _ENTITY, id=id)
    if found is not None:
        entity: Row = found["entity"]
        return entity
    moved = row(tx, _NOW, id=id)
    raise Missing(id) if moved is None else Moved(id, moved["now"])


def appearance(found: Row, report: Row) -> Appearance:
    """Read an entity as one report describes it."""
    attributes = zip(found["attribute_names"], found["attribute_values"], strict=True)
    spans = pairs(found["spans"])
    mentioned = zip(spans, found["mentioned"], strict=True)
    return Appearance(
        id=found["id"],
        report=report_card(report),
        type=found["type"],
        name=found["name"],
        aliases=tuple(found["aliases"]),
        role=found.get("role"),
        sub_role=found.get("sub_role"),
        attributes=dict(attributes),
        mentions=tuple((start, end, text) for (start, end), text in mentioned),
    )


def _attributes(entity: Row) -> Mapping[str, tuple[str, ...]]:
    values: dict[str, list[str]] = {}
    for attribute in entity["attributes"]:
        name, _, value = attribute.partition("=")
        values.setdefault(name, []).append(value)
    return {name: tuple(sorted(each)) for name, each in sorted(values.items())}


def entity_sentences(tx: Transaction, id: str, limit: int, offset: int) -> tuple[Quote, ...]:
    """Quote the sentences that mention an entity, newest report first."""
    existing(tx, id)
    # every report that mentions it has one sentence of it at least
    found = rows(tx, _MENTIONED_IN, id=id, limit=limit + offset)
    said = [one for report in found for one in _said_in(report)]
    return quotes(tx, said[offset : offset + limit])


def _said_in(found: Row) -> list[Said]:
    sentences = pairs(found["sentences"])
    places = {
        sentence_at(sentences, start, end)
        for spans in found["spans"]
        for start, end in pairs(spans)
    }
    return [Said(found["report"], start, end) for start, end in sorted(places)]
