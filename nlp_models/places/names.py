"""Names of places as words: trimmed, keyed for the gazetteer, compared with their marks."""

import re
import unicodedata
from functools import lru_cache

from nlp_models.folding import fold

_KEY_MARKS = str.maketrans({"-": " ", "'": " ", ".": " "})
_EDGES = re.compile(r"^[\s.'’\-]+|[\s.'’\-]+$")
# tone marks stand on either vowel of oa, oe, uy; i and y are written for one another
_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}


def clean(name: str) -> str:
    """Return the name without points and hyphens at its edges."""
    return _EDGES.sub("", name)


@lru_cache(maxsize=50_000)
def gazetteer_key(name: str) -> str:
    """Return the name as the gazetteer keys it."""
    return " ".join(fold(name).translate(_KEY_MARKS).split())


@lru_cache(maxsize=50_000)
def has_marks(name: str) -> bool:
    return not name.isascii() and any(map(_is_marked, name))


_FOREIGN = str.maketrans("ïüëöäçñîûåœæÏÜËÖÄÇÑÎÛ", "iueoacniuaeeIUEOACNIU")


def _is_marked(character: str) -> bool:
    return character in "đĐ" or len(unicodedata.normalize("NFD", character)) > 1


@lru_cache(maxsize=50_000)
def spelling(name: str) -> str:
    """Return the name so that two ways of writing the same marks are equal (hòa, hoà; Mỹ, Mĩ)."""
    if name.isascii():
        return name.lower().replace("-", " ").replace("y", "i")
    parts = []
    for word in name.lower().replace("-", " ").split():
        tone, letters = "", []
        for character in unicodedata.normalize("NFD", word):
            if character in _TONES:
                tone = _TONES[character]
            else:
                letters.append(character)
        parts.append("".join(letters).replace("y", "i") + tone)
    return " ".join(parts)


def closeness(written: str, known: str) -> int:
    """Return 3 when the spellings agree, 1 when one lacks marks, 0 when marks contradict."""
    if spelling(written) == spelling(known):
        return 3
    if not has_marks(_vietnamese(written)) or not has_marks(_vietnamese(known)):
        return 1
    return 0


def _vietnamese(name: str) -> str:
    """Leave out the marks that Vietnamese has not: Hanoï is Hà Nội written without marks."""
    return name.translate(_FOREIGN)
