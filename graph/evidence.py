"""What joins two entities: claims and leads that add up to a connection with its status.

A connection is confirmed when any of its claims is, rejected when every one is, else machine-made.
Rejected claims don't count towards it, negated and hearsay ones never do. The leads of a pair are
one thing: when any of them is confirmed they all count towards an ASSOCIATE connection.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph.database import Row
from graph.keys import key
from graph.records import LEAD
from graph.schema import SYMMETRIC


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim or lead between two entities, with its last verdict.

    ``reviewed`` is the time of that verdict and the review's id, as text that sorts.
    """

    id: str
    kind: str
    source: str
    target: str
    report: str
    seen: date
    received: datetime
    confidence: float = 0.0
    counts: bool = True
    verdict: str | None = None
    reviewed: str | None = None

    @property
    def connection(self) -> str:
        """The id of the connection of this kind between the two."""
        return connection_id(self.kind, self.source, self.target)


@dataclass(frozen=True, slots=True)
class Joint:
    """A connection as it stands in the graph: everything but its two ends' names."""

    id: str
    kind: str
    source: str
    target: str
    status: str
    count: int
    leads: int
    reports: int
    confidence: float
    first_seen: date
    last_seen: date
    created: datetime
    unjudged: int
    reviewed: str | None

    @classmethod
    def stored(cls, row: Row) -> "Joint":
        """Take a connection up again from the properties of its relationship."""
        return cls(
            row["id"],
            row["kind"],
            row["source"],
            row["target"],
            row["status"],
            row["count"],
            row["leads"],
            row["reports"],
            row["confidence"],
            row["first_seen"].to_native(),
            row["last_seen"].to_native(),
            row["created"].to_native(),
            row["unjudged"],
            row["reviewed"],
        )

    def row(self) -> dict[str, Any]:
        """Write the connection as properties, with its place in the queue of the inbox."""
        waits = self.status == "machine" and self.unjudged > 0
        return {
            "id": self.id,
            "source": self.source,
            "target": self.target,
            "status": self.status,
            "count": self.count,
            "leads": self.leads,
            "reports": self.reports,
            "confidence": self.confidence,
            "first_seen": self.first_seen,
            "last_seen": self.last_seen,
            "created": self.created,
            "unjudged": self.unjudged,
            "waiting": in_order(self.created, self.id) if waits else None,
            "reviewed": None if waits else self.reviewed,
        }


def connection_id(kind: str, source: str, target: str) -> str:
    """Name the connection of one kind between two entities."""
    return key(kind, source, target)


def ends(kind: str, source: str, target: str) -> tuple[str, str]:
    """Put the ends of a kind that says the same in both directions into one order."""
    if kind in SYMMETRIC and target < source:
        return target, source
    return source, target


def in_order(moment: datetime, id: str) -> str:
    """Write a moment and an id as text that sorts by time."""
    return f"{moment.strftime('%Y-%m-%dT%H:%M:%S.%f')}|{id}"


def promoted(leads: Sequence[Evidence]) -> bool:
    """Say whether the leads of a pair are a connection: somebody confirmed one."""
    return any(lead.verdict == "confirmed" for lead in leads)


def summarise(kind: str, evidence: Sequence[Evidence]) -> Joint | None:
    """Add up all the evidence of one connection; None when nothing in it counts."""
    counting = [one for one in evidence if one.counts]
    if not counting:
        return None
    standing = [one for one in counting if one.verdict != "rejected"]
    confirmed = any(one.verdict == "confirmed" for one in standing)
    taken = standing or counting
    first = taken[0]
    return Joint(
        id=connection_id(kind, first.source, first.target),
        kind=kind,
        source=first.source,
        target=first.target,
        status=("confirmed" if confirmed else "machine") if standing else "rejected",
        count=len(taken),
        leads=sum(one.kind == LEAD for one in taken),
        reports=len({one.report for one in taken}),
        confidence=max(one.confidence for one in taken),
        first_seen=min(one.seen for one in taken),
        last_seen=max(one.seen for one in taken),
        created=min(one.received for one in taken),
        unjudged=sum(one.verdict is None for one in standing),
        reviewed=max((one.reviewed for one in evidence if one.reviewed), default=None),
    )


def add(stored: Joint | None, kind: str, fresh: Sequence[Evidence]) -> Joint | None:
    """Add evidence of new reports, which nobody has judged, to what is stored."""
    new = summarise(kind, fresh)
    if stored is None or new is None:
        return new if stored is None else stored
    if stored.status == "rejected":
        # what was rejected no longer counts: the new claims bring it back by themselves
        return new
    return Joint(
        id=stored.id,
        kind=kind,
        source=stored.source,
        target=stored.target,
        status=stored.status,
        count=stored.count + new.count,
        leads=stored.leads + new.leads,
        reports=stored.reports + new.reports,
        confidence=max(stored.confidence, new.confidence),
        first_seen=min(stored.first_seen, new.first_seen),
        last_seen=max(stored.last_seen, new.last_seen),
        created=min(stored.created, new.created),
        unjudged=stored.unjudged + new.unjudged,
        reviewed=stored.reviewed,
    )


def by_connection(evidence: Iterable[Evidence]) -> dict[tuple[str, str, str], list[Evidence]]:
    """Gather evidence by kind and ends."""
    groups: dict[tuple[str, str, str], list[Evidence]] = {}
    for one in evidence:
        groups.setdefault((one.kind, one.source, one.target), []).append(one)
    return groups
