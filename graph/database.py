"""One driver to one database: managed transactions with time-outs, and errors in plain words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Concatenate, LiteralString, ParamSpec, Self, TypeVar

from neo4j import GraphDatabase, ManagedTransaction, Query, Result, Session, unit_of_work
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
)

from graph.address import Address
from graph.errors import OutOfMemory, Refused, StoreError, TooSlow, Unreachable
from graph.sending import Sending

Row = Mapping[str, Any]
Transaction = ManagedTransaction | Sending
P = ParamSpec("P")
T = TypeVar("T")

READ_SECONDS = 30.0
WRITE_SECONDS = 300.0
SURVEY_SECONDS = 3600.0
_TIMED_OUT = "TransactionTimedOut"
_NO_MEMORY = ("OutOfMemory", "MemoryLimit")


class Database:
    """The driver of this process, and the transactions that go through it."""

    def __init__(self, address: Address, *, timeout: float) -> None:
        self._address = address
        self._database = address.database
        self._driver = GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            connection_timeout=min(timeout, 10),
            connection_acquisition_timeout=timeout,
            max_transaction_retry_time=timeout,
        )
        # one for all sessions: whatever this process has written it also reads
        self._bookmarks = GraphDatabase.bookmark_manager()

    @classmethod
    def connect(cls, address: Address, *, timeout: float) -> Self:
        """Open the driver and make sure that a server answers and lets us in."""
        database = cls(address, timeout=timeout)
        try:
            database.run("RETURN 1 AS ready")
        except StoreError:
            database.close()
            raise
        return database

    def read(
        self, work: Callable[Concatenate[Transaction, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run reading work in one transaction, again if the server asks for it."""
        timed = unit_of_work(timeout=READ_SECONDS)(work)
        with self._plain_words(READ_SECONDS), self._session() as session:
            return session.execute_read(timed, *args, **kwargs)

    def survey(
        self, work: Callable[Concatenate[Transaction, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run reading work over the whole graph, which may take its time."""
        timed = unit_of_work(timeout=SURVEY_SECONDS)(work)
        with self._plain_words(SURVEY_SECONDS), self._session() as session:
            return session.execute_read(timed, *args, **kwargs)

    def write(
        self,
        work: Callable[Concatenate[ManagedTransaction, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run writing work in one transaction; once more when two writers made the same id."""
        timed = unit_of_work(timeout=WRITE_SECONDS)(work)
        with self._plain_words(WRITE_SECONDS), self._session() as session:
            try:
                return session.execute_write(timed, *args, **kwargs)
            except ConstraintError:
                return session.execute_write(timed, *args, **kwargs)

    def run(self, statement: LiteralString, **parameters: Any) -> list[Row]:
        """Run one statement that manages its own transactions, such as one of the schema."""
        query = Query(statement, timeout=WRITE_SECONDS)
        with self._plain_words(WRITE_SECONDS), self._session() as session:
            return _maps(session.run(query, parameters))

    def close(self) -> None:
        """Close the driver and all its connections."""
        self._driver.close()

    def _session(self) -> Session:
        return self._driver.session(database=self._database, bookmark_manager=self._bookmarks)

    @contextmanager
    def _plain_words(self, seconds: float = READ_SECONDS) -> Iterator[None]:
        uri, user = self._address.uri, self._address.user
        try:
            yield
        except AuthError as error:
            raise Refused(uri, user, error.message or "wrong password") from error
        except ServiceUnavailable as error:
            raise Unreachable(uri, str(error)) from error
        except ConfigurationError as error:
            raise Unreachable(uri, str(error)) from error
        except ClientError as error:
            if "DatabaseNotFound" in (error.code or ""):
                raise Refused(uri, user, error.message or "no such database") from error
            if _TIMED_OUT in (error.code or ""):
                raise TooSlow(seconds, error.code or "") from error
            raise
        except Neo4jError as error:
            if any(word in (error.code or "") for word in _NO_MEMORY):
                why = (error.message or error.code or "").partition(" dbms.")[0].rstrip(".")
                raise OutOfMemory(why) from error
            if _TIMED_OUT in (error.code or ""):
                raise TooSlow(seconds, error.code or "") from error
            raise
        except DriverError as error:
            raise Unreachable(uri, str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def rows(tx: Transaction, statement: LiteralString, **parameters: Any) -> list[Row]:
    """Run one statement and take all its rows."""
    return _maps(tx.run(statement, parameters))


def row(tx: Transaction, statement: LiteralString, **parameters: Any) -> Row | None:
    """Run one statement and take its first row, if there is one."""
    return next(iter(_maps(tx.run(statement, parameters))), None)


def _maps(result: Result) -> list[Row]:
    keys = result.keys()
    return [dict(zip(keys, record.values(), strict=True)) for record in result]


def write_rows(tx: Transaction, statement: LiteralString, batches: Iterable[Sequence[Row]]) -> None:
    """Run one statement once for each batch of ``$rows``; one that sends goes on meanwhile."""
    for batch in batches:
        if isinstance(tx, Sending):
            tx.send(statement, {"rows": batch})
        else:
            tx.run(statement, {"rows": batch}).consume()
