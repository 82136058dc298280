"""What reviewers judged of entities: which pairs are decided, and the history of each."""

from collections.abc import Collection, Sequence
from typing import LiteralString

from graph.database import Transaction, rows

_BETWEEN: LiteralString = """
UNWIND $pairs AS pair
MATCH (:Entity {id: pair[0]})<-[:OF]-(l:Appearance)<-[:JUDGES]-(j:IdentityReview)
WITH DISTINCT pair, j
WHERE EXISTS {
  MATCH (j)-[:JUDGES]->(:Appearance)-[:OF]->(:Entity {id: pair[1]})
}
RETURN pair, j {.id, .left, .right, .judgement, .time, .learned} AS judgement
"""


def settled(
    tx: Transaction, pairs: Collection[tuple[str, str]]
) -> dict[frozenset[str], frozenset[str]]:
    """Find the pairs that a reviewer has decided on, and the reasons that were known then."""
    newest: dict[tuple[frozenset[str], str], tuple[object, str, str, Sequence[str]]] = {}
    asked = [list(pair) for pair in pairs]
    for row in rows(tx, _BETWEEN, pairs=asked) if asked else []:
        judgement = row["judgement"]
        pair = frozenset(row["pair"])
        sides = repr(sorted((sorted(judgement["left"]), sorted(judgement["right"]))))
        at = (judgement["time"].to_native(), judgement["id"])
        if (pair, sides) not in newest or newest[pair, sides][:2] < at:
            newest[pair, sides] = (*at, judgement["judgement"], judgement["learned"] or ())
    decided: dict[frozenset[str], frozenset[str]] = {}
    for (pair, _), (_, _, judgement, learned) in newest.items():
        if judgement in ("different", "unsure"):
            decided[pair] = decided.get(pair, frozenset()) | frozenset(learned)
    return decided
