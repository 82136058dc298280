"""Long texts in windows: cut where a paragraph, line or sentence ends, read apart, put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp_models.reading import Appearance, Classification, Mention, Reading

LONGEST = 100_000
_BORDERS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?…]\s"), re.compile(r"\s"))
_BACK = 0.7


def windows(text: str, longest: int = LONGEST) -> list[tuple[int, int]]:
    """Return the bounds of the windows of a text: one where it is short enough."""
    bounds, start = [], 0
    while len(text) - start > longest:
        end = _border(text, start, start + longest)
        bounds.append((start, end))
        start = end
    return [*bounds, (start, len(text))] if start < len(text) or not bounds else bounds


def _border(text: str, start: int, end: int) -> int:
    """Return the last good place to cut before ``end``, the best kind of place first."""
    earliest = start + int((end - start) * _BACK)
    for border in _BORDERS:
        found = [match.end() for match in border.finditer(text, earliest, end)]
        if found:
            return found[-1]
    return end


def joined(text: str, readings: Sequence[tuple[int, Reading]]) -> Reading:
    """Put the readings of a text's windows (each with its offset) together into one.

    What has the same type and name in several windows is one appearance.
    """
    if len(readings) == 1:
        return readings[0][1]
    merged: dict[tuple[str, str], Appearance] = {}
    names: list[dict[str, str]] = []
    for offset, reading in readings:
        names.append({})
        for found in reading.appearances:
            moved = replace(found, mentions=tuple(_mentions(found.mentions, offset)))
            one = _merged(merged, moved)
            names[-1][found.id] = one.id
    return Reading(
        text=text,
        language=readings[0][1].language,
        appearances=tuple(merged.values()),
        claims=tuple(
            replace(
                claim,
                subject=ids[claim.subject],
                object=ids[claim.object],
                start=claim.start + offset,
                end=claim.end + offset,
            )
            for ids, (offset, reading) in zip(names, readings, strict=True)
            for claim in reading.claims
        ),
        routes=tuple(
            replace(
                route,
                stops=tuple(ids[stop] for stop in route.stops),
                movers=tuple(ids[mover] for mover in route.movers),
                moved=tuple(ids[moved] for moved in route.moved),
                start=route.start + offset,
                end=route.end + offset,
            )
            for ids, (offset, reading) in zip(names, readings, strict=True)
            for route in reading.routes
        ),
        leads=tuple(
            replace(
                lead,
                first=ids[lead.first],
                second=ids[lead.second],
                start=lead.start + offset,
                end=lead.end + offset,
            )
            for ids, (offset, reading) in zip(names, readings, strict=True)
            for lead in reading.leads
        ),
        classes=tuple(_classes(readings)),
        sentences=tuple(
            (start + offset, end + offset)
            for offset, reading in readings
            for start, end in reading.sentences
        ),
    )


def _merged(merged: dict[tuple[str, str], Appearance], more: Appearance) -> Appearance:
    """Add an appearance to those merged so far, and return the one that it is part of now."""
    kind = (more.type, more.name)
    first = merged.get(kind)
    if first is None:
        one = replace(more, id=f"e{len(merged) + 1}")
    else:
        one = replace(
            first,
            mentions=first.mentions + more.mentions,
            aliases=tuple(dict.fromkeys(first.aliases + more.aliases)),
            role=first.role or more.role,
            sub_role=first.sub_role or more.sub_role,
            attributes={**more.attributes, **first.attributes},
        )
    merged[kind] = one
    return one


def _mentions(mentions: Sequence[Mention], offset: int) -> Iterator[Mention]:
    for mention in mentions:
        yield Mention(mention.start + offset, mention.end + offset, mention.text)


def _classes(readings: Sequence[tuple[int, Reading]]) -> Iterator[Classification]:
    phrases: dict[str, tuple[Classification, list[Mention]]] = {}
    for offset, reading in readings:
        for found in reading.classes:
            _, mentions = phrases.setdefault(found.name, (found, []))
            mentions += _mentions(found.phrases, offset)
    for found, mentions in phrases.values():
        yield replace(found, phrases=tuple(mentions))
