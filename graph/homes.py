"""Homes: which entity each appearance belongs to, and moving appearances to another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import LiteralString

from graph.batches import batches
from graph.connections import settle_at
from graph.database import Row, Transaction, rows, write_rows
from graph.entities import delete, fold, profiles, profiles_at
from graph.kinship import Decision, Kin, Neighbours, blocks_of, decide, gather
from graph.normal_forms import own_id
from graph.profile import Profile, grouped

_LIVING_AT: LiteralString = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:OF]-(a:Appearance)-[:IN]->(r:Report)
RETURN a {.id, .type, .name, .aliases, .role, .attribute_names, .attribute_values, .facts,
          .clues, .anchor, .handed, report: r.id} AS appearance, r.seen AS seen
"""
_MOVE_IN: LiteralString = """
UNWIND $rows AS row
MATCH (a:Appearance {id: row.appearance})
MATCH (e:Entity {id: row.entity})
CREATE (a)-[:OF]->(e)
"""
_BLOCKS: LiteralString = """
UNWIND $rows AS row
MERGE (:Block {id: row.id})
"""
_SHARES: LiteralString = """
UNWIND $rows AS row
MATCH (a:Appearance {id: row.appearance})
MATCH (b:Block {id: row.block})
CREATE (a)-[:SHARES]->(b)
"""


@dataclass(slots=True)
class Homes:
    """The entity of each new appearance, the profiles that are stored, and reasons to join."""

    of: dict[str, str] = field(default_factory=dict)
    stored: dict[str, Profile] = field(default_factory=dict)
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Search:
    """The search for the entity of each new appearance.

    What is known of the graph is read at once, so that what is written meanwhile need not be
    waited for; ``homes`` then decides.
    """

    def __init__(self, tx: Transaction, appearances: Sequence[Row]) -> None:
        self._tx = tx
        self._people = [row for row in appearances if blocks_of(row)]
        self._homes = Homes()
        self._neighbours = Neighbours(tx)
        _by_normal_form(tx, appearances, self._homes)
        self._neighbours.read(self._people)

    def homes(self) -> Homes:
        """Find the entity of each new appearance; those that must move for it move at once."""
        if self._people:
            kin = gather(self._tx, self._people, self._neighbours)
            decision = decide(kin)
            move(self._tx, kin, decision)
            self._homes.of.update((row["id"], decision.entity_of(row)) for row in self._people)
            lived_in = {self._homes.of[row["id"]] for row in self._people}
            self._homes.stored.update(profiles(self._tx, lived_in))
            self._homes.reasons.update((id, decision.reasons[id]) for id in lived_in)
        return self._homes


def _by_normal_form(tx: Transaction, appearances: Sequence[Row], homes: Homes) -> None:
    homes.of.update((row["id"], row["anchor"]) for row in appearances if row["anchor"])
    shared = {
        row["anchor"]
        for row in appearances
        if row["anchor"] and row["anchor"] != own_id(row["type"], row["id"])
    }
    homes.stored.update(profiles(tx, shared))
    taken_in = profiles_at(tx, shared - homes.stored.keys())
    homes.stored.update((profile.id, profile) for profile in taken_in.values())
    for id, anchor in homes.of.items():
        if anchor in taken_in:
            homes.of[id] = taken_in[anchor].id


def move(tx: Transaction, kin: Kin, decision: Decision) -> None:
    """Take entities apart whose appearances no longer belong together, and put them anew."""
    moved = [
        row
        for row in kin.members.values()
        if row.get("entity") and row["entity"] != decision.entity_of(row)
    ]
    left = {row["entity"] for row in moved} | {decision.entity_of(row) for row in moved}
    if left:
        rehome(tx, left, decision.entity_of, decision.reasons)


def rehome(
    tx: Transaction,
    ids: Iterable[str],
    entity_of: Callable[[Row], str],
    reasons: Mapping[str, tuple[str, ...]],
) -> None:
    """Dissolve entities and make those anew that their appearances now belong to."""
    ids = sorted(ids)
    found = rows(tx, _LIVING_AT, ids=ids)
    living = [row["appearance"] for row in found]
    days = {row["appearance"]["report"]: row["seen"].to_native() for row in found}
    of = {row["id"]: entity_of(row) for row in living}
    delete(tx, ids)
    groups = grouped(living, of)
    fold(tx, groups, days, {}, reasons)
    move_in(tx, of)
    settle_at(tx, groups.keys())


def move_in(tx: Transaction, of: Mapping[str, str]) -> None:
    """Join appearances to their entities."""
    pairs = ({"appearance": id, "entity": entity} for id, entity in of.items())
    write_rows(tx, _MOVE_IN, batches(pairs))


def write_blocks(tx: Transaction, appearances: Iterable[Row]) -> None:
    """Enter people into the blocks in which later appearances find them."""
    shares = [(row["id"], block) for row in appearances for block in blocks_of(row)]
    blocks = dict.fromkeys(block for _, block in shares)
    write_rows(tx, _BLOCKS, batches({"id": block} for block in blocks))
    write_rows(tx, _SHARES, batches({"appearance": id, "block": block} for id, block in shares))
