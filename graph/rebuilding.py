"""Rebuilding: the whole derived layer computed again from the source layer and the reviews.

Identity is decided once over all appearances, not report by report as saving does it; that both
come to the same graph is what the fingerprint shows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, LiteralString

from graph.batches import batches
from graph.connections import add_evidence, stored_between, tie_claims, tie_leads
from graph.database import Database, Row, Transaction, rows, write_rows
from graph.entities import fold, profiles
from graph.evidence_read import fresh_evidence
from graph.handovers import Days, all_handovers, handed
from graph.homes import write_blocks
from graph.kinship import Kin, anchor_of, decide, judged_from, sketch_of
from graph.locks import mark_rebuilding, take_lock
from graph.matching.sketch import Sketch
from graph.normal_forms import anchor
from graph.profile import grouped
from graph.reviewing import mark_judged, settle_verdicts
from graph.sure_pairs import sure_ties

Progress = Callable[[int, int], None]
"""Told how many reports are done, of how many."""

_PAGE = 20_000
_REPORTS_AT_ONCE = 200
_TARGETS_AT_ONCE = 1_000

_CLEAR_ENTITIES: LiteralString = """
MATCH (e:Entity)
CALL (e) { DETACH DELETE e } IN TRANSACTIONS OF 500 ROWS
"""
_CLEAR_BLOCKS: LiteralString = """
MATCH (b:Block)
CALL (b) { DETACH DELETE b } IN TRANSACTIONS OF 5000 ROWS
"""
_PEOPLE: LiteralString = """
MATCH (a:Appearance)
WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $limit
MATCH (a)-[:IN]->(r:Report)
RETURN a {.id, .type, .name, .aliases, .facts, .clues, .role, .attribute_names,
          .attribute_values, .own, .since, seen: r.seen} AS row
ORDER BY a.id
"""
_JUDGEMENTS: LiteralString = """
MATCH (j:IdentityReview)
RETURN j {.id, .left, .right, .judgement, .reviewer, .time, .reason} AS judgement
"""
_REPORT_IDS: LiteralString = "MATCH (r:Report) RETURN r.id AS id ORDER BY id"
_TARGETS: LiteralString = "MATCH (:Review)-[o:ON]->() RETURN DISTINCT o.target AS id ORDER BY id"
_REPORTS: LiteralString = """
UNWIND $ids AS id
MATCH (r:Report {id: id})
RETURN r.id AS id, r.seen AS seen, r.received AS received
"""
_APPEARANCES: LiteralString = """
UNWIND $ids AS id
MATCH (r:Report {id: id})<-[:IN]-(a:Appearance)
RETURN a {.id, .type, .name, .aliases, .role, .attribute_names, .attribute_values, .facts,
          .clues, report: id, seen: r.seen} AS row
"""
_CLAIMS: LiteralString = """
UNWIND $ids AS id
MATCH (:Report {id: id})<-[:IN]-(c:Claim)
MATCH (c)-[:SUBJECT]->(s:Appearance)
MATCH (c)-[:OBJECT]->(o:Appearance)
RETURN c {.id, .kind, .confidence, .negated, .hearsay, report: id, subject: s.id, object: o.id}
  AS row
"""
_LEADS: LiteralString = """
UNWIND $ids AS id
MATCH (:Report {id: id})<-[:IN]-(a:Appearance)-[n:NEAR]->(b:Appearance)
RETURN n {.id, report: id, first: a.id, second: b.id} AS row
"""
_MOVE_IN: LiteralString = """
UNWIND $rows AS row
MATCH (a:Appearance {id: row.id})
MATCH (e:Entity {id: row.entity})
SET a.anchor = row.anchor, a.handed = row.handed
CREATE (a)-[:OF]->(e)
"""


@dataclass(slots=True)
class _Plan:
    """Who is whom: only what differs from standing under one's own anchor."""

    entity_of: dict[str, str] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    judged: list[Row] = field(default_factory=list)
    handovers: Days = field(default_factory=dict)

    def entity(self, row: Row) -> str:
        at = anchor_of(row, frozenset(self.apart)) if row["id"] in self.apart else row["anchor"]
        return self.entity_of.get(at, at)


def rebuild(database: Database, progress: Progress | None) -> None:
    """Compute the derived layer anew; other writers are kept out until it is whole."""
    database.write(mark_rebuilding, True)
    database.run(_CLEAR_ENTITIES)
    database.run(_CLEAR_BLOCKS)
    plan = _plan(database)
    ids = [row["id"] for row in database.run(_REPORT_IDS)]
    for done, some in _slices(ids, _REPORTS_AT_ONCE):
        database.write(_derive, some, plan)
        if progress is not None:
            progress(done, len(ids))
    database.write(_mark_judged, plan)
    targets = [row["id"] for row in database.run(_TARGETS)]
    for _, some in _slices(targets, _TARGETS_AT_ONCE):
        database.write(_settle, some)
    database.write(mark_rebuilding, False)


def _slices(ids: Sequence[str], size: int) -> Iterator[tuple[int, Sequence[str]]]:
    for start in range(0, len(ids), size):
        some = ids[start : start + size]
        yield start + len(some), some


def _mark_judged(tx: Transaction, plan: _Plan) -> None:
    take_lock(tx, rebuilding=True)
    mark_judged(tx, plan.judged, frozenset(plan.apart))


def _settle(tx: Transaction, targets: Sequence[str]) -> None:
    take_lock(tx, rebuilding=True)
    settle_verdicts(tx, targets)


def _plan(database: Database) -> _Plan:
    judgements = [judged_from(row["judgement"]) for row in database.run(_JUDGEMENTS)]
    judged = {id for judgement in judgements for id in judgement.all}
    members: dict[str, Row] = {}
    anchors: dict[str, list[str]] = defaultdict(list)
    sketches: dict[str, Sketch] = {}
    handovers = all_handovers(database)
    for row in _identified(database, handovers):
        if row["id"] in judged:
            anchors[row["anchor"]].append(row["id"])
        sketch = sketch_of(row)
        if sketch is not None:
            sketches[row["id"]] = sketch
        if row["id"] in judged or sketch is not None:
            members[row["id"]] = row
    ties = [*sure_ties(sketches), *anchors.values(), *(sorted(j.all) for j in judgements)]
    known = [members[id] for id in sorted(judged) if id in members]
    plan = _Plan(judged=known, handovers=handovers)
    for ids in _components(ties):
        kin = Kin({id: members[id] for id in ids if id in members})
        kin.judgements.update((j.id, j) for j in judgements if not j.all.isdisjoint(ids))
        _note(plan, kin)
    return plan


def _note(plan: _Plan, kin: Kin) -> None:
    decision = decide(kin)
    plan.apart |= decision.apart
    plan.entity_of.update((a, e) for a, e in decision.entity_of_anchor.items() if a != e)
    plan.reasons.update((id, why) for id, why in decision.reasons.items() if why)


def _identified(database: Database, handovers: Days) -> Iterator[Row]:
    after = ""
    while True:
        page = [row["row"] for row in database.run(_PEOPLE, after=after, limit=_PAGE)]
        for row in page:
            identified = _with_anchor(row, handovers)
            if identified["anchor"]:
                yield identified
        if len(page) < _PAGE:
            return
        after = page[-1]["id"]


def _with_anchor(row: Row, handovers: Days) -> dict[str, Any]:
    attributes = dict(zip(row["attribute_names"], row["attribute_values"], strict=True))
    at = anchor(row["type"], row["id"], row["name"], attributes)
    put = handed({**row, "anchor": at}, row["seen"].to_native(), handovers)
    return {**row, "anchor": put.anchor, "handed": list(put.facts) or None}


def _components(ties: Iterable[Sequence[str]]) -> Iterable[set[str]]:
    """Gather ids that hang together through ties of two or more."""
    group: dict[str, set[str]] = {}
    for tie in ties:
        largest = max((group.setdefault(one, {one}) for one in tie), key=len)
        for one in tie:
            if group[one] is not largest:
                smaller = group[one]
                largest |= smaller
                group.update(dict.fromkeys(smaller, largest))
    return {id(members): members for members in group.values()}.values()


def _derive(tx: Transaction, ids: Sequence[str], plan: _Plan) -> None:
    take_lock(tx, rebuilding=True)
    reports = {row["id"]: _native(row) for row in rows(tx, _REPORTS, ids=ids)}
    appearances = [
        _with_anchor(row["row"], plan.handovers) for row in rows(tx, _APPEARANCES, ids=ids)
    ]
    claims = [row["row"] for row in rows(tx, _CLAIMS, ids=ids)]
    leads = [row["row"] for row in rows(tx, _LEADS, ids=ids)]
    placed = [row for row in appearances if row["anchor"]]
    homes = {row["id"]: plan.entity(row) for row in placed}
    _write(tx, placed, claims, leads, homes, reports, plan)


def _write(
    tx: Transaction,
    placed: Sequence[Row],
    claims: Sequence[Row],
    leads: Sequence[Row],
    homes: Mapping[str, str],
    reports: Mapping[str, Row],
    plan: _Plan,
) -> None:
    days: dict[str, date] = {id: report["seen"] for id, report in reports.items()}
    stored = profiles(tx, set(homes.values()))
    reasons = {id: plan.reasons.get(id, ()) for id in homes.values()}
    evidence = fresh_evidence(claims, leads, homes, reports)
    connections = stored_between(tx, evidence, stored)
    fold(tx, grouped(placed, homes), days, stored, reasons)
    ties = add_evidence(tx, evidence, connections)
    moved = (
        {"id": r["id"], "anchor": r["anchor"], "handed": r["handed"], "entity": homes[r["id"]]}
        for r in placed
    )
    write_rows(tx, _MOVE_IN, batches(moved))
    tie_claims(tx, {claim["id"]: ties.get(claim["id"]) for claim in claims})
    tie_leads(tx, {lead["id"]: ties.get(lead["id"]) for lead in leads})
    write_blocks(tx, placed)


def _native(row: Row) -> Row:
    return {**row, "seen": row["seen"].to_native(), "received": row["received"].to_native()}
