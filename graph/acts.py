"""The history of an entity's identity: what reviewers judged of it, act by act."""

from typing import LiteralString

from graph.database import Row, Transaction, rows
from graph.entity_pages import existing
from graph.views import Act

_JUDGEMENTS: LiteralString = """
MATCH (:Entity {id: $id})<-[:OF]-(:Appearance)<-[:JUDGES]-(j:IdentityReview)
WITH DISTINCT j ORDER BY j.time DESC, j.id
CALL (j) {
  UNWIND j.left AS id MATCH (a:Appearance {id: id})-[:OF]->(e:Entity)
  RETURN collect(DISTINCT a.name)[..5] AS left, collect(DISTINCT e.id)[..5] AS left_now
}
CALL (j) {
  UNWIND j.right AS id MATCH (a:Appearance {id: id})-[:OF]->(e:Entity)
  RETURN collect(DISTINCT a.name)[..5] AS right, collect(DISTINCT e.id)[..5] AS right_now
}
RETURN j {.id, .judgement, .reviewer, .time, .reason} AS judgement, j.left AS on_left,
       j.right AS on_right, left, right, left_now + right_now AS now
"""


def acts(tx: Transaction, id: str) -> tuple[Act, ...]:
    """List what was judged of an entity's appearances, newest first.

    An act stands as long as nothing newer was judged of the same two sides.
    """
    existing(tx, id)
    seen: set[str] = set()
    found = []
    for row in rows(tx, _JUDGEMENTS, id=id):
        sides = repr(sorted((sorted(row["on_left"]), sorted(row["on_right"]))))
        found.append(_act(row, id, stands=sides not in seen))
        seen.add(sides)
    return tuple(found)


def _act(row: Row, entity: str, *, stands: bool) -> Act:
    judgement = row["judgement"]
    return Act(
        id=judgement["id"],
        judgement=judgement["judgement"],
        reviewer=judgement["reviewer"],
        time=judgement["time"].to_native(),
        reason=judgement["reason"],
        left=tuple(sorted(row["left"])),
        right=tuple(sorted(row["right"])),
        others=tuple(sorted(set(row["now"]) - {entity})),
        stands=stands and judgement["judgement"] != "withdrawn",
    )
