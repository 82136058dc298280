"""All appearances whose identity hangs together: through blocks they share, or by judgement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, LiteralString

from graph.database import Row, Transaction, rows
from graph.identity import Candidate, Judged, blocks, cluster, latest, person
from graph.normal_forms import own_id

_BY_ID: LiteralString = """
UNWIND $ids AS id
MATCH (a:Appearance {id: id})-[:OF]->(e:Entity)
RETURN a {.id, .type, .name, .facts, .role, .attribute_names, .attribute_values, .anchor,
          .own, entity: e.id} AS appearance
"""
_IN_BLOCKS: LiteralString = """
UNWIND $blocks AS block
MATCH (:Block {id: block})<-[:SHARES]-(a:Appearance)-[:OF]->(e:Entity)
RETURN a {.id, .type, .name, .facts, .role, .attribute_names, .attribute_values, .anchor,
          .own, entity: e.id} AS appearance
"""
_JUDGEMENTS: LiteralString = """
UNWIND $ids AS id
MATCH (:Appearance {id: id})<-[:JUDGES]-(j:IdentityReview)
RETURN DISTINCT j {.id, .left, .right, .judgement, .reviewer, .time, .reason} AS judgement
"""
_JUDGED_OF_ANCHOR: LiteralString = """
UNWIND $anchors AS anchor
MATCH (a:Appearance {anchor: anchor})-[:OF]->(e:Entity)
WHERE a.own IS NOT NULL
RETURN a {.id, .type, .name, .facts, .role, .attribute_names, .attribute_values, .anchor,
          .own, entity: e.id} AS appearance
"""


@dataclass(slots=True)
class Kin:
    """Appearances that hang together, by id, and the judgements between them."""

    members: dict[str, Row] = field(default_factory=dict)
    judgements: dict[str, Judged] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """Which entity each anchor belongs to, who stands apart from his anchor, and the reasons."""

    entity_of_anchor: Mapping[str, str]
    apart: frozenset[str]
    reasons: Mapping[str, tuple[str, ...]]

    def entity_of(self, row: Row) -> str:
        """Name the entity of an appearance."""
        return self.entity_of_anchor[anchor_of(row, self.apart)]


def appearances(tx: Transaction, ids: Sequence[str]) -> dict[str, Row]:
    """Read what identity looks at in appearances that have an entity."""
    found = rows(tx, _BY_ID, ids=ids) if ids else []
    return {row["appearance"]["id"]: row["appearance"] for row in found}


def gather(tx: Transaction, seeds: Iterable[Row]) -> Kin:
    """Collect all that hangs together with the seeds, and what hangs together with that."""
    kin = Kin()
    seen: set[str] = set()
    frontier = {row["id"]: row for row in seeds}
    while frontier:
        kin.members.update(frontier)
        asked = {block for row in frontier.values() for block, _ in blocks_of(row)} - seen
        seen |= asked
        judged = [row for row in frontier.values() if row.get("own")]
        found = _in_blocks(tx, asked)
        found.update(_judged_with(tx, judged, kin))
        frontier = {id: row for id, row in found.items() if id not in kin.members}
    return kin


def _in_blocks(tx: Transaction, asked: set[str]) -> dict[str, Row]:
    found = rows(tx, _IN_BLOCKS, blocks=list(asked)) if asked else []
    return {row["appearance"]["id"]: row["appearance"] for row in found}


def _judged_with(tx: Transaction, judged: Sequence[Row], kin: Kin) -> dict[str, Row]:
    if not judged:
        return {}
    new = [
        judged_from(row["judgement"])
        for row in rows(tx, _JUDGEMENTS, ids=[row["id"] for row in judged])
    ]
    kin.judgements.update((judgement.id, judgement) for judgement in new)
    others = {id for judgement in new for id in judgement.pair} - kin.members.keys()
    found = appearances(tx, sorted(others))
    shared = sorted({row["anchor"] for row in judged if row["anchor"] != row["own"]})
    for row in rows(tx, _JUDGED_OF_ANCHOR, anchors=shared) if shared else []:
        found[row["appearance"]["id"]] = row["appearance"]
    return found


def judged_from(row: Row) -> Judged:
    """Take a judgement from the properties of its node; its ends are appearances."""
    return Judged(
        row["id"],
        row["left"],
        row["right"],
        row["judgement"],
        row["reviewer"],
        row["time"].to_native(),
        row["reason"],
    )


def blocks_of(row: Row) -> frozenset[tuple[str, str]]:
    """Name the blocks of an appearance; only people have any."""
    if row["type"] != "Person":
        return frozenset()
    return blocks(row["name"], row["facts"], row["role"])


def decide(kin: Kin) -> Decision:
    """Say which of the kin are the same entity."""
    apart = _apart(kin)
    anchors = {id: anchor_of(row, apart) for id, row in kin.members.items()}
    candidates = {anchors[id]: _candidate(row, anchors[id]) for id, row in kin.members.items()}
    judged = [
        Judged(j.id, anchors[j.left], anchors[j.right], j.judgement, j.reviewer, j.time, j.reason)
        for j in kin.judgements.values()
        if j.left in anchors and j.right in anchors
    ]
    clusters = cluster(candidates.values(), judged)
    return Decision(
        {member: group.id for group in clusters for member in group.members},
        apart,
        {group.id: group.reasons for group in clusters},
    )


def anchor_of(row: Row, apart: frozenset[str]) -> str:
    """Name the anchor of an appearance, or its own when it stands apart."""
    return own_id(row["type"], row["id"]) if row["id"] in apart else row["anchor"]


def _apart(kin: Kin) -> frozenset[str]:
    """Find those judged different from another of their normal form: the larger id steps aside."""
    found: set[str] = set()
    for judgement in latest(kin.judgements.values()):
        left, right = kin.members.get(judgement.left), kin.members.get(judgement.right)
        if judgement.judgement != "different" or left is None or right is None:
            continue
        if left["anchor"] == right["anchor"] and left["id"] != right["id"]:
            found.add(max(left["id"], right["id"]))
    return frozenset(found)


def _candidate(row: Row, anchor: str) -> Candidate:
    if row["type"] != "Person":
        return Candidate(anchor)
    attributes = dict(zip(row["attribute_names"], row["attribute_values"], strict=True))
    return person(anchor, row["name"], row["facts"], attributes.get("sex"), row["role"])


def decided(row: Row, decision: Decision) -> dict[str, Any]:
    """Write what judgement changed on an appearance."""
    return {"id": row["id"], "apart": True if row["id"] in decision.apart else None}
