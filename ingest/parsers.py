"""Several processes that open files side by side."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from ingest.child import Question
from ingest.limits import Limits
from ingest.parser import Parsed, Parser


class Parsers:
    """A pool of parsers: one thread each, which waits while its process works."""

    def __init__(self, number: int, limits: Limits) -> None:
        self._limits = limits
        self._own = threading.local()
        self._all: list[Parser] = []
        self._threads = ThreadPoolExecutor(number, thread_name_prefix="parser")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._threads.shutdown(cancel_futures=True)
        for parser in self._all:
            parser.close()

    def submit(self, load: Callable[[], bytes], question: Question) -> Future[tuple[bytes, Parsed]]:
        """Load some bytes and parse them, as soon as a parser is free."""
        return self._threads.submit(self._parse, load, question)

    def parse(self, data: bytes, question: Question) -> Parsed:
        """Parse some bytes and wait for it."""
        return self.submit(lambda: data, question).result()[1]

    def _parse(self, load: Callable[[], bytes], question: Question) -> tuple[bytes, Parsed]:
        data = load()
        return data, self._parser().parse(data, question)

    def _parser(self) -> Parser:
        parser: Parser | None = getattr(self._own, "parser", None)
        if parser is None:
            parser = self._own.parser = Parser(self._limits)
            self._all.append(parser)
        return parser
