"""Full names that differ by a slip: a letter, a sound heard otherwise, another form of a family.

They are two names, and never joined; but where a paper, a number, or a birth and a village are the
same, a reviewer is asked.
"""

import re

from graph.matching.names import Name, Word
from graph.matching.rarity import word_bits
from graph.matching.sounds import is_variant, one_letter_apart

_SHORTEST = 3
_FORMS = (
    frozenset({"huynh", "hoang"}),
    frozenset({"vo", "vu"}),
    frozenset({"phuoc", "phuc"}),
    frozenset({"chau", "chu"}),
    frozenset({"kinh", "canh"}),
    frozenset({"nhat", "nhut"}),
    frozenset({"truong", "trang"}),
    frozenset({"dang", "duong"}),
    frozenset({"bao", "buu"}),
    frozenset({"tung", "tong"}),
)
# what dialects and scribes of another language do not tell apart
_HEARD = (
    (re.compile("^x"), "s"),
    (re.compile("^tr"), "ch"),
    (re.compile("^(?:gi|r|v|z)"), "d"),
    (re.compile("^(?:sl|th)"), "s"),
    (re.compile("^n(?!g|h)"), "l"),
    (re.compile("^(?:k|q)"), "c"),
    (re.compile("ng$"), "n"),
    (re.compile("(?:c|ch)$"), "t"),
    (re.compile("nh$"), "n"),
)


def agreeing_but_for_a_slip(one: Name, other: Name) -> float | None:
    """Weigh the words that agree, in bits, where a slip in one word is all that tells two apart."""
    if len(one.words) != len(other.words) or not (one.full and other.full):
        return None
    pairs = list(zip(one.words, other.words, strict=True))
    unlike = [(a, b) for a, b in pairs if a.folded != b.folded]
    if len(unlike) != 1 or not _slip(*unlike[0]):
        return None
    return sum(word_bits(a.folded) for a, b in pairs if a.folded == b.folded)


def word_in_common(one: Name, other: Name) -> float | None:
    """Weigh a word that two names share, in bits: a maiden and a married name, a nickname."""
    bits = [
        word_bits(a.folded)
        for a in one.telling
        for b in other.telling
        if a.folded == b.folded or is_variant(a.folded, b.folded)
    ]
    return max(bits, default=None)


def _slip(one: Word, other: Word) -> bool:
    left, right = one.folded, other.folded
    misspelled = max(len(left), len(right)) >= _SHORTEST and one_letter_apart(left, right)
    return misspelled or {left, right} in _FORMS or _heard(left) == _heard(right)


def _heard(word: str) -> str:
    for pattern, sound in _HEARD:
        word = pattern.sub(sound, word)
    return word
