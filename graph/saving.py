"""Saving: the source layer of new reports and all that follows from it, in one transaction."""

from collections.abc import Iterable, Sequence
from typing import Any, LiteralString

from neo4j import ManagedTransaction

from graph.clues import clues_in
from graph.connections import add_evidence, stored_between
from graph.database import Row, Transaction, rows
from graph.entities import fold
from graph.evidence_read import fresh_evidence
from graph.handovers import bases_in, hand_over, handovers_of
from graph.homes import Search, move_in, write_blocks
from graph.locks import take_lock
from graph.normal_forms import anchor
from graph.profile import grouped
from graph.records import Filing
from graph.sending import briskly, sending
from graph.source import (
    appearance_row,
    claim_row,
    in_utc,
    lead_row,
    report_row,
    write_appearances,
    write_claims,
    write_leads,
    write_reports,
    write_routes,
)

_KNOWN: LiteralString = """
UNWIND $ids AS id
MATCH (r:Report {id: id})
RETURN r.id AS id
"""


def known_reports(tx: Transaction, ids: Iterable[str]) -> frozenset[str]:
    """Say which of the reports are in the store."""
    return frozenset(row["id"] for row in rows(tx, _KNOWN, ids=list(ids)))


def save_filings(tx: ManagedTransaction, filings: Sequence[Filing]) -> None:
    """Write reports that are not known yet, whole, with entities and connections."""
    take_lock(tx)
    by_id = {filing.report.id: filing for filing in filings}
    known = known_reports(tx, by_id)
    new = [filing for id, filing in by_id.items() if id not in known]
    if new:
        # the lock lets one in; the server writes while the next rows are worked out
        with briskly(), sending(tx) as ahead:
            _save(ahead, new)


def _save(tx: Transaction, filings: Sequence[Filing]) -> None:
    # reading waits for what is being written: what takes long is written after it
    reports = {filing.report.id: _report(filing) for filing in filings}
    appearances = [row for filing in filings for row in _appearances(filing)]
    days = {id: report["seen"] for id, report in reports.items()}
    hand_over(appearances, days, handovers_of(tx, bases_in(appearances)))
    write_reports(tx, reports.values())
    write_appearances(tx, appearances)
    search = Search(tx, appearances)
    write_routes(tx, (route for filing in filings for route in filing.routes))
    write_blocks(tx, appearances)
    claims = [claim_row(claim) for filing in filings for claim in filing.claims]
    leads = [lead_row(lead) for filing in filings for lead in filing.leads]
    homes = search.homes()
    evidence = fresh_evidence(claims, leads, homes.of, reports)
    connections = stored_between(tx, evidence, homes.stored)

    fold(tx, grouped(appearances, homes.of), days, homes.stored, homes.reasons)
    move_in(tx, homes.of)
    ties = add_evidence(tx, evidence, connections)
    write_claims(tx, [{**claim, "connection": ties.get(claim["id"])} for claim in claims])
    write_leads(tx, [{**lead, "connection": ties.get(lead["id"])} for lead in leads])


def _appearances(filing: Filing) -> Iterable[dict[str, Any]]:
    clues = clues_in(filing)
    since = f"{in_utc(filing.report.received):%Y-%m-%dT%H:%M:%S.%f}"
    for one in filing.appearances:
        at = anchor(one.type, one.id, one.name, dict(one.attributes))
        yield appearance_row(one, at, since, clues.get(one.id, ()))


def _report(filing: Filing) -> Row:
    entities = sum(one.type not in ("Money", "Date") for one in filing.appearances)
    return report_row(filing.report, entities)
