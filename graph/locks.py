"""One writer at a time: the derived layer is folded, so writers take turns on one node."""

from typing import LiteralString

from graph.database import Transaction, row
from graph.errors import Rebuilding

_TAKE: LiteralString = """
MERGE (l:Lock {id: 'derivation'})
SET l.taken = true
RETURN coalesce(l.rebuilding, false) AS rebuilding
"""
_MARK: LiteralString = """
MERGE (l:Lock {id: 'derivation'})
SET l.taken = true, l.rebuilding = $rebuilding
"""


def take_lock(tx: Transaction, *, rebuilding: bool = False) -> None:
    """Wait until no other transaction derives; must be the first thing that a writer does."""
    lock = row(tx, _TAKE)
    if lock is not None and lock["rebuilding"] and not rebuilding:
        raise Rebuilding


def mark_rebuilding(tx: Transaction, rebuilding: bool) -> None:
    """Keep other writers out until the derived layer is whole again."""
    tx.run(_MARK, {"rebuilding": rebuilding}).consume()
