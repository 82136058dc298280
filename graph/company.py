"""The company that people keep: who and what else the reports of both of two people name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import LiteralString

from graph.database import Row, Transaction, rows
from graph.folding import words
from graph.matching.alignment import Alignment, align
from graph.matching.names import Name, take_apart
from graph.matching.reasons import NEIGHBOURS, Reason

_TELLING: Mapping[str, tuple[float, int]] = {
    "Person": (4.0, 40),
    "Phone": (6.0, 40),
    "Vehicle": (6.0, 40),
    "Account": (6.0, 40),
    "Identity": (6.0, 40),
    "Handle": (6.0, 40),
    "Email": (4.0, 20),
    "Organization": (3.0, 15),
    "Place": (2.5, 8),
}
"""By type: what one shared neighbour says in bits, and in how many reports at most it tells."""
_MOST_BITS = 10.0
_SHOWN = 5

_AROUND: LiteralString = """
UNWIND $ids AS id
CALL (id) {
  MATCH (:Entity {id: id})<-[:OF]-(:Appearance)-[:IN]->(r:Report)
  WITH collect(DISTINCT r) AS own
  UNWIND own[..60] AS r
  MATCH (r)<-[:IN]-(:Appearance)-[:OF]->(x:Entity)
  WHERE x.id <> id AND x.appearances > 1 AND x.appearances <= 40
    AND NOT 'official' IN x.roles
  WITH DISTINCT own, x LIMIT 150
  MATCH (x)<-[:OF]-(:Appearance)-[:IN]->(r2:Report)
  WHERE NOT r2 IN own
  MATCH (r2)<-[:IN]-(a:Appearance)-[:OF]->(o:Person)
  WHERE o.id <> x.id AND o.id <> id
  RETURN DISTINCT x, o LIMIT 4000
}
RETURN id, x {.id, .type, .name, .appearances} AS between, o {.id, .names, .aliases} AS other
"""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Someone or something that reports of both name."""

    id: str
    type: str
    name: str


Company = Mapping[str, Mapping[str, Sequence[Neighbour]]]
"""By entity, and by the other entity whose reports name the same: what they name."""


def company(tx: Transaction, people: Mapping[str, Iterable[str]]) -> Company:
    """Find, for people (their names by id), others of a fitting name that keep their company."""
    names = {id: [take_apart(n, None) for n in some] for id, some in people.items()}
    found: dict[str, dict[str, dict[str, Neighbour]]] = defaultdict(lambda: defaultdict(dict))
    fitting: dict[tuple[str, str], bool] = {}
    for row in rows(tx, _AROUND, ids=list(people)):
        id, other, between = row["id"], row["other"], row["between"]
        if (id, other["id"]) not in fitting:
            fitting[id, other["id"]] = _fits(names[id], other)
        if fitting[id, other["id"]] and _tells(between):
            one = Neighbour(between["id"], between["type"], between["name"])
            found[id][other["id"]][one.id] = one
    return {
        id: {other: tuple(sorted(ns.values(), key=_order)) for other, ns in others.items()}
        for id, others in found.items()
    }


def _fits(names: Iterable[Name], other: Row) -> bool:
    others = [take_apart(name, None) for name in (*other["names"], *other["aliases"])]
    return any(isinstance(align(a, b), Alignment) for a in names for b in others)


def _tells(between: Row) -> bool:
    told = _TELLING.get(between["type"])
    if told is None or between["appearances"] > told[1]:
        return False
    return between["type"] != "Person" or len(words(between["name"])) > 1


def _order(neighbour: Neighbour) -> tuple[float, str, str]:
    return -_TELLING[neighbour.type][0], neighbour.name, neighbour.id


def company_reason(neighbours: Sequence[Neighbour]) -> tuple[Reason, ...]:
    """Take shared company for a reason, as far as it says anything."""
    if not neighbours:
        return ()
    bits = min(sum(_TELLING[one.type][0] for one in neighbours), _MOST_BITS)
    names = tuple(one.name for one in neighbours[:_SHOWN])
    return (Reason(NEIGHBOURS, names, bits),)
