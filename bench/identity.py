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
from pathlib import Path
from typing import Any, LiteralString

from bench.bulk_import import bulk_import
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
LIKELY = 11.0
AT_ONCE = 100

# the import leaves an empty list out
EMPTY_LISTS: LiteralString = """
MATCH (a:Appearance)
CALL (a) {
  SET a.aliases = [], a.facts = coalesce(a.facts, []), a.clues = coalesce(a.clues, [])
} IN TRANSACTIONS OF 10000 ROWS
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--among", type=int, default=100_000)
    parser.add_argument("--compared", type=int, default=100)
    parser.add_argument("--matched", type=int, default=2_000)
    given = parser.parse_args()
    if given.compared:
        print(*recall(given.among, given.compared), sep="\n", flush=True)
    with tempfile.TemporaryDirectory() as passing:
        home, parts = Path(passing), server_parts(os.environ)
        server = EmbeddedServer(home, parts, heap="1g")
        started = time.perf_counter()
        bulk_import(server, home, parts, several(5, given.people))
        try:
            database = Database.connect(server.start(), timeout=30)
            prepare(database)
            database.run(EMPTY_LISTS)
            took = time.perf_counter() - started
            print(f"{given.people:,} people imported in {took:,.0f} s", flush=True)
            return speed(database, given.matched)
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
            if found.total >= LIKELY and found.second and not found.against:
                proposed[0] += m in near or m in sure
                proposed[1] += 1
    yield f"among {among:,} people, {len(range(0, among, step))} compared with everyone:"
    yield f"  joined by machine: {joined[0]} of {joined[1]} found through blocks"
    likely = f"likely ({LIKELY:g} bits, more than the name)"
    yield f"  {likely}: {proposed[0]} of {proposed[1]} found through blocks"


def speed(database: Database, matched: int) -> int:
    """Time the matching of new people against everyone in the graph."""
    # every other new person is known: the seed of those in the graph
    known, strangers = several(5, matched), several(6, matched)
    new = [row for pair in zip(known, strangers, strict=True) for row in pair]
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
