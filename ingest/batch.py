"""Reading a batch of drafts of one language, here or in other processes."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from graph.records import Filing
from ingest.draft import Draft
from ingest.filing import make_filing
from ingest.options import Options
from ingest.windows import joined, windows
from nlp_models import load, reading_of
from nlp_models.vocabulary import Language

_PIPED_AT_ONCE = 64


def read_batch(language: Language, drafts: Sequence[Draft], options: Options) -> list[Filing]:
    """Read drafts of one language, long ones in windows; their filings in the same order."""
    bounds = [windows(draft.text.characters) for draft in drafts]
    pieces = (
        draft.text.characters[start:end]
        for draft, windows_of_it in zip(drafts, bounds, strict=True)
        for start, end in windows_of_it
    )
    readings = map(reading_of, load(language).pipe(pieces, batch_size=_PIPED_AT_ONCE))
    received = datetime.now(UTC)
    filings = []
    for draft, windows_of_it in zip(drafts, bounds, strict=True):
        parts = [(start, next(readings)) for start, _ in windows_of_it]
        reading = joined(draft.text.characters, parts)
        filings.append(make_filing(draft, reading, options, received))
    return filings


class Batches:
    """Reads batches: at once in this process, or in as many processes as there are workers."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._pool: ProcessPoolExecutor | None = None
        if options.workers > 1:
            spawning = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(options.workers, mp_context=spawning)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    @property
    def at_once(self) -> int:
        """Say how many batches may be on their way."""
        return 1 if self._pool is None else 2 * self._options.workers

    def submit(self, language: Language, drafts: Sequence[Draft]) -> Future[list[Filing]]:
        """Read a batch; without workers it has been read when this returns."""
        if self._pool is not None:
            return self._pool.submit(read_batch, language, drafts, self._options)
        done: Future[list[Filing]] = Future()
        done.set_result(read_batch(language, drafts, self._options))
        return done
