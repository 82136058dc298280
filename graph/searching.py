"""Searching: entities by name or by a part of a number, reports by their words."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString

from graph.cards import entity_card, report_card
from graph.database import Row, Transaction, rows
from graph.queries import Query, parse
from graph.ranking import best_match, score_part, score_report
from graph.snippets import snippet
from graph.views import Hit, SearchPage

REPORT = "Report"
_POOL = 300
_PLACES = 50

_BY_NAME: LiteralString = """
CALL db.index.fulltext.queryNodes('entity_names', $lucene) YIELD node AS e, score
WHERE ($since IS NULL OR e.last_seen >= $since) AND ($until IS NULL OR e.first_seen <= $until)
  AND ($places IS NULL OR e.id IN $places
       OR EXISTS { (e)-[c]-(p:Entity) WHERE p.id IN $places AND c.status <> 'rejected' })
WITH e, score * (1 + log10(e.reports)) AS weight
ORDER BY weight DESC, e.id
WITH collect(e.type) AS types,
     collect(CASE WHEN size($types) = 0 OR e.type IN $types THEN e END) AS wanted
RETURN types, [e IN wanted[..$pool] | e {.*}] AS entities
"""
_BY_PART: LiteralString = """
UNWIND $parts AS part
MATCH (e:Entity)
WHERE e.compact CONTAINS part
  AND ($since IS NULL OR e.last_seen >= $since) AND ($until IS NULL OR e.first_seen <= $until)
  AND ($places IS NULL OR e.id IN $places
       OR EXISTS { (e)-[c]-(p:Entity) WHERE p.id IN $places AND c.status <> 'rejected' })
WITH part, e ORDER BY e.reports DESC, e.id
WITH part, collect(e.type) AS types,
     collect(CASE WHEN size($types) = 0 OR e.type IN $types THEN e END) AS wanted
RETURN part, types, [e IN wanted[..$pool] | e {.*}] AS entities
"""
_REPORTS: LiteralString = """
CALL db.index.fulltext.queryNodes('report_words', $lucene) YIELD node AS r, score
WHERE ($since IS NULL OR r.seen >= $since) AND ($until IS NULL OR r.seen <= $until)
  AND ($places IS NULL
       OR EXISTS { (r)<-[:IN]-(:Appearance)-[:OF]->(p:Entity) WHERE p.id IN $places })
WITH r, score ORDER BY score DESC, r.seen DESC, r.id
WITH collect({id: r.id, score: score}) AS found
RETURN size(found) AS number, found[..$pool] AS reports
"""
_TEXTS: LiteralString = """
UNWIND $ids AS id
MATCH (r:Report {id: id})
RETURN r {.*} AS report
"""
_PLACE: LiteralString = """
CALL db.index.fulltext.queryNodes('entity_names', $lucene) YIELD node AS e, score
WHERE e.type IN ['Place', 'Address']
RETURN e.id AS id ORDER BY score DESC, e.reports DESC LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A search: the query and its filters. No types means all; "Report" is one of them."""

    query: Query
    types: tuple[str, ...] = ()
    place: str | None = None
    since: date | None = None
    until: date | None = None

    def wants(self, type: str) -> bool:
        """Say whether the filter by type lets it through."""
        return not self.types or type in self.types


@dataclass(frozen=True, slots=True)
class _Found:
    id: str
    score: float
    matched: str = ""
    entity: Row | None = None


def asked(
    typed: str, types: Collection[str], place: str | None, since: date | None, until: date | None
) -> Asked:
    """Take a search apart."""
    return Asked(parse(typed), tuple(types), place or None, since, until)


def search(tx: Transaction, asked: Asked, limit: int, offset: int) -> SearchPage:
    """Find entities and reports, best first; counts by type are those without the type filter."""
    filters = _filters(tx, asked)
    counts: dict[str, int] = {}
    entities = _entities(tx, asked, filters, counts, prefix=False)
    found = sorted([*entities, *_reports(tx, asked, filters, counts)], key=_rank)
    return SearchPage(
        query=asked.query.typed,
        hits=_hits(tx, asked.query, found[offset : offset + limit]),
        counts=counts,
        more=len(found) > offset + limit,
    )


def suggest(tx: Transaction, prefix: str, limit: int) -> tuple[Hit, ...]:
    """Find entities whose names have a word that begins like the last one typed."""
    asked = Asked(parse(prefix))
    found = _entities(tx, asked, _filters(tx, asked), {}, prefix=True)
    return _hits(tx, asked.query, sorted(found, key=_rank)[:limit])


def _filters(tx: Transaction, asked: Asked) -> dict[str, Any]:
    return {
        "since": asked.since,
        "until": asked.until,
        "places": None if asked.place is None else _places(tx, asked.place),
        "types": list(asked.types),
        "pool": _POOL,
    }


def _places(tx: Transaction, name: str) -> list[str]:
    lucene = parse(name).for_names()
    found = rows(tx, _PLACE, lucene=lucene, limit=_PLACES) if lucene else []
    return [place["id"] for place in found]


def _entities(
    tx: Transaction,
    asked: Asked,
    filters: dict[str, Any],
    counts: dict[str, int],
    *,
    prefix: bool,
) -> Iterable[_Found]:
    tallies: list[Counter[str]] = []
    best: dict[str, _Found] = {}
    for found in _by_name(tx, asked.query, filters, tallies, prefix=prefix):
        best[found.id] = found
    for found in _by_part(tx, asked.query, filters, tallies):
        if found.id not in best or best[found.id].score < found.score:
            best[found.id] = found
    for tally in tallies:
        # what is found in two ways is one thing: the larger count is nearer the truth than the sum
        counts.update({type: max(n, counts.get(type, 0)) for type, n in tally.items()})
    return best.values()


def _by_name(
    tx: Transaction,
    query: Query,
    filters: dict[str, Any],
    tallies: list[Counter[str]],
    *,
    prefix: bool,
) -> Iterable[_Found]:
    lucene = query.for_names(prefix=prefix)
    if not lucene:
        return
    for found in rows(tx, _BY_NAME, lucene=lucene, **filters):
        tallies.append(Counter(found["types"]))
        for entity in found["entities"]:
            match = best_match(query, (*entity["names"], *entity["aliases"]), entity["reports"])
            yield _Found(entity["id"], match.score, match.name, entity)


def _by_part(
    tx: Transaction, query: Query, filters: dict[str, Any], tallies: list[Counter[str]]
) -> Iterable[_Found]:
    if not query.parts:
        return
    for found in rows(tx, _BY_PART, parts=list(query.parts), **filters):
        tallies.append(Counter(found["types"]))
        for entity in found["entities"]:
            score = score_part(found["part"], entity["compact"], entity["reports"])
            yield _Found(entity["id"], score, entity["name"], entity)


def _reports(
    tx: Transaction, asked: Asked, filters: dict[str, Any], counts: dict[str, int]
) -> list[_Found]:
    lucene = asked.query.for_texts()
    if not lucene:
        return []
    found = rows(tx, _REPORTS, lucene=lucene, **filters)[0]
    if found["number"]:
        counts[REPORT] = found["number"]
    if not asked.wants(REPORT):
        return []
    top = max((report["score"] for report in found["reports"]), default=1.0)
    return [_Found(one["id"], score_report(one["score"] / top)) for one in found["reports"]]


def _rank(found: _Found) -> tuple[float, str]:
    return -found.score, found.id


def _hits(tx: Transaction, query: Query, found: Sequence[_Found]) -> tuple[Hit, ...]:
    ids = [one.id for one in found if one.entity is None]
    asked_for = rows(tx, _TEXTS, ids=ids) if ids else []
    texts = {row["report"]["id"]: row["report"] for row in asked_for}
    return tuple(
        _report_hit(texts[one.id], query, one.score)
        if one.entity is None
        else Hit(entity_card(one.entity), None, one.matched, one.score, None)
        for one in found
    )


def _report_hit(report: Row, query: Query, score: float) -> Hit:
    return Hit(None, report_card(report), report["title"], score, snippet(report, query.words))
