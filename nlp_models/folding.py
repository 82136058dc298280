"""A text's surface: one plain character for each letter or digit, with the way back.

Readers of numbers and places search the surface, where marks, zero-width characters, circled
and foreign digits are gone; what they find is handed on in characters of the text itself.
"""

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from nlp_models.finding import Finding

_NO_WIDTH = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\ufe0e\ufe0f\u20e3"
)
_LETTERS = {
    "đ": "d",
    "Đ": "d",
    "Ð": "d",
    "ð": "d",
    "ı": "i",
    "ł": "l",
    "Ł": "l",
    "ø": "o",
    "Ø": "o",
}
_MARKS = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'}
_DASHES = "‐‑‒–—−―﹣－"


def _plain(character: str) -> str:
    """Return the one plain character that stands for this one on the surface."""
    if character in _LETTERS:
        return _LETTERS[character]
    if character in _MARKS:
        return _MARKS[character]
    if character in _DASHES:
        return "-"
    if unicodedata.category(character) == "No" or character.isdecimal():
        digit = unicodedata.digit(character, None)
        if digit is not None:
            return str(int(digit))
    if character.isspace() and character != "\n":
        return " "
    lowered = unicodedata.normalize("NFKD", character).lower()
    bare = [part for part in lowered if not unicodedata.category(part).startswith("M")]
    return bare[0] if len(bare) == 1 else character.lower()[:1]


# every Latin capital, for character classes: ranges of Vietnamese letters mix both cases
CAPITALS = "A-Z" + "".join(
    chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)


class _Fold(dict[int, str]):
    """A translation table that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain(chr(code))
        return plain


class _Dropped(dict[int, bool]):
    """Whether a character takes no room of its own on the surface."""

    def __missing__(self, code: int) -> bool:
        character = chr(code)
        dropped = character in _NO_WIDTH or unicodedata.category(character) in ("Mn", "Me")
        self[code] = dropped
        return dropped


_FOLD = _Fold()
_DROPPED = _Dropped()


def fold(text: str) -> str:
    """Return the text in lower case without marks (đ is d), blanks collapsed."""
    if len(text) > _SHORT:
        return _folded(text)
    return _fold_short(text)


def _folded(text: str) -> str:
    plain = text.translate(_FOLD)
    if not plain.isascii():
        plain = "".join(sign for sign in plain if not _DROPPED[ord(sign)])
    return " ".join(plain.split())


_SHORT = 80
_fold_short = lru_cache(maxsize=50_000)(_folded)


def fold_characters(text: str) -> str:
    """Return the text in lower case without marks, of the same length."""
    return text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Surface:
    """The text as readers see it: ``cased`` as written, ``plain`` folded, both of one length."""

    text: str
    cased: str
    plain: str
    places: Sequence[int] | None

    @classmethod
    def of(cls, text: str) -> "Surface":
        if text.isascii() or not any(map(_DROPPED.__getitem__, set(map(ord, text)))):
            return cls(text, text, text.translate(_FOLD), None)
        places = array("l", (i for i, c in enumerate(text) if not _DROPPED[ord(c)]))
        cased = "".join(map(text.__getitem__, places))
        return cls(text, cased, cased.translate(_FOLD), places)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the text that stand from start to end of the surface."""
        if self.places is None:
            return start, end
        first, last = self.places[start], self.places[end - 1] + 1
        while last < len(self.text) and unicodedata.combining(self.text[last]):
            last += 1
        while last < len(self.text) and self.text[last] in "\ufe0f\u20e3":
            last += 1
        return first, last

    def moved(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings of the surface as findings of the text."""
        if self.places is None:
            return list(findings)
        moved = []
        for finding in findings:
            start, end = self.original(finding.start, finding.end)
            moved.append(replace(finding, start=start, end=end))
        return moved

    def inside(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return characters of the text as characters of the surface."""
        if self.places is None:
            return list(spans)
        places = self.places
        return [(bisect_left(places, start), bisect_left(places, end)) for start, end in spans]


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with the spans overwritten, so that no reader finds them again."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if start >= at:
            pieces += (text[at:start], "\0" * (end - start))
            at = end
        elif end > at:
            pieces.append("\0" * (end - at))
            at = end
    pieces.append(text[at:])
    return "".join(pieces)
