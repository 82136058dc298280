"""Proposals: people who may be one without the machine being sure, computed when asked for.

Nothing of it is kept in the graph, so nothing can go stale: what a reviewer judged, and what was
learned since, is looked at anew each time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import LiteralString

from graph.company import company, company_reason
from graph.database import Transaction, rows
from graph.judgements import settled
from graph.matching.blocking import all_keys
from graph.matching.namesakes import OF_A_BLOCK, Namesakes
from graph.matching.scoring import Score, score
from graph.matching.sketch import Sketch, sketch, union

_APPEARANCES_TAKEN = 60
_PROPOSED_AT_MOST = 20

_SKETCHES: LiteralString = """
UNWIND $ids AS id
CALL (id) {
  MATCH (:Entity {id: id})<-[:OF]-(a:Appearance)
  RETURN a ORDER BY a.id LIMIT $taken
}
RETURN id, a {.name, .aliases, .facts, .clues} AS appearance
"""
_IN_BLOCKS: LiteralString = """
UNWIND $blocks AS block
CALL (block) {
  MATCH (:Block {id: block})<-[:SHARES]-(:Appearance)-[:OF]->(e:Entity)
  WITH DISTINCT e.id AS id LIMIT $most
  RETURN collect(id) AS ids
}
RETURN block, ids
"""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Two entities (ids) that may be one, with the score that says why."""

    left: str
    right: str
    score: Score


def proposals(tx: Transaction, ids: Sequence[str]) -> dict[str, tuple[Proposed, ...]]:
    """Find whom a reviewer should be asked about, for people (entity ids), likeliest first."""
    appearances = _appearances(tx, ids)
    around = company(tx, {id: _names(some) for id, some in appearances.items()})
    blocks = _blocks(tx, appearances)
    candidates = {
        id: {o for key in _keys(some) for o in blocks.get(key, ())} | around.get(id, {}).keys()
        for id, some in appearances.items()
    }
    missing = {o for others in candidates.values() for o in others} - appearances.keys()
    everyone = appearances | _appearances(tx, sorted(missing))
    people = {id: union(some) for id, some in everyone.items()}
    namesakes = Namesakes(blocks, people)
    found: dict[str, list[Proposed]] = {id: [] for id in appearances}
    for id in appearances:
        for other in sorted(candidates[id] - {id}):
            beside = (
                *company_reason(around.get(id, {}).get(other, ())),
                *namesakes.reason(people[id], people[other]),
            )
            weighed = score(people[id], people[other], beside)
            if weighed is not None and weighed.proposed:
                found[id].append(Proposed(id, other, weighed))
    return _open(tx, found)


def compared(tx: Transaction, left: str, right: str) -> Score | None:
    """Weigh two people; None when nothing of their names agrees."""
    appearances = _appearances(tx, [left, right])
    if len(appearances) < 2:
        return None
    people = {id: union(some) for id, some in appearances.items()}
    around = company(tx, {left: _names(appearances[left])}).get(left, {}).get(right, ())
    blocks = _blocks(tx, appearances)
    others = {o for members in blocks.values() for o in members} - people.keys()
    known = {id: union(some) for id, some in _appearances(tx, sorted(others)).items()}
    few = Namesakes(blocks, people | known).reason(people[left], people[right])
    return score(people[left], people[right], (*company_reason(around), *few))


def _appearances(tx: Transaction, ids: Sequence[str]) -> dict[str, list[Sketch]]:
    found: dict[str, list[Sketch]] = {}
    asked = rows(tx, _SKETCHES, ids=list(ids), taken=_APPEARANCES_TAKEN) if ids else []
    for row in asked:
        found.setdefault(row["id"], []).append(sketch(row["appearance"]))
    return found


def _names(sketches: Iterable[Sketch]) -> set[str]:
    return {name.text for one in sketches for name in (*one.names, *one.aliases)}


def _keys(sketches: Iterable[Sketch]) -> set[str]:
    return {key for one in sketches for key in all_keys(one)}


def _blocks(
    tx: Transaction, appearances: Mapping[str, Iterable[Sketch]]
) -> dict[str, Sequence[str]]:
    asked = sorted({key for some in appearances.values() for key in _keys(some)})
    found = rows(tx, _IN_BLOCKS, blocks=asked, most=OF_A_BLOCK) if asked else []
    return {row["block"]: row["ids"] for row in found}


def _open(
    tx: Transaction, found: Mapping[str, Sequence[Proposed]]
) -> dict[str, tuple[Proposed, ...]]:
    """Leave out what a reviewer has decided, as long as nothing else was learned since."""
    pairs = [(one.left, one.right) for some in found.values() for one in some]
    decided = settled(tx, pairs)
    opened = {}
    for id, some in found.items():
        waiting = [one for one in some if not _learned(one, decided)]
        waiting.sort(key=lambda one: (-one.score.total, one.right))
        opened[id] = tuple(waiting[:_PROPOSED_AT_MOST])
    return opened


def _learned(one: Proposed, decided: Mapping[frozenset[str], frozenset[str]]) -> bool:
    known = decided.get(frozenset((one.left, one.right)))
    return known is not None and known.issuperset(r.line for r in one.score.reasons)
