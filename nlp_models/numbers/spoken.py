"""Figures spelled out in Vietnamese (marked or not), French and English."""

import re
from collections.abc import Sequence

# Words on the plain surface; a French “soixante-dix-huit” is put together by `spelled`.
SPOKEN: dict[str, int] = {
    # Vietnamese
    "khong": 0, "hong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5,
        "nham": 5,
    "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    # English
    "zero": 0, "oh": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    # French
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8,
    "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
        "vingt": 20,
    "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "nonante": 90,
}  # fmt: skip
REPEATS = {"double": 2, "triple": 3, "treble": 3}
PLUS = frozenset({"plus", "cong"})
_RUN_TOGETHER = re.compile(r"(?:" + "|".join(sorted(SPOKEN, key=len, reverse=True)) + r"){3,16}")
_ONE = re.compile("|".join(sorted(SPOKEN, key=len, reverse=True)))
# tens that take the next word with them, and the largest that may follow
_TAKES = {20: 9, 30: 9, 40: 9, 50: 9, 60: 19, 70: 9, 80: 19, 90: 9}


def run_together(word: str) -> str | None:
    """Return the figures of words written as one: “khongchinmothai” is 0912."""
    if not _RUN_TOGETHER.fullmatch(word):
        return None
    return "".join(str(SPOKEN[part]) for part in _ONE.findall(word))


def spelled(words: Sequence[str], position: int) -> tuple[str, int]:
    """Return the figures of the number that starts at this word, and how many words it takes.

    “soixante”, “dix”, “huit” are 78; “quatre”, “vingt”, “onze” are 91; “double”, “five” are 55.
    """
    word = words[position]
    if word in REPEATS:
        following = SPOKEN.get(words[position + 1], 10) if position + 1 < len(words) else 10
        return (str(following) * REPEATS[word], 2) if following < 10 else ("", 1)
    value, used = SPOKEN[word], 1
    if word == "quatre" and _is(words, position + 1, "vingt", "vingts"):
        value, used = 80, 2
    most = _TAKES.get(value, 0)
    at = position + used
    if (
        most
        and _is(words, at, "et")
        and at + 1 < len(words)
        and words[at + 1] in ("un", "une", "onze")
    ):
        at += 1
    following = SPOKEN.get(words[at], 0) if at < len(words) else 0
    if word == "dix" and following in (7, 8, 9):
        return str(10 + following), 2
    if most and 0 < following <= most:
        used = at + 1 - position
        value += following
        if following == 10 and at + 1 < len(words) and SPOKEN.get(words[at + 1], 0) in (7, 8, 9):
            value += SPOKEN[words[at + 1]]
            used += 1
    return str(value), used


def _is(words: Sequence[str], position: int, *wanted: str) -> bool:
    return position < len(words) and words[position] in wanted
