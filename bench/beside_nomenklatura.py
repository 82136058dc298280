"""The same pairs for nomenklatura's matchers and ours: ``python -m bench.beside_nomenklatura``.

Needs nomenklatura (MIT), which is no part of filrouge: install it beside. Its matchers get the
names, aliases, births, sexes, phones, papers, mail and homes of every pair of
tests/graph/data/identity. Of each the threshold with the best F1 counts, and what it still finds
where nothing wrong is found.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from tests.graph.outcomes import weighed
from tests.graph.people_notation import HERE, Told, read_pairs

MATCHERS = ("logic-v2", "logic-v1", "name-based", "regression-v1", "er-unstable")
_PROPERTIES = {"phone": "phone", "identity": "idNumber", "email": "email", "born": "birthDate"}


def main() -> int:
    try:
        from followthemoney import model
        from nomenklatura.matching import ScoringConfig, get_algorithm
    except ImportError as error:
        print(f"nothing to compare with: {error}")
        return 0

    names = sorted(path.name for path in HERE.glob("*pairs*.txt"))
    pairs = [pair for name in names for pair in read_pairs(name)]
    same = [verdict == "same" for verdict, *_ in pairs]
    print(f"{len(pairs)} pairs, {sum(same)} the same")
    ours = [weighed(left, right) for _, _, left, right in pairs]
    joined = [found is not None and found.joined for found in ours]
    asked = [found is not None and (found.joined or found.proposed) for found in ours]
    for what, found in (("filrouge, joined", joined), ("joined or proposed", asked)):
        print(
            f"{what:18} precision {_precision(found, same):.3f}, recall {_recall(found, same):.3f}"
        )
    entities = [
        tuple(_entity(model, told) for told in (left, right)) for _, _, left, right in pairs
    ]
    config = ScoringConfig.defaults()
    for name in MATCHERS:
        matcher = get_algorithm(name)
        if matcher is None:
            print(f"{name:18} is not there")
            continue
        scores = [matcher.compare(*both, config).score for both in entities]
        print(f"{name:18} {_best(scores, same)}")
    return 0


def _entity(model: Any, told: Told) -> Any:
    one = next(one for one in told.appearances if one.type == "Person")
    entity = model.make_entity("Person")
    entity.id = one.id
    entity.add("name", one.name)
    entity.add("alias", list(one.aliases))
    said = dict(one.attributes)
    entity.add("gender", said.get("sex"))
    for fact in one.facts:
        kind, _, value = fact.partition(":")
        if kind in _PROPERTIES:
            entity.add(_PROPERTIES[kind], value)
    places = [other for other in told.appearances if other.type == "Place"]
    for place in places:
        within = dict(place.attributes).get("within", "")
        entity.add("address", ", ".join(part for part in (place.name, within) if part))
    return entity


def _best(scores: Sequence[float], same: Sequence[bool]) -> str:
    """Say what the best threshold reaches, and what is found above every wrong pair."""
    tried = ([score >= least for score in scores] for least in sorted(set(scores)))
    found = max(tried, key=lambda some: _f1(some, same))
    wrong = max(score for score, one in zip(scores, same, strict=True) if not one)
    sure = [score > wrong for score in scores]
    return (
        f"precision {_precision(found, same):.3f}, recall {_recall(found, same):.3f} at its best; "
        f"recall {_recall(sure, same):.3f} at precision 1"
    )


def _hits(found: Iterable[bool], same: Iterable[bool]) -> int:
    return sum(one and other for one, other in zip(found, same, strict=True))


def _precision(found: Sequence[bool], same: Sequence[bool]) -> float:
    return _hits(found, same) / max(sum(found), 1)


def _recall(found: Sequence[bool], same: Sequence[bool]) -> float:
    return _hits(found, same) / sum(same)


def _f1(found: Sequence[bool], same: Sequence[bool]) -> float:
    return 2 * _hits(found, same) / max(sum(found) + sum(same), 1)


if __name__ == "__main__":
    sys.exit(main())
