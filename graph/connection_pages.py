"""Connections as pages show them: by kind, one alone, its sentences and its history."""

from typing import LiteralString

from graph.cards import connection, moment
from graph.database import Row, Transaction, row, rows
from graph.errors import Missing
from graph.quoting import Said, quotes
from graph.records import KINDS, LEAD, Review
from graph.schema import SYMMETRIC
from graph.views import Connection, ConnectionGroup, Quote

_GROUPS: LiteralString = """
MATCH (e:Entity {id: $id})-[r]-(o:Entity)
WITH e, type(r) AS kind, startNode(r) = e AS outgoing, r, o
ORDER BY CASE r.status WHEN 'confirmed' THEN 0 WHEN 'machine' THEN 1 ELSE 2 END,
         r.count DESC, r.last_seen DESC, r.id
WITH e, kind, outgoing OR kind IN $symmetric AS outgoing,
     count(CASE WHEN r.status <> 'rejected' THEN 1 END) AS number,
     sum(CASE WHEN r.status <> 'rejected' THEN r.count ELSE 0 END) AS claims,
     collect({joint: r, other: o, outgoing: outgoing})[..$each] AS best
UNWIND best AS one
WITH e, kind, outgoing, number, claims, one.joint AS r, one.other AS o, one.outgoing AS from
RETURN kind, outgoing, number, claims,
       collect({joint: properties(r), other: properties(o), outgoing: from}) AS best,
       properties(e) AS entity
"""
_OF_CLAIM: LiteralString = """
MATCH (c:Claim {connection: $id})
WITH c LIMIT 1
MATCH (c)-[:SUBJECT]->(:Appearance)-[:OF]->(a:Entity)
MATCH (c)-[:OBJECT]->(:Appearance)-[:OF]->(b:Entity)
MATCH (a)-[r {id: $id}]-(b)
RETURN r {.*} AS joint, type(r) AS kind, properties(startNode(r)) AS source,
       properties(endNode(r)) AS target
LIMIT 1
"""
_OF_LEAD: LiteralString = """
MATCH (x:Appearance)-[n:NEAR {connection: $id}]->(y:Appearance)
WITH x, y LIMIT 1
MATCH (x)-[:OF]->(a:Entity)
MATCH (y)-[:OF]->(b:Entity)
MATCH (a)-[r {id: $id}]-(b)
RETURN r {.*} AS joint, type(r) AS kind, properties(startNode(r)) AS source,
       properties(endNode(r)) AS target
LIMIT 1
"""
_SAID: LiteralString = """
CALL () {
  MATCH (c:Claim {connection: $id})-[:IN]->(r:Report)
  RETURN c.id AS claim, c.confidence AS confidence, c.why AS why, c.negated AS negated,
         c.hearsay AS hearsay, c.verdict AS verdict, c.start AS start, c.end AS end,
         r.id AS report, r.seen AS seen
  UNION ALL
  MATCH (a:Appearance)-[n:NEAR {connection: $id}]->(:Appearance)
  MATCH (a)-[:IN]->(r:Report)
  RETURN n.id AS claim, null AS confidence, null AS why, false AS negated,
         false AS hearsay, n.verdict AS verdict, n.start AS start, n.end AS end,
         r.id AS report, r.seen AS seen
}
RETURN claim, confidence, why, negated, hearsay, verdict, start, end, report
ORDER BY negated OR hearsay, seen DESC, report, start, claim
SKIP $offset LIMIT $limit
"""
_CLAIM_IDS: LiteralString = """
CALL () {
  MATCH (c:Claim {connection: $id})
  WHERE NOT (c.negated OR c.hearsay)
  RETURN c.id AS id
  UNION ALL
  MATCH ()-[n:NEAR {connection: $id}]->()
  RETURN n.id AS id
}
RETURN id ORDER BY id
"""
_HISTORY: LiteralString = """
CALL () {
  MATCH (:Claim {connection: $id})<-[:ON]-(v:Review)
  RETURN v
  UNION
  MATCH (a:Appearance)-[n:NEAR {connection: $id}]->(:Appearance)
  MATCH (a)<-[:ON {target: n.id}]-(v:Review)
  RETURN v
}
RETURN v {.*} AS review ORDER BY v.time DESC, v.id
"""


def connection_groups(tx: Transaction, id: str, each: int) -> tuple[ConnectionGroup, ...]:
    """Gather an entity's connections by kind and direction, leads last."""
    found = rows(tx, _GROUPS, id=id, each=each, symmetric=sorted(SYMMETRIC))
    order = {kind: n for n, kind in enumerate((*KINDS, LEAD))}
    found.sort(key=lambda group: (order[group["kind"]], not group["outgoing"]))
    return tuple(
        ConnectionGroup(
            kind=group["kind"],
            outgoing=group["outgoing"],
            count=group["number"],
            claims=group["claims"],
            connections=tuple(_seen_from(group, one) for one in group["best"]),
        )
        for group in found
    )


def _seen_from(group: Row, one: Row) -> Connection:
    ends = (group["entity"], one["other"]) if one["outgoing"] else (one["other"], group["entity"])
    return connection(one["joint"], group["kind"], *ends)


def one_connection(tx: Transaction, id: str) -> Connection:
    """Find a connection by its id."""
    found = row(tx, _OF_CLAIM, id=id) or row(tx, _OF_LEAD, id=id)
    if found is None:
        raise Missing(id, "connection")
    return connection(found["joint"], found["kind"], found["source"], found["target"])


def connection_quotes(tx: Transaction, id: str, limit: int, offset: int) -> tuple[Quote, ...]:
    """Quote what a connection rests on, newest report first, what denies it last."""
    found = rows(tx, _SAID, id=id, limit=limit, offset=offset)
    return quotes(tx, [Said(**one) for one in found])


def claim_ids(tx: Transaction, id: str) -> tuple[str, ...]:
    """Name all claims and leads that count towards a connection."""
    return tuple(found["id"] for found in rows(tx, _CLAIM_IDS, id=id))


def connection_history(tx: Transaction, id: str) -> tuple[Review, ...]:
    """List the reviews of a connection's claims, newest first."""
    return tuple(review_from(found["review"]) for found in rows(tx, _HISTORY, id=id))


def review_from(found: Row) -> Review:
    """Take a review from the properties of its node."""
    return Review(
        targets=tuple(found["targets"]),
        verdict=found["verdict"],
        reviewer=found["reviewer"],
        time=moment(found["time"]),
        reason=found["reason"],
    )
