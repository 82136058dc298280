"""Proposals: people who may be one without the machine being sure, computed when asked for.

Nothing of it is kept in the graph, so nothing can go stale: what a reviewer judged, and what was
learned since, is looked at anew each time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.database import Transaction
from graph.field import Field
from graph.judgements import settled
from graph.matching.scoring import Score

_PROPOSED_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Proposed:
    """Two entities (ids) that may be one, with the score that says why."""

    left: str
    right: str
    score: Score


def proposals(tx: Transaction, ids: Sequence[str]) -> dict[str, tuple[Proposed, ...]]:
    """Find whom a reviewer should be asked about, for people (entity ids), likeliest first."""
    field = Field(tx, ids)
    field.learn_names()
    found: dict[str, list[Proposed]] = {id: [] for id in field.asked}
    for id in field.asked:
        for other in sorted(field.candidates[id] - {id}):
            weighed = field.weigh(id, other)
            if weighed is not None and weighed.proposed:
                found[id].append(Proposed(id, other, weighed))
    return _open(tx, found)


def compared(tx: Transaction, left: str, right: str) -> Score | None:
    """Weigh two people; None when nothing of their names agrees."""
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
