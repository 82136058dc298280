"""Reports as pages show them: the newest ones in a list, and one in full."""

from datetime import UTC, datetime
from typing import LiteralString

from graph.cards import connection, entity_card, moment, report_card
from graph.database import Row, Transaction, row, rows
from graph.errors import Missing
from graph.quoting import Said, longest, pairs, quotes
from graph.route_pages import report_routes
from graph.views import Connection, Mark, Quote, ReportCard, ReportPage

_NEWEST: LiteralString = """
MATCH (r:Report)
WHERE r.received <= $received AND (r.received < $received OR r.id < $id)
RETURN r {.id, .title, .path, .language, .media_type, .size, .date, .received, .source,
          .reliability, .credibility, .handling, .classes, .entities} AS report
ORDER BY r.received DESC, r.id DESC LIMIT $limit
"""
_REPORT: LiteralString = "MATCH (r:Report {id: $id}) RETURN r {.*} AS report"
_ATTACHED: LiteralString = """
MATCH (r:Report {parent: $id})
RETURN r {.id, .title, .path, .language, .media_type, .size, .date, .received, .source,
          .reliability, .credibility, .handling, .classes, .entities} AS report
ORDER BY r.title, r.id
"""
_MARKS: LiteralString = """
MATCH (:Report {id: $id})<-[:IN]-(a:Appearance)-[:OF]->(e:Entity)
RETURN a.spans AS spans, a.role AS role, a.id AS id, e {.*} AS entity ORDER BY a.id
"""
_CLAIMS: LiteralString = """
MATCH (p:Report {id: $id})<-[:IN]-(c:Claim)
WHERE c.connection IS NOT NULL
MATCH (c)-[:SUBJECT]->(:Appearance)-[:OF]->(s:Entity)
MATCH (c)-[:OBJECT]->(:Appearance)-[:OF]->(o:Entity)
OPTIONAL MATCH (s)-[r {id: c.connection}]-(o)
RETURN c {.*} AS claim, p.received AS received, r {.*} AS joint, startNode(r).id AS first,
       s {.*} AS source, o {.*} AS target
ORDER BY c.start, c.id
"""
_FIRST_PAGE = f"{datetime.max.replace(tzinfo=UTC).isoformat()} "
_ROUTES = 200


def newest_reports(
    tx: Transaction, limit: int, before: str | None
) -> tuple[tuple[ReportCard, ...], str | None]:
    """List reports, last received first; the cursor is where the next page begins."""
    cursor = before or _FIRST_PAGE
    received, _, id = cursor.partition(" ")
    try:
        then = datetime.fromisoformat(received)
    except ValueError:
        raise Missing(cursor, "page of reports") from None
    found = rows(tx, _NEWEST, received=then, id=id, limit=limit + 1)
    cards = tuple(report_card(one["report"]) for one in found[:limit])
    if len(found) <= limit or not cards:
        return cards, None
    return cards, f"{cards[-1].received.isoformat()} {cards[-1].id}"


def report_page(tx: Transaction, id: str) -> ReportPage:
    """Read a report in full, with marks, claims and routes."""
    found = row(tx, _REPORT, id=id)
    if found is None:
        raise Missing(id, "report")
    report = found["report"]
    phrases = zip(report["class_names"], pairs(report["class_spans"]), strict=True)
    return ReportPage(
        card=report_card(report),
        text=report["text"],
        original=report["original"],
        parent=_parent(tx, report.get("parent")),
        attachments=tuple(report_card(one["report"]) for one in rows(tx, _ATTACHED, id=id)),
        pages=tuple(report["pages"]),
        class_phrases=tuple((name, start, end) for name, (start, end) in phrases),
        marks=_marks(tx, id),
        connections=_claims(tx, id),
        routes=report_routes(tx, id, _ROUTES),
    )


def _parent(tx: Transaction, id: str | None) -> ReportCard | None:
    found = row(tx, _REPORT, id=id) if id else None
    return None if found is None else report_card(found["report"])


def _marks(tx: Transaction, id: str) -> tuple[Mark, ...]:
    found = {one["id"]: one for one in rows(tx, _MARKS, id=id)}
    spans = ((s, e, one["id"]) for one in found.values() for s, e in pairs(one["spans"]))
    cards = {one["entity"]["id"]: entity_card(one["entity"]) for one in found.values()}
    return tuple(
        Mark(start, end, cards[found[mark]["entity"]["id"]], found[mark]["role"])
        for start, end, mark in longest(spans)
    )


def _claims(tx: Transaction, id: str) -> tuple[tuple[Connection, Quote], ...]:
    found = rows(tx, _CLAIMS, id=id)
    said = [_said(id, one["claim"]) for one in found]
    connections = [_connection(one) for one in found]
    return tuple(zip(connections, quotes(tx, said), strict=True))


def _said(report: str, claim: Row) -> Said:
    return Said(
        report,
        claim["start"],
        claim["end"],
        claim["id"],
        claim["confidence"],
        claim["why"],
        claim["negated"],
        claim["hearsay"],
        claim.get("verdict"),
    )


def _connection(found: Row) -> Connection:
    """Read the connection that a claim counts towards, or show what it denies or passes on.

    What is only denied or hearsay makes no connection: its id is then empty, its claims none.
    """
    claim, joint = found["claim"], found["joint"]
    source, target = found["source"], found["target"]
    if joint is not None:
        if found["first"] != source["id"]:
            source, target = target, source
        return connection(joint, claim["kind"], source, target)
    filed = moment(found["received"])
    return Connection(
        id="",
        kind=claim["kind"],
        source=entity_card(source),
        target=entity_card(target),
        status="machine",
        claims=0,
        reports=0,
        confidence=claim["confidence"],
        first_seen=None,
        last_seen=None,
        created=filed,
    )
