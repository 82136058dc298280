"""From paths to the graph, or to JSON: opening, reading and saving at the same time."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import StoreError
from graph.records import Filing
from graph.store import Store
from ingest.ahead import Ahead
from ingest.batch import Batches
from ingest.draft import Draft
from ingest.errors import SavingStopped
from ingest.events import Event, Failed, Failure, Known, Read, Saved, Summary
from ingest.gathering import MOST_DRAFTS, Gathering
from ingest.intake import Intake
from ingest.options import Options
from ingest.originals import Originals
from ingest.parsers import Parsers
from ingest.writer import Writer
from nlp_models import identify
from nlp_models.vocabulary import Language

__all__ = ["Failure", "Outcome", "Summary", "extract", "ingest"]

Outcome = Filing | Failure
Notify = Callable[[Event], None]
_AHEAD = 32


def _nobody(event: Event) -> None:
    """Hear an event and do nothing."""


def ingest(
    paths: Iterable[Path],
    store: Store,
    originals: Originals,
    options: Options,
    notify: Notify = _nobody,
    cancelled: threading.Event | None = None,
) -> Summary:
    """Read files and folders into the graph; what is known already stays as it is.

    ``notify`` hears events in the caller's own thread. ``cancelled`` is looked at between
    batches: what was read by then is still saved. Raises SavingStopped when the graph stops
    answering, and StoreError when it does not answer at all.
    """
    store.prepare()
    run = _Run(options, notify, cancelled or threading.Event())
    with Parsers(options.workers, options.limits) as parsers:
        intake = Intake(options, parsers, store.known, originals.has, originals.put)
        try:
            with (
                Batches(options) as batches,
                Writer(store) as writer,
                Ahead(intake.open(paths), _AHEAD) as things,
            ):
                run.read(things, batches, writer)
        except StoreError as error:
            raise SavingStopped(run.saved, str(error)) from error
    return run.summary()


@dataclass(slots=True)
class _Run:
    """One run of ingest: the batches on their way, and what became of the reports so far."""

    options: Options
    notify: Notify
    cancelled: threading.Event
    known: int = 0
    saved: int = 0
    failed: list[Failure] = field(default_factory=list)
    reading: deque[Future[list[Filing]]] = field(default_factory=deque)

    def read(
        self, things: Iterable[Draft | Event | None], batches: Batches, writer: Writer
    ) -> None:
        """Take drafts as they come, in batches to the readers and on to the writer."""
        gathering = Gathering()
        for thing in things:
            if self.cancelled.is_set():
                break
            if isinstance(thing, Draft):
                language = language_of(thing, self.options)
                if batch := gathering.add(language, thing):
                    self._submit(language, batch, batches, writer)
            elif thing is None:
                self._flush(gathering, batches, writer)
            else:
                self._tell(thing)
            self._hear(writer)
        if not self.cancelled.is_set():
            self._flush(gathering, batches, writer)
        while self.reading:
            self._hand_over(writer)
        writer.finish()
        self._hear(writer)

    def summary(self) -> Summary:
        """Return what became of the reports."""
        return Summary(self.saved, self.known, tuple(self.failed), self.cancelled.is_set())

    def _flush(self, gathering: Gathering, batches: Batches, writer: Writer) -> None:
        """Read what has been gathered, rather than wait with it for a slow file."""
        for language, batch in gathering.rest():
            self._submit(language, batch, batches, writer)

    def _submit(
        self, language: Language, batch: Sequence[Draft], batches: Batches, writer: Writer
    ) -> None:
        writer.check()
        self.reading.append(batches.submit(language, batch))
        while len(self.reading) >= batches.at_once or (self.reading and self.reading[0].done()):
            self._hand_over(writer)

    def _hand_over(self, writer: Writer) -> None:
        """Hand the oldest batch to the writer."""
        filings = self.reading.popleft().result()
        for filing in filings:
            report = filing.report
            self.notify(Read(report.path, report.id, report.language))
        writer.put(filings)
        self._hear(writer)

    def _hear(self, writer: Writer) -> None:
        writer.check()
        for event in writer.ended():
            self._tell(event)

    def _tell(self, event: Event) -> None:
        """Count an event and pass it on."""
        match event:
            case Saved():
                self.saved += 1
            case Known():
                self.known += 1
            case Failed(path=path, reason=reason, kind=kind):
                self.failed.append(Failure(path, reason, kind))
            case _:
                pass
        self.notify(event)


def language_of(draft: Draft, options: Options) -> Language:
    """Return the language given, else the one that the text shows."""
    return options.language or identify(draft.text.characters)


def extract(paths: Iterable[Path], options: Options) -> Iterator[Outcome]:
    """Yield what is read in each report, or why it can't be read, in the order given.

    Touches no graph and keeps no original; the same bytes under two names are read twice.
    """
    with Parsers(options.workers, options.limits) as parsers, Batches(options) as batches:
        intake = Intake(options, parsers, repeats=True)
        with Ahead(intake.open(paths), _AHEAD) as things:
            for group in _groups(things):
                yield from _in_order(group, batches, options)


def _groups(things: Iterable[Draft | Event | None]) -> Iterator[list[Draft | Failure]]:
    """Yield drafts and failures in groups: small ones first, and whenever a file is slow."""
    group: list[Draft | Failure] = []
    enough = 1
    for thing in things:
        if isinstance(thing, Draft):
            group.append(thing)
        elif isinstance(thing, Failed):
            group.append(Failure(thing.path, thing.reason, thing.kind))
        if group and (thing is None or len(group) >= enough):
            yield group
            group, enough = [], min(2 * enough, MOST_DRAFTS)
    if group:
        yield group


def _in_order(
    group: Sequence[Draft | Failure], batches: Batches, options: Options
) -> Iterator[Outcome]:
    """Read a group language by language, and yield it in its own order."""
    drafts: dict[Language, list[Draft]] = {}
    for one in group:
        if isinstance(one, Draft):
            drafts.setdefault(language_of(one, options), []).append(one)
    reading = [batches.submit(language, batch) for language, batch in drafts.items()]
    filings = {
        id(draft): filing
        for batch, read in zip(drafts.values(), reading, strict=True)
        for draft, filing in zip(batch, read.result(), strict=True)
    }
    for one in group:
        yield filings[id(one)] if isinstance(one, Draft) else one
