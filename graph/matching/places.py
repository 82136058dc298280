"""Places that may be one: a name without its chain, or with another part of it, or misspelled.

The gazetteer tells what is the same where it knows both; a reviewer is asked about villages that
it does not know.
"""

import math
from collections.abc import Iterable, Sequence

from graph.folding import phrase
from graph.matching.contradictions import Contradiction
from graph.matching.reasons import Reason
from graph.matching.sounds import is_variant
from graph.matching.thing import Thing, ThingScore, connected_reason

_NAME, _WORD, _SPELLING_COSTS = 6.0, 1.25, 2.0
_DISTRICT, _PROVINCE = 5.0, 1.5
_NEAR, _NEAR_KM, _FAR_COSTS, _FAR_KM = 4.0, 5.0, 8.0, 40.0
_KINDS_COST, _CHAINS_COST = 4.0, 8.0
_EARTH_KM = 6371.0
_WIDEST = 1
"""Of a chain, the last link (the province) says little."""


def weigh_places(left: Thing, right: Thing) -> ThingScore | None:
    """Weigh two places; None when they bear different names, or the gazetteer knows them as two."""
    if left.said("gazetteer") and right.said("gazetteer"):
        return None
    named = _best_name(left.names, right.names)
    if named is None:
        return None
    shared = _shared_chain(left, right)
    near, far = _distance_reasons(left, right)
    reasons = (named, *shared, *near, *connected_reason(left, right))
    return ThingScore(
        reasons, (*_different_chains(left, right), *_different_kinds(left, right), *far)
    )


def _best_name(some: Sequence[str], others: Sequence[str]) -> Reason | None:
    found = (_same_name(one, other) for one in some for other in others)
    return max((r for r in found if r is not None), key=lambda reason: reason.bits, default=None)


def _same_name(one: str, other: str) -> Reason | None:
    left, right = phrase(one).split(), phrase(other).split()
    texts = tuple(sorted((one, other), key=lambda name: (len(name), name)))
    bits = _NAME + _WORD * min(len(left), 3)
    if left == right:
        return Reason("place_name", texts[:1], bits)
    if len(left) == len(right) and all(
        a == b or is_variant(a, b) for a, b in zip(left, right, strict=True)
    ):
        return Reason("place_spelling", texts, bits - _SPELLING_COSTS)
    return None


def _chains(thing: Thing) -> list[list[str]]:
    return [[phrase(link) for link in said.split(",")] for said in thing.said("within")]


def _shared_chain(left: Thing, right: Thing) -> Iterable[Reason]:
    """Take the narrowest link that the chains of both share for a reason."""
    best: tuple[float, str] | None = None
    written = {
        phrase(link): link.strip() for said in left.said("within") for link in said.split(",")
    }
    others = {link for chain in _chains(right) for link in chain}
    for chain in _chains(left):
        for place, link in enumerate(chain):
            if link in others:
                bits = _PROVINCE if len(chain) - place <= _WIDEST else _DISTRICT
                best = max(best or (bits, link), (bits, link))
    if best is not None:
        yield Reason("both_within", (written[best[1]],), best[0])


def _different_chains(left: Thing, right: Thing) -> Iterable[Contradiction]:
    one, other = _chains(left), _chains(right)
    if one and other and not {k for c in one for k in c} & {k for c in other for k in c}:
        told = (", ".join(left.said("within")), ", ".join(right.said("within")))
        yield Contradiction("different_chains", told, _CHAINS_COST)


def _different_kinds(left: Thing, right: Thing) -> Iterable[Contradiction]:
    one, other = set(left.said("kind")), set(right.said("kind"))
    if one and other and not one & other:
        told = (", ".join(sorted(one)), ", ".join(sorted(other)))
        yield Contradiction("different_kinds", told, _KINDS_COST)


def _distance_reasons(
    left: Thing, right: Thing
) -> tuple[tuple[Reason, ...], tuple[Contradiction, ...]]:
    distance = _kilometres(_position(left), _position(right))
    if distance is None:
        return (), ()
    if distance <= _NEAR_KM:
        return (Reason("lie_near", (f"{distance:.0f}",), _NEAR),), ()
    if distance >= _FAR_KM:
        return (), (Contradiction("lie_apart", (f"{distance:.0f}",), _FAR_COSTS),)
    return (), ()


def _position(thing: Thing) -> tuple[float, float] | None:
    latitude, longitude = thing.said("latitude"), thing.said("longitude")
    if len(latitude) != 1 or len(longitude) != 1:
        return None
    return math.radians(float(latitude[0])), math.radians(float(longitude[0]))


def _kilometres(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float | None:
    """Measure the distance on the globe between two points in radians."""
    if one is None or other is None:
        return None
    sine = math.sin((other[0] - one[0]) / 2) ** 2
    sine += math.cos(one[0]) * math.cos(other[0]) * math.sin((other[1] - one[1]) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(sine)))
