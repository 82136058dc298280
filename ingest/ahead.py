"""Taking the next things while the present ones are being worked on."""

import queue
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Generic, Self, TypeVar

Thing = TypeVar("Thing")
_LONGEST_WAIT = 0.2


class Ahead(Generic[Thing]):
    """Runs an iterator in a thread of its own, a bounded number of things ahead."""

    def __init__(self, things: Iterator[Thing], number: int) -> None:
        self._things = things
        self._queue: queue.Queue[Thing] = queue.Queue(number)
        self._stopped = threading.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ahead")
        self._done: Future[None] = self._thread.submit(self._run)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopped.set()
        self._thread.shutdown()

    def __iter__(self) -> Iterator[Thing | None]:
        """Yield the things in their order, and None while the next one is still on its way.

        An error of the iterator is raised here.
        """
        while True:
            over = self._done.done()
            try:
                yield self._queue.get(timeout=0 if over else _LONGEST_WAIT)
            except queue.Empty:
                if over:
                    self._done.result()
                    return
                yield None

    def _run(self) -> None:
        for thing in self._things:
            while not self._stopped.is_set():
                try:
                    self._queue.put(thing, timeout=_LONGEST_WAIT)
                    break
                except queue.Full:
                    continue
            if self._stopped.is_set():
                return
