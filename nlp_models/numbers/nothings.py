"""Figures that are none of our kinds: coordinates, law and decision numbers, times, tables."""

import re
from collections.abc import Iterator

from nlp_models.sheet import Sheet

_NOTHINGS = (
    # coordinates
    re.compile(
        r"(?<![\d.])[-+]?\d{1,3}\.\d{3,10}°? "
        r"?[nsewbd]?\.?[,; /]{1,3}[-+]?\d{1,3}\.\d{3,10}(?![\d.])"
    ),
    re.compile(r"\d{1,3}° ?\d{1,2}['\u2032] ?(?:\d{1,2}(?:[.,]\d+)?[\"\u2033]?)? ?[nsewob]?"),
    # laws, decisions, cases: 53/2024/QH15, 1234/QĐ-UBND, 07/BC-CA
    re.compile(
        r"(?<![\d/])\d{1,6}(?:/\d{2,4})?/[a-z]{2,6}\d{0,2}(?:-[a-z]{1,10}\d{0,3}){0,3}(?![a-z\d])"
    ),
    # times
    re.compile(
        r"(?<![\d.:,])\d{1,2} ?(?:h|:|gio|g) ?\d{2}(?:[:'] ?\d{2})?(?: ?(?:am|pm|phut|p))?(?![\d:]|[./]\d)"
    ),
    # numbers of devices, engines and transfers
    re.compile(
        r"(?<![a-z])(?:imei|mtcn|vin|so khung|so may(?= ?:? [a-z]{1,4}\d))(?![a-z])(?: ?(?:so|"
        r"no\.?|number|n°))?"
        r"[ :.]{1,3}(?=[a-z \-]{0,8}\d)[a-z\d][a-z\d\-]{2,24}(?: ?[\d\-]{2,8}){0,3}"
    ),
)


# what each of them cannot be without, quick to look for
_SIGNS = tuple(
    re.compile(sign)
    for sign in (
        r"\.\d{3}",
        r"°",
        r"\d/[a-z]|\d/\d{2,4}/[a-z]",
        r"\d ?[hg:]",
        r"imei|mtcn|vin |khung|so may",
    )
)


def nothings(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield the characters that no reader of numbers should take."""
    for sign, pattern in zip(_SIGNS, _NOTHINGS, strict=True):
        if sign.search(sheet.plain):
            for match in pattern.finditer(sheet.plain):
                yield match.span()
