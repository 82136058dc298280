"""The near end of the process that opens files: asks, waits, replaces it when it breaks."""

import json
import multiprocessing
import signal
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date as Day
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self

from ingest.child import Question, serve
from ingest.errors import REPORT_ERRORS, Crashed, TookTooLong
from ingest.limits import Limits, megabytes
from ingest.text import Text
from ingest.words import Attachment

_FILES_A_CHILD = 2000
_LONGEST_GOODBYE = 5.0
_spawning = multiprocessing.get_context("spawn")  # so that nothing of this process leaks


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file holds. ``text`` is None where only its attachments were asked for.

    ``left_out`` counts the attachments beyond the limit.
    """

    media_type: str
    text: Text | None
    title: str
    date: Day | None
    attachments: tuple[Attachment, ...]
    left_out: int


class Parser:
    """One child process at a time, made when it is first needed."""

    def __init__(
        self, limits: Limits, target: Callable[[Connection, Limits], None] = serve
    ) -> None:
        self._limits = limits
        self._target = target
        self._child: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._files = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def parse(self, data: bytes, question: Question) -> Parsed:
        """Ask what some bytes hold; raises a ReportError.

        A child that served other files before may have died of what those left behind: the file
        is then tried once more in a fresh one.
        """
        fresh = self._files == 0
        try:
            return self._ask(data, question)
        except Crashed:
            self._end()
            if fresh:
                raise
        try:
            return self._ask(data, question)
        except Crashed:
            self._end()
            raise

    def close(self) -> None:
        """Let the child go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._child is not None:
            self._child.join(_LONGEST_GOODBYE)
            self._end()

    def _ask(self, data: bytes, question: Question) -> Parsed:
        connection = self._connected()
        self._files += 1
        try:
            connection.send_bytes(json.dumps(asdict(question)).encode())
            connection.send_bytes(data)
            if not connection.poll(self._limits.seconds):
                self._end()
                raise TookTooLong(f"reading it took more than {self._limits.seconds:g} s")
            answer: dict[str, Any] = json.loads(connection.recv_bytes())
            if "error" in answer:
                raise REPORT_ERRORS[answer["error"]](answer["reason"])
            return _parsed(answer, connection)
        except (EOFError, OSError) as error:
            raise Crashed(self._cause()) from error

    def _connected(self) -> Connection:
        if self._files >= _FILES_A_CHILD:
            self.close()
        if self._connection is None:
            near, far = _spawning.Pipe()
            child = _spawning.Process(
                target=self._target, args=(far, self._limits), name="filrouge-parser", daemon=True
            )
            child.start()
            far.close()
            self._child, self._connection, self._files = child, near, 0
        return self._connection

    def _cause(self) -> str:
        """Say what the child died of."""
        memory = megabytes(self._limits.memory)
        if self._child is not None:
            self._child.join(_LONGEST_GOODBYE)
            code = self._child.exitcode
            if code is not None and code < 0:
                name = signal.Signals(-code).name
                return f"the reading process died of it ({name}; its memory limit is {memory})"
        return f"the reading process died of it (its memory limit is {memory})"

    def _end(self) -> None:
        """End the child at once and forget it."""
        if self._connection is not None:
            self._connection.close()
        if self._child is not None:
            self._child.kill()
            self._child.join()
            self._child.close()
        self._connection, self._child, self._files = None, None, 0


def _parsed(answer: dict[str, Any], connection: Connection) -> Parsed:
    attachments = tuple(
        Attachment(part["name"], connection.recv_bytes(), part["inline"])
        for part in answer["attachments"]
    )
    if "text" not in answer:
        return Parsed(answer["media_type"], None, "", None, attachments, answer["left_out"])
    return Parsed(
        media_type=answer["media_type"],
        text=Text(answer["text"], tuple(answer["pages"])),
        title=answer["title"],
        date=Day.fromisoformat(answer["date"]) if answer["date"] else None,
        attachments=attachments,
        left_out=answer["left_out"],
    )
