"""Uploads being read: a list of jobs, and one thread that does them one after the other."""

import queue
import shutil
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from uuid import uuid4

from graph.errors import StoreError
from graph.store import Store
from ingest.errors import IngestError
from ingest.events import Event, Failed, Found, Known, Saved
from ingest.options import Options
from ingest.originals import Originals
from ingest.pipeline import ingest
from web.errors import NoSuchJob

State = Literal["waiting", "running", "done", "cancelled", "failed"]
OVER: frozenset[State] = frozenset({"done", "cancelled", "failed"})
SHOWN = 300
KEPT = 50
"""How many jobs that are over stay on the list."""


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file of a job: read, already known, or failed with its reason."""

    path: str
    outcome: Literal["read", "known", "failed"]
    reason: str = ""
    report: str | None = None


@dataclass(slots=True)
class Job:
    """One upload on its way into the graph. Only the worker thread changes it."""

    id: str
    names: tuple[str, ...]
    folder: Path
    options: Options
    submitted: datetime
    state: State = "waiting"
    found: int = 0
    lines: list[Line] = field(default_factory=list)
    started: float = 0.0
    ended: float = 0.0
    problem: str = ""
    cancelled: threading.Event = field(default_factory=threading.Event)

    @property
    def over(self) -> bool:
        """Tell whether nothing more will happen to this job."""
        return self.state in OVER

    @property
    def done(self) -> int:
        """Count the files that have come to their end, well or not."""
        return len(self.lines)

    @property
    def seconds(self) -> float:
        """Say for how long the job has run."""
        if not self.started:
            return 0.0
        return (self.ended or time.monotonic()) - self.started

    @property
    def rate(self) -> float:
        """Say how many files a second came to their end."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Guess the seconds left, once a few files give a rate."""
        if self.done < 2 or not self.found or self.over:
            return None
        return max(self.found - self.done, 0) / self.rate

    @property
    def shown(self) -> tuple[Line, ...]:
        """List every file that failed, then the latest of the others."""
        lines = tuple(self.lines)
        failed = tuple(line for line in lines if line.outcome == "failed")
        others = tuple(line for line in lines if line.outcome != "failed")
        return failed + others[: -SHOWN - 1 : -1]

    def count(self, outcome: str) -> int:
        """Count the files that ended in one way."""
        return sum(line.outcome == outcome for line in self.lines)


class Jobs:
    """The jobs of this server, and the thread that does them; forgotten when it stops."""

    def __init__(self, store: Store, originals: Originals, folder: Path) -> None:
        self._store = store
        self._originals = originals
        self._folder = folder
        self._jobs: dict[str, Job] = {}
        self._waiting: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._worker: threading.Thread | None = None
        # What a server that was stopped in the middle of an upload has left behind.
        shutil.rmtree(folder, ignore_errors=True)

    def open_folder(self) -> Path:
        """Make a folder of its own for the files of one upload."""
        folder = self._folder / uuid4().hex
        folder.mkdir(parents=True, mode=0o700)
        return folder

    def submit(self, folder: Path, names: Sequence[str], options: Options) -> Job:
        """Put the files in ``folder`` on the list; they are read in turn and then removed."""
        job = Job(folder.name, tuple(names), folder, options, datetime.now(UTC))
        with self._lock:
            self._jobs[job.id] = job
            over = [known.id for known in self._jobs.values() if known.over]
            for old in over[: max(len(over) - KEPT, 0)]:
                del self._jobs[old]
            if self._worker is None:
                self._start()
        self._waiting.put(job)
        return job

    def all(self) -> tuple[Job, ...]:
        """List the jobs, newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def get(self, job_id: str) -> Job:
        """Find a job; raises NoSuchJob."""
        with self._lock:
            if job_id not in self._jobs:
                raise NoSuchJob(job_id)
            return self._jobs[job_id]

    def running(self) -> Job | None:
        """Give the job that runs, or the first that waits."""
        return next((job for job in reversed(self.all()) if not job.over), None)

    def cancel(self, job_id: str) -> Job:
        """Ask a job to stop after the report that it reads now."""
        job = self.get(job_id)
        job.cancelled.set()
        return job

    def close(self) -> None:
        """Ask every job to stop; those that are read stay read."""
        for job in self.all():
            job.cancelled.set()

    def _start(self) -> None:
        self._worker = threading.Thread(target=self._work, name="uploads", daemon=True)
        self._worker.start()

    def _work(self) -> None:
        try:
            while True:
                self._do(self._waiting.get())
        finally:
            # A bug ends this thread and is told by it; the jobs behind go on in the next.
            self._start()

    def _do(self, job: Job) -> None:
        job.started = time.monotonic()
        job.state = "running"
        ending: State = "failed"
        try:
            if not job.cancelled.is_set():
                self._read(job)
            ending = "cancelled" if job.cancelled.is_set() else "done"
        except (IngestError, StoreError) as error:
            job.problem = str(error)
        finally:
            # Also when a bug ends this thread: the page must not wait for ever.
            shutil.rmtree(job.folder, ignore_errors=True)
            job.ended = time.monotonic()
            job.state = ending

    def _read(self, job: Job) -> None:
        ingest(
            [job.folder],
            self._store,
            self._originals,
            replace(job.options, relative_to=job.folder),
            notify=lambda event: note(job, event),
            cancelled=job.cancelled,
        )


def note(job: Job, event: Event) -> None:
    """Write down in its job what the ingest has told."""
    match event:
        case Found():
            job.found += 1
        case Saved(path, report):
            job.lines.append(Line(path, "read", report=report))
        case Known(path, report):
            job.lines.append(Line(path, "known", report=report))
        case Failed(path, reason):
            job.lines.append(Line(path, "failed", reason=reason))
