"""What the page of a number shows of its holders: when it changed hands, and when it may have."""

from collections.abc import Iterable, Sequence
from typing import LiteralString

from graph.cards import entity_card
from graph.database import Row, Transaction, rows
from graph.entity_pages import existing
from graph.handovers import HANDED, changes
from graph.proposals import compared
from graph.views import Handovers, LikelyHandover

_OTHERS: LiteralString = """
MATCH (e:Entity {id: $id})
MATCH (o:Entity {compact: e.compact})
WHERE o.type = e.type AND o.id <> e.id
RETURN o {.*} AS entity ORDER BY o.first_seen, o.id LIMIT 10
"""
_HOLDERS: LiteralString = """
MATCH (:Entity {id: $id})<-[c:USES_PHONE|USES_VEHICLE|USES_ACCOUNT]-(p:Person)
WHERE c.status <> 'rejected'
RETURN p {.*} AS holder, c.first_seen AS first, c.last_seen AS last
ORDER BY first, p.id LIMIT 20
"""


def handovers_page(tx: Transaction, id: str) -> Handovers:
    """Read when a number changed hands, and where its holders follow one another."""
    if existing(tx, id)["type"] not in HANDED:
        return Handovers((), (), ())
    others = tuple(entity_card(row["entity"]) for row in rows(tx, _OTHERS, id=id))
    return Handovers(changes(tx, id), others, tuple(_likely(tx, rows(tx, _HOLDERS, id=id))))


def _likely(tx: Transaction, holders: Sequence[Row]) -> Iterable[LikelyHandover]:
    """Find the days from which on others held it, who cannot be those of before."""
    for n in range(1, len(holders)):
        before, after = holders[:n], holders[n:]
        day = after[0]["first"].to_native()
        apart = max(row["last"].to_native() for row in before) < day
        if apart and not any(_may_be_one(tx, one, other) for one in before for other in after):
            yield LikelyHandover(
                day,
                tuple(entity_card(row["holder"]) for row in before),
                tuple(entity_card(row["holder"]) for row in after),
            )


def _may_be_one(tx: Transaction, one: Row, other: Row) -> bool:
    score = compared(tx, one["holder"]["id"], other["holder"]["id"])
    return score is not None and score.proposed
