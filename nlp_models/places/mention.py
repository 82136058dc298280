"""A stretch of text that may name a place, before it is known which."""

from dataclasses import dataclass
from typing import Literal

from nlp_models.gazetteer.place import Kind, Named

# how the reader came upon it, the surest first
Source = Literal["administrative", "gate", "model", "gazetteer"]

# outward: a smaller number lies in a larger one
LEVELS: dict[str, int] = {
    "gate": 0,
    "village": 0,
    "commune": 1,
    "town": 2,
    "district": 2,
    "province": 3,
    "country": 4,
}


@dataclass(slots=True)
class PlaceMention:
    """Characters ``start`` to ``end`` name a place; with the word of its kind, the whole."""

    start: int
    end: int
    written: str
    source: Source
    kind: Kind | None
    whole_start: int
    whole_end: int
    cued: bool = False
    found: Named | None = None
    within: "PlaceMention | None" = None

    @property
    def level(self) -> int | None:
        kind = self.kind or (self.found.place.kind if self.found else None)
        return LEVELS[kind] if kind else None
