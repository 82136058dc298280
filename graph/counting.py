"""Counts of what the store holds, mostly from the server's own tallies."""

from typing import LiteralString

from graph.database import Transaction, row, rows
from graph.normal_forms import TYPES
from graph.records import KINDS, LEAD
from graph.schema import for_kind
from graph.views import Counts

_REPORTS: LiteralString = "MATCH (r:Report) RETURN count(r) AS number"


def _union(parts: list[str]) -> LiteralString:
    return "\nUNION ALL\n".join(parts)


_ENTITIES = _union([f"MATCH (e:{t}) RETURN '{t}' AS name, count(e) AS number" for t in TYPES])
_JOINTS = _union(
    [
        for_kind("MATCH ()-[r:{kind}]->() RETURN '{kind}' AS name, count(r) AS number", kind)
        for kind in (*KINDS, LEAD)
    ]
)
_REJECTED = _union(
    [
        for_kind(
            "MATCH ()-[r:{kind}]->() WHERE r.reviewed > '' AND r.status = 'rejected' "
            "RETURN '{kind}' AS name, count(r) AS number",
            kind,
        )
        for kind in (*KINDS, LEAD)
    ]
)
_WAITING = _union(
    [
        for_kind(
            "MATCH ()-[r:{kind}]->() WHERE r.waiting > '' "
            "RETURN '{kind}' AS name, count(r) AS number",
            kind,
        )
        for kind in KINDS
    ]
)


def counts(tx: Transaction) -> Counts:
    """Count reports, entities by type, connections by kind (without rejected ones) and leads."""
    reports = row(tx, _REPORTS)
    joints = _tally(tx, _JOINTS)
    for kind, number in _tally(tx, _REJECTED).items():
        joints[kind] -= number
    leads = joints.pop(LEAD, 0)
    return Counts(
        reports=reports["number"] if reports else 0,
        entities=_tally(tx, _ENTITIES),
        connections={kind: number for kind, number in joints.items() if number},
        leads=leads,
        waiting=sum(_tally(tx, _WAITING).values()),
    )


def _tally(tx: Transaction, statement: LiteralString) -> dict[str, int]:
    return {found["name"]: found["number"] for found in rows(tx, statement) if found["number"]}
