"""Who is who on invented people that were written before the matcher was seen on them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import pytest

from graph.clues import clues_in
from graph.matching.scoring import Score, score
from graph.matching.sketch import Sketch, sketch
from graph.source import appearance_row
from graph.store import Store
from tests.graph.people_notation import Told, read_case, read_pairs

CASES = ("case_vi.txt", "case_en.txt", "case_fr.txt")


def sketch_in(told: Told) -> Sketch:
    filing = told.filing()
    clues = clues_in(filing)
    (person,) = (one for one in filing.appearances if one.type == "Person")
    return sketch(appearance_row(person, None, "", clues[person.id]))


def weighed(left: Told, right: Told) -> Score | None:
    return score(sketch_in(left), sketch_in(right))


@pytest.mark.parametrize(
    ("verdict", "left", "right"),
    [pytest.param(v, left, right, id=why) for v, why, left, right in read_pairs()],
)
def test_pair_is_joined_only_when_it_is_the_same(verdict: str, left: Told, right: Told) -> None:
    found = weighed(left, right)
    joined = found is not None and found.joined
    if verdict == "same":
        assert found is not None
        assert found.proposed
    else:
        assert not joined


@dataclass
class Outcome:
    """Pairs of appearances of one case: which are one, joined, or asked about."""

    same: set[frozenset[str]]
    joined: set[frozenset[str]]
    asked: set[frozenset[str]]

    def figures(self) -> tuple[float, float, float]:
        """Precision of the joins, their recall, and recall with the proposals."""
        right = self.joined & self.same
        return (
            len(right) / max(len(self.joined), 1),
            len(right) / len(self.same),
            len((self.joined | self.asked) & self.same) / len(self.same),
        )


def outcome(store: Store, told: Iterable[Told]) -> Outcome:
    gold: dict[str, str] = {}
    store.save([one.filing() for one in told])
    for one in told:
        gold.update(one.gold)
    entity_of = {
        row["id"]: row["entity"]
        for row in store._database.run(
            "MATCH (a:Appearance {type: 'Person'})-[:OF]->(e:Entity) "
            "RETURN a.id AS id, e.id AS entity"
        )
    }
    asked = {
        frozenset((line["id"], other))
        for line in store.entity_lines("Person")
        for other in line["proposed"]
    }
    pairs = [frozenset(pair) for pair in combinations(sorted(gold), 2)]
    entities = {pair: frozenset(entity_of[id] for id in pair) for pair in pairs}
    return Outcome(
        same={pair for pair in pairs if len({gold[id] for id in pair}) == 1},
        joined={pair for pair in pairs if len(entities[pair]) == 1},
        asked={pair for pair in pairs if entities[pair] in asked},
    )


@pytest.mark.parametrize("case", CASES)
def test_case_is_joined_precisely_and_nobody_is_overlooked(store: Store, case: str) -> None:
    told = read_case(case)
    found = outcome(store, told)
    precision, _, recall = found.figures()
    named = {one.id: f"{t.name} {one.name}" for t in told for one in t.appearances}
    wrong = [sorted(named[id] for id in pair) for pair in found.joined - found.same]
    missed = [sorted(named[id] for id in p) for p in found.same - found.joined - found.asked]
    assert precision >= 0.995, wrong
    assert recall >= 0.97, missed
