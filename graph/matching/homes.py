"""Where a person lives, as a chain of places, and how much it says that two chains agree."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.folding import fold, phrase

_LEVELS: Mapping[str, float] = {
    "village": 9.5,
    "commune": 9.5,
    "town": 5.0,
    "district": 6.0,
    "region": 4.0,
    "province": 3.0,
    "country": 1.5,
}
_UNKNOWN = 7.0
_DIFFERENT_BELOW = 0.4
_NUMBERED = re.compile(r"\d|^(?:xom|thon|khoi|ap|to|ban)\b")
_ADMINISTRATIVE = re.compile(
    r"^(?:ban|lang|thon|xa|phuong|thi tran|huyen|thi xa|thanh pho|tp|tinh|quan|village (?:of|de)"
    r"|commune (?:of|de)|district (?:of|de)|province (?:of|de)|town of|city of|ville de)\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Home:
    """A home from the smallest place up, folded; ``kind`` is that of the smallest."""

    chain: tuple[str, ...]
    kind: str = ""

    @property
    def bits_by_place(self) -> Mapping[str, float]:
        """How much each place of the chain says: the smaller the place, the more."""
        kinds = [self.kind, *self._above()]
        weights: dict[str, float] = {}
        for place, kind in zip(self.chain, kinds, strict=False):
            weights.setdefault(place, _LEVELS.get(kind, _UNKNOWN))
        return weights

    def _above(self) -> list[str]:
        """Say what the places above the smallest are; districts ended in Vietnam in 2025."""
        count = len(self.chain) - 1
        first = {"village": "commune", "commune": "district"}.get(self.kind, "province")
        kinds = [first, *["district"] * max(count - 2, 0), "province"][:count]
        return [*kinds[:-1], "province"] if count > 1 or first == "district" else kinds

    @property
    def narrow(self) -> tuple[str, ...]:
        """The places small enough to look for namesakes in; a numbered one with that above it."""
        return self._places(_UNKNOWN)

    @property
    def told(self) -> tuple[str, ...]:
        """The places that tell anything of a person whose full name is known: no province."""
        return self._places(_LEVELS["region"])

    def _places(self, least: float) -> tuple[str, ...]:
        weights = self.bits_by_place
        above = dict(zip(self.chain, (*self.chain[1:], ""), strict=True))
        return tuple(
            f"{place} {above[place]}".strip() if _NUMBERED.search(place) else place
            for place in self.chain
            if weights[place] >= least
        )

    def text(self) -> str:
        """Write the home as one string, from which ``read_home`` takes it again."""
        return "|".join((self.kind, *self.chain))


def read_home(text: str) -> Home:
    """Take a home from what ``Home.text`` wrote."""
    kind, *chain = text.split("|")
    return Home(tuple(chain), kind)


def home_of_place(name: str, attributes: Mapping[str, str]) -> Home:
    """Take a home from a place and the chain above it."""
    above = (phrase(part) for part in attributes.get("within", "").split(","))
    chain = (phrase(name), *(part for part in above if part))
    return Home(tuple(part for part in chain if part), attributes.get("kind", ""))


def home_as_written(text: str) -> Home:
    """Take a home from words: "bản Huồi Lê, xã Keng Đu"."""
    parts = (_ADMINISTRATIVE.sub("", " ".join(fold(part).split())) for part in text.split(","))
    return Home(tuple(folded for part in parts if (folded := phrase(part))))


def shared_place(left: Iterable[Home], right: Iterable[Home]) -> tuple[str, float] | None:
    """Find the smallest place that two people's homes share, and what it says in bits."""
    best: tuple[str, float] | None = None
    others = list(right)
    for one in left:
        for other in others:
            found = _shared(one, other)
            if found is not None and (best is None or (found[1], found[0]) > (best[1], best[0])):
                best = found
    return best


def _shared(one: Home, other: Home) -> tuple[str, float] | None:
    weights, others = one.bits_by_place, other.bits_by_place
    common = [place for place in one.chain if place in others]
    if not common:
        return None
    place = max(common, key=lambda name: (min(weights[name], others[name]), name))
    bits = min(weights[place], others[place])
    heads = place == one.chain[0] and place == other.chain[0]
    if place not in (one.chain[0], other.chain[0]):
        # below it the two differ: the same district, other villages
        bits *= _DIFFERENT_BELOW
    if _NUMBERED.search(place) and len(common) < 2:
        # every commune has its hamlet number three
        bits = min(bits, 2.0)
    elif heads and len(one.chain) > 1 and len(other.chain) > 1 and len(common) == 1:
        # the same name under other districts is another place
        bits = min(bits, 2.0)
    return place, bits
