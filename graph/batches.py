"""Batches: rows for one statement, and filings for one transaction."""

from collections.abc import Iterable, Iterator, Sequence

from graph.database import Row
from graph.records import Filing

STATEMENT_ROWS = 5_000
STATEMENT_BYTES = 4_000_000
# a row takes some 6 kB of the server's memory, which is 358 MB at a heap of 512 MB
TRANSACTION_ROWS = 30_000
TRANSACTION_BYTES = 24_000_000
# what a row costs beside its long texts
_ROW_BYTES = 300


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Bound the rows of a statement by their number and their weight."""
    batch: list[Row] = []
    weight = 0
    for row in rows:
        weighs = _ROW_BYTES + len(row.get("text") or "")
        if batch and (len(batch) >= STATEMENT_ROWS or weight + weighs > STATEMENT_BYTES):
            yield batch
            batch, weight = [], 0
        batch.append(row)
        weight += weighs
    if batch:
        yield batch


def transactions(filings: Sequence[Filing]) -> Iterator[list[Filing]]:
    """Split filings that do not fit into one transaction, always between two reports."""
    group: list[Filing] = []
    rows = weight = 0
    for filing in filings:
        more = row_count(filing)
        heavier = more * _ROW_BYTES + len(filing.report.text)
        if group and (rows + more > TRANSACTION_ROWS or weight + heavier > TRANSACTION_BYTES):
            yield group
            group, rows, weight = [], 0, 0
        group.append(filing)
        rows += more
        weight += heavier
    if group:
        yield group


def row_count(filing: Filing) -> int:
    """Count the nodes and relationships that a filing's source layer needs."""
    return (
        1
        + 3 * len(filing.appearances)
        + 4 * len(filing.claims)
        + len(filing.leads)
        + sum(2 + len(r.stops) + len(r.movers) + len(r.moved) for r in filing.routes)
    )
