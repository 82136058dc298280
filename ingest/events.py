"""What an ingest tells while it runs, and at its end.

Every report that is ``Found`` comes to exactly one end: ``Saved``, ``Known`` or ``Failed``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A report is on the list: a file, or an attachment of a mail that was just opened."""

    path: str


@dataclass(frozen=True, slots=True)
class Started:
    """A report is being opened."""

    path: str


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A report's name promises one format and its content is another; it is read as that."""

    path: str
    suffix: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Read:
    """A report's text has been read; it waits to be saved."""

    path: str
    report: str
    language: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A report is in the graph, whole."""

    path: str
    report: str


@dataclass(frozen=True, slots=True)
class Known:
    """A report was in the graph already, or earlier in this run, perhaps under another name."""

    path: str
    report: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A report could not be read; ``kind`` names the error's class."""

    path: str
    reason: str
    kind: str


Event = Found | Started | Misnamed | Read | Saved | Known | Failed


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be read, with its reason."""

    path: str
    reason: str
    kind: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the reports of one run."""

    read: int
    known: int
    failed: tuple[Failure, ...]
    cancelled: bool = False
