"""A text cut where its sentences, mentions and phrases begin and end, ready to be drawn."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.views import EntityCard, Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that are drawn alike: within one mention or none, one phrase or none.

    ``first`` tells that the entity is mentioned here for the first time in the report.
    """

    text: str
    start: int
    mark: Mark | None = None
    phrase: str | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces of one sentence, or what lies between sentences; ``followed`` is the one asked for."""

    start: int
    end: int
    sentence: bool
    followed: bool
    pieces: tuple[Piece, ...]


def apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep spans that don't overlap: at each place the longest that begins there."""
    kept: list[tuple[int, int]] = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def separate(marks: Iterable[Mark]) -> list[Mark]:
    """Keep marks that don't overlap: at each place the longest that begins there."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def stretches(
    text: str,
    marks: Sequence[Mark],
    sentences: Iterable[tuple[int, int]] = (),
    phrases: Iterable[tuple[str, int, int]] = (),
    *,
    followed: tuple[int, int] | None = None,
    window: tuple[int, int] | None = None,
) -> tuple[Stretch, ...]:
    """Cut ``text`` (or the ``window`` of it) into stretches; together they are the text again."""
    begin, stop = window or (0, len(text))
    spans = set(sentences)
    if followed:
        # The sentence asked for wins over any that overlaps it.
        spans = {span for span in spans if span[1] <= followed[0] or followed[1] <= span[0]}
        spans.add(followed)
    inside = [
        (max(first, begin), min(last, stop))
        for first, last in apart(spans)
        if first < stop and last > begin
    ]
    kept = [mark for mark in separate(marks) if mark.end > begin and mark.start < stop]
    firsts = _first_mentions(kept)
    named = [phrase for phrase in phrases if phrase[2] > begin and phrase[1] < stop]
    cuts = sorted(
        {begin, stop}
        | {at for span in inside for at in span}
        | {at for mark in kept for at in (mark.start, mark.end) if begin < at < stop}
        | {at for phrase in named for at in phrase[1:] if begin < at < stop}
    )
    pieces = _pieces(text, cuts, kept, named, firsts)
    return _grouped(pieces, inside, followed, stop)


def _first_mentions(marks: Sequence[Mark]) -> frozenset[int]:
    seen: set[str] = set()
    firsts: set[int] = set()
    for mark in marks:
        if mark.entity.id not in seen:
            seen.add(mark.entity.id)
            firsts.add(mark.start)
    return frozenset(firsts)


def _pieces(
    text: str,
    cuts: Sequence[int],
    marks: Sequence[Mark],
    phrases: Sequence[tuple[str, int, int]],
    firsts: frozenset[int],
) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for start, end in itertools.pairwise(cuts):
        while at < len(marks) and marks[at].end <= start:
            at += 1
        mark = marks[at] if at < len(marks) and marks[at].start <= start else None
        phrase = next((name for name, first, last in phrases if first <= start < last), None)
        # The role is told once, where the first mention ends.
        first = mark is not None and mark.start in firsts and end == mark.end
        pieces.append(Piece(text[start:end], start, mark, phrase, first))
    return pieces


def _grouped(
    pieces: Sequence[Piece],
    sentences: Sequence[tuple[int, int]],
    followed: tuple[int, int] | None,
    stop: int,
) -> tuple[Stretch, ...]:
    starts = dict(sentences)
    groups: list[Stretch] = []
    at = 0
    while at < len(pieces):
        start = pieces[at].start
        is_sentence = start in starts
        later = (piece.start for piece in pieces[at + 1 :] if piece.start in starts)
        end = starts[start] if is_sentence else next(later, stop)
        upto = at + 1
        while upto < len(pieces) and pieces[upto].start < end:
            upto += 1
        asked = followed is not None and is_sentence and start <= followed[0] < end
        groups.append(Stretch(start, end, is_sentence, asked, tuple(pieces[at:upto])))
        at = upto
    return tuple(groups)


@dataclass(frozen=True, slots=True)
class Present:
    """An entity that a report mentions, with its role there, how often and where first."""

    entity: EntityCard
    role: str | None
    mentions: int
    start: int
    end: int


def present(marks: Iterable[Mark]) -> tuple[Present, ...]:
    """List the entities of a report, people first, the most mentioned first."""
    by_id: dict[str, list[Mark]] = {}
    for mark in marks:
        by_id.setdefault(mark.entity.id, []).append(mark)
    listed = [
        Present(
            entity=found[0].entity,
            role=next((mark.role for mark in found if mark.role), None),
            mentions=len(found),
            start=found[0].start,
            end=found[0].end,
        )
        for found in by_id.values()
    ]
    return tuple(
        sorted(
            listed, key=lambda one: (one.entity.type != "Person", one.entity.type, -one.mentions)
        )
    )
