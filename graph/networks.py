"""Networks: the entities around some centers and what joins them, the surest and busiest first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString

from graph.cards import connection, entity_card
from graph.database import Row, Transaction, rows
from graph.entity_pages import existing
from graph.records import KINDS, LEAD
from graph.views import Network

_DEEPEST = 6

_NEIGHBOURS: LiteralString = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)-[r]-(o:Entity)
  WHERE type(r) IN $kinds AND r.status <> 'rejected'
    AND ($since IS NULL OR r.last_seen >= $since) AND ($until IS NULL OR r.first_seen <= $until)
  WITH o, max(CASE WHEN type(r) = 'LEAD' THEN 0 WHEN r.status = 'confirmed' THEN 2 ELSE 1 END)
         AS sure, sum(r.count) AS claims
  ORDER BY sure DESC, claims DESC, o.id LIMIT $limit
  RETURN o.id AS neighbour, sure, claims
}
RETURN neighbour, max(sure) AS sure, sum(claims) AS claims
ORDER BY sure DESC, claims DESC, neighbour
"""
_BETWEEN: LiteralString = """
UNWIND $ids AS id
MATCH (s:Entity {id: id})-[r]->(t:Entity)
WHERE t.id IN $ids AND type(r) IN $kinds AND r.status <> 'rejected'
  AND ($since IS NULL OR r.last_seen >= $since) AND ($until IS NULL OR r.first_seen <= $until)
RETURN type(r) AS kind, r {.*} AS joint, s.id AS source, t.id AS target
ORDER BY r.id
"""
_ENTITIES: LiteralString = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e {.*} AS entity,
  COUNT {
    MATCH (e)-[r]-(o:Entity)
    WHERE type(r) IN $kinds AND r.status <> 'rejected'
      AND ($since IS NULL OR r.last_seen >= $since) AND ($until IS NULL OR r.first_seen <= $until)
    RETURN DISTINCT o
  } AS neighbours
"""


@dataclass(frozen=True, slots=True)
class Scope:
    """What may be in a network."""

    kinds: tuple[str, ...] = KINDS
    limit: int = 300
    since: date | None = None
    until: date | None = None

    def parameters(self) -> dict[str, Any]:
        """Write the scope for a statement."""
        return {"kinds": list(self.kinds), "since": self.since, "until": self.until}


def scope(
    kinds: Collection[str] | None,
    leads: bool,
    limit: int,
    since: date | None,
    until: date | None,
) -> Scope:
    """Choose the kinds of a network; leads only when asked for."""
    chosen = [kind for kind in KINDS if kinds is None or kind in kinds]
    if leads or (kinds is not None and LEAD in kinds):
        chosen.append(LEAD)
    return Scope(tuple(chosen), max(limit, 1), since, until)


def network(tx: Transaction, centers: Sequence[str], depth: int, scope: Scope) -> Network:
    """Collect entities step by step from the centers, then all that joins any two of them."""
    for center in centers:
        existing(tx, center)
    shown = dict.fromkeys(centers)
    frontier = list(shown)
    for _ in range(min(depth, _DEEPEST)):
        room = scope.limit - len(shown)
        if room <= 0 or not frontier:
            break
        found = rows(tx, _NEIGHBOURS, ids=frontier, limit=scope.limit, **scope.parameters())
        frontier = [row["neighbour"] for row in found if row["neighbour"] not in shown][:room]
        shown.update(dict.fromkeys(frontier))
    return _drawn(tx, tuple(centers), list(shown), scope)


def _drawn(tx: Transaction, centers: tuple[str, ...], ids: list[str], scope: Scope) -> Network:
    joints = _without_doubled_leads(rows(tx, _BETWEEN, ids=ids, **scope.parameters()))
    found = rows(tx, _ENTITIES, ids=ids, **scope.parameters())
    entities = {row["entity"]["id"]: row["entity"] for row in found}
    neighbours: dict[str, set[str]] = {id: set() for id in ids}
    for joint in joints:
        neighbours[joint["source"]].add(joint["target"])
        neighbours[joint["target"]].add(joint["source"])
    hidden = {row["entity"]["id"]: row["neighbours"] for row in found}
    connections = tuple(
        connection(one["joint"], one["kind"], entities[one["source"]], entities[one["target"]])
        for one in joints
    )
    return Network(
        center=centers,
        entities=tuple(entity_card(entities[id]) for id in ids),
        connections=tuple(sorted(connections, key=_surest)),
        hidden={id: n - len(neighbours[id]) for id, n in hidden.items() if n > len(neighbours[id])},
    )


def _surest(one: Any) -> tuple[int, int, int, str]:
    return one.kind == LEAD, one.status != "confirmed", -one.claims, one.id


def _without_doubled_leads(joints: Sequence[Row]) -> list[Row]:
    """Leave out leads between two who have a connection: that says more."""
    joined = {frozenset((j["source"], j["target"])) for j in joints if j["kind"] != LEAD}
    return [
        joint
        for joint in joints
        if joint["kind"] != LEAD or frozenset((joint["source"], joint["target"])) not in joined
    ]
