"""The date of a report that nothing else dates: the one in its letterhead or below its text."""

import re
from datetime import date as Day

from nlp_models.reading import Reading

_HEAD_LINES = 8
_FOOT_LINES = 4
_MOST_WORDS = 12
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def date_in(reading: Reading, today: Day) -> Day | None:
    """Return the date that stands on a line of its own near the top, else near the end.

    A date within a sentence tells when something happened, not when it was written; a birth date
    or one to come dates no report.
    """
    lines = _lines(reading.text)
    places = [*lines[:_HEAD_LINES], *reversed(lines[-_FOOT_LINES:])]
    dates = list(_dates(reading, today))
    for start, end in places:
        if len(reading.text[start:end].split()) > _MOST_WORDS:
            continue
        for at, day in dates:
            if start <= at < end:
                return day
    return None


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _dates(reading: Reading, today: Day) -> list[tuple[int, Day]]:
    births = {one.attributes.get("born") for one in reading.appearances}
    found = []
    for one in reading.appearances:
        if one.type != "Date" or one.name in births or not _FULL_DATE.fullmatch(one.name):
            continue
        day = Day.fromisoformat(one.name)
        if day <= today:
            found += [(mention.start, day) for mention in one.mentions]
    return sorted(found)
