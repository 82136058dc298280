"""Things that may be one: organisations, places and vehicles as far as matching is concerned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph.matching.contradictions import Contradiction
from graph.matching.reasons import Reason
from graph.matching.scoring import PROPOSED

_CLEAR = 14.0
_CONNECTED: Mapping[str, float] = {
    "Phone": 8.0,
    "Account": 8.0,
    "Email": 8.0,
    "Handle": 6.0,
    "Address": 6.0,
    "Vehicle": 6.0,
    "Person": 5.0,
    "Organization": 3.0,
    "Place": 2.5,
}
"""What one thing that both are connected with says, in bits, by its type."""
_CONNECTED_AT_MOST = 12.0
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Someone or something that stands beside others: connected with them, or in their reports."""

    id: str
    type: str
    name: str


@dataclass(frozen=True)
class Thing:
    """A thing with all its names, what reports say of it, and what it is connected with."""

    id: str
    type: str
    names: tuple[str, ...]
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    around: tuple[Neighbour, ...] = ()

    def said(self, attribute: str) -> tuple[str, ...]:
        """All values that reports give for one attribute."""
        return self.attributes.get(attribute, ())


@dataclass(frozen=True)
class ThingScore:
    """Why two things may be one, and why not; the machine never joins by it."""

    reasons: tuple[Reason, ...]
    against: tuple[Contradiction, ...] = ()

    @cached_property
    def total(self) -> float:
        """The sum of the reasons, less the contradictions, in bits."""
        return sum(r.bits for r in self.reasons) - sum(c.bits for c in self.against)

    @property
    def proposed(self) -> bool:
        """Whether the two are worth a reviewer's look."""
        return self.total >= PROPOSED

    @property
    def clear(self) -> bool:
        """Whether the pair may be judged together with others, without opening it."""
        return not self.against and self.total >= _CLEAR


def connected_reason(left: Thing, right: Thing) -> tuple[Reason, ...]:
    """Take what both are connected with for a reason."""
    others = {one.id for one in right.around}
    shared = [one for one in left.around if one.id in others]
    if not shared:
        return ()
    shared.sort(key=lambda one: (-_CONNECTED.get(one.type, 0.0), one.name, one.id))
    bits = min(sum(_CONNECTED.get(one.type, 0.0) for one in shared), _CONNECTED_AT_MOST)
    return (Reason("both_connected", _names(shared), bits),)


def _names(shared: Sequence[Neighbour]) -> tuple[str, ...]:
    return tuple(one.name for one in shared[:_SHOWN])
