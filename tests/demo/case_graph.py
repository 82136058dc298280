"""The demo case file as it stands in the graph, read back for the tests of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import networkx
from neo4j import Driver

from nlp_models.folding import fold

NUMBERED = re.compile(r"(?:^|[/\\])(\d\d)-")


@dataclass(frozen=True, slots=True)
class Seen:
    """One appearance with the entity it is of; ``report`` is the two digits of its file."""

    report: str
    type: str
    name: str
    role: str | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class CaseGraph:
    """All appearances, connections and routes of the case file."""

    appearances: tuple[Seen, ...]
    connections: tuple[tuple[str, str, str], ...]
    types: dict[str, str]
    routes: tuple[tuple[str, tuple[str, ...]], ...]
    reports: dict[str, tuple[str, date | None]]
    """Digits of a file → the report's language and date; attachments are not in it."""

    def of_number(self, type_: str, name: str) -> list[Seen]:
        """Appearances of a number in its normal form."""
        return [seen for seen in self.appearances if (seen.type, seen.name) == (type_, name)]

    def of_person(self, name: str, report: str) -> list[Seen]:
        """Appearances of a full name in a report: spelled so, or written without any mark."""
        people = [s for s in self.appearances if s.report == report and s.type == "Person"]
        exact = [seen for seen in people if seen.name == name]
        return exact or [s for s in people if s.name.isascii() and fold(s.name) == fold(name)]

    def entities(self, name: str, reports: Iterable[str]) -> set[str]:
        """The entities that a name's appearances in these reports are of."""
        found = (seen.entity for report in reports for seen in self.of_person(name, report))
        return {entity for entity in found if entity is not None}

    def without(self, types: set[str]) -> networkx.Graph:
        """The network of the connections, but for entities of some types."""
        network = networkx.Graph()
        network.add_edges_from(
            (left, right)
            for left, _, right in self.connections
            if not {self.types[left], self.types[right]} & types
        )
        return network


def read_case_graph(driver: Driver, database: str) -> CaseGraph:
    """Read the whole case out of the graph with plain Cypher."""

    def rows(cypher: str) -> list[dict[str, Any]]:
        return [dict(r) for r in driver.execute_query(cypher, database_=database).records]  # type: ignore[arg-type]

    appearances = rows(
        "MATCH (a:Appearance)-[:IN]->(r:Report) OPTIONAL MATCH (a)-[:OF]->(e:Entity) "
        "RETURN r.path AS path, a.type AS type, a.name AS name, a.role AS role, e.id AS entity"
    )
    connections = rows(
        "MATCH (a:Entity)-[c]->(b:Entity) WHERE c.status IN ['machine', 'confirmed'] "
        "AND type(c) <> 'LEAD' RETURN a.id AS source, type(c) AS kind, b.id AS target"
    )
    routes = rows(
        "MATCH (t:Route)-[:IN]->(r:Report) MATCH (t)-[s:STOP]->(a:Appearance) "
        "WITH r, t, a ORDER BY s.n RETURN r.path AS path, t.id AS id, collect(a.name) AS stops"
    )
    reports = rows(
        "MATCH (r:Report) WHERE r.parent IS NULL "
        "RETURN r.path AS path, r.language AS language, r.date AS date"
    )
    return CaseGraph(
        tuple(
            Seen(numbered(row["path"]), row["type"], row["name"], row["role"], row["entity"])
            for row in appearances
        ),
        tuple((row["source"], row["kind"], row["target"]) for row in connections),
        {
            row["id"]: row["type"]
            for row in rows("MATCH (e:Entity) RETURN e.id AS id, e.type AS type")
        },
        tuple((numbered(row["path"]), tuple(row["stops"])) for row in routes),
        {
            numbered(row["path"]): (
                row["language"],
                row["date"].to_native() if row["date"] else None,
            )
            for row in reports
        },
    )


def numbered(path: str) -> str:
    """Take the report's two digits from its path, or from that of the mail it came in."""
    match = NUMBERED.search(path)
    if match is None:
        raise ValueError(f"{path} is not of the demo case file")
    return match.group(1)
