"""Blocks: the keys under which people who could be one find each other, however many there are."""

from collections.abc import Iterable
from functools import lru_cache

from graph.keys import key
from graph.matching.names import Name
from graph.matching.rarity import is_rare
from graph.matching.sketch import Sketch
from graph.matching.sounds import sound

_OWN_ALONE = ("identity", "account", "email", "handle")
_KEPT_COMPANY = ("relative", "member", "with")


@lru_cache(maxsize=20_000)
def joining_keys(sketch: Sketch) -> frozenset[str]:
    """Name the blocks in which the machine may find someone to join.

    Two people whom the machine may join share one: a number or birth date with a word of the
    name, or the full name with a birth year, a home, a relative or other company. A name alone
    is none, however rare: in a large graph a thousand bear it.
    """
    return frozenset(key("Block", *parts) for parts in _joining(sketch))


@lru_cache(maxsize=20_000)
def proposing_keys(sketch: Sketch) -> frozenset[str]:
    """Name the blocks in which someone to ask a reviewer about may be found."""
    return frozenset(key("Block", *parts) for parts in _proposing(sketch))


def word_key(folded: str) -> str:
    """Name the block of a word by which people may be called."""
    return key("Block", "word", sound(folded))


def all_keys(sketch: Sketch) -> frozenset[str]:
    """Name all blocks of a person."""
    return joining_keys(sketch) | proposing_keys(sketch)


def _joining(sketch: Sketch) -> Iterable[tuple[str, ...]]:
    dates = (born for born in sketch.values("born") if len(born) == len("1987-03-02"))
    things = [*sketch.numbers, *(f"born:{date}" for date in dates)]
    for name in (*sketch.names, *sketch.aliases):
        for word in _called(name):
            for thing in things:
                yield thing, sound(word)
        if name.full:
            yield from _of_full_name(name, sketch)


def _called(name: Name) -> Iterable[str]:
    yield from (word.folded for word in name.telling)
    if name.run_together is not None:
        yield name.run_together


def _proposing(sketch: Sketch) -> Iterable[tuple[str, ...]]:
    for kind in _OWN_ALONE:
        for value in sketch.values(kind):
            yield "own", kind, value
    yield from _born_there(sketch)
    for name in (*sketch.names, *sketch.aliases):
        if len(name.words) > 1:
            yield "name", _whole(name)
            yield from _letters(name, sketch)
        for word in name.telling:
            if word in name.given or is_rare(word.folded):
                called = sound(word.folded)
                yield "word", called
                for thing in _small_things(sketch):
                    yield "word", called, thing


def _born_there(sketch: Sketch) -> Iterable[tuple[str, ...]]:
    """Let those of one family name, year and village find each other: one may be misspelled."""
    families = {name.words[0].folded for name in sketch.names if name.full}
    for home in sketch.homes:
        for place in home.narrow:
            for year in sketch.years:
                for family in families:
                    yield "there", family, str(year), place


def _small_things(sketch: Sketch) -> Iterable[str]:
    """Name what is told of a person that few others of the name share."""
    for year in sketch.years | sketch.about:
        yield f"born:{year}"
    for home in sketch.homes:
        for place in home.narrow:
            yield f"home:{place}"


def _letters(name: Name, sketch: Sketch) -> Iterable[tuple[str, ...]]:
    """Let C.Th.M, born in 2006, find Cụt Thị Mẻ, born in 2006."""
    letters = "".join(sorted(word.folded[0] for word in name.words))
    for thing in _small_things(sketch):
        yield "letters", letters, thing


def _of_full_name(name: Name, sketch: Sketch) -> Iterable[tuple[str, ...]]:
    whole = _whole(name)
    for year in sketch.years | {near for y in sketch.about for near in (y - 1, y, y + 1)}:
        yield whole, f"born:{year}"
    for home in sketch.homes:
        for place in home.told:
            yield whole, f"home:{place}"
    for kind in _KEPT_COMPANY:
        for value in sketch.values(kind):
            yield whole, f"{kind}:{value}"


@lru_cache(maxsize=100_000)
def _whole(name: Name) -> str:
    return " ".join(sorted(sound(word.folded) for word in name.words))
