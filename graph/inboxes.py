"""The inbox of supervisors: connections that nobody has reviewed, or the verdicts on those."""

from graph.cards import connection
from graph.connection_pages import connection_history, connection_quotes
from graph.database import Row, Transaction, rows
from graph.errors import Missing
from graph.records import KINDS, LEAD, Review
from graph.schema import each_kind
from graph.views import InboxItem

_QUOTES = 3
_NEWEST = "~"
"""Sorts after every moment."""

_WAITING = each_kind("""
MATCH (s:Entity)-[r:{kind}]->(t:Entity)
WHERE r.waiting < $before
WITH s, r, t ORDER BY r.waiting DESC LIMIT $limit
RETURN '{kind}' AS kind, r {.*} AS joint, s {.*} AS source, t {.*} AS target, r.waiting AS at
""")
_REVIEWED = each_kind("""
MATCH (s:Entity)-[r:{kind}]->(t:Entity)
WHERE r.reviewed < $before
WITH s, r, t ORDER BY r.reviewed DESC LIMIT $limit
RETURN '{kind}' AS kind, r {.*} AS joint, s {.*} AS source, t {.*} AS target, r.reviewed AS at
""")
_STATES = {"waiting": _WAITING, "reviewed": _REVIEWED}


def inbox(
    tx: Transaction, state: str, kind: str | None, leads: bool, limit: int, before: str | None
) -> tuple[tuple[InboxItem, ...], str | None]:
    """List connections, newest first; the cursor is where the next page begins."""
    if state not in _STATES:
        raise Missing(state, "state of the inbox")
    if kind is not None and kind not in (*KINDS, LEAD):
        raise Missing(kind, "kind of connection")
    chosen = (kind,) if kind else (*KINDS, LEAD) if leads else KINDS
    found: list[Row] = []
    for each in chosen:
        found += rows(tx, _STATES[state][each], before=before or _NEWEST, limit=limit + 1)
    found.sort(key=lambda item: item["at"], reverse=True)
    shown = found[:limit]
    more = len(found) > limit and shown
    return tuple(_item(tx, row) for row in shown), shown[-1]["at"] if more else None


def _item(tx: Transaction, row: Row) -> InboxItem:
    id = row["joint"]["id"]
    last = _last_verdict(tx, id)
    return InboxItem(
        connection=connection(row["joint"], row["kind"], row["source"], row["target"]),
        quotes=connection_quotes(tx, id, _QUOTES, 0),
        verdict=last.verdict if last else None,
        reviewer=last.reviewer if last else None,
        reviewed=last.time if last else None,
        reason=last.reason if last else None,
    )


def _last_verdict(tx: Transaction, id: str) -> Review | None:
    return next(iter(connection_history(tx, id)), None)
