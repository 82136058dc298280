"""Sending: statements that answer nothing are written while the caller works out the next."""

import gc
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, LiteralString

from neo4j import ManagedTransaction, Result

_SWITCH_SECONDS = 0.0001


class Sending:
    """A transaction whose writing statements run on a thread of their own, one after the other.

    A statement that is read from waits for those sent before it.
    """

    def __init__(self, tx: ManagedTransaction, thread: ThreadPoolExecutor) -> None:
        self._tx = tx
        self._thread = thread
        self._sent: deque[Future[None]] = deque()

    def send(self, statement: LiteralString, parameters: dict[str, Any]) -> None:
        """Run a statement in its turn, and go on meanwhile."""
        self._sent.append(self._thread.submit(self._run, statement, parameters))

    def run(self, statement: LiteralString, parameters: dict[str, Any] | None = None) -> Result:
        """Run a statement after all that were sent."""
        self.wait()
        return self._tx.run(statement, parameters)

    def wait(self) -> None:
        """Wait for what was sent; raises the first error of it."""
        while self._sent:
            self._sent.popleft().result()

    def _run(self, statement: LiteralString, parameters: dict[str, Any]) -> None:
        self._tx.run(statement, parameters).consume()


@contextmanager
def sending(tx: ManagedTransaction) -> Iterator[Sending]:
    """Let a transaction send; leaving the block waits for all.

    The first error of any statement comes up at the next that waits, or then. What an error leaves
    unsent is dropped: the transaction is lost with it.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="sending") as thread:
        try:
            ahead = Sending(tx, thread)
            yield ahead
            ahead.wait()
        finally:
            thread.shutdown(cancel_futures=True)


@contextmanager
def briskly() -> Iterator[None]:
    """Keep what this process does by itself from slowing a save down; one save at a time.

    Rows by the ten thousand hold no cycles, and looking for cycles walks them all; and the thread
    that sends must not wait for the other's turn to end each time the server has answered.
    """
    collects, interval = gc.isenabled(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
        if collects:
            gc.enable()
