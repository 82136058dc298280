"""Reviews: added, never edited; what they change in the derived layer follows at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, LiteralString

from graph.batches import batches
from graph.connections import settle_again
from graph.database import Row, Transaction, rows, write_rows
from graph.entities import set_reasons
from graph.errors import Conflict, DifferentTypes, Missing
from graph.evidence import in_order
from graph.homes import move
from graph.keys import key
from graph.kinship import appearances, decide, gather
from graph.locks import take_lock
from graph.normal_forms import own_id
from graph.records import IdentityReview, Review
from graph.source import in_utc

_TARGETS: LiteralString = """
UNWIND $ids AS id
CALL (id) {
  MATCH (c:Claim {id: id}) RETURN c.connection AS connection, null AS lead
  UNION ALL
  MATCH (a:Appearance)-[n:NEAR {id: id}]->() RETURN n.connection AS connection, a.id AS lead
}
RETURN id, connection, lead
"""
_ADD: LiteralString = """
MERGE (v:Review {id: $id})
ON CREATE SET v.targets = $targets, v.verdict = $verdict, v.reviewer = $reviewer,
              v.time = $time, v.reason = $reason
"""
_ON_CLAIMS: LiteralString = """
UNWIND $rows AS row
MATCH (v:Review {id: row.review})
MATCH (c:Claim {id: row.target})
MERGE (v)-[:ON {target: row.target}]->(c)
"""
_ON_LEADS: LiteralString = """
UNWIND $rows AS row
MATCH (v:Review {id: row.review})
MATCH (a:Appearance {id: row.lead})
MERGE (v)-[:ON {target: row.target}]->(a)
"""
_VERDICTS: LiteralString = """
UNWIND $ids AS id
CALL (id) {
  MATCH (:Claim {id: id})<-[:ON]-(v:Review) RETURN v
  UNION ALL
  MATCH (a:Appearance)-[:NEAR {id: id}]->()
  MATCH (a)<-[:ON {target: id}]-(v:Review) RETURN v
}
WITH id, v ORDER BY v.time, v.id
WITH id, collect(v)[-1] AS last
RETURN id, last.verdict AS verdict, last.time AS time, last.id AS review
"""
_SET_ON_CLAIMS: LiteralString = """
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
SET c.verdict = row.verdict, c.reviewed = row.reviewed
"""
_SET_ON_LEADS: LiteralString = """
UNWIND $rows AS row
MATCH ()-[n:NEAR {id: row.id}]->()
SET n.verdict = row.verdict, n.reviewed = row.reviewed
"""
_ADD_IDENTITY: LiteralString = """
MERGE (j:IdentityReview {id: $id})
ON CREATE SET j.left = $left, j.right = $right, j.judgement = $judgement,
              j.reviewer = $reviewer, j.time = $time, j.reason = $reason, j.learned = $learned
WITH j
UNWIND $left + $right AS id
MATCH (a:Appearance {id: id})
MERGE (j)-[:JUDGES]->(a)
"""
_MARK_JUDGED: LiteralString = """
UNWIND $rows AS row
MATCH (a:Appearance {id: row.id})
SET a.own = row.own, a.apart = row.apart
"""


def add_review(tx: Transaction, review: Review) -> None:
    """Add a verdict on claims or leads, and settle their connections anew."""
    take_lock(tx)
    asked = sorted(set(review.targets))
    targets = {row["id"]: row for row in rows(tx, _TARGETS, ids=asked)}
    for id in asked:
        if id not in targets:
            raise Missing(id, "claim or lead")
    _add(tx, review, asked, targets)
    settle_verdicts(tx, asked)


def _add(tx: Transaction, review: Review, asked: list[str], targets: dict[str, Row]) -> None:
    time = in_utc(review.time)
    id = key("Review", *asked, review.verdict, review.reviewer, time.isoformat(), review.reason)
    values: dict[str, Any] = {
        "id": id,
        "targets": asked,
        "verdict": review.verdict,
        "reviewer": review.reviewer,
        "time": time,
        "reason": review.reason,
    }
    tx.run(_ADD, values).consume()
    on = [{"review": id, "target": t, "lead": targets[t]["lead"]} for t in asked]
    write_rows(tx, _ON_CLAIMS, batches(row for row in on if row["lead"] is None))
    write_rows(tx, _ON_LEADS, batches(row for row in on if row["lead"] is not None))


def settle_verdicts(tx: Transaction, targets: Collection[str]) -> None:
    """Give claims and leads their last verdict, and their connections what follows from it."""
    found = {row["id"]: row for row in rows(tx, _TARGETS, ids=list(targets))}
    last = [
        {
            "id": row["id"],
            "verdict": row["verdict"],
            "reviewed": in_order(row["time"].to_native(), row["review"]),
        }
        for row in rows(tx, _VERDICTS, ids=list(targets))
    ]
    write_rows(tx, _SET_ON_CLAIMS, batches(r for r in last if found[r["id"]]["lead"] is None))
    write_rows(tx, _SET_ON_LEADS, batches(r for r in last if found[r["id"]]["lead"] is not None))
    connections = {row["connection"] for row in found.values() if row["connection"]}
    if connections:
        settle_again(tx, connections)


def add_judgements(tx: Transaction, reviews: Sequence[IdentityReview]) -> tuple[str, ...]:
    """Add judgements of identity, and join or part entities as they say; answer their ids."""
    take_lock(tx)
    judged = sorted({id for review in reviews for id in (*review.left, *review.right)})
    found = appearances(tx, judged)
    for review in reviews:
        _check(review, found)
    ids = tuple(_add_judgement(tx, review) for review in reviews)
    mark_judged(tx, found.values(), frozenset())
    kin = gather(tx, appearances(tx, judged).values())
    decision = decide(kin)
    mark_judged(tx, (row for row in kin.members.values() if row.get("own")), decision.apart)
    move(tx, kin, decision)
    set_reasons(tx, decision.reasons)
    return ids


def _check(review: IdentityReview, found: Mapping[str, Row]) -> None:
    """Raise Conflict or Missing for a judgement that cannot be meant."""
    if not review.left or (not review.right and len(review.left) < 2):
        raise Conflict("a judgement of identity needs two appearances at least")
    both = set(review.left) & set(review.right)
    if both:
        raise Conflict(f"appearance {min(both)!r} cannot be compared with itself")
    types = set()
    for id in (*review.left, *review.right):
        if id not in found:
            raise Missing(id, "appearance of an entity")
        types.add(found[id]["type"])
    if len(types) > 1:
        raise DifferentTypes(*sorted(types)[:2])


def _add_judgement(tx: Transaction, review: IdentityReview) -> str:
    time = in_utc(review.time)
    left, right = sorted((sorted(set(review.left)), sorted(set(review.right))), reverse=True)
    judged = (review.judgement, review.reviewer, time.isoformat(), review.reason)
    id = key("IdentityReview", *left, "and", *right, *judged)
    values: dict[str, Any] = {
        "id": id,
        "left": left,
        "right": right,
        "judgement": review.judgement,
        "reviewer": review.reviewer,
        "time": time,
        "reason": review.reason,
        "learned": list(review.learned),
    }
    tx.run(_ADD_IDENTITY, values).consume()
    return id


def mark_judged(tx: Transaction, judged: Iterable[Row], apart: frozenset[str]) -> None:
    """Write to appearances that they were judged, and which stand apart from their anchor."""
    marks = [
        {
            "id": row["id"],
            "own": own_id(row["type"], row["id"]),
            "apart": True if row["id"] in apart else None,
        }
        for row in judged
    ]
    write_rows(tx, _MARK_JUDGED, batches(marks))
