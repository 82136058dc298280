"""What figures dial: the valid number of a country, as E.164."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

# Vietnam's mobile prefixes of eleven figures, moved to ten in 2018.
_OLD_VIETNAMESE = {
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": (
        "038"
    ),
    "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": (
        "083"
    ),
    "0124": "084", "0125": "085", "0127": "081", "0129": "082", "0186": "056", "0188": "058",
    "0199": (
        "059"
    ),
}  # fmt: skip
_VIETNAMESE = re.compile(r"0[35789]\d{8}|02\d{9}|01[2689]\d{8,9}|84[35789]\d{8}")
_CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}")
_PAIRS = (2, 2, 2, 2, 2)
_VIETNAMESE_SHAPES = frozenset({(4, 3, 3), (4, 6), (4, 2, 2, 2)})
_LAO_MOBILE = re.compile(r"020[59]\d{7}")
# mobile numbers that are mostly written without the 0 that the tables print before them
_NO_ZERO_WRITTEN = re.compile(r"[6-9]\d{9}")
_NEPALESE = re.compile(r"9[78]\d{8}")
_YEAR_AND_NUMBER = re.compile(r"(?:19|20)\d\d")
_MOST_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to dial the figures, and the other ways that stayed possible."""

    number: str
    region: str | None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of the countries that its numbers may be of, the likeliest first.

    ``near`` are named beside the number, ``named`` in the report, ``towns`` are those its towns
    lie in, ``placed`` those of its places with their number, ``defaults`` those of its language.
    """

    near: tuple[str, ...]
    named: tuple[str, ...]
    towns: tuple[str, ...]
    placed: Mapping[str, int]
    defaults: tuple[str, ...]

    @property
    def anywhere(self) -> frozenset[str]:
        """All countries that the report speaks of."""
        return frozenset((*self.named, *self.towns, *self.placed))


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
    order = _order(shape, digits, told)
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
        number = _parse("+" + candidate, None)
        if number:
            return Reading(*number)
    for candidate in _spellings(digits) if sure else ():
        number = _parse("+" + candidate, None, in_use=False)
        if number:
            return Reading(*number)
    return None


def _possible(digits: str, regions: tuple[str, ...]) -> Reading | None:
    """Read figures as a number of the first region where one dialled so has this length."""
    for region in regions:
        number = None if _lacks_prefix(digits, region) else _parse(digits, region, in_use=False)
        if number and len(digits) >= 8:
            return Reading(number[0], region)
    return None


def _spellings(digits: str) -> Iterator[str]:
    """Yield the figures after +, without the 0 of “+44 (0)20”, with an old prefix moved."""
    yield digits
    if digits.startswith("521") and len(digits) == 13:
        yield "52" + digits[3:]  # the 1 that Mexican mobiles had until 2020
    if digits.startswith("84") and (moved := _moved("0" + digits[2:].removeprefix("0"))):
        yield "84" + moved[1:]
    for length in (1, 2, 3):
        if digits[length : length + 1] == "0":
            yield digits[:length] + digits[length + 1 :]


def _moved(digits: str) -> str | None:
    """Return the number of ten figures that an old Vietnamese mobile number became."""
    prefix = _OLD_VIETNAMESE.get(digits[:4])
    return prefix + digits[4:] if prefix and len(digits) == 11 else None


def valid(digits: str, region: str) -> str | None:
    """Return the number in E.164 if it is valid when dialled in the region."""
    if region == "VN" and (moved := _moved(digits)):
        digits = moved
    found = _parse(digits, region)
    return found[0] if found else None


@lru_cache(maxsize=20_000)
def _parse(
    number: str, region: str | None, *, in_use: bool = True
) -> tuple[str, str | None] | None:
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not (phonenumbers.is_valid_number if in_use else _has_length)(parsed):
        return None
    code = phonenumbers.region_code_for_number(parsed)
    if code is None and not in_use and parsed.country_code is not None:
        code = phonenumbers.region_code_for_country_code(parsed.country_code)
    if region is not None and parsed.country_code != phonenumbers.country_code_for_region(region):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), code or region


def _has_length(number: phonenumbers.PhoneNumber) -> bool:
    """Say whether a whole number of the country may have as many figures."""
    reason = phonenumbers.is_possible_number_with_reason(number)
    return bool(reason == phonenumbers.ValidationResult.IS_POSSIBLE)


def _order(shape: tuple[int, ...], digits: str, told: Told) -> tuple[str, ...]:
    """Return the regions to try, the likeliest first."""
    regions = dict.fromkeys((*told.near, *told.named, *told.towns, *told.placed, *told.defaults))
    weights = {region: _weight(shape, digits, region, told) for region in regions}
    return tuple(sorted(weights, key=lambda region: -weights[region]))


# Fitted to 600 numbers of invented reports, each with the country that its author meant.
_NEAR = (0.5, 0.1)
_NAMED = (0.2, -0.8, 0.2)
_TOWNS = (0.3, 0.4, 0.2)
_DEFAULTS = (0.8, 0.1, -0.6)
_PLACED, _SHARE, _MOST, _COUNT, _COUNTED = 1.0, 0.3, 0.6, 0.6, 4
_OF_VIETNAM, _FAR_FROM_VIETNAM, _NOT_IN_PAIRS = 1.0, -0.8, -0.4
_GROUPED, _LACKING, _MOBILE, _ODD, _LAO = 1.7, -0.8, 1.8, -0.7, 0.6
# every mobile of Nepal begins so, and one in six of India's
_IN_NEPAL = 1.7
_MOBILES = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)


def _weight(shape: tuple[int, ...], digits: str, region: str, told: Told) -> float:
    """Weigh a region: the report's places say most, then how figures are grouped, and for what."""
    weight = _by_rank(told.near, region, _NEAR) + _by_rank(told.named, region, _NAMED)
    weight += _by_rank(told.towns, region, _TOWNS) + _by_rank(told.defaults, region, _DEFAULTS)
    count = told.placed.get(region, 0)
    if count:
        weight += _PLACED + _SHARE * count / sum(told.placed.values())
        weight += _MOST * (count == max(told.placed.values())) + _COUNT * min(count, 4) / _COUNTED
    grouped = _groups_so(digits, region, shape)
    weight += _GROUPED * grouped + _LACKING * _lacks_prefix(digits, region)
    kind = _kind(digits, region)
    if kind in _MOBILES:
        weight += _MOBILE
    elif kind != phonenumbers.PhoneNumberType.FIXED_LINE:
        weight += _ODD
    if region == "NP" and _NEPALESE.fullmatch(digits):
        weight += _IN_NEPAL
    if region == "LA":
        weight += _LAO * bool(_LAO_MOBILE.fullmatch(digits))
        weight += _LAO * (digits.startswith(("020", "030")) and shape[0] == 3)
    if region == "FR" and len(shape) > 1 and digits.startswith("0") and not grouped:
        weight += _NOT_IN_PAIRS
    if region == "VN":
        if told.defaults[0] == "VN":
            weight += _OF_VIETNAM  # other countries are where a Vietnamese report's people go
        elif "VN" not in told.near and "VN" not in told.anywhere:
            weight += _FAR_FROM_VIETNAM
    return weight


def _by_rank(regions: tuple[str, ...], region: str, weights: tuple[float, ...]) -> float:
    if region not in regions:
        return 0.0
    return weights[min(regions.index(region), len(weights) - 1)]


@lru_cache(maxsize=20_000)
def _kind(digits: str, region: str) -> int:
    """Say what kind of number the figures are in the region; -1 for none."""
    number = valid(digits, region)
    return -1 if number is None else int(phonenumbers.number_type(phonenumbers.parse(number)))


def _groups_so(digits: str, region: str, shape: tuple[int, ...]) -> bool:
    """Say whether the region's people group such a number in this way."""
    if len(shape) == 1:
        return False
    if region == "VN" and shape in _VIETNAMESE_SHAPES:
        return True
    if shape[:2] == (1, 1):
        shape = (2, *shape[2:])  # “zéro sept 44 63 08 19”
    usual = _national_shape(digits, region)
    if usual[:1] == (1,) and len(usual) > 2 and shape[0] == 1 + usual[1]:
        return shape[1:] == usual[2:]  # “655 20 87 14” for “6 55 20 87 14”
    return shape == usual


@lru_cache(maxsize=20_000)
def _national_shape(digits: str, region: str) -> tuple[int, ...]:
    try:
        parsed = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return ()
    if not phonenumbers.is_valid_number(parsed):
        return ()
    written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    groups = tuple(len(group) for group in re.findall(r"\d+", written))
    return groups


def _lacks_prefix(digits: str, region: str) -> bool:
    """Say whether people of the region would dial a 0 first that these figures do not have."""
    if digits.startswith("0") or not _dials_zero(region):
        return False
    if region in ("IN", "NP") and _NO_ZERO_WRITTEN.fullmatch(digits):
        return False
    return True


@lru_cache(maxsize=300)
def _dials_zero(region: str) -> bool:
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    return bool(metadata and metadata.national_prefix == "0")


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
    if region not in told.anywhere or len(digits) < 8 or _lacks_prefix(digits, region):
        return False
    if region in ("IN", "NP"):
        return bool(_NO_ZERO_WRITTEN.fullmatch(digits)) and len(shape) <= 4
    return _groups_so(digits, region, shape) and not digits.endswith("000")
