"""Organisations that may be one under other names: without the word for their kind, in another
language, cut short, misspelled, or by their letters.

An authority is known by its kind and its place, a venue by its name and where it stands: Karaoke
Ngọc Lan of Vinh is not that of Hải Phòng. A number in a name tells one from another.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from graph.folding import fold, phrase
from graph.matching.contradictions import Contradiction
from graph.matching.organisation_names import Named, take_apart_organisation
from graph.matching.reasons import Reason
from graph.matching.sounds import is_variant
from graph.matching.thing import Thing, ThingScore, connected_reason

_NAME, _WORD, _LONG_WORD, _LONG = 4.0, 2.5, 2.5, 5
_PART_COSTS, _SPELLING_COSTS, _KINDS_COST, _SEATS_COST = 3.0, 2.0, 4.0, 2.0
_LETTERS = 7.0
_SAME_KIND = 1.5


def weigh_organisations(left: Thing, right: Thing) -> ThingScore | None:
    """Weigh two organisations; None when their names are those of two."""
    best = _best(left.names, right.names)
    if best is None:
        return None
    reason, one, other = best
    against = (*_different_kinds(one, other), *_different_seats(left, right, one, other))
    return ThingScore((reason, *connected_reason(left, right)), against)


def _best(some: Iterable[str], others: Sequence[str]) -> tuple[Reason, Named, Named] | None:
    best: tuple[Reason, Named, Named] | None = None
    for one in map(take_apart_organisation, some):
        for other in map(take_apart_organisation, others):
            reason = _same_name(one, other)
            if reason is not None and (best is None or reason.bits > best[0].bits):
                best = (reason, one, other)
    return best


def _same_name(one: Named, other: Named) -> Reason | None:
    if one.numbers != other.numbers or one.office != other.office:
        return None
    texts = tuple(sorted((one.text, other.text), key=lambda name: (len(name), name)))
    if not one.words or not other.words:
        return _by_letters(one, other, texts)
    agreed = _SAME_KIND if one.kinds & other.kinds else 0.0
    if sorted(one.words) == sorted(other.words):
        return Reason("organisation_name", texts, agreed + _bits(one.words))
    shorter, longer = sorted((one.words, other.words), key=len)
    if _is_part(shorter, longer):
        if one.office:
            return None
        return Reason("organisation_part", texts, agreed + _bits(shorter) - _PART_COSTS)
    if len(shorter) == len(longer) and all(map(_alike, one.words, other.words)):
        return Reason("organisation_spelling", texts, agreed + _bits(shorter) - _SPELLING_COSTS)
    return _by_letters(one, other, texts)


def _bits(words: Sequence[str]) -> float:
    return _NAME + sum(_WORD + (_LONG_WORD if len(word) >= _LONG else 0.0) for word in words[:4])


def _is_part(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Say whether the one name stands in the other, word after word."""
    size = len(shorter)
    inside = any(longer[n : n + size] == shorter for n in range(len(longer) - size + 1))
    return inside and (size > 1 or len(shorter[0]) >= _LONG)


def _alike(one: str, other: str) -> bool:
    return one == other or is_variant(one, other)


def _by_letters(one: Named, other: Named, texts: tuple[str, ...]) -> Reason | None:
    """Let TLS stand for Trung Lao Services: three letters at least, all of them."""
    for short, whole in ((one, other), (other, one)):
        word = "".join(re.findall(r"\w", short.text)) if " " not in short.text.strip() else ""
        told = "".join(part[0] for part in phrase(whole.text).split())
        if len(word) >= 3 and word.isupper() and fold(word) in (told, whole.letters):
            return Reason("organisation_letters", texts, _LETTERS)
    return None


def _different_kinds(one: Named, other: Named) -> Iterable[Contradiction]:
    if one.kinds and other.kinds and not one.kinds & other.kinds:
        yield Contradiction("different_kinds", (one.text, other.text), _KINDS_COST)


def _different_seats(
    left: Thing, right: Thing, one: Named, other: Named
) -> Iterable[Contradiction]:
    """Hold against two venues that they stand in places that have nothing in common."""
    if not one.stands_somewhere and not other.stands_somewhere:
        return
    seats = [_seats(thing) for thing in (left, right)]
    if all(seats) and not _chained(seats[0]) & _chained(seats[1]):
        told = tuple(", ".join(sorted(some)) for some in seats)
        yield Contradiction("different_seats", told, _SEATS_COST)


def _seats(thing: Thing) -> Mapping[str, None]:
    said = dict.fromkeys(thing.said("seat"))
    return said or dict.fromkeys(one.name for one in thing.around if one.type == "Place")


def _chained(seats: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase(link) for seat in seats for link in seat.split(","))


def asked_words(names: Iterable[str]) -> tuple[str, ...]:
    """Name the words by which others of the name are found."""
    found: dict[str, None] = {}
    for name in map(take_apart_organisation, names):
        found.update(dict.fromkeys(name.words))
        found.update(dict.fromkeys("".join(p) for p in pairwise(name.words)))
        if len(name.letters) >= 3:
            found[name.letters] = None
    return tuple(word for word in found if len(word) > 1)
