"""Of which country a phone number is: what a report tells, and what its figures do, weighed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

from nlp_models.numbers.numbering import valid

_VIETNAMESE_SHAPES = frozenset({(4, 3, 3), (4, 6), (4, 2, 2, 2)})
_LAO_MOBILE = re.compile(r"020[59]\d{7}")
# mobile numbers that are mostly written without the 0 that the tables print before them
NO_ZERO_WRITTEN = re.compile(r"[6-9]\d{9}")
_NEPALESE = re.compile(r"9[78]\d{8}")


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


def likeliest_first(shape: tuple[int, ...], digits: str, told: Told) -> tuple[str, ...]:
    """Return the regions to try, the likeliest first."""
    regions = dict.fromkeys((*told.near, *told.named, *told.towns, *told.placed, *told.defaults))
    weights = {region: _weight(shape, digits, region, told) for region in regions}
    return tuple(sorted(weights, key=lambda region: -weights[region]))


# Fitted to 600 numbers of invented reports, each with the country that its author meant.
_NEAR = (0.5, 0.1)
_NAMED = (0.2, -0.8, 0.2)
_TOWNS = (0.3, 0.4, 0.2)
_DEFAULTS = (0.8, 0.1, -0.6)
_PLACED, _SHARE, _MOST, _EACH, _EACH_OF = 1.0, 0.3, 0.6, 0.15, 4
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
        weight += _MOST * (count == max(told.placed.values())) + _EACH * min(count, _EACH_OF)
    grouped = groups_so(digits, region, shape)
    weight += _GROUPED * grouped + _LACKING * lacks_prefix(digits, region)
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


def groups_so(digits: str, region: str, shape: tuple[int, ...]) -> bool:
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


def lacks_prefix(digits: str, region: str) -> bool:
    """Say whether people of the region would dial a 0 first that these figures do not have."""
    if digits.startswith("0") or not _dials_zero(region):
        return False
    if region in ("IN", "NP") and NO_ZERO_WRITTEN.fullmatch(digits):
        return False
    return True


@lru_cache(maxsize=300)
def _dials_zero(region: str) -> bool:
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    return bool(metadata and metadata.national_prefix == "0")
