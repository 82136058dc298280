"""What the command line draws: progress bars on standard error, results on standard output."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

output = Console(highlight=False, soft_wrap=True)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


class PartsBar:
    """A bar for Neo4j's parts, drawn only when something is fetched.

    Called with parts done, parts in all and bytes fetched.
    """

    def __init__(self) -> None:
        self._progress: Progress | None = None
        self._task = TaskID(0)

    def __call__(self, done: int, total: int, size: int) -> None:
        if self._progress is None:
            self._progress = Progress(
                TextColumn("Fetching Neo4j's parts"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[megabytes]} MB"),
                TimeRemainingColumn(),
                console=errors,
            )
            self._progress.start()
            self._task = self._progress.add_task("parts", total=total, megabytes=0)
        self._progress.update(self._task, completed=done, total=total, megabytes=size // 1_000_000)
        if done >= total:
            self.close()

    def close(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None


@contextmanager
def parts_bar() -> Iterator[PartsBar]:
    """Draw the fetching of parts while the block runs."""
    bar = PartsBar()
    try:
        yield bar
    finally:
        bar.close()


@contextmanager
def reports_bar() -> Iterator[Progress]:
    """Draw the reading of reports while the block runs: count, rate and time left."""
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=errors,
        transient=True,
    ) as progress:
        yield progress
