"""Quotes: sentences of reports with every entity in them marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import LiteralString

from graph.cards import report_card
from graph.database import Row, Transaction, rows
from graph.views import Quote

Span = tuple[int, int]
_Marks = tuple[tuple[int, int, str], ...]

_SENTENCES: LiteralString = """
UNWIND $rows AS row
MATCH (r:Report {id: row.report})
RETURN r {.id, .title, .path, .language, .media_type, .size, .date, .received, .source,
          .reliability, .credibility, .handling, .classes, .entities} AS report,
       row.start AS start, row.end AS end,
       CASE WHEN r.wide THEN r.text ELSE substring(r.text, row.start, row.end - row.start) END
         AS text, r.wide AS wide
"""
_MENTIONS: LiteralString = """
UNWIND $reports AS id
MATCH (:Report {id: id})<-[:IN]-(a:Appearance)-[:OF]->(e:Entity)
RETURN id AS report, a.spans AS spans, e.id AS entity
"""


@dataclass(frozen=True, slots=True)
class Said:
    """A place of a report, and what of the graph is said there."""

    report: str
    start: int
    end: int
    claim: str | None = None
    confidence: float | None = None
    why: str | None = None
    negated: bool = False
    hearsay: bool = False
    verdict: str | None = None


def quotes(tx: Transaction, said: Sequence[Said]) -> tuple[Quote, ...]:
    """Fetch the words of each place, with the marks of all entities in them."""
    if not said:
        return ()
    places = [{"report": s.report, "start": s.start, "end": s.end} for s in said]
    found = {(row["report"]["id"], row["start"], row["end"]): row
             for row in rows(tx, _SENTENCES, rows=places)}  # fmt: skip
    mentions = _mentions(tx, sorted({one.report for one in said}))
    return tuple(
        _quote(one, found[one.report, one.start, one.end], mentions.get(one.report, []))
        for one in said
    )


def _quote(said: Said, row: Row, mentions: Iterable[tuple[int, int, str]]) -> Quote:
    text = row["text"][said.start : said.end] if row["wide"] else row["text"]
    within = (m for m in mentions if said.start <= m[0] and m[1] <= said.end)
    return Quote(
        report=report_card(row["report"]),
        start=said.start,
        end=said.end,
        text=text,
        marks=tuple((s - said.start, e - said.start, id) for s, e, id in longest(within)),
        claim=said.claim,
        confidence=said.confidence,
        why=said.why,
        negated=said.negated,
        hearsay=said.hearsay,
        verdict=said.verdict,
    )


def _mentions(tx: Transaction, reports: Sequence[str]) -> Mapping[str, list[tuple[int, int, str]]]:
    mentions: dict[str, list[tuple[int, int, str]]] = {}
    for row in rows(tx, _MENTIONS, reports=reports):
        marks = mentions.setdefault(row["report"], [])
        marks.extend((start, end, row["entity"]) for start, end in pairs(row["spans"]))
    return mentions


def pairs(flat: Sequence[int]) -> list[Span]:
    """Take flat offsets for spans: start, end, start, end …"""
    return list(zip(flat[::2], flat[1::2], strict=True))


def longest(marks: Iterable[tuple[int, int, str]]) -> _Marks:
    """Sort marks and leave out those that overlap a longer one."""
    kept: list[tuple[int, int, str]] = []
    for mark in sorted(marks, key=lambda m: (m[0] - m[1], m)):
        if all(mark[1] <= other[0] or other[1] <= mark[0] for other in kept):
            kept.append(mark)
    return tuple(sorted(kept))


def sentence_at(sentences: Sequence[Span], start: int, end: int) -> Span:
    """Find the sentence around an offset; the place itself where no sentence holds it."""
    for first, last in sentences:
        if first <= start < last:
            return first, max(last, end)
    return start, end
