"""The company that people keep: who and what else the reports of both of two people name."""

from collections.abc import Iterable, Mapping, Sequence
from typing import LiteralString

from graph.database import Row, Transaction, rows
from graph.folding import fold, words
from graph.matching.alignment import align
from graph.matching.names import Name, take_apart
from graph.matching.reasons import NEIGHBOURS, Reason
from graph.matching.thing import Neighbour

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
UNWIND $people AS person
CALL (person) {
  MATCH (:Entity {id: person.id})<-[:OF]-(:Appearance)-[:IN]->(r:Report)
  WITH collect(DISTINCT r) AS own
  UNWIND own[..60] AS r
  MATCH (r)<-[:IN]-(:Appearance)-[:OF]->(x:Entity)
  WHERE x.id <> person.id AND x.appearances > 1 AND x.appearances <= 40
    AND NOT 'official' IN x.roles
  WITH DISTINCT own, x LIMIT 150
  MATCH (x)<-[:OF]-(:Appearance)-[:IN]->(r2:Report)
  WHERE NOT r2 IN own
  MATCH (r2)<-[:IN]-(a:Appearance {type: 'Person'})
  WHERE any(word IN split(toLower(a.name), ' ') WHERE word IN person.words
            OR left(word, 1) IN person.cut OR (size(word) <= 2 AND left(word, 1) IN person.letters))
  MATCH (a)-[:OF]->(o:Entity)
  WHERE o.id <> x.id AND o.id <> person.id
  WITH o, collect(DISTINCT x.id)[..8] AS between LIMIT 1000
  RETURN o.id AS other, o.names + o.aliases AS names, between
}
RETURN person.id AS id, other, names, between
"""
_NEIGHBOURS: LiteralString = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.type AS type, e.name AS name, e.appearances AS appearances
"""


Company = Mapping[str, Mapping[str, Sequence[Neighbour]]]
"""By entity, and by the other entity whose reports name the same: what they name."""


def company(tx: Transaction, people: Mapping[str, Iterable[str]]) -> Company:
    """Find, for people (their names by id), others of a fitting name that keep their company."""
    names = {id: [take_apart(n, None) for n in some] for id, some in people.items()}
    asked = [{"id": id, **_asked(some)} for id, some in names.items()]
    found = [
        row for row in rows(tx, _AROUND, people=asked) if _fits(names[row["id"]], row["names"])
    ]
    between = sorted({id for row in found for id in row["between"]})
    told = {row["id"]: row for row in rows(tx, _NEIGHBOURS, ids=between)}
    kept: dict[str, dict[str, Sequence[Neighbour]]] = {}
    for row in found:
        neighbours = [_neighbour(told[id]) for id in row["between"] if _tells(told[id])]
        kept.setdefault(row["id"], {})[row["other"]] = sorted(neighbours, key=_order)
    return kept


def _asked(names: Iterable[Name]) -> dict[str, list[str]]:
    """Write what names to look for: their words, and the letters of words that are cut short."""
    whole: set[str] = set()
    letters: set[str] = set()
    cut: set[str] = set()
    for name in names:
        letters.update(word.folded[:1] for word in name.words)
        cut.update(word.folded[:1] for word in name.words if word.initial)
        telling = {word.folded for word in name.telling}
        written = (word.casefold() for word in words(name.text))
        whole.update(telling, (word for word in written if fold(word) in telling))
    return {"words": sorted(whole), "letters": sorted(letters), "cut": sorted(cut)}


def _fits(names: Iterable[Name], others: Iterable[str]) -> bool:
    taken = [take_apart(name, None) for name in others]
    return any(align(one, other) is not None for one in names for other in taken)


def _neighbour(row: Row) -> Neighbour:
    return Neighbour(row["id"], row["type"], row["name"])


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
