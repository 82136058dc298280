"""All appearances whose identity hangs together: through what the machine is sure of, or judged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import LiteralString

from graph.database import Row, Transaction, rows
from graph.identity import Candidate, Judged, cluster, latest
from graph.matching.blocking import all_keys, joining_keys
from graph.matching.scoring import may_join
from graph.matching.sketch import Sketch, sketch
from graph.normal_forms import own_id
from graph.sure_pairs import compared

_BY_ID: LiteralString = """
UNWIND $ids AS id
MATCH (a:Appearance {id: id})-[:OF]->(e:Entity)
RETURN a {.id, .type, .name, .aliases, .facts, .clues, .role, .anchor, .own, .since,
          .handed, entity: e.id}
  AS appearance
"""
_IN_BLOCKS: LiteralString = """
UNWIND $blocks AS block
MATCH (:Block {id: block})<-[:SHARES]-(a:Appearance)-[:OF]->(e:Entity)
RETURN block, a {.id, .type, .name, .aliases, .facts, .clues, .role, .anchor, .own, .since,
          .handed, entity: e.id}
  AS appearance
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
RETURN a {.id, .type, .name, .aliases, .facts, .clues, .role, .anchor, .own, .since,
          .handed, entity: e.id}
  AS appearance
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


def sketch_of(row: Row) -> Sketch | None:
    """Take from an appearance what matching looks at; nothing but people is matched."""
    return sketch(row) if row["type"] == "Person" else None


def blocks_of(row: Row) -> frozenset[str]:
    """Name the blocks of an appearance; only people have any."""
    taken = sketch_of(row)
    return frozenset() if taken is None else all_keys(taken)


def gather(tx: Transaction, seeds: Iterable[Row], neighbours: "Neighbours | None" = None) -> Kin:
    """Collect all that hangs together with the seeds, and what hangs together with that."""
    kin = Kin()
    neighbours = neighbours or Neighbours(tx)
    frontier = {row["id"]: row for row in seeds}
    while frontier:
        kin.members.update(frontier)
        found = neighbours.of(frontier.values(), kin.members.keys())
        found.update(_judged_with(tx, [r for r in frontier.values() if r.get("own")], kin))
        frontier = {id: row for id, row in found.items() if id not in kin.members}
    return kin


class Neighbours:
    """Who shares a block with whom, read block by block and each block once.

    Those who cannot be told apart are compared once, by what matching looks at in any of them: a
    busy person costs no more for having come up a thousand times.
    """

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._blocks: dict[str, dict[Sketch, None]] = {}
        self._rows: dict[Sketch, dict[str, Row]] = {}
        self._compared: set[Sketch] = set()

    def read(self, people: Iterable[Row]) -> None:
        """Read the blocks of people at once, as far as they are not known."""
        self._read({block for row in people for block in joining_keys(compared(sketch(row)))})

    def of(self, rows: Iterable[Row], known: Iterable[str]) -> dict[str, Row]:
        """Find those whom the machine may join with any of the people."""
        ones = dict.fromkeys(compared(sketch(row)) for row in rows if row["type"] == "Person")
        new = [one for one in ones if one not in self._compared]
        self._compared.update(new)
        self._read({block for one in new for block in joining_keys(one)})
        known = set(known)
        found: dict[str, Row] = {}
        for one in new:
            others = {other for block in joining_keys(one) for other in self._blocks[block]}
            for other in others:
                if may_join(one, other) is not None:
                    found.update(self._rows[other])
        return {id: row for id, row in found.items() if id not in known}

    def _read(self, blocks: set[str]) -> None:
        new = blocks - self._blocks.keys()
        self._blocks.update((block, {}) for block in new)
        for row in rows(self._tx, _IN_BLOCKS, blocks=list(new)) if new else []:
            one = compared(sketch(row["appearance"]))
            if row["block"] in joining_keys(one):
                self._blocks[row["block"]][one] = None
                self._rows.setdefault(one, {})[row["appearance"]["id"]] = row["appearance"]


def _judged_with(tx: Transaction, judged: Sequence[Row], kin: Kin) -> dict[str, Row]:
    if not judged:
        return {}
    new = [
        judged_from(row["judgement"])
        for row in rows(tx, _JUDGEMENTS, ids=[row["id"] for row in judged])
    ]
    kin.judgements.update((judgement.id, judgement) for judgement in new)
    others = {id for judgement in new for id in judgement.all} - kin.members.keys()
    found = appearances(tx, sorted(others))
    shared = sorted({row["anchor"] for row in judged if row["anchor"] != row["own"]})
    for row in rows(tx, _JUDGED_OF_ANCHOR, anchors=shared) if shared else []:
        found[row["appearance"]["id"]] = row["appearance"]
    return found


def judged_from(row: Row) -> Judged:
    """Take a judgement from the properties of its node; its sides are appearances."""
    return Judged(
        row["id"],
        frozenset(row["left"]),
        frozenset(row["right"]),
        row["judgement"],
        row["reviewer"],
        row["time"].to_native(),
        row["reason"],
    )


def decide(kin: Kin) -> Decision:
    """Say which of the kin are the same entity."""
    apart = _apart(kin)
    anchors = {id: anchor_of(row, apart) for id, row in kin.members.items()}
    candidates = {
        anchors[id]: Candidate(anchors[id], sketch_of(row), _since(row, anchors[id]))
        for id, row in kin.members.items()
    }
    judged = [_at_anchors(judgement, anchors) for judgement in kin.judgements.values()]
    clusters = cluster(candidates.values(), judged)
    return Decision(
        {member: group.id for group in clusters for member in group.members},
        apart,
        {group.id: group.reasons for group in clusters},
    )


def _since(row: Row, anchor: str) -> str:
    """Say since when an anchor is known; one that many share must not depend on who is read."""
    alone = anchor == own_id(row["type"], row["id"])
    return (row.get("since") or "") if alone else ""


def _at_anchors(judgement: Judged, anchors: Mapping[str, str]) -> Judged:
    return Judged(
        judgement.id,
        frozenset(anchors[id] for id in judgement.left if id in anchors),
        frozenset(anchors[id] for id in judgement.right if id in anchors),
        judgement.judgement,
        judgement.reviewer,
        judgement.time,
        judgement.reason,
    )


def anchor_of(row: Row, apart: frozenset[str]) -> str:
    """Name the anchor of an appearance, or its own when it stands apart."""
    return own_id(row["type"], row["id"]) if row["id"] in apart else row["anchor"]


def _apart(kin: Kin) -> frozenset[str]:
    """Find those judged different from others of their normal form: the later side steps aside."""
    found: set[str] = set()
    for judgement in latest(kin.judgements.values()):
        if judgement.judgement != "different":
            continue
        left, right = (_by_anchor(kin, side) for side in (judgement.left, judgement.right))
        for anchor in left.keys() & right.keys():
            found.update(max(left[anchor], right[anchor], key=min))
    return frozenset(found)


def _by_anchor(kin: Kin, ids: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id in ids:
        if id in kin.members:
            found.setdefault(kin.members[id]["anchor"], []).append(id)
    return found
