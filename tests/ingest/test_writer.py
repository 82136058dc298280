"""Saving in batches: a report that is too much for the server fails by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graph.address import Address
from graph.embedded import EmbeddedServer
from graph.errors import TooSlow
from graph.keys import key
from graph.records import Filing
from graph.store import Store
from ingest.events import Failed, Saved
from ingest.writer import Writer
from tests.graph.filing_builder import Note

MANY = 6_000


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, neo4j_parts: Path) -> Iterator[Store]:
    """A store on a server with so little memory that a list of numbers is too much for it."""
    home = tmp_path_factory.mktemp("small") / "neo4j"
    server = EmbeddedServer(home, neo4j_parts, heap="128m", page_cache="32m")
    try:
        with Store.connect(server.start(), timeout=2) as store:
            store.prepare()
            yield store
    finally:
        server.stop()


def note(title: str) -> Filing:
    return Note("«Lan» was here.", title=title).person("Lan").filing()


def list_of_numbers(count: int) -> Filing:
    numbers = [f"+849{number:08d}" for number in range(count)]
    listed = Note("\n".join(numbers), title="numbers")
    found = Note(f"«{numbers[0]}»").add("Phone", numbers[0]).filing().appearances[0]
    filing = listed.filing()
    return replace(
        filing,
        appearances=tuple(
            replace(
                found,
                id=key(filing.report.id, number),
                report=filing.report.id,
                name=number,
                mentions=((13 * at, 13 * at + len(number), number),),
            )
            for at, number in enumerate(numbers)
        ),
    )


def test_a_report_too_large_for_the_server_fails_and_the_others_are_saved(small: Store) -> None:
    before, large, behind = note("before"), list_of_numbers(MANY), note("behind")
    with Writer(small) as writer:
        writer.put([before, large, behind])
        writer.finish()
        ended = list(writer.ended())
    assert [one.path for one in ended if isinstance(one, Saved)] == [
        before.report.path,
        behind.report.path,
    ]
    (failed,) = [one for one in ended if isinstance(one, Failed)]
    assert (failed.path, failed.kind) == (large.report.path, "TooLarge")
    assert "FILROUGE_NEO4J_HEAP" in failed.reason
    assert small.known([before.report.id, behind.report.id, large.report.id]) == {
        before.report.id,
        behind.report.id,
    }
    assert small.counts().reports == 2


def test_a_report_that_takes_too_long_fails_and_the_others_are_saved(
    clean_graph: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, other = note("slow"), note("other")

    def save(store: Store, filings: Sequence[Filing]) -> None:
        if slow in filings:
            raise TooSlow(300, "TransactionTimedOut")
        saving(store, filings)

    saving = Store.save
    monkeypatch.setattr(Store, "save", save)
    with Store.connect(clean_graph) as store:
        store.prepare()
        with Writer(store) as writer:
            writer.put([slow, other])
            writer.finish()
            ended = list(writer.ended())
        assert [(type(one).__name__, one.path) for one in ended] == [
            ("Failed", slow.report.path),
            ("Saved", other.report.path),
        ]
        assert store.known([slow.report.id, other.report.id]) == {other.report.id}
