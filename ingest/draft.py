"""A report that was opened and is not read yet."""

from dataclasses import dataclass
from datetime import date as Day

from ingest.text import Text


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a report before its text is read; ``parent`` is the mail it came in."""

    id: str
    original: str
    path: str
    title: str
    text: Text
    media_type: str
    size: int
    date: Day | None
    parent: str | None = None
