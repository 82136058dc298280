"""Connections in the graph: the evidence between entities, added up and written."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import LiteralString

from graph.batches import batches
from graph.database import Row, Transaction, rows, write_rows
from graph.evidence import Evidence, Joint, add, by_connection, connection_id, promoted, summarise
from graph.evidence_read import evidence_at, evidence_of
from graph.records import LEAD
from graph.schema import each_kind

Place = tuple[str, str, str]
"""Kind, source and target of a connection."""

ASSOCIATE = "ASSOCIATE"

_STORED: LiteralString = """
UNWIND $rows AS row
MATCH (s:Entity {id: row.source})-[r]->(t:Entity {id: row.target})
RETURN r {.id, .status, .count, .leads, .reports, .confidence, .first_seen, .last_seen,
          .created, .unjudged, .reviewed, kind: type(r), source: s.id, target: t.id} AS joint
"""
_PROPERTIES = """
  id: row.id, status: row.status, count: row.count, leads: row.leads, reports: row.reports,
  confidence: row.confidence, first_seen: row.first_seen, last_seen: row.last_seen,
  created: row.created, unjudged: row.unjudged, waiting: row.waiting, reviewed: row.reviewed"""
_CREATE = each_kind(
    "UNWIND $rows AS row\n"
    "MATCH (s:Entity {id: row.source})\n"
    "MATCH (t:Entity {id: row.target})\n"
    "CREATE (s)-[:{kind} {" + _PROPERTIES + "}]->(t)"
)
_UPDATE = each_kind(
    "UNWIND $rows AS row\n"
    "MATCH (s:Entity {id: row.source})-[r:{kind}]->(t:Entity {id: row.target})\n"
    "SET r = {" + _PROPERTIES + "}"
)
_DELETE = each_kind(
    "UNWIND $rows AS row\n"
    "MATCH (:Entity {id: row.source})-[r:{kind}]->(:Entity {id: row.target})\n"
    "DELETE r"
)
_TIE_CLAIMS: LiteralString = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
SET c.connection = row.connection
"""
_TIE_LEADS: LiteralString = """
UNWIND $rows AS row
MATCH ()-[n:NEAR {id: row.id}]->()
SET n.connection = row.connection
"""


def stored_between(
    tx: Transaction, fresh: Iterable[Evidence], known: Collection[str]
) -> dict[Place, Joint]:
    """Read the connections that are stored where evidence of new reports adds to them.

    ``known`` are the entities that were there before: only between two of them can one be.
    """
    pairs = {(one.source, one.target) for one in fresh}
    return _stored(tx, {(s, t) for s, t in pairs if s in known and t in known})


def add_evidence(
    tx: Transaction, fresh: Sequence[Evidence], stored: Mapping[Place, Joint]
) -> dict[str, str]:
    """Add evidence of new reports to connections; answer the connection of each claim and lead."""
    groups = by_connection(fresh)
    arranged: dict[Place, list[Evidence]] = {}
    for (kind, source, target), evidence in groups.items():
        associates = stored.get((ASSOCIATE, source, target))
        confirmed = kind == LEAD and associates is not None and associates.leads > 0
        arranged.setdefault((ASSOCIATE if confirmed else kind, source, target), []).extend(evidence)
    created, updated = [], []
    for place, evidence in arranged.items():
        before = stored.get(place)
        after = add(before, place[0], evidence)
        if before is None and after is not None:
            created.append(after)
        elif after is not None and after != before:
            updated.append(after)
    _write(tx, _CREATE, created)
    _write(tx, _UPDATE, updated)
    return _ties(arranged)


def settle_at(tx: Transaction, entities: Collection[str]) -> None:
    """Make all connections of entities that have none, from their claims and leads."""
    around = evidence_at(tx, entities)
    _settle(tx, around.between)
    tie_claims(tx, dict.fromkeys(around.claims_within))
    tie_leads(tx, dict.fromkeys(around.leads_within))


def settle_again(tx: Transaction, connections: Collection[str]) -> None:
    """Make connections anew from all their claims and leads, after verdicts changed."""
    found = evidence_of(tx, connections)
    twins = {
        connection_id(kind, one.source, one.target)
        for one in found
        if one.kind in (ASSOCIATE, LEAD)
        for kind in (ASSOCIATE, LEAD)
    }
    found += evidence_of(tx, twins - set(connections))
    affected = twins | set(connections)
    pairs = {(one.source, one.target) for one in found}
    for kind, statement in _DELETE.items():
        doomed = [pair for pair in pairs if connection_id(kind, *pair) in affected]
        write_rows(tx, statement, batches({"source": s, "target": t} for s, t in doomed))
    _settle(tx, found)


def _settle(tx: Transaction, found: Sequence[Evidence]) -> None:
    arranged: dict[Place, list[Evidence]] = {}
    for (kind, source, target), evidence in by_connection(found).items():
        to = ASSOCIATE if kind == LEAD and promoted(evidence) else kind
        arranged.setdefault((to, source, target), []).extend(evidence)
    made = (summarise(kind, evidence) for (kind, _, _), evidence in arranged.items())
    _write(tx, _CREATE, [joint for joint in made if joint is not None])
    ties = _ties(arranged)
    leads = {one.id for one in found if one.kind == LEAD}
    tie_claims(tx, {id: connection for id, connection in ties.items() if id not in leads})
    tie_leads(tx, {id: connection for id, connection in ties.items() if id in leads})


def tie_claims(tx: Transaction, ties: Mapping[str, str | None]) -> None:
    """Write to claims which connection they belong to."""
    write_rows(tx, _TIE_CLAIMS, batches(_tie_rows(ties)))


def tie_leads(tx: Transaction, ties: Mapping[str, str | None]) -> None:
    """Write to leads which connection they belong to."""
    write_rows(tx, _TIE_LEADS, batches(_tie_rows(ties)))


def _tie_rows(ties: Mapping[str, str | None]) -> Iterable[Row]:
    return ({"id": id, "connection": connection} for id, connection in ties.items())


def _ties(arranged: Mapping[Place, Sequence[Evidence]]) -> dict[str, str]:
    return {
        one.id: connection_id(*place) for place, evidence in arranged.items() for one in evidence
    }


def _stored(tx: Transaction, pairs: Collection[tuple[str, str]]) -> dict[Place, Joint]:
    asked = [{"source": source, "target": target} for source, target in pairs]
    found = [Joint.stored(row["joint"]) for row in (rows(tx, _STORED, rows=asked) if asked else [])]
    return {(joint.kind, joint.source, joint.target): joint for joint in found}


def _write(
    tx: Transaction, statements: Mapping[str, LiteralString], joints: Iterable[Joint]
) -> None:
    by_kind: dict[str, list[Joint]] = {}
    for joint in joints:
        by_kind.setdefault(joint.kind, []).append(joint)
    for kind, same in by_kind.items():
        write_rows(tx, statements[kind], batches(joint.row() for joint in same))
