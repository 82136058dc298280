"""A load that is killed in the middle leaves whole reports only, and goes on where it stopped."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from bench.end_to_end import write_notes
from graph.address import Address
from graph.embedded import EmbeddedServer
from graph.store import Store
from ingest.errors import SavingStopped
from ingest.events import Event, Saved
from ingest.options import Options
from ingest.originals import Originals
from ingest.pipeline import ingest

NOTES = 120  # so that one transaction of the writer cannot hold all that is left
ENOUGH = 8
ROOT = Path(__file__).parents[2]

PARTS_OF_REPORTS = """
MATCH (r:Report)
RETURN r.id AS report, r.text AS text,
       COLLECT { MATCH (r)<-[:IN]-(p) WHERE NOT p:Entity RETURN p.id ORDER BY p.id } AS parts
"""
ENTITIES = """
MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, e.reports AS reports, e.appearances AS appearances
"""
CONNECTIONS = """
MATCH (a:Entity)-[c]->(b:Entity)
RETURN type(c) AS kind, a.id AS source, b.id AS target, c.count AS count, c.status AS status
"""


@dataclass(frozen=True)
class Digest:
    """All that two graphs of the same reports have in common, whenever they were loaded."""

    reports: dict[str, Any]
    entities: set[tuple[Any, ...]]
    connections: set[tuple[Any, ...]]


def digest(driver: Driver, database: str) -> Digest:
    def ask(query: str) -> list[tuple[Any, ...]]:
        return [tuple(r.values()) for r in driver.execute_query(query, database_=database).records]

    return Digest(
        {report: (text, tuple(parts)) for report, text, parts in ask(PARTS_OF_REPORTS)},
        set(ask(ENTITIES)),
        set(ask(CONNECTIONS)),
    )


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("load") / "notes"
    write_notes(folder, NOTES, 3)
    return folder


@pytest.fixture(scope="module")
def whole(notes: Path, neo4j_address: Address, neo4j_driver: Driver) -> Iterator[Digest]:
    """What the graph is after a run that nothing disturbs."""
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=neo4j_address.database)
    with Store.connect(neo4j_address) as store:
        summary = ingest([notes], store, Originals(notes.parent / "originals"), Options())
    assert summary.read == NOTES
    found = digest(neo4j_driver, neo4j_address.database)
    assert all(parts for _, parts in found.reports.values())
    return found


def command(notes: Path, address: Address, home: Path) -> subprocess.Popen[bytes]:
    """Start the real command on a graph."""
    environment = {
        **os.environ,
        "FILROUGE_HOME": str(home),
        "FILROUGE_NEO4J_URI": address.uri,
        "FILROUGE_NEO4J_USER": address.user,
        "FILROUGE_NEO4J_PASSWORD": address.password,
        "FILROUGE_NEO4J_DATABASE": address.database,
    }
    return subprocess.Popen(
        [sys.executable, "-m", "filrouge", "ingest", str(notes)],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def wait_for_reports(store: Store, number: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 120
    while store.counts().reports < number:
        assert process.poll() is None, process.stderr and process.stderr.read().decode()
        assert time.monotonic() < deadline
        time.sleep(0.05)


def check_part(part: Digest, whole: Digest) -> None:
    """Check that what is there of a load is there whole, and that it is not all."""
    assert ENOUGH <= len(part.reports) < NOTES
    assert part.reports.items() <= whole.reports.items()


def test_an_ingest_that_is_killed_leaves_whole_reports_and_the_next_completes(
    notes: Path, whole: Digest, clean_graph: Address, neo4j_driver: Driver, tmp_path: Path
) -> None:
    with Store.connect(clean_graph) as store:
        store.prepare()
        process = command(notes, clean_graph, tmp_path)
        wait_for_reports(store, ENOUGH, process)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        time.sleep(1)  # what the server had in hand it ends or rolls back
        check_part(digest(neo4j_driver, clean_graph.database), whole)
        before = store.fingerprint()
        store.rebuild()
        assert store.fingerprint() == before
        again = command(notes, clean_graph, tmp_path)
        _, said = again.communicate(timeout=240)
        assert again.returncode == 0, said.decode()
        assert digest(neo4j_driver, clean_graph.database) == whole


def test_a_server_that_is_killed_ends_the_run_clearly_and_the_next_completes(
    notes: Path,
    whole: Digest,
    neo4j_parts: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Small transactions, so that the first reports are heard of long before the last are saved.
    monkeypatch.setattr("ingest.writer.MOST_REPORTS", 8)
    server = EmbeddedServer(tmp_path / "neo4j", neo4j_parts)
    originals = Originals(tmp_path / "originals")
    saved = 0

    def kill(event: Event) -> None:
        nonlocal saved
        saved += isinstance(event, Saved)
        if isinstance(event, Saved) and saved == ENOUGH:
            pid = server.status().pid
            assert pid is not None
            os.kill(pid, signal.SIGKILL)

    try:
        with (
            Store.connect(server.start(), timeout=10) as store,
            pytest.raises(SavingStopped) as caught,
        ):
            ingest([notes], store, originals, Options(), kill)
        assert "run the same command again" in str(caught.value)
        address = server.start()
        with (
            GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver,
            Store.connect(address) as store,
        ):
            check_part(digest(driver, address.database), whole)
            summary = ingest([notes], store, originals, Options())
            assert summary.read + summary.known == NOTES
            assert summary.known >= caught.value.saved >= ENOUGH
            assert digest(driver, address.database) == whole
            before = store.fingerprint()
            store.rebuild()
            assert store.fingerprint() == before
    finally:
        server.stop()
