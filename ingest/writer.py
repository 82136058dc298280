"""Saving while reading goes on: one thread, whole reports, as many at once as there are."""

import queue
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from graph.errors import TooLarge, TooSlow
from graph.records import Filing
from graph.store import Store
from ingest.events import Failed, Saved

MOST_REPORTS = 64
MOST_CHARACTERS = 4_000_000
_LONGEST_WAIT = 0.2


class Writer:
    """Saves filings in batches of whole reports, one transaction each."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: queue.Queue[Filing] = queue.Queue(2 * MOST_REPORTS)
        self._ended: queue.SimpleQueue[Saved | Failed] = queue.SimpleQueue()
        self._last = threading.Event()
        self._dropped = threading.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._done: Future[None] = self._thread.submit(self._run)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._dropped.set()
        self._last.set()
        self._thread.shutdown()

    def put(self, filings: Sequence[Filing]) -> None:
        """Hand filings over; raises StoreError when the graph has stopped answering."""
        for filing in filings:
            while True:
                self.check()
                try:
                    self._waiting.put(filing, timeout=_LONGEST_WAIT)
                    break
                except queue.Full:
                    continue

    def check(self) -> None:
        """Raise what ended the thread, if something did."""
        if self._done.done():
            self._done.result()

    def ended(self) -> Iterator[Saved | Failed]:
        """Yield the ends that reports have come to since this was last asked."""
        while not self._ended.empty():
            yield self._ended.get()

    def finish(self) -> None:
        """Save what is left and wait for it; raises StoreError."""
        self._last.set()
        self._done.result()

    def _run(self) -> None:
        while batch := self._next():
            self._save(batch)

    def _next(self) -> list[Filing]:
        """Wait for one filing, then take all that wait behind it, within bounds."""
        batch: list[Filing] = []
        size = 0
        while len(batch) < MOST_REPORTS and size < MOST_CHARACTERS and not self._dropped.is_set():
            try:
                filing = self._waiting.get(timeout=0 if batch else _LONGEST_WAIT)
            except queue.Empty:
                if batch or (self._last.is_set() and self._waiting.empty()):
                    break
                continue
            batch.append(filing)
            size += len(filing.report.text)
        return [] if self._dropped.is_set() else batch

    def _save(self, batch: Sequence[Filing]) -> None:
        """Save a batch; a report that alone is too much for the server fails by itself."""
        try:
            self._store.save(batch)
        except (TooLarge, TooSlow) as error:
            if len(batch) == 1:
                path = batch[0].report.path
                self._ended.put(Failed(path, str(error), type(error).__name__))
                return
            for filing in batch:
                self._save([filing])
            return
        for filing in batch:
            self._ended.put(Saved(filing.report.path, filing.report.id))
