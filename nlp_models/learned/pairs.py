"""Which two mentions of a report may be joined by a claim or by a leg of a route.

Each mention looks ahead a bounded number of mentions, so that the work stays linear in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nlp_models.learned.strip import Strip

FAR = 45  # items between two mentions of different sentences
SENTENCES = 3
AHEAD = 40  # mentions

ACTORS = frozenset("PO")
PLACES = frozenset("LS")
NUMBERS = frozenset("NVAIHE")
# the signs of the two mentions, in either order → the scorer that judges them
GROUPS: dict[frozenset[str], str] = {
    **{frozenset({a, b}): "actors" for a in ACTORS for b in ACTORS},
    **{frozenset({a, p}): "homes" for a in ACTORS for p in PLACES},
    **{frozenset({a, n}): "numbers" for a in ACTORS for n in NUMBERS},
    **{frozenset({p, q}): "legs" for p in PLACES for q in PLACES},
    frozenset("N"): "calls",
    frozenset("A"): "calls",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions in the order of the text, as places on the strip."""

    first: int
    second: int
    same_sentence: bool
    group: str


def pairs_of(strip: Strip) -> Iterator[Pair]:
    """Give, for each two appearances, the closest mentions of each sentence that has both.

    Where no sentence has both, the closest of all, if they are near enough.
    """
    near: dict[tuple[str, str, int], Pair] = {}
    far: dict[tuple[str, str], Pair] = {}
    mentions = [place for place, item in enumerate(strip.items) if item.id]
    for number, first in enumerate(mentions):
        for second in mentions[number + 1 : number + 1 + AHEAD]:
            pair = _pair(strip, first, second)
            if pair is None:
                break
            if not pair.group:
                continue
            a, b = strip.items[first], strip.items[second]
            ids = (min(a.id, b.id), max(a.id, b.id))
            known = near.get((*ids, a.sentence)) if pair.same_sentence else far.get(ids)
            if known is None or second - first < known.second - known.first:
                if pair.same_sentence:
                    near[*ids, a.sentence] = pair
                else:
                    far[ids] = pair
    together = {ids[:2] for ids in near}
    yield from near.values()
    yield from (pair for ids, pair in far.items() if ids not in together)


def _pair(strip: Strip, first: int, second: int) -> Pair | None:
    """Return the pair, without a group where nothing can join it; None where all else is too far."""
    a, b = strip.items[first], strip.items[second]
    same = a.sentence == b.sentence
    if not same and (b.sentence - a.sentence > SENTENCES or second - first > FAR):
        return None
    group = GROUPS.get(frozenset({a.word, b.word}), "") if a.id != b.id else ""
    return Pair(first, second, same, group)
