"""Saving against a bare driver write of the same rows: ``python -m bench.saving [--reports N]``.

Both write the same nodes and relationships, source and derived, into an empty graph with the same
constraints and indexes, in transactions of the same number of reports' worth of rows. The bare
write knows all rows beforehand and only creates them; saving works them out. Each round has filings
of its own, so that nothing is remembered from the last; the first rounds warm the server up. The
best of the others counts, for other work on the machine only ever slows down.
"""

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase

from bench.made_filings import Maker
from graph.address import Address
from graph.embedded import EmbeddedServer, server_parts
from graph.records import Filing
from graph.store import Store

LIMIT = 1.6
ROWS = 5_000
WARM = 2
NODES = """
MATCH (n) WHERE NOT n:Lock
RETURN labels(n) AS labels, properties(n) AS row
"""
RELATIONSHIPS = """
MATCH (a)-[r]->(b)
RETURN type(r) AS type, labels(a)[0] AS first, labels(b)[0] AS second,
       {a: a.id, b: b.id, row: properties(r)} AS row
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1_000)
    parser.add_argument("--batch", type=int, default=100, help="reports in one transaction")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--home", type=Path, help="a server's home to use; else a passing one")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        server = EmbeddedServer(given.home or Path(passing), server_parts(os.environ))
        try:
            return measure(server.start(), given.reports, given.batch, given.rounds)
        finally:
            if given.home is None:
                server.stop()


def measure(address: Address, reports: int, batch: int, rounds: int) -> int:
    """Time both in turns; the exit status says whether saving keeps its promise."""
    driver = GraphDatabase.driver(address.uri, auth=(address.user, address.password))
    with driver, Store.connect(address) as store:
        store.prepare()
        saved, bare, counts = [], [], []
        for seed in range(WARM + rounds):
            filings = list(Maker(seed).filings(reports))
            saved.append(_timed_save(store, driver, filings, batch))
            rows = Rows(driver)
            counts.append(rows.count)
            bare.append(_timed_bare(driver, rows, reports // batch or 1))
        empty(driver)
    saved, bare, counts = saved[WARM:], bare[WARM:], counts[WARM:]
    ratio = min(saved) / min(bare)
    print(f"{reports} reports, {min(counts)} to {max(counts)} rows")
    print(f"saving      {_each(saved)} s, best {reports / min(saved):.0f} reports/s")
    print(f"bare write  {_each(bare)} s, best {min(counts) / min(bare):.0f} rows/s")
    print(f"ratio of the best {ratio:.2f} (at most {LIMIT})")
    return 0 if ratio <= LIMIT else 1


def _each(seconds: Sequence[float]) -> str:
    return " ".join(f"{one:.2f}" for one in seconds)


def _timed_save(store: Store, driver: Driver, filings: Sequence[Filing], batch: int) -> float:
    empty(driver)
    start = time.perf_counter()
    for at in range(0, len(filings), batch):
        store.save(filings[at : at + batch])
    return time.perf_counter() - start


class Rows:
    """All rows of a graph, by the statement that creates them."""

    def __init__(self, driver: Driver) -> None:
        self.statements: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for record in driver.execute_query(NODES, database_="neo4j").records:
            labels = ":".join(record["labels"])
            create = f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row"
            self.statements[create].append(record["row"])
        for record in driver.execute_query(RELATIONSHIPS, database_="neo4j").records:
            create = (
                f"UNWIND $rows AS row MATCH (a:{record['first']} {{id: row.a}}) "
                f"MATCH (b:{record['second']} {{id: row.b}}) "
                f"CREATE (a)-[r:{record['type']}]->(b) SET r = row.row"
            )
            self.statements[create].append(record["row"])
        self.count = sum(map(len, self.statements.values()))


def _timed_bare(driver: Driver, rows: Rows, transactions: int) -> float:
    empty(driver)
    start = time.perf_counter()
    with driver.session(database="neo4j") as session:
        for part in _parts(rows, rows.count // transactions + 1):
            session.execute_write(_create, part)
    return time.perf_counter() - start


def _parts(rows: Rows, size: int) -> Iterator[list[tuple[str, list[dict[str, Any]]]]]:
    """Cut the rows into transactions of about ``size`` rows, nodes first."""
    part, held = [], 0
    for statement, every in rows.statements.items():
        for some in _slices(every, min(size, ROWS)):
            part.append((statement, some))
            held += len(some)
            if held >= size:
                yield part
                part, held = [], 0
    if part:
        yield part


def _slices(rows: list[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    for at in itertools.count(0, size):
        if at >= len(rows):
            return
        yield rows[at : at + size]


def _create(tx: Any, part: list[tuple[str, list[dict[str, Any]]]]) -> None:
    for statement, rows in part:
        tx.run(statement, {"rows": rows}).consume()


def empty(driver: Driver) -> None:
    """Empty the graph, constraints and indexes kept."""
    with driver.session(database="neo4j") as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


if __name__ == "__main__":
    sys.exit(main())
