"""``filrouge ingest``: reports into the graph, with a bar, a closing table and an exit status."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click
from rich.table import Table

from filrouge.opening import open_store
from filrouge.reading_options import Words, as_options, reading_options
from filrouge.settings import load_settings
from filrouge.terminal import errors, output, parts_bar, reports_bar

if TYPE_CHECKING:
    from rich.progress import Progress

    from ingest.events import Event, Summary


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@reading_options
def ingest(paths: tuple[Path, ...], **words: Unpack[Words]) -> None:
    """Read reports (files and folders) into the graph; what is known already stays as it is."""
    from ingest.originals import Originals
    from ingest.pipeline import ingest as run

    settings = load_settings()
    options = as_options(words, settings)
    with parts_bar() as bar:
        store = open_store(settings, bar)
    start = time.monotonic()
    with store, reports_bar() as progress, _interruptible() as cancelled:
        summary = run(
            paths,
            store,
            Originals(settings.home / "originals"),
            options,
            Follow(progress),
            cancelled,
        )
    print_summary(summary, time.monotonic() - start)
    if summary.cancelled:
        errors.print("filrouge: stopped as asked; the same command goes on from here")
    raise SystemExit(1 if summary.failed or summary.cancelled else 0)


class Follow:
    """Moves the bar as reports come to their ends."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._task = progress.add_task("Reading reports", total=None, rate="")
        self._found = 0
        self._ended = 0
        self._start = time.monotonic()

    def __call__(self, event: "Event") -> None:
        from ingest.events import Failed, Found, Known, Misnamed, Saved

        match event:
            case Found():
                self._found += 1
            case Saved() | Known() | Failed():
                self._ended += 1
            case Misnamed(path=path, suffix=suffix, media_type=media_type):
                self._progress.console.print(
                    f"{path}: named {suffix or 'without a suffix'}, read as {media_type}",
                    markup=False,
                )
            case _:
                return
        rate = self._ended / max(time.monotonic() - self._start, 0.001)
        self._progress.update(
            self._task, total=self._found, completed=self._ended, rate=f"{rate:.1f}/s"
        )


def print_summary(summary: "Summary", seconds: float) -> None:
    """Print the closing table, and each failure with its reason."""
    table = Table("read", "already known", "failed", box=None, pad_edge=False)
    table.add_row(f"{summary.read:,}", f"{summary.known:,}", f"{len(summary.failed):,}")
    output.print(table)
    output.print(f"in {seconds:.1f} s")
    if not summary.failed:
        return
    for failure in summary.failed:  # a line each, whole: a cut name would name no file
        errors.print(f"failed: {failure.path}: {failure.reason}", markup=False)


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """Let the first Ctrl-C finish the reports in hand; the second one ends at once."""
    cancelled = threading.Event()
    before: Callable[..., object] | int | None = signal.getsignal(signal.SIGINT)

    def on_interrupt(*_: object) -> None:
        if cancelled.is_set():
            raise KeyboardInterrupt
        cancelled.set()
        errors.print("filrouge: finishing the reports in hand (Ctrl-C again: at once)")

    signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield cancelled
    finally:
        signal.signal(signal.SIGINT, before)
