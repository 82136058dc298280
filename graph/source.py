"""The source layer: a filing as rows for Cypher, and the statements that write them.

Rows are written once and never changed; ``entity``, ``connection`` and ``verdict`` are what the
derived layer adds to them and what a rebuild computes again.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, LiteralString

from graph.batches import batches
from graph.database import Row, Transaction, write_rows
from graph.records import Appearance, Claim, Lead, Report, Route

_REPORTS: LiteralString = """
UNWIND $rows AS row
CREATE (r:Report {
  id: row.id, original: row.original, path: row.path, title: row.title, text: row.text,
  wide: row.wide, language: row.language, media_type: row.media_type, size: row.size,
  received: row.received, date: row.date, seen: row.seen, source: row.source,
  reliability: row.reliability, credibility: row.credibility, handling: row.handling,
  parent: row.parent, classes: row.classes, class_names: row.class_names,
  class_spans: row.class_spans, pages: row.pages, sentences: row.sentences,
  entities: row.entities})
"""
_APPEARANCES: LiteralString = """
UNWIND $rows AS row
MATCH (r:Report {id: row.report})
CREATE (a:Appearance {
  id: row.id, type: row.type, name: row.name, aliases: row.aliases, role: row.role,
  sub_role: row.sub_role, spans: row.spans, mentioned: row.mentioned,
  attribute_names: row.attribute_names, attribute_values: row.attribute_values,
  facts: row.facts, clues: row.clues, since: row.since, anchor: row.anchor,
  handed: row.handed})
CREATE (a)-[:IN]->(r)
"""
_CLAIMS: LiteralString = """
UNWIND $rows AS row
MATCH (r:Report {id: row.report})
MATCH (s:Appearance {id: row.subject})
MATCH (o:Appearance {id: row.object})
CREATE (c:Claim {
  id: row.id, kind: row.kind, start: row.start, end: row.end, confidence: row.confidence,
  why: row.why, negated: row.negated, hearsay: row.hearsay, date: row.date, amount: row.amount,
  connection: row.connection})
CREATE (c)-[:IN]->(r)
CREATE (c)-[:SUBJECT]->(s)
CREATE (c)-[:OBJECT]->(o)
"""
_LEADS: LiteralString = """
UNWIND $rows AS row
MATCH (a:Appearance {id: row.first})
MATCH (b:Appearance {id: row.second})
CREATE (a)-[:NEAR {id: row.id, start: row.start, end: row.end, connection: row.connection}]->(b)
"""
_ROUTES: LiteralString = """
UNWIND $rows AS row
MATCH (r:Report {id: row.report})
CREATE (t:Route {
  id: row.id, start: row.start, end: row.end, confidence: row.confidence, why: row.why,
  mode: row.mode, date: row.date, negated: row.negated, planned: row.planned})
CREATE (t)-[:IN]->(r)
"""
_STOPS: LiteralString = """
UNWIND $rows AS row
MATCH (t:Route {id: row.route})
MATCH (a:Appearance {id: row.appearance})
CREATE (t)-[:STOP {n: row.n}]->(a)
"""
_MOVERS: LiteralString = """
UNWIND $rows AS row
MATCH (t:Route {id: row.route})
MATCH (a:Appearance {id: row.appearance})
CREATE (t)-[:MOVER {n: row.n}]->(a)
"""
_MOVED: LiteralString = """
UNWIND $rows AS row
MATCH (t:Route {id: row.route})
MATCH (a:Appearance {id: row.appearance})
CREATE (t)-[:MOVED {n: row.n}]->(a)
"""


def in_utc(moment: datetime) -> datetime:
    """Put a moment into UTC; one without a zone is taken for UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def seen_on(report: Report) -> date:
    """Say which day a report speaks of: its date, or when it was received."""
    return report.date or report.received.date()


def report_row(report: Report, entities: int) -> dict[str, Any]:
    """Write a report as properties; nested values become flat lists."""
    return {
        "id": report.id,
        "original": report.original,
        "path": report.path,
        "title": report.title,
        "text": report.text,
        # Cypher counts UTF-16 units: only a text without wide characters is cut on the server
        "wide": any(letter > "\uffff" for letter in report.text),
        "language": report.language,
        "media_type": report.media_type,
        "size": report.size,
        "received": in_utc(report.received),
        "date": report.date,
        "seen": seen_on(report),
        "source": report.source,
        "reliability": report.reliability,
        "credibility": report.credibility,
        "handling": report.handling,
        "parent": report.parent,
        "classes": list(report.classes),
        "class_names": [name for name, _, _ in report.class_phrases],
        "class_spans": [n for _, start, end in report.class_phrases for n in (start, end)],
        "pages": list(report.pages),
        "sentences": [offset for sentence in report.sentences for offset in sentence],
        "entities": entities,
    }


def appearance_row(
    appearance: Appearance, anchor: str | None, since: str, clues: Sequence[str] = ()
) -> dict[str, Any]:
    """Write an appearance as properties, with the anchor it has before anyone judges.

    ``since`` is when the report was received, as text that sorts; ``clues`` are what the whole
    report says of a person beside the facts (``graph.clues``).
    """
    return {
        "id": appearance.id,
        "report": appearance.report,
        "type": appearance.type,
        "name": appearance.name,
        "aliases": list(appearance.aliases),
        "role": appearance.role,
        "sub_role": appearance.sub_role,
        "spans": [n for start, end, _ in appearance.mentions for n in (start, end)],
        "mentioned": [text for _, _, text in appearance.mentions],
        "attribute_names": [name for name, _ in appearance.attributes],
        "attribute_values": [value for _, value in appearance.attributes],
        "facts": list(appearance.facts),
        "clues": list(clues),
        "since": since,
        "anchor": anchor,
        # filled in when a number of the person has changed hands (graph.handovers)
        "handed": None,
    }


def claim_row(claim: Claim) -> dict[str, Any]:
    """Write a claim as properties and the ids of its two ends."""
    return {
        "id": claim.id,
        "report": claim.report,
        "kind": claim.kind,
        "subject": claim.subject,
        "object": claim.object,
        "start": claim.start,
        "end": claim.end,
        "confidence": claim.confidence,
        "why": claim.why,
        "negated": claim.negated,
        "hearsay": claim.hearsay,
        "date": claim.date,
        "amount": claim.amount,
    }


def lead_row(lead: Lead) -> dict[str, Any]:
    """Write a lead as properties and the ids of its two ends."""
    return {
        "id": lead.id,
        "report": lead.report,
        "first": lead.first,
        "second": lead.second,
        "start": lead.start,
        "end": lead.end,
    }


def route_row(route: Route) -> dict[str, Any]:
    """Write a route as properties, without its stops."""
    return {
        "id": route.id,
        "report": route.report,
        "start": route.start,
        "end": route.end,
        "confidence": route.confidence,
        "why": route.why,
        "mode": route.mode,
        "date": route.date,
        "negated": route.negated,
        "planned": route.planned,
    }


def write_reports(tx: Transaction, rows: Iterable[Row]) -> None:
    """Create reports."""
    write_rows(tx, _REPORTS, batches(rows))


def write_appearances(tx: Transaction, rows: Iterable[Row]) -> None:
    """Create appearances in their reports, of no entity yet."""
    write_rows(tx, _APPEARANCES, batches(rows))


def write_claims(tx: Transaction, rows: Iterable[Row]) -> None:
    """Create claims, each with the id of its connection."""
    write_rows(tx, _CLAIMS, batches(rows))


def write_leads(tx: Transaction, rows: Iterable[Row]) -> None:
    """Create leads, each with the id of its connection."""
    write_rows(tx, _LEADS, batches(rows))


def write_routes(tx: Transaction, routes: Iterable[Route]) -> None:
    """Create routes with their stops in order, movers and moved."""
    routes = list(routes)
    write_rows(tx, _ROUTES, batches(route_row(route) for route in routes))
    write_rows(tx, _STOPS, batches(_ordered((route.id, route.stops) for route in routes)))
    write_rows(tx, _MOVERS, batches(_ordered((route.id, route.movers) for route in routes)))
    write_rows(tx, _MOVED, batches(_ordered((route.id, route.moved) for route in routes)))


def _ordered(routes: Iterable[tuple[str, tuple[str, ...]]]) -> Iterable[Row]:
    for route, appearances in routes:
        for n, appearance in enumerate(appearances):
            yield {"route": route, "n": n, "appearance": appearance}
