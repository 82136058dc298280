"""The fingerprint of the derived layer: equal for equal graphs, whatever made them."""

import hashlib
from typing import LiteralString

from graph.database import Transaction

_PARTS: tuple[LiteralString, ...] = (
    "MATCH (e:Entity) RETURN 'entity' AS part, properties(e) AS p",
    "MATCH (a:Appearance)-[:OF]->(e:Entity) RETURN 'of' AS part, a.id AS a, e.id AS e",
    "MATCH (a:Appearance)-[:SHARES]->(b:Block) RETURN 'shares' AS part, a.id AS a, b.id AS b",
    "MATCH (s:Entity)-[r]->(t:Entity) "
    "RETURN 'joint' AS part, type(r) AS kind, s.id AS s, t.id AS t, properties(r) AS p",
    "MATCH (c:Claim) "
    "RETURN 'claim' AS part, c.id AS id, c.connection AS c, c.verdict AS v, c.reviewed AS r",
    "MATCH (:Appearance)-[n:NEAR]->(:Appearance) "
    "RETURN 'lead' AS part, n.id AS id, n.connection AS c, n.verdict AS v, n.reviewed AS r",
    "MATCH (a:Appearance) "
    "RETURN 'anchor' AS part, a.id AS id, a.anchor AS anchor, a.own AS own, a.apart AS apart, "
    "a.handed AS handed",
)


def fingerprint(tx: Transaction) -> str:
    """Digest the derived layer; the order in which the server answers does not matter."""
    total = 0
    for part in _PARTS:
        for record in tx.run(part):
            line = repr([_plain(value) for value in record.values()])
            total += int.from_bytes(hashlib.sha256(line.encode()).digest())
    return f"{total % 2**256:064x}"


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return sorted((name, str(each)) for name, each in value.items())
    return value
