"""Numbers and dates as people read them: grouped, local, relative."""

from datetime import UTC, date, datetime

import phonenumbers
from babel.dates import format_date, format_datetime, format_timedelta
from babel.numbers import format_decimal
from flask_babel import get_locale

DATE_PATTERNS = {"vi": "dd/MM/y", "fr": "dd/MM/y", "en": "d MMM y"}
TIME_PATTERNS = {"vi": "HH:mm dd/MM/y", "fr": "dd/MM/y HH:mm", "en": "d MMM y HH:mm"}
GROUP = 4


def _language() -> str:
    return str(get_locale() or "en")


def day(value: date | None) -> str:
    """Write a date so that day and month can't be taken for each other."""
    if value is None:
        return ""
    return format_date(value, DATE_PATTERNS[_language()], locale=_language())


def moment(value: datetime | None) -> str:
    """Write a time in the zone of this machine."""
    if value is None:
        return ""
    return format_datetime(value.astimezone(), TIME_PATTERNS[_language()], locale=_language())


def ago(value: datetime) -> str:
    """Say how long ago a time was."""
    past = value.astimezone(UTC) - datetime.now(UTC)
    return format_timedelta(past, add_direction=True, locale=_language())


def number(value: int | float) -> str:
    """Write a number with the separators of the language."""
    return format_decimal(value, locale=_language())


def size(octets: int) -> str:
    """Write a size in the largest unit that keeps it readable."""
    amount = float(octets)
    for unit in ("B", "kB", "MB", "GB"):
        if amount < 1024 or unit == "GB":
            break
        amount /= 1024
    return f"{format_decimal(round(amount, 1 if amount < 10 else 0), locale=_language())} {unit}"


def phone(name: str) -> str:
    """Group an E.164 number as its country does; leave alone what is not one."""
    try:
        parsed = phonenumbers.parse(name)
    except phonenumbers.NumberParseException:
        return name
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def grouped(name: str) -> str:
    """Group a bare run of digits by fours, for reading aloud."""
    if not name.isdigit() or len(name) <= GROUP:
        return name
    return " ".join(name[at : at + GROUP] for at in range(0, len(name), GROUP))


SHOWN = {"Phone": phone, "Account": grouped, "Identity": grouped}


def brief(detail: str) -> str:
    """Keep of a chain of places the first, for a picture."""
    return detail.partition(",")[0]


def shown(kind: str, name: str) -> str:
    """Write the name of an entity of a type for reading."""
    return SHOWN[kind](name) if kind in SHOWN else name
