"""What figures dial: the valid number of a country, as E.164."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp_models.numbers.numbering import moved_number, parse_number, valid
from nlp_models.numbers.weighing import (
    NO_ZERO_WRITTEN,
    Told,
    groups_so,
    lacks_prefix,
    likeliest_first,
)

_VIETNAMESE = re.compile(r"0[35789]\d{8}|02\d{9}|01[2689]\d{8,9}|84[35789]\d{8}")
_CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}")
_PAIRS = (2, 2, 2, 2, 2)
_YEAR_AND_NUMBER = re.compile(r"(?:19|20)\d\d")
_MOST_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to dial the figures, and the other ways that stayed possible."""

    number: str
    region: str | None
    alternatives: tuple[str, ...] = ()


def dialled(
    digits: str, *, plus: bool, shape: tuple[int, ...], told: Told, cued: bool, whole: bool
) -> Reading | None:
    """Read the figures as the number of the likeliest country where they are valid.

    Without a cue only forms that are little else are taken. ``whole`` says that no other figures
    stand beside these: then what is called a phone need only be as long as the country's numbers
    are.
    """
    if len(set(digits)) <= 2 and len(digits) > 6 and not cued:
        return None
    if _is_sum(digits, shape, plus=plus):
        return None
    if plus or digits.startswith("00"):
        return _international(digits if plus else digits[2:], sure=whole)
    order = likeliest_first(shape, digits, told)
    readings = [(region, number) for region in order if (number := valid(digits, region))]
    readings = [
        (region, number)
        for region, number in readings
        if cued or region in told.near or _speaks_for_itself(digits, shape, region, told)
    ]
    if readings:
        region, number = readings[0]
        others = dict.fromkeys(other for _, other in readings[1:] if other != number)
        return Reading(number, region, tuple(others)[:_MOST_ALTERNATIVES])
    abroad = cued or digits.startswith(("84", "856", "855", "86", "66"))
    if 11 <= len(digits) <= 14 and abroad and not digits.startswith("0"):
        return _international(digits, sure=False)
    if cued and whole:
        return _possible(digits, order)
    return None


def _is_sum(digits: str, shape: tuple[int, ...], *, plus: bool) -> bool:
    """Say whether figures are an amount, “+50.000.000”, or a year and a number, “2023-771”."""
    if len(shape) == 2 and shape[0] == 4 and len(digits) <= 8 and not plus:
        return bool(_YEAR_AND_NUMBER.match(digits)) and shape[1] < 4
    by_thousands = len(shape) > 1 and all(length == 3 for length in shape[1:])
    return by_thousands and digits[0] != "0" and digits.endswith("00000")


def _international(digits: str, *, sure: bool = True) -> Reading | None:
    """Read figures after a plus sign: one in use, else (if ``sure``) one of a right length."""
    for candidate in _spellings(digits):
        number = parse_number("+" + candidate, None)
        if number:
            return Reading(*number)
    for candidate in _spellings(digits) if sure else ():
        number = parse_number("+" + candidate, None, in_use=False)
        if number:
            return Reading(*number)
    return None


def _possible(digits: str, regions: tuple[str, ...]) -> Reading | None:
    """Read figures as a number of the first region where one dialled so has this length."""
    for region in regions:
        number = (
            None if lacks_prefix(digits, region) else parse_number(digits, region, in_use=False)
        )
        if number and len(digits) >= 8:
            return Reading(number[0], region)
    return None


def _spellings(digits: str) -> Iterator[str]:
    """Yield the figures after +, without the 0 of “+44 (0)20”, with an old prefix moved."""
    yield digits
    if digits.startswith("521") and len(digits) == 13:
        yield "52" + digits[3:]  # the 1 that Mexican mobiles had until 2020
    if digits.startswith("84") and (moved := moved_number("0" + digits[2:].removeprefix("0"))):
        yield "84" + moved[1:]
    for length in (1, 2, 3):
        if digits[length : length + 1] == "0":
            yield digits[:length] + digits[length + 1 :]


def _speaks_for_itself(digits: str, shape: tuple[int, ...], region: str, told: Told) -> bool:
    """Say whether the figures look like a phone of the region though nothing calls them one."""
    if region == "VN" and shape == _PAIRS and told.defaults[0] != "VN":
        return False  # the French way
    if region == "VN":
        return bool(_VIETNAMESE.fullmatch(digits)) and len(shape) <= 11
    if region in ("US", "CA"):
        return shape == (3, 3, 4)
    if region == "CN":
        return bool(_CHINESE_MOBILE.fullmatch(digits)) and len(shape) <= 3
    if digits.startswith("0"):
        few = len(shape) <= 6 or max(shape) <= 2  # spelled figure by figure, or in pairs
        return len(digits) >= 9 and few and (region in told.defaults or region in told.anywhere)
    if region not in told.anywhere or len(digits) < 8 or lacks_prefix(digits, region):
        return False
    if region in ("IN", "NP"):
        return bool(NO_ZERO_WRITTEN.fullmatch(digits)) and len(shape) <= 4
    return groups_so(digits, region, shape) and not digits.endswith("000")
