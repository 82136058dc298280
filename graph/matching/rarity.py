"""The words of names: how rare each is, in bits (one person in 2^bits bears it), and which kind."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("name_words.txt")
_UNLISTED = 9.0
PARTICLE_BITS = 2.0
INITIAL_BITS = 3.0


@cache
def _bits() -> Mapping[str, float]:
    """Read the table; of two entries for a word the more common one counts."""
    bits: dict[str, float] = {}
    for first, words in _lines():
        if first.isdigit():
            for word in words:
                bits[word] = min(float(first), bits.get(word, _UNLISTED))
    return bits


@cache
def words_of_kind(kind: str) -> frozenset[str]:
    """List the words of one kind: "title", "vietnamese" (family names)."""
    return frozenset(word for first, words in _lines() if first == kind for word in words)


@cache
def _lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    parts = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple((first, tuple(words)) for first, *words in parts)


def word_bits(folded: str) -> float:
    """Say how rare a word of a name is; a word that is not in the table counts as rare."""
    return _bits().get(folded, _UNLISTED)


def is_particle(folded: str) -> bool:
    """Say whether a word tells next to nothing: Thị, Văn, Y, al, de …"""
    return word_bits(folded) <= PARTICLE_BITS and folded != "nguyen"


def is_rare(folded: str) -> bool:
    """Say whether a word alone is worth looking for."""
    return word_bits(folded) >= _UNLISTED


def name_bits(folded: Iterable[str]) -> float:
    """Add up how rare the words of a name are."""
    return sum(word_bits(word) for word in folded)
