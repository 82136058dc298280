"""Two entities side by side, and the queue of those a reviewer is asked about."""

from collections.abc import Sequence
from datetime import date
from typing import LiteralString

from graph.cards import entity_card
from graph.connection_pages import connection_groups
from graph.database import Row, Transaction, rows
from graph.entity_pages import entity_page, entity_sentences
from graph.judgements import settled
from graph.matching.scoring import PROPOSED, Score
from graph.matching.thing import ThingScore
from graph.proposals import COMPARED, Proposed, compared, proposals
from graph.schema import each_type
from graph.views import Comparison, EntityCard, Proposal, Side, Why

_APPEARANCES = 20
_SENTENCES = 6
_EACH_KIND = 8
_AT_ONCE = 40
_LOOKED_AT_MOST = 400
_LIKELY_BITS = 11.0

_NEWEST = each_type("""
MATCH (e:{type})
WHERE e.last_seen <= $day AND (e.last_seen < $day OR e.id > $id)
RETURN e {.*} AS entity ORDER BY e.last_seen DESC, e.id LIMIT $limit
""")
_CARDS: LiteralString = "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN e {.*} AS entity"
_FIRST = (date(9999, 12, 31), "")


def comparison(tx: Transaction, left: str, right: str) -> Comparison:
    """Lay two entities side by side; raises Missing, or Moved for an old address of one."""
    sides = tuple(
        Side(
            entity_page(tx, id, _APPEARANCES, 0),
            entity_sentences(tx, id, _SENTENCES, 0),
            connection_groups(tx, id, _EACH_KIND),
        )
        for id in (left, right)
    )
    score = compared(tx, left, right)
    return Comparison(
        left=sides[0],
        right=sides[1],
        bits=round(score.total, 1) if score else 0.0,
        reasons=_reasons(score) if score else (),
        against=_against(score) if score else (),
        judged=bool(settled(tx, [(left, right)])),
    )


def proposals_of(tx: Transaction, id: str) -> tuple[Proposal, ...]:
    """List what a reviewer is asked about for one entity, likeliest first."""
    found = proposals(tx, [id]).get(id, ())
    return _with_cards(tx, found)


def queue(
    tx: Transaction, type: str, limit: int, before: str | None, weak: bool
) -> tuple[tuple[Proposal, ...], str | None]:
    """List pairs to decide on, of those last seen first; the cursor is where the next page begins.

    ``type`` is one of those in ``COMPARED``.

    Each pair stands with the one of the two that comes first; a page begins with its likeliest.
    """
    if type not in COMPARED:
        raise KeyError(type)
    # of things a reviewer sees all that is proposed: there are few
    least = PROPOSED if weak or type != "Person" else _LIKELY_BITS
    found, following = _newest_pairs(tx, type, limit, before, least)
    return tuple(sorted(found, key=lambda one: -one.bits)), following


def _newest_pairs(
    tx: Transaction, type: str, limit: int, before: str | None, least: float
) -> tuple[list[Proposal], str | None]:
    day, id = _place(before)
    found: list[Proposal] = []
    for _ in range(_LOOKED_AT_MOST // _AT_ONCE):
        newest = rows(tx, _NEWEST[type], day=day, id=id, limit=_AT_ONCE)
        asked = proposals(tx, [row["entity"]["id"] for row in newest])
        for row in newest:
            card = entity_card(row["entity"])
            day, id = row["entity"]["last_seen"].to_native(), card.id
            later = _with_cards(tx, asked.get(card.id, ()))
            found.extend(
                one for one in later if one.bits >= least and _order(one.right) > _order(card)
            )
            if len(found) >= limit:
                return found, f"{day.isoformat()}|{id}"
        if len(newest) < _AT_ONCE:
            return found, None
    return found, f"{day.isoformat()}|{id}"


def _place(before: str | None) -> tuple[date, str]:
    day, _, id = (before or "").partition("|")
    return (date.fromisoformat(day), id) if id else _FIRST


def _order(card: EntityCard) -> tuple[int, str]:
    return -(card.last_seen or date.min).toordinal(), card.id


def _with_cards(tx: Transaction, found: Sequence[Proposed]) -> tuple[Proposal, ...]:
    ids = sorted({id for one in found for id in (one.left, one.right)})
    cards = {row["entity"]["id"]: _card(row) for row in rows(tx, _CARDS, ids=ids)} if ids else {}
    return tuple(
        Proposal(
            cards[one.left],
            cards[one.right],
            round(one.score.total, 1),
            one.score.clear,
            _reasons(one.score),
            _against(one.score),
        )
        for one in found
    )


def _card(row: Row) -> EntityCard:
    return entity_card(row["entity"])


def _reasons(score: Score | ThingScore) -> tuple[Why, ...]:
    return tuple(Why(reason.code, reason.values, reason.text) for reason in score.reasons)


def _against(score: Score | ThingScore) -> tuple[Why, ...]:
    return tuple(Why(one.code, one.values, one.text) for one in score.against)
