"""A text while its numbers are read: what one reader has found, the next no longer sees."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from nlp_models.finding import Finding
from nlp_models.folding import Surface, blank
from nlp_models.regions import Regions
from nlp_models.vocabulary import Language


class Taken:
    """Which characters a reader has found something in already."""

    def __init__(self, length: int) -> None:
        self._marks = bytearray(length)

    def add(self, start: int, end: int) -> bool:
        """Mark the characters; return False, and mark nothing, if any is marked already."""
        if self._marks.find(1, start, end) >= 0:
            return False
        self._marks[start:end] = b"\1" * (end - start)
        return True


@dataclass(slots=True)
class Sheet:
    """``plain`` and ``cased`` are the surface with what was found overwritten.

    ``whole`` is the plain surface as it was, for cues that belong to an earlier finding; ``placed``
    counts the places by country where these are known already.
    """

    surface: Surface
    language: Language
    plain: str = field(init=False)
    cased: str = field(init=False)
    whole: str = field(init=False)
    findings: list[Finding] = field(default_factory=list)
    placed: Mapping[str, int] = field(default_factory=dict)
    _regions: Regions | None = None

    def __post_init__(self) -> None:
        self.plain = self.whole = self.surface.plain
        self.cased = self.surface.cased

    @property
    def regions(self) -> Regions:
        """The countries the report names, read when first asked for."""
        if self._regions is None:
            self._regions = Regions(self.whole, self.surface.cased, self.language, self.placed)
        return self._regions

    def read(self, reader: "Reader") -> None:
        """Keep what the reader finds and take its characters off the sheet."""
        found = list(reader(self))
        if found:
            self.findings += found
            self.take((finding.start, finding.end) for finding in found)

    def take(self, spans: Iterable[tuple[int, int]]) -> None:
        taken = list(spans)
        if taken:
            self.plain = blank(self.plain, taken)
            self.cased = blank(self.cased, taken)

    def before(self, start: int, width: int) -> str:
        """Return up to ``width`` plain characters before ``start``, on the same line."""
        return self.whole[max(0, start - width) : start].rpartition("\n")[2]


Reader = Callable[[Sheet], Iterable[Finding]]
