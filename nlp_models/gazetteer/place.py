"""A place of the gazetteer."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["country", "province", "district", "commune", "village", "town", "gate"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with what it lies in (``parent``, an id) and where.

    ``precision`` says what the coordinates are those of; ``successor`` is the unit that a former
    one went into; ``population`` ranks homonyms and is a round guess for Vietnam's units.
    """

    id: str
    name: str
    kind: Kind
    country: str
    parent: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    population: int = 0
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name as one source writes it, and the place it names."""

    written: str
    place: Place
