"""The date of a report that nothing else dates: the one in its letterhead or below its text."""

import re
from collections.abc import Iterator
from datetime import date as Day

from nlp_models.reading import Reading

_HEAD_LINES = 8
_FOOT_LINES = 4
_MOST_WORDS = 12
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# what stands before the date of minutes ("Hồi 8 giờ ngày …") or of a dispatch ("HANOI, 10 June -")
_OPENING = re.compile(
    r"(?:vào\s+)?(?:hồi|lúc|hoi|luc)\s[\w\s:.]{1,25}?,?\s*"
    r"|(?:[^\W\d_][^\W\d]*\s*){1,4}[,(]\s*(?:le\s+|on\s+)?",
    re.IGNORECASE,
)
_AFTER_DISPATCH = re.compile(r"\s*[)]?\s*(?:[-–—]|\.(?:\s|$))")
_AFTER_MINUTES = re.compile(r"\s*,?\s*(?:tại|tai|chúng tôi|tôi|toi|at|à|nous)\b", re.IGNORECASE)
_RANGE = re.compile(r"(?:từ|tu|đến|den|from|to|until|du|au|depuis|\[)\s*$", re.IGNORECASE)


def date_in(reading: Reading, today: Day) -> Day | None:
    """Return the date of a short sentence or an opening near the top, else that of the foot.

    A date within a longer sentence tells when something happened, not when it was written; so do
    the ends of a period and the stamps of messages. A birth date or one to come dates no report.
    """
    text = reading.text
    lines = _lines(text)
    dates = list(_dates(reading, today))
    for line in lines[:_HEAD_LINES]:
        for piece in _pieces(reading, line):
            days = [*_opening(text, piece, dates), *_alone(text, piece, dates)]
            if days:
                return days[0]
    feet = (_alone(text, line, dates) for line in reversed(lines[-_FOOT_LINES:]))
    return next((day for foot in feet for day in foot), None)


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _pieces(reading: Reading, line: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the sentences of a line, each cut where the line ends."""
    cut = [(max(start, line[0]), min(end, line[1])) for start, end in reading.sentences]
    return [piece for piece in cut if piece[0] < piece[1]]


def _alone(text: str, piece: tuple[int, int], dates: list[tuple[int, int, Day]]) -> Iterator[Day]:
    start, end = piece
    if len(text[start:end].split()) <= _MOST_WORDS:
        for at, _, day in dates:
            if start <= at < end and not _RANGE.search(text[start:at]):
                yield day


def _opening(text: str, line: tuple[int, int], dates: list[tuple[int, int, Day]]) -> Iterator[Day]:
    for at, end, day in dates:
        if not line[0] <= at < line[1]:
            continue
        before, after = text[line[0] : at], text[end : line[1]]
        whole = not before.strip() or _OPENING.fullmatch(before)
        if whole and (_AFTER_DISPATCH.match(after) or _AFTER_MINUTES.match(after)):
            yield day


def _dates(reading: Reading, today: Day) -> list[tuple[int, int, Day]]:
    births = {one.attributes.get("born") for one in reading.appearances}
    found = []
    for one in reading.appearances:
        if one.type != "Date" or one.name in births or not _FULL_DATE.fullmatch(one.name):
            continue
        day = Day.fromisoformat(one.name)
        if day <= today:
            found += [(mention.start, mention.end, day) for mention in one.mentions]
    return sorted(found)
