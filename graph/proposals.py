"""Proposals: who or what may be one without the machine being sure, computed when asked for.

Nothing of it is kept in the graph, so nothing can go stale: what a reviewer judged, and what was
learned since, is looked at anew each time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import LiteralString

from graph.database import Transaction, rows
from graph.field import Field
from graph.judgements import settled
from graph.matching.scoring import Score
from graph.matching.thing import ThingScore
from graph.thing_field import WEIGHED, weigh_things, weigh_two

_PROPOSED_AT_MOST = 20
COMPARED: tuple[str, ...] = ("Person", *WEIGHED)
"""The types of entities of which two may be proposed as one."""

_TYPES: LiteralString = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.type AS type
"""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Two entities (ids) that may be one, with the score that says why."""

    left: str
    right: str
    score: Score | ThingScore


def proposals(tx: Transaction, ids: Sequence[str]) -> dict[str, tuple[Proposed, ...]]:
    """Find whom a reviewer should be asked about, for entities (by id), likeliest first."""
    types = _types(tx, ids)
    found = _people(tx, [id for id in ids if types.get(id) == "Person"])
    things = weigh_things(tx, [id for id in ids if types.get(id) in WEIGHED])
    for id, some in things.items():
        found[id] = [Proposed(id, other, score) for other, score in some]
    return _open(tx, found)


def _types(tx: Transaction, ids: Sequence[str]) -> dict[str, str]:
    return {row["id"]: row["type"] for row in rows(tx, _TYPES, ids=list(ids))} if ids else {}


def _people(tx: Transaction, ids: Sequence[str]) -> dict[str, list[Proposed]]:
    if not ids:
        return {}
    field = Field(tx, ids)
    field.learn_names()
    found: dict[str, list[Proposed]] = {id: [] for id in field.asked}
    for id in field.asked:
        for other in sorted(field.candidates[id] - {id}):
            weighed = field.weigh(id, other)
            if weighed is not None and weighed.proposed:
                found[id].append(Proposed(id, other, weighed))
    return found


def compared(tx: Transaction, left: str, right: str) -> Score | ThingScore | None:
    """Weigh two entities of one type; None when nothing of their names agrees."""
    types = _types(tx, (left, right))
    if types.get(left) != types.get(right):
        return None
    if types.get(left) in WEIGHED:
        return weigh_two(tx, left, right)
    if types.get(left) != "Person":
        return None
    field = Field(tx, [left])
    field.admit({left: {right}})
    field.learn_names()
    known = left in field.people and right in field.people
    return field.weigh(left, right) if known else None


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
