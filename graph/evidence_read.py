"""Evidence as it stands in the graph: claims and leads with the entities at their ends."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, LiteralString

from graph.database import Row, Transaction, rows
from graph.evidence import Evidence, ends

_CLAIMS_OF: LiteralString = """
UNWIND $connections AS connection
MATCH (c:Claim {connection: connection})-[:IN]->(r:Report)
MATCH (c)-[:SUBJECT]->(:Appearance)-[:OF]->(s:Entity)
MATCH (c)-[:OBJECT]->(:Appearance)-[:OF]->(o:Entity)
RETURN c.id AS id, c.kind AS kind, c.confidence AS confidence, c.verdict AS verdict,
       c.reviewed AS reviewed, NOT (c.negated OR c.hearsay) AS counts, s.id AS source,
       o.id AS target, r.id AS report, r.seen AS seen, r.received AS received
"""
_LEADS_OF: LiteralString = """
UNWIND $connections AS connection
MATCH (a:Appearance)-[n:NEAR {connection: connection}]->(b:Appearance)
MATCH (a)-[:IN]->(r:Report)
MATCH (a)-[:OF]->(s:Entity)
MATCH (b)-[:OF]->(o:Entity)
RETURN n.id AS id, 'LEAD' AS kind, 0.0 AS confidence, n.verdict AS verdict,
       n.reviewed AS reviewed, true AS counts, s.id AS source,
       o.id AS target, r.id AS report, r.seen AS seen, r.received AS received
"""
_CLAIMS_AT: LiteralString = """
UNWIND $entities AS id
MATCH (:Entity {id: id})<-[:OF]-(:Appearance)<-[:SUBJECT|OBJECT]-(c:Claim)
WITH DISTINCT c
MATCH (c)-[:IN]->(r:Report)
MATCH (c)-[:SUBJECT]->(:Appearance)-[:OF]->(s:Entity)
MATCH (c)-[:OBJECT]->(:Appearance)-[:OF]->(o:Entity)
RETURN c.id AS id, c.kind AS kind, c.confidence AS confidence, c.verdict AS verdict,
       c.reviewed AS reviewed, NOT (c.negated OR c.hearsay) AS counts, s.id AS source,
       o.id AS target, r.id AS report, r.seen AS seen, r.received AS received
"""
_LEADS_AT: LiteralString = """
UNWIND $entities AS id
MATCH (:Entity {id: id})<-[:OF]-(:Appearance)-[n:NEAR]-(:Appearance)
WITH DISTINCT n
WITH n, startNode(n) AS a, endNode(n) AS b
MATCH (a)-[:IN]->(r:Report)
MATCH (a)-[:OF]->(s:Entity)
MATCH (b)-[:OF]->(o:Entity)
RETURN n.id AS id, 'LEAD' AS kind, 0.0 AS confidence, n.verdict AS verdict,
       n.reviewed AS reviewed, true AS counts, s.id AS source,
       o.id AS target, r.id AS report, r.seen AS seen, r.received AS received
"""


def evidence_of(tx: Transaction, connections: Collection[str]) -> list[Evidence]:
    """Read all claims and leads that are tied to connections."""
    found = rows(tx, _CLAIMS_OF, connections=list(connections))
    found += rows(tx, _LEADS_OF, connections=list(connections))
    return [_stored(row) for row in found if row["source"] != row["target"]]


@dataclass(frozen=True, slots=True)
class Around:
    """All claims and leads at some entities; those within one entity by their ids alone."""

    between: list[Evidence]
    claims_within: set[str]
    leads_within: set[str]


def evidence_at(tx: Transaction, entities: Collection[str]) -> Around:
    """Read all claims and leads at entities."""
    claims = rows(tx, _CLAIMS_AT, entities=list(entities))
    leads = rows(tx, _LEADS_AT, entities=list(entities))
    return Around(
        [_stored(row) for row in (*claims, *leads) if row["source"] != row["target"]],
        {row["id"] for row in claims if row["source"] == row["target"]},
        {row["id"] for row in leads if row["source"] == row["target"]},
    )


def fresh_evidence(
    claims: Iterable[Row],
    leads: Iterable[Row],
    homes: Mapping[str, str],
    reports: Mapping[str, Row],
) -> list[Evidence]:
    """Take claims and leads of new reports whose ends are two entities."""
    found = []
    for claim in claims:
        source, target = homes.get(claim["subject"]), homes.get(claim["object"])
        if source and target and source != target:
            found.append(_fresh(claim, claim["kind"], source, target, reports))
    for lead in leads:
        source, target = homes.get(lead["first"]), homes.get(lead["second"])
        if source and target and source != target:
            found.append(_fresh(lead, "LEAD", source, target, reports))
    return found


def _fresh(row: Row, kind: str, source: str, target: str, reports: Mapping[str, Row]) -> Evidence:
    source, target = ends(kind, source, target)
    report = reports[row["report"]]
    return Evidence(
        id=row["id"],
        kind=kind,
        source=source,
        target=target,
        report=row["report"],
        seen=report["seen"],
        received=report["received"],
        confidence=row.get("confidence", 0.0),
        counts=not (row.get("negated") or row.get("hearsay")),
    )


def _stored(row: Row) -> Evidence:
    source, target = ends(row["kind"], row["source"], row["target"])
    values: dict[str, Any] = {
        **row,
        "source": source,
        "target": target,
        "seen": row["seen"].to_native(),
        "received": row["received"].to_native(),
    }
    return Evidence(**values)
