"""How well people of a case are joined and proposed, against who they really are."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from graph.clues import clues_in
from graph.matching.scoring import Score, score
from graph.matching.sketch import Sketch, sketch
from graph.source import appearance_row
from graph.store import Store
from tests.graph.people_notation import Told


def sketch_in(told: Told) -> Sketch:
    filing = told.filing()
    clues = clues_in(filing)
    (person,) = (one for one in filing.appearances if one.type == "Person")
    return sketch(appearance_row(person, None, "", clues[person.id]))


def weighed(left: Told, right: Told) -> Score | None:
    return score(sketch_in(left), sketch_in(right))


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
