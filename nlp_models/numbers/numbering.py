"""Which figures are a number of a country, by its numbering plan."""

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


def moved_number(digits: str) -> str | None:
    """Return the number of ten figures that an old Vietnamese mobile number became."""
    prefix = _OLD_VIETNAMESE.get(digits[:4])
    return prefix + digits[4:] if prefix and len(digits) == 11 else None


def valid(digits: str, region: str) -> str | None:
    """Return the number in E.164 if it is valid when dialled in the region."""
    if region == "VN" and (moved := moved_number(digits)):
        digits = moved
    found = parse_number(digits, region)
    return found[0] if found else None


@lru_cache(maxsize=20_000)
def parse_number(
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
