"""Entities in the graph: read their profiles, write them, find who lives at an anchor."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import LiteralString

from graph.batches import batches
from graph.database import Row, Transaction, rows, write_rows
from graph.profile import Profile
from graph.schema import each_type

_PROFILES: LiteralString = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e {.*} AS entity
"""
_AT_ANCHORS: LiteralString = """
UNWIND $anchors AS anchor
CALL (anchor) {
  MATCH (a:Appearance {anchor: anchor})-[:OF]->(e:Entity)
  WHERE a.apart IS NULL
  RETURN e LIMIT 1
}
RETURN anchor, e {.*} AS entity
"""
_PROPERTIES = """
  id: row.id, type: row.type, name: row.name, detail: row.detail, names: row.names,
  name_counts: row.name_counts, aliases: row.aliases, folded: row.folded, roles: row.roles,
  role_counts: row.role_counts, attributes: row.attributes, facts: row.facts,
  reports: row.reports, appearances: row.appearances, first_seen: row.first_seen,
  last_seen: row.last_seen, reasons: row.reasons, contradictions: row.contradictions,
  compact: row.compact"""
_CREATE = each_type("UNWIND $rows AS row\nCREATE (:Entity:{type} {" + _PROPERTIES + "})")
_UPDATE: LiteralString = """
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e += row
"""
_SET_REASONS: LiteralString = """
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e.reasons = row.reasons
"""
_DELETE: LiteralString = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
DETACH DELETE e
"""


def profiles(tx: Transaction, ids: Collection[str]) -> dict[str, Profile]:
    """Read the profiles of the entities that exist among ``ids``."""
    found = rows(tx, _PROFILES, ids=list(ids)) if ids else []
    return {row["entity"]["id"]: Profile.stored(row["entity"]) for row in found}


def profiles_at(tx: Transaction, anchors: Collection[str]) -> dict[str, Profile]:
    """Read, for anchors that are no entity's id any more, the entity that took them in."""
    found = rows(tx, _AT_ANCHORS, anchors=list(anchors)) if anchors else []
    return {row["anchor"]: Profile.stored(row["entity"]) for row in found}


def fold(
    tx: Transaction,
    groups: Mapping[str, Sequence[Row]],
    days: Mapping[str, date],
    stored: Mapping[str, Profile],
    reasons: Mapping[str, tuple[str, ...]],
) -> None:
    """Add appearances (by entity id) to the profiles that are stored, or begin new ones."""
    created: dict[str, list[Row]] = {}
    updated: list[Row] = []
    for id, appearances in groups.items():
        known = stored.get(id)
        profile = known or Profile(id, appearances[0]["type"])
        profile.add(appearances, days)
        profile.joined = reasons.get(id, profile.joined)
        if known is None:
            created.setdefault(profile.type, []).append(profile.row())
        else:
            updated.append(profile.row())
    for type, new in created.items():
        write_rows(tx, _CREATE[type], batches(new))
    write_rows(tx, _UPDATE, batches(updated))


def set_reasons(tx: Transaction, reasons: Mapping[str, tuple[str, ...]]) -> None:
    """Say anew why entities were joined that themselves stay as they are."""
    stored = profiles(tx, reasons.keys())
    changed: list[Row] = []
    for id, profile in stored.items():
        if profile.joined != reasons[id]:
            profile.joined = reasons[id]
            changed.append({"id": id, "reasons": profile.row()["reasons"]})
    write_rows(tx, _SET_REASONS, batches(changed))


def delete(tx: Transaction, ids: Iterable[str]) -> None:
    """Delete entities with all their connections."""
    tx.run(_DELETE, {"ids": list(ids)}).consume()
