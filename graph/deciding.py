"""Judging entities: what a reviewer says of whole entities becomes judgements of appearances."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from graph.database import Transaction, rows
from graph.entity_pages import existing
from graph.errors import Conflict, Missing
from graph.proposals import compared
from graph.records import IdentityReview, Judgement
from graph.reviewing import add_judgements

_APPEARANCES: LiteralString = """
MATCH (:Entity {id: $id})<-[:OF]-(a:Appearance)
RETURN a.id AS id ORDER BY id
"""
_REVIEWS: LiteralString = """
UNWIND $ids AS id
MATCH (j:IdentityReview {id: id})
RETURN j.id AS id, j.left AS left, j.right AS right
"""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who judges, when, and why."""

    reviewer: str
    time: datetime
    reason: str = ""


def judge_pairs(
    tx: Transaction, pairs: Iterable[tuple[str, str]], judgement: Judgement, signed: Signed
) -> tuple[str, ...]:
    """Judge pairs of entities, and answer the ids of the judgements; raises Missing or Moved."""
    return add_judgements(tx, [_of_pair(tx, *pair, judgement, signed) for pair in pairs])


def _of_pair(
    tx: Transaction, left: str, right: str, judgement: Judgement, signed: Signed
) -> IdentityReview:
    if left == right:
        raise Conflict(f"entity {left!r} cannot be compared with itself")
    for id in (left, right):
        existing(tx, id)
    score = compared(tx, left, right)
    return IdentityReview(
        _appearances(tx, left),
        _appearances(tx, right),
        judgement,
        signed.reviewer,
        signed.time,
        signed.reason,
        tuple(reason.line for reason in score.reasons) if score else (),
    )


def part(
    tx: Transaction, entity: str, appearances: Sequence[str], signed: Signed
) -> tuple[str, ...]:
    """Take some appearances of an entity for another's: apart from the rest, and one together."""
    existing(tx, entity)
    all_ = _appearances(tx, entity)
    some = tuple(sorted(set(appearances)))
    for id in some:
        if id not in all_:
            raise Missing(id, "appearance of this entity")
    rest = tuple(id for id in all_ if id not in some)
    if not some or not rest:
        raise Conflict("to part an entity, some of its appearances must go and some must stay")
    who = (signed.reviewer, signed.time, signed.reason)
    reviews = [IdentityReview(some, rest, "different", *who)]
    if len(some) > 1:
        reviews.append(IdentityReview(some, (), "same", *who))
    return add_judgements(tx, reviews)


def withdraw(tx: Transaction, reviews: Sequence[str], signed: Signed) -> None:
    """Take judgements back, by id: as if they had not been made, but for the record of it."""
    found = {row["id"]: row for row in rows(tx, _REVIEWS, ids=list(reviews))}
    for id in reviews:
        if id not in found:
            raise Missing(id, "judgement of identity")
    who = (signed.reviewer, signed.time, signed.reason)
    add_judgements(
        tx,
        [
            IdentityReview(tuple(row["left"]), tuple(row["right"]), "withdrawn", *who)
            for row in found.values()
        ],
    )


def _appearances(tx: Transaction, entity: str) -> tuple[str, ...]:
    return tuple(row["id"] for row in rows(tx, _APPEARANCES, id=entity))
