"""Short builders of reports, and a store on a clean graph that accepts no warning."""

import logging
from collections.abc import Iterator

import pytest

from graph.address import Address
from graph.store import Store
from tests.graph.filing_builder import Note


@pytest.fixture(scope="session")
def prepared(neo4j_address: Address) -> Iterator[Store]:
    """One store for the whole run, its constraints and indexes made."""
    with Store.connect(neo4j_address, timeout=20) as store:
        store.prepare()
        yield store


@pytest.fixture
def store(prepared: Store, clean_graph: Address) -> Iterator[Store]:
    """A store with nothing in it; a warning of the server fails the test."""
    heard = _Listener()
    logger = logging.getLogger("neo4j.notifications")
    logger.addHandler(heard)
    yield prepared
    logger.removeHandler(heard)
    assert heard.warnings == []


@pytest.fixture
def note() -> type[Note]:
    """The builder of a filing from a sentence."""
    return Note


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.warnings.append(record.getMessage())
