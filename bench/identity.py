"""Finding who is who among very many: ``python -m bench.identity [--people N] [--compared N]``.

First, in memory: some new people are compared with every one of 100,000 (or fewer), and it is
counted how many of those whom the machine would join, or propose, the blocks find too. Then, in a
real Neo4j with a million people: how long a new person's matching takes, as saving does it, and
how long the proposals take, as the pages do it.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, LiteralString

from bench.made_people import several
from graph.database import Database, Transaction
from graph.embedded import EmbeddedServer, server_parts
from graph.kinship import decide, gather
from graph.matching.blocking import all_keys, joining_keys
from graph.matching.namesakes import OF_A_BLOCK
from graph.matching.scoring import score
from graph.matching.sketch import sketch
from graph.normal_forms import own_id
from graph.proposals import proposals
from graph.schema import prepare

LIMIT_MILLISECONDS = 5.0
BATCH = 4_000
AT_ONCE = 100
PEOPLE_OF_A_REPORT = 5

LOAD: LiteralString = """
UNWIND $rows AS row
MERGE (r:Report {id: row.report})
CREATE (a:Appearance {id: row.id, type: row.type, name: row.name, aliases: row.aliases,
                      facts: row.facts, clues: row.clues, anchor: row.anchor})
CREATE (e:Entity:Person {id: row.anchor, type: 'Person', name: row.name, names: [row.name],
                         aliases: [], roles: [], appearances: 1})
CREATE (a)-[:OF]->(e)
CREATE (a)-[:IN]->(r)
"""
BLOCKS: LiteralString = "UNWIND $rows AS row MERGE (:Block {id: row})"
SHARES: LiteralString = """
UNWIND $rows AS row
MATCH (a:Appearance {id: row.id})
UNWIND row.blocks AS block
MATCH (b:Block {id: block})
CREATE (a)-[:SHARES]->(b)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--among", type=int, default=100_000)
    parser.add_argument("--compared", type=int, default=100)
    parser.add_argument("--matched", type=int, default=2_000)
    parser.add_argument("--home", type=Path, help="a server's home to use; else a passing one")
    given = parser.parse_args()
    print(*recall(given.among, given.compared), sep="\n", flush=True)
    with tempfile.TemporaryDirectory() as passing:
        parts = server_parts(os.environ)
        server = EmbeddedServer(given.home or Path(passing), parts, heap="1g")
        try:
            address = server.start()
            database = Database.connect(address, timeout=30)
            return speed(database, given.people, given.matched)
        finally:
            server.stop()


def recall(among: int, compared: int) -> Iterator[str]:
    """Compare some people with everyone, and say how many of the finds the blocks find too."""
    rows = list(several(3, among))
    everyone = [sketch(row) for row in rows]
    index: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(everyone):
        for block in all_keys(one):
            index[block].append(n)
    step = max(among // compared, 1)
    joined, proposed = [0, 0], [0, 0]
    for n in range(0, among, step):
        one = everyone[n]
        near = {m for block in all_keys(one) for m in index[block][:OF_A_BLOCK]}
        sure = {m for block in joining_keys(one) for m in index[block]}
        for m, other in enumerate(everyone):
            found = None if m == n else score(one, other)
            if found is None or not found.proposed:
                continue
            if found.joined:
                joined[0] += m in sure
                joined[1] += 1
            if found.total >= 11 and not found.against:
                proposed[0] += m in near or m in sure
                proposed[1] += 1
    yield f"among {among:,} people, {len(range(0, among, step))} compared with everyone:"
    yield f"  joined by machine: {joined[0]} of {joined[1]} found through blocks"
    yield f"  likely (11 bits or more): {proposed[0]} of {proposed[1]} found through blocks"


def load(database: Database, people: int) -> None:
    """Put people into the graph, each an entity of his own."""
    rows = several(5, people)
    done = 0
    while some := list(islice(rows, BATCH)):
        for n, row in enumerate(some):
            row["anchor"] = own_id("Person", row["id"])
            row["report"] = f"made {(done + n) // PEOPLE_OF_A_REPORT}"
        blocks = {row["id"]: sorted(all_keys(sketch(row))) for row in some}
        database.write(_load, some, blocks)
        done += len(some)
        if done % (25 * BATCH) == 0:
            print(f"  {done:,} people loaded", flush=True)


def _load(
    tx: Transaction, some: Sequence[dict[str, Any]], blocks: dict[str, Sequence[str]]
) -> None:
    tx.run(LOAD, rows=list(some)).consume()
    tx.run(BLOCKS, rows=sorted({block for each in blocks.values() for block in each})).consume()
    shares = [{"id": id, "blocks": each} for id, each in blocks.items()]
    tx.run(SHARES, rows=shares).consume()


def speed(database: Database, people: int, matched: int) -> int:
    """Time the matching of new people against everyone in the graph."""
    prepare(database)
    started = time.perf_counter()
    load(database, people)
    print(f"{people:,} people loaded in {time.perf_counter() - started:,.0f} s")
    # every other new person is known: the seed of those in the graph
    new = [
        row for pair in zip(several(5, matched), several(6, matched), strict=True) for row in pair
    ]
    for row in new:
        row["id"] += "-new"
        row["anchor"] = own_id("Person", row["id"])
    _time(database, new[:AT_ONCE], _match)
    matching = [ms for some in _slices(new) for ms in [_time(database, some, _match)]]
    ids = [own_id("Person", row["id"].removesuffix("-new")) for row in new[::2]]
    asking = [_time(database, some, proposals) for some in _slices(ids[:400])]
    for what, times in (("matching", matching), ("proposals", asking)):
        print(
            f"{what}: {statistics.median(times):.2f} ms a person "
            f"(slowest {AT_ONCE} at once: {max(times):.2f} ms each)"
        )
    return 0 if statistics.median(matching) < LIMIT_MILLISECONDS else 1


def _match(tx: Transaction, some: Sequence[Any]) -> None:
    decide(gather(tx, some))


def _slices(things: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(things), AT_ONCE):
        yield things[start : start + AT_ONCE]


def _time(database: Database, some: Sequence[Any], work: Callable[..., Any]) -> float:
    started = time.perf_counter()
    database.read(work, some)
    return (time.perf_counter() - started) * 1000 / len(some)


if __name__ == "__main__":
    sys.exit(main())
