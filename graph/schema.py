"""Constraints and indexes, made once and waited for; and the tables of types that Cypher needs.

Labels and relationship types cannot be parameters, so each statement that needs one is built
here, once, from the tables of graph.records: never from input.
"""

from collections.abc import Iterable, Iterator
from typing import LiteralString

from graph.database import Database
from graph.normal_forms import TYPES
from graph.records import KINDS, LEAD

RELATIONSHIPS: tuple[str, ...] = (*KINDS, LEAD)
SYMMETRIC = frozenset({"ASSOCIATE", "FAMILY", LEAD})
"""Kinds that say the same in both directions: stored from the smaller entity id."""

_CONSTRAINTS: tuple[LiteralString, ...] = (
    "CREATE CONSTRAINT report_id IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT appearance_id IF NOT EXISTS FOR (n:Appearance) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT route_id IF NOT EXISTS FOR (n:Route) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT identity_review_id IF NOT EXISTS "
    "FOR (n:IdentityReview) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT near_id IF NOT EXISTS FOR ()-[r:NEAR]-() REQUIRE r.id IS UNIQUE",
    "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT block_id IF NOT EXISTS FOR (n:Block) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT handover_id IF NOT EXISTS FOR (n:Handover) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT lock_id IF NOT EXISTS FOR (n:Lock) REQUIRE n.id IS UNIQUE",
)
_INDEXES: tuple[LiteralString, ...] = (
    "CREATE INDEX report_seen IF NOT EXISTS FOR (n:Report) ON (n.seen, n.id)",
    "CREATE INDEX report_received IF NOT EXISTS FOR (n:Report) ON (n.received, n.id)",
    "CREATE INDEX report_parent IF NOT EXISTS FOR (n:Report) ON (n.parent)",
    "CREATE INDEX appearance_anchor IF NOT EXISTS FOR (n:Appearance) ON (n.anchor)",
    "CREATE INDEX appearance_own IF NOT EXISTS FOR (n:Appearance) ON (n.own)",
    "CREATE INDEX handover_base IF NOT EXISTS FOR (n:Handover) ON (n.base)",
    "CREATE INDEX claim_connection IF NOT EXISTS FOR (n:Claim) ON (n.connection)",
    "CREATE INDEX near_connection IF NOT EXISTS FOR ()-[r:NEAR]-() ON (r.connection)",
    "CREATE INDEX person_last_seen IF NOT EXISTS FOR (n:Person) ON (n.last_seen)",
    "CREATE INDEX organization_last_seen IF NOT EXISTS FOR (n:Organization) ON (n.last_seen)",
    "CREATE INDEX place_last_seen IF NOT EXISTS FOR (n:Place) ON (n.last_seen)",
    "CREATE INDEX vehicle_last_seen IF NOT EXISTS FOR (n:Vehicle) ON (n.last_seen)",
    "CREATE TEXT INDEX entity_compact IF NOT EXISTS FOR (n:Entity) ON (n.compact)",
    # the folding analyzer drops English stop words, and An, Bế, Thế and Tô are people: names are
    # folded by us and indexed without stop words, as written and folded
    "CREATE FULLTEXT INDEX entity_names IF NOT EXISTS "
    "FOR (n:Entity) ON EACH [n.names, n.aliases, n.folded] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}",
    "CREATE FULLTEXT INDEX report_words IF NOT EXISTS FOR (n:Report) ON EACH [n.title, n.text] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}",
)
_EACH_KIND: tuple[str, ...] = (
    "CREATE INDEX {name}_waiting IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.waiting)",
    "CREATE INDEX {name}_reviewed IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.reviewed)",
)
# known to the server beforehand, a question about them on an empty graph raises no warning
_TYPES_BESIDE: tuple[str, ...] = (
    "IN", "OF", "SUBJECT", "OBJECT", "STOP", "MOVER", "MOVED", "NEAR", "SHARES", "ON", "JUDGES",
)  # fmt: skip
_PROPERTIES: tuple[str, ...] = (
    "id", "type", "name", "detail", "names", "name_counts", "aliases", "folded", "roles",
    "role_counts", "attributes", "facts", "reports", "appearances", "first_seen", "last_seen",
    "reasons", "contradictions", "compact", "anchor", "own", "apart", "since", "sub_role", "spans",
    "mentioned", "role", "attribute_names", "attribute_values", "kind", "start", "end",
    "confidence", "why", "negated", "hearsay", "date", "amount", "connection", "verdict", "n",
    "mode", "planned", "text", "title", "path", "language", "media_type", "size", "received",
    "source", "reliability", "credibility", "handling", "parent", "classes", "class_names",
    "class_spans", "pages", "sentences", "seen", "entities", "original", "wide", "status",
    "count", "leads", "created", "unjudged", "waiting", "reviewed", "target", "targets",
    "reviewer", "time", "reason", "left", "right", "judgement", "clues", "learned", "taken",
    "rebuilding", "handed", "base", "day", "withdrawn",
)  # fmt: skip


def prepare(database: Database) -> None:
    """Make what is missing of constraints and indexes, and wait until all are online."""
    made = {row["name"] for row in database.run("SHOW CONSTRAINTS YIELD name")}
    made |= {row["name"] for row in database.run("SHOW INDEXES YIELD name")}
    for statement in (*_CONSTRAINTS, *_INDEXES, *_of_each_kind()):
        if _name(statement) not in made:
            database.run(statement)
    _make_known(
        database, _TYPES_BESIDE, "CALL db.relationshipTypes()", "CALL db.createRelationshipType($n)"
    )
    _make_known(database, TYPES, "CALL db.labels()", "CALL db.createLabel($n)")
    _make_known(database, _PROPERTIES, "CALL db.propertyKeys()", "CALL db.createProperty($n)")
    database.run("CALL db.awaitIndexes(300)")


def _of_each_kind() -> Iterator[LiteralString]:
    for kind in RELATIONSHIPS:
        for template in _EACH_KIND:
            yield for_kind(template, kind)


def _name(statement: str) -> str:
    return statement.partition(" IF NOT EXISTS")[0].rpartition(" ")[2]


def _make_known(
    database: Database, names: Iterable[str], known: LiteralString, make: LiteralString
) -> None:
    there = {value for row in database.run(known) for value in row.values()}
    for name in names:
        if name not in there:
            database.run(make, n=name)


def for_kind(template: str, kind: str) -> LiteralString:
    """Write a statement for one relationship type of the table."""
    if kind not in RELATIONSHIPS:
        raise KeyError(kind)
    return template.replace("{kind}", kind).replace("{name}", kind.lower())


def each_kind(template: str, kinds: tuple[str, ...] = RELATIONSHIPS) -> dict[str, LiteralString]:
    """Write a statement once for each relationship type."""
    return {kind: for_kind(template, kind) for kind in kinds}


def each_type(template: str) -> dict[str, LiteralString]:
    """Write a statement once for each type of entity."""
    return {type: template.replace("{type}", type) for type in TYPES}
