"""Numbers that changed hands: from a day on, a number is another entity than it was before.

A reviewer says so of a number (a phone, a plate, an online name) and a day. Reports that speak of
later days then mean the later holder's number, those that are still to come among them, and the
two holders have it no longer in common.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString

from graph.batches import batches
from graph.database import Database, Row, Transaction, rows, write_rows
from graph.entities import set_reasons
from graph.errors import Conflict
from graph.homes import move, write_blocks
from graph.keys import key
from graph.kinship import appearances, decide, gather
from graph.locks import take_lock
from graph.normal_forms import anchor
from graph.records import Handover
from graph.source import in_utc

HANDED: Mapping[str, str] = {"Phone": "phone", "Vehicle": "vehicle", "Handle": "handle"}
"""The types of what may change hands, and what the facts of people call them."""

_STANDING: LiteralString = """
WITH h ORDER BY h.time, h.id
WITH h.base AS base, h.day AS day, collect(h)[-1] AS last
WHERE NOT last.withdrawn
RETURN base, day, last.reviewer AS reviewer, last.time AS time, last.reason AS reason
ORDER BY base, day
"""
_OF_BASES: LiteralString = "UNWIND $bases AS base MATCH (h:Handover {base: base}) " + _STANDING
_ALL: LiteralString = "MATCH (h:Handover) " + _STANDING
_EVER: LiteralString = """
UNWIND $bases AS base
MATCH (h:Handover {base: base})
RETURN DISTINCT h.day AS day ORDER BY day
"""
_ADD: LiteralString = """
MERGE (h:Handover {id: $id})
ON CREATE SET h.base = $base, h.type = $type, h.name = $name, h.day = $day,
              h.reviewer = $reviewer, h.time = $time, h.reason = $reason, h.withdrawn = $withdrawn
"""
_OF_ENTITY: LiteralString = """
MATCH (e:Entity {id: $id})<-[:OF]-(a:Appearance)-[:IN]->(r:Report)
RETURN a {.id, .type, .name, .attribute_names, .attribute_values} AS row, r.seen AS seen
"""
_IN_ALL_ERAS: LiteralString = """
UNWIND $anchors AS anchor
MATCH (a:Appearance {anchor: anchor})-[:IN]->(r:Report)
WITH DISTINCT r
MATCH (r)<-[:IN]-(a:Appearance)
WHERE a.type = $type OR (a.type = 'Person' AND any(f IN a.facts WHERE f STARTS WITH $fact))
RETURN a {.id, .type, .name, .aliases, .facts, .clues, .role, .attribute_names,
          .attribute_values, .anchor, .handed} AS row, r.seen AS seen
"""
_SET: LiteralString = """
UNWIND $rows AS row
MATCH (a:Appearance {id: row.id})
SET a.anchor = row.anchor, a.handed = row.handed
WITH a
OPTIONAL MATCH (a)-[s:SHARES]->()
DELETE s
"""
_TOGETHER: LiteralString = """
UNWIND $ids AS id
MATCH (:Appearance {id: id})-[:OF]->(e:Entity)<-[:OF]-(a:Appearance)
RETURN DISTINCT a.id AS id
"""

Days = Mapping[str, Sequence[date]]
"""The days on which a number changed hands, first to last, by its anchor."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What a handover makes of one appearance: its anchor, and its facts that mean a later holder.

    A fact in ``facts`` is followed by a bar and the day from which on its number was another's.
    """

    anchor: str | None
    facts: tuple[str, ...]


def handovers_of(tx: Transaction, bases: Iterable[str]) -> Days:
    """Read when numbers changed hands, by their anchors."""
    asked = sorted(bases)
    return _days(rows(tx, _OF_BASES, bases=asked)) if asked else {}


def changes(tx: Transaction, entity: str) -> tuple[Handover, ...]:
    """Read when a number (an entity) changed hands, first to last, with who said so and why."""
    bases = sorted(_bases_of(rows(tx, _OF_ENTITY, id=entity)))
    return tuple(
        Handover(row["day"].to_native(), row["reviewer"], row["time"].to_native(), row["reason"])
        for row in rows(tx, _OF_BASES, bases=bases)
    )


def all_handovers(database: Database) -> Days:
    """Read when any number changed hands."""
    return _days(database.run(_ALL))


def _days(found: Iterable[Row]) -> Days:
    days: dict[str, list[date]] = {}
    for row in found:
        days.setdefault(row["base"], []).append(row["day"].to_native())
    return days


def bases_in(found: Iterable[Row]) -> frozenset[str]:
    """Name the anchors of the numbers in rows of new appearances."""
    return frozenset(row["anchor"] for row in found if row["type"] in HANDED and row["anchor"])


def handed(row: Row, seen: date, days: Days) -> Handed:
    """Say which anchor and which facts an appearance has in a report that speaks of a day."""
    at: str | None = row["anchor"]
    if at is not None and row["type"] in HANDED:
        since = _since(days.get(at, ()), seen)
        return Handed(at if since is None else in_era(at, since), ())
    if row["type"] != "Person" or not days:
        return Handed(at, ())
    told = ((fact, _since(days.get(_base(fact), ()), seen)) for fact in row["facts"])
    return Handed(at, tuple(sorted(f"{f}|{since}" for f, since in told if since is not None)))


def hand_over(found: Iterable[dict[str, Any]], seen: Mapping[str, date], days: Days) -> None:
    """Put new appearances where the handovers say; ``seen`` are the days of their reports."""
    if days:
        for row in found:
            put = handed(row, seen[row["report"]], days)
            row["anchor"], row["handed"] = put.anchor, list(put.facts) or None


def in_era(base: str, since: date) -> str:
    """Name the anchor of a number from the day on which it changed hands."""
    return key(base, "from", since.isoformat())


def _since(days: Sequence[date], seen: date) -> date | None:
    return max((day for day in days if day <= seen), default=None)


def _base(fact: str) -> str:
    """Name the anchor of the number that a fact of a person tells."""
    kind, _, value = fact.partition(":")
    type = next((type for type, name in HANDED.items() if name == kind), None)
    if type is None:
        return ""
    service, _, name = value.partition("/") if type == "Handle" else ("", "", value)
    return anchor(type, "", name, {"service": service}) or ""


def change_hands(tx: Transaction, entity: str, handover: Handover) -> None:
    """Say that a number (an entity) changed hands on a day, or take that back.

    Raises Conflict for what cannot change hands, or where nothing is known from before the day.
    """
    take_lock(tx)
    found = rows(tx, _OF_ENTITY, id=entity)
    bases = _bases_of(found)
    if not bases:
        raise Conflict(f"entity {entity!r} is nothing that changes hands")
    if not handover.withdrawn and min(one["seen"].to_native() for one in found) >= handover.day:
        raise Conflict(f"no report tells of the number before {handover.day}")
    for base, row in bases.items():
        tx.run(_ADD, _properties(base, row, handover)).consume()
        _settle(tx, base, row["type"])


def _bases_of(found: Iterable[Row]) -> Mapping[str, Row]:
    """Name the numbers that an entity bears, each with one of its appearances."""
    return {_anchor(one["row"]): one["row"] for one in found if one["row"]["type"] in HANDED}


def _anchor(row: Row) -> str:
    said = dict(zip(row["attribute_names"], row["attribute_values"], strict=True))
    return anchor(row["type"], row["id"], row["name"], said) or ""


def _properties(base: str, row: Row, handover: Handover) -> dict[str, Any]:
    time = in_utc(handover.time)
    said = (handover.reviewer, time.isoformat(), handover.reason, handover.withdrawn)
    return {
        "id": key("Handover", base, handover.day, *map(str, said)),
        "base": base,
        "type": row["type"],
        "name": row["name"],
        "day": handover.day,
        "reviewer": handover.reviewer,
        "time": time,
        "reason": handover.reason,
        "withdrawn": handover.withdrawn,
    }


def _settle(tx: Transaction, base: str, type: str) -> None:
    """Give every appearance of a number, and of its holders, what the handovers say now."""
    days = handovers_of(tx, [base])
    ever = [row["day"].to_native() for row in rows(tx, _EVER, bases=[base])]
    anchors = [base, *(in_era(base, day) for day in ever)]
    found = rows(tx, _IN_ALL_ERAS, anchors=anchors, type=type, fact=f"{HANDED[type]}:")
    changed = []
    for one in found:
        row = one["row"]
        at = _anchor(row) if row["type"] == type else row["anchor"]
        if row["type"] == type and at != base:
            continue
        others = [f for f in row["handed"] or () if _base(f.rpartition("|")[0]) != base]
        put = handed({**row, "anchor": at}, one["seen"].to_native(), days)
        facts = sorted((*others, *put.facts)) or None
        if (put.anchor, facts) != (row["anchor"], row["handed"]):
            changed.append({**row, "anchor": put.anchor, "handed": facts})
    write_rows(tx, _SET, batches(changed))
    write_blocks(tx, changed)
    ids = [row["id"] for row in changed]
    together = {*ids, *(row["id"] for row in rows(tx, _TOGETHER, ids=ids))}
    kin = gather(tx, appearances(tx, sorted(together)).values())
    decision = decide(kin)
    move(tx, kin, decision)
    set_reasons(tx, decision.reasons)
