"""The store: everything that the rest of filrouge may ask of the graph, or tell it."""

from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Self

from graph.address import Address
from graph.batches import transactions
from graph.counting import counts
from graph.database import Database
from graph.records import Filing
from graph.saving import known_reports, save_filings
from graph.schema import prepare
from graph.views import Counts


class Store:
    """A graph store at one address; one driver for the whole process, safe in threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def connect(cls, address: Address, *, timeout: float = 30) -> Self:
        """Open a store; raises Unreachable or Refused when there is none or it lets us not in."""
        return cls(Database.connect(address, timeout=timeout))

    def close(self) -> None:
        """Close all connections to the server."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def prepare(self) -> None:
        """Make constraints and indexes where they are missing, and wait for them."""
        prepare(self._database)

    def known(self, report_ids: Iterable[str]) -> frozenset[str]:
        """Say which of the reports are in the store already."""
        return self._database.read(known_reports, list(report_ids))

    def save(self, filings: Sequence[Filing]) -> None:
        """Save reports whole, with all that follows; those that are known change nothing."""
        for group in transactions(filings):
            self._database.write(save_filings, group)

    def counts(self) -> Counts:
        """Count what the store holds."""
        return self._database.read(counts)
