"""What the person who files reports says of them."""

from dataclasses import dataclass, field
from datetime import date as Day
from pathlib import Path

from ingest.errors import OptionError
from ingest.limits import Limits
from nlp_models.vocabulary import LANGUAGES, Language

RELIABILITIES = ("A", "B", "C", "D", "E", "F")
CREDIBILITIES = (1, 2, 3, 4, 5, 6)
MOST_WORKERS = 64


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for all reports of one run.

    ``language`` and ``date`` override what the reports themselves say. ``reliability`` is A to F
    and ``credibility`` 1 to 6 (F and 6 mean unknown). ``workers`` is the number of processes that
    read; ``relative_to`` is a folder that paths are told from (the folder of an upload).
    """

    source: str | None = None
    date: Day | None = None
    language: Language | None = None
    reliability: str | None = None
    credibility: int | None = None
    handling: str | None = None
    workers: int = 1
    limits: Limits = field(default_factory=Limits)
    relative_to: Path | None = None

    def __post_init__(self) -> None:
        _one_of("language", self.language, LANGUAGES)
        _one_of("reliability", self.reliability, RELIABILITIES)
        _one_of("credibility", self.credibility, CREDIBILITIES)
        if not 1 <= self.workers <= MOST_WORKERS:
            raise OptionError("workers", self.workers, f"from 1 to {MOST_WORKERS}")


def _one_of(name: str, value: object, allowed: tuple[object, ...]) -> None:
    if value is not None and value not in allowed:
        raise OptionError(name, value, "one of " + ", ".join(map(str, allowed)))
