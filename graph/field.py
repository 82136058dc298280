"""The field of a comparison: people asked about, and everyone who may be one of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import LiteralString

from graph.company import company, company_reason
from graph.database import Transaction, rows
from graph.matching.also_known import also_known
from graph.matching.blocking import all_keys, proposing_keys
from graph.matching.namesakes import OF_A_BLOCK, Namesakes
from graph.matching.scoring import Score, score
from graph.matching.sketch import Sketch, sketch, union

_APPEARANCES_TAKEN = 60

_SKETCHES: LiteralString = """
UNWIND $ids AS id
CALL (id) {
  MATCH (:Entity {id: id})<-[:OF]-(a:Appearance)
  RETURN a ORDER BY a.id LIMIT $taken
}
RETURN id, a {.name, .aliases, .facts, .clues, .handed} AS appearance
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


class Field:
    """Those who are asked about, and everyone who may be one of them."""

    def __init__(self, tx: Transaction, ids: Sequence[str]) -> None:
        self._tx = tx
        appearances = _appearances(tx, ids)
        self.asked = list(appearances)
        self.people = {id: union(some) for id, some in appearances.items()}
        self._also = dict(self.people)
        self._company = company(tx, {id: _names(one) for id, one in self.people.items()})
        self._blocks = _blocks(
            tx, {key for some in appearances.values() for one in some for key in all_keys(one)}
        )
        self.candidates: dict[str, set[str]] = {id: set() for id in self.asked}
        for id, some in appearances.items():
            keys = {key for one in some for key in all_keys(one)}
            self.admit({id: {*self._in(keys), *self._company.get(id, {})}})
        self._load()
        self._namesakes = Namesakes(self._blocks, self.people)

    def admit(self, others: Mapping[str, set[str]]) -> None:
        """Let more people be compared with those who are asked about."""
        for id, more in others.items():
            self.candidates.setdefault(id, set()).update(more)

    def learn_names(self) -> None:
        """Look, too, for those who bear a name that another report tells of the person."""
        self._load()
        for id in self.asked:
            others = [self.people[other] for other in sorted(self.candidates[id] - {id})]
            learned = also_known(self.people[id], others)
            if learned is not None:
                self._also[id] = learned
        keys = {id: proposing_keys(self._also[id]) for id in self.asked if self._learned(id)}
        self._blocks |= _blocks(self._tx, {key for some in keys.values() for key in some})
        self.admit({id: self._in(some) for id, some in keys.items()})
        self._load()

    def weigh(self, id: str, other: str) -> Score | None:
        """Weigh someone asked about and another; a name learned counts where the own do not."""
        right = self.people[other]
        beside = (
            *company_reason(self._company.get(id, {}).get(other, ())),
            *self._namesakes.reason(self.people[id], right),
        )
        weighed = score(self.people[id], right, beside)
        if self._learned(id) and (weighed is None or not weighed.proposed):
            return score(self._also[id], right, beside)
        return weighed

    def _learned(self, id: str) -> bool:
        return self._also[id] is not self.people[id]

    def _in(self, keys: Iterable[str]) -> set[str]:
        return {other for key in keys for other in self._blocks.get(key, ())}

    def _load(self) -> None:
        missing = {other for some in self.candidates.values() for other in some}
        more = _appearances(self._tx, sorted(missing - self.people.keys()))
        self.people.update((id, union(some)) for id, some in more.items())


def _appearances(tx: Transaction, ids: Sequence[str]) -> dict[str, list[Sketch]]:
    found: dict[str, list[Sketch]] = {}
    asked = rows(tx, _SKETCHES, ids=list(ids), taken=_APPEARANCES_TAKEN) if ids else []
    for row in asked:
        found.setdefault(row["id"], []).append(sketch(row["appearance"]))
    return found


def _names(one: Sketch) -> set[str]:
    return {name.text for name in (*one.names, *one.aliases)}


def _blocks(tx: Transaction, keys: Iterable[str]) -> dict[str, Sequence[str]]:
    asked = sorted(keys)
    found = rows(tx, _IN_BLOCKS, blocks=asked, most=OF_A_BLOCK) if asked else []
    return {row["block"]: row["ids"] for row in found}
