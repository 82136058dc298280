"""Who is who on invented people, case by case: ``python -m bench.who_is_who [CASE…] [--list]``.

A case is a file of tests/graph/data/identity; without any, all are measured. For each, in a real
Neo4j of its own: how many of the pairs that the machine joins are one person (precision), how many
of all pairs of one person it joins, and how many it joins or proposes. Then the single pairs: how
many of the same are joined, or proposed, and how many others are joined.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.embedded import EmbeddedServer, server_parts
from graph.records import Appearance
from graph.store import Store
from tests.graph.outcomes import Outcome, outcome, weighed
from tests.graph.people_notation import HERE, Told, read_case, read_pairs

EMPTY = "MATCH (n) WHERE NOT n:Lock DETACH DELETE n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", help="names of files; without any, all")
    parser.add_argument("--list", action="store_true", help="name what is wrong")
    given = parser.parse_args()
    names = given.cases or sorted(path.name for path in HERE.glob("*.txt"))
    cases = [name for name in names if "pairs" not in name]
    if cases:
        _measure_all(cases, given.list)
    for name in names:
        if "pairs" in name:
            _pairs(name, given.list)
    return 0


def _measure_all(cases: Sequence[str], listed: bool) -> None:
    with tempfile.TemporaryDirectory() as passing:
        server = EmbeddedServer(Path(passing), server_parts(os.environ))
        try:
            with Store.connect(server.start()) as store:
                store.prepare()
                _say("all cases", [measure(store, name, listed) for name in cases])
        finally:
            server.stop()


def measure(store: Store, name: str, listed: bool) -> Outcome:
    """Save one case into an empty graph, and compare."""
    store._database.run(EMPTY)
    told = read_case(name)
    found = outcome(store, told)
    _say(name, [found])
    if listed:
        named = {one.id: f"{t.name[-2:]} {_shown(one)}" for t in told for one in t.appearances}
        for pair in found.joined - found.same:
            print("   wrong:", *sorted(named[id] for id in pair), sep="\n      ")
        for pair in found.same - found.joined - found.asked:
            print("   missed:", *sorted(named[id] for id in pair), sep="\n      ")
    return found


def _shown(one: Appearance) -> str:
    return f"{one.name} ({', '.join(one.facts)}; {', '.join(one.aliases)})"


def _say(name: str, found: Sequence[Outcome]) -> None:
    joined = sum(len(one.joined) for one in found)
    right = sum(len(one.joined & one.same) for one in found)
    same = sum(len(one.same) for one in found)
    either = sum(len((one.joined | one.asked) & one.same) for one in found)
    asked = sum(len(one.asked - one.joined) for one in found)
    asked_right = sum(len((one.asked - one.joined) & one.same) for one in found)
    print(
        f"{name:18} joins {right}/{joined} right ({right / max(joined, 1):.4f}), "
        f"{right / same:.3f} of {same} pairs; joined or proposed {either / same:.3f}; "
        f"of {asked} pairs proposed {asked_right} are one",
        flush=True,
    )


def _pairs(name: str, listed: bool) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for verdict, why, left, right in read_pairs(name):
        found = weighed(left, right)
        got = "joined" if found and found.joined else "proposed" if found and found.proposed else ""
        counts[verdict, got or "apart"] += 1
        wrong = (got == "joined") != (verdict == "same") if verdict != "same" else not got
        if listed and wrong:
            total = f"{found.total:.1f}" if found else "-"
            print(f"   {verdict}, {got or 'apart'} ({total}): {_sides(left, right)} | {why}")
    print(
        name, *(f"{verdict} {got}: {n}" for (verdict, got), n in sorted(counts.items())), sep="; "
    )


def _sides(*told: Told) -> str:
    return " | ".join(_people(one.appearances) for one in told)


def _people(some: Iterable[Appearance]) -> str:
    return ", ".join(_shown(one) for one in some if one.type == "Person")


if __name__ == "__main__":
    sys.exit(main())
