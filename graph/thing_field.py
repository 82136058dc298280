"""Proposals of things: organisations, places and vehicles that may be one, when asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import LiteralString

from graph.database import Row, Transaction, rows
from graph.folding import compact, phrase
from graph.matching.organisations import asked_words, weigh_organisations
from graph.matching.places import weigh_places
from graph.matching.thing import Neighbour, Thing, ThingScore
from graph.matching.vehicles import variants, weigh_vehicles

Weigh = Callable[[Thing, Thing], ThingScore | None]
WEIGHED: Mapping[str, Weigh] = {
    "Organization": weigh_organisations,
    "Place": weigh_places,
    "Vehicle": weigh_vehicles,
}
"""The types of things that may be proposed, and how each is weighed."""
_LOOKED_AT = 60
_NAMES_ASKED = 12

_THINGS: LiteralString = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)-[c]-(x:Entity)
  WHERE c.status <> 'rejected' AND type(c) <> 'LEAD'
  WITH DISTINCT x LIMIT 100
  RETURN collect(x {.id, .type, .name}) AS around
}
RETURN e {.id, .type, .names, .aliases, .attributes} AS thing, around
"""
_OF_NAME: LiteralString = """
UNWIND $asked AS asked
CALL (asked) {
  CALL db.index.fulltext.queryNodes('entity_names', asked.lucene, {limit: 400})
    YIELD node AS e, score
  WHERE e.type = asked.type AND e.id <> asked.id
  RETURN e.id AS other ORDER BY score DESC, other LIMIT $most
}
RETURN asked.id AS id, collect(other) AS others
"""
_OF_PLATE: LiteralString = """
UNWIND $asked AS asked
CALL (asked) {
  UNWIND asked.plates AS plate
  MATCH (e:Entity)
  WHERE e.compact = plate AND e.type = 'Vehicle' AND e.id <> asked.id
  RETURN e.id AS other
  UNION
  MATCH (e:Entity)
  WHERE e.compact CONTAINS asked.whole AND e.type = 'Vehicle' AND e.id <> asked.id
  RETURN e.id AS other LIMIT $most
}
RETURN asked.id AS id, collect(DISTINCT other)[..$most] AS others
"""


def weigh_things(tx: Transaction, ids: Iterable[str]) -> dict[str, list[tuple[str, ThingScore]]]:
    """Weigh things (entity ids) against all that may be one with each of them."""
    asked = _things(tx, ids)
    others = _candidates(tx, asked.values())
    known = asked | _things(tx, {o for some in others.values() for o in some} - asked.keys())
    found: dict[str, list[tuple[str, ThingScore]]] = {}
    for id, thing in asked.items():
        for other in others.get(id, ()):
            score = WEIGHED[thing.type](thing, known[other])
            if score is not None and score.proposed:
                found.setdefault(id, []).append((other, score))
    return found


def weigh_two(tx: Transaction, left: str, right: str) -> ThingScore | None:
    """Weigh two things of one type; None when they have no name in common."""
    found = _things(tx, (left, right))
    if len(found) < 2 or found[left].type != found[right].type:
        return None
    return WEIGHED[found[left].type](found[left], found[right])


def _things(tx: Transaction, ids: Iterable[str]) -> dict[str, Thing]:
    asked = sorted(ids)
    found = rows(tx, _THINGS, ids=asked) if asked else []
    things = (_thing(row["thing"], row["around"]) for row in found)
    return {thing.id: thing for thing in things if thing.type in WEIGHED}


def _thing(row: Row, around: Sequence[Row]) -> Thing:
    said: dict[str, list[str]] = {}
    for attribute in row["attributes"]:
        name, _, value = attribute.partition("=")
        said.setdefault(name, []).append(value)
    return Thing(
        row["id"],
        row["type"],
        tuple(dict.fromkeys((*row["names"][:_NAMES_ASKED], *row["aliases"][:_NAMES_ASKED]))),
        {name: tuple(values) for name, values in said.items()},
        tuple(Neighbour(one["id"], one["type"], one["name"]) for one in around),
    )


def _candidates(tx: Transaction, asked: Iterable[Thing]) -> dict[str, list[str]]:
    by_name, by_plate = [], []
    for thing in asked:
        if thing.type == "Vehicle":
            by_plate.append(_of_plate(thing))
        elif lucene := _lucene(thing):
            by_name.append({"id": thing.id, "type": thing.type, "lucene": lucene})
    found = rows(tx, _OF_NAME, asked=by_name, most=_LOOKED_AT) if by_name else []
    if by_plate:
        found.extend(rows(tx, _OF_PLATE, asked=by_plate, most=_LOOKED_AT))
    return {row["id"]: row["others"] for row in found}


def _of_plate(thing: Thing) -> Row:
    plates = dict.fromkeys(v for name in thing.names for v in variants(name))
    return {"id": thing.id, "plates": list(plates), "whole": compact(thing.names[0])}


def _lucene(thing: Thing) -> str:
    """Write the query for the index of names: any word of a name, its letters one off if long."""
    if thing.type == "Place":
        words = dict.fromkeys(word for name in thing.names for word in phrase(name).split())
    else:
        words = dict.fromkeys(asked_words(thing.names))
    terms = [word for word in words if word.isalnum()]
    return " OR ".join(f'"{term}"' + (f" OR {term}~1" if len(term) > 4 else "") for term in terms)
