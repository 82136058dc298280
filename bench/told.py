"""Reading and matching together, on cases told as texts: ``python -m bench.told [CASE…] [--list]``.

A case is a folder of tests/graph/data/told: reports, and ``who.tsv`` that says who is who. Each is
ingested into an empty graph of its own, as ``filrouge ingest`` does it. Counted are the people who
are found, the pairs that the machine joins rightly, and the pairs of one person joined or proposed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from graph.folding import phrase

TOLD = Path(__file__).parent.parent / "tests" / "graph" / "data" / "told"
FILROUGE = Path(sys.executable).with_name("filrouge")


@dataclass(frozen=True, slots=True)
class Who:
    """A person in one report: the file, the fullest name there, and who it is."""

    file: str
    name: str
    id: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", help="names of folders; without any, all")
    parser.add_argument("--list", action="store_true", help="name what is wrong")
    given = parser.parse_args()
    cases = given.cases or sorted(path.name for path in TOLD.iterdir() if path.is_dir())
    for case in cases:
        measure(TOLD / case, given.list)
    return 0


def measure(folder: Path, listed: bool) -> None:
    """Ingest one case and compare."""
    lines = (folder / "who.tsv").read_text(encoding="utf-8").splitlines()
    people = [Who(*line.split("\t")) for line in lines]
    entities = _ingested(folder)
    home = _found(people, entities)
    asked = {frozenset((e["id"], other)) for e in entities for other in e["proposed"]}
    joined = right = same = either = 0
    for one, other in combinations(home, 2):
        is_one, together = one.id == other.id, home[one] == home[other]
        proposed = frozenset((home[one], home[other])) in asked
        joined += together
        right += together and is_one
        same += is_one
        either += is_one and (together or proposed)
        if listed and (together != is_one) and not (is_one and proposed):
            print("   wrong:" if together else "   missed:", one, other)
    print(
        f"{folder.name:8} {len(home)} of {len(people)} people found; joins {right}/{joined} right; "
        f"of {same} pairs joined {right / same:.3f}, joined or proposed {either / same:.3f}",
        flush=True,
    )


def _ingested(folder: Path) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "FILROUGE_HOME": home}

        def run(*words: str) -> str:
            done = subprocess.run(
                [str(FILROUGE), *words], env=environment, capture_output=True, text=True, check=True
            )
            return done.stdout

        try:
            run("ingest", *(str(path) for path in sorted(folder.glob("*.txt"))))
            told = run("entities", "--type", "Person")
        finally:
            run("db", "stop")
    return [json.loads(line) for line in told.splitlines()]


def _found(people: Sequence[Who], entities: Sequence[Mapping[str, Any]]) -> dict[Who, str]:
    """Give each person of ``who.tsv`` the entity of the appearance that bears the name best."""
    read: dict[str, list[tuple[set[str], str]]] = defaultdict(list)
    for entity in entities:
        for one in entity["appearances"]:
            names = {phrase(name) for name in (one["name"], *one["aliases"])}
            read[Path(one["report"]).name].append((names, entity["id"]))
    home: dict[Who, str] = {}
    for who in people:
        here = read[who.file]
        best = max(here, key=lambda one: _fit(who.name, one[0]), default=None)
        if best is not None and _fit(who.name, best[0]):
            home[who] = best[1]
            here.remove(best)
    return home


def _fit(name: str, names: set[str]) -> int:
    """Say how well a name fits those read: 2 the same, 1 a part of the one or the other."""
    words = set(phrase(name).split())
    if phrase(name) in names:
        return 2
    return int(any(words <= set(one.split()) or set(one.split()) <= words for one in names))


if __name__ == "__main__":
    sys.exit(main())
