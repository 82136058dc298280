"""Dates as reports write them, as ISO 8601 or the prefix of it that was said."""

import re
from collections.abc import Iterator
from datetime import date

from nlp_models.finding import Finding
from nlp_models.sheet import Sheet

_MONTHS = {
    1: "january|jan|janvier|janv",
    2: "february|feb|fevrier|fevr|fev",
    3: "march|mar|mars",
    4: "april|apr|avril|avr",
    5: "may|mai",
    6: "june|jun|juin",
    7: "july|jul|juillet|juil",
    8: "august|aug|aout",
    9: "september|sept|sep|septembre",
    10: "october|oct|octobre",
    11: "november|nov|novembre",
    12: "december|dec|decembre",
}
_MONTH_OF = {name: month for month, names in _MONTHS.items() for name in names.split("|")}
_NAME = "(?P<name>" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")(?![a-z])\.?"
_SPACE = r"[ \n]{1,2}"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d])"
# a digit or a separator on either side would make the figures part of a longer number
_START = r"(?<![\d./\-+a-z])"
_END = r"(?![\d]|[/\-.]\d)"

# what says that figures without a year are a day and a month
_DAY_CUE = (
    r"(?:ngay|sang|trua|chieu|toi|dem|hom|rang sang|tu|den|truoc|sau|thu hai|thu ba|thu tu|thu nam|"
    r"thu sau|thu bay|chu nhat|le|du|au|on|since|until|by|lundi|mardi|mercredi|jeudi|vendredi|"
    r"samedi|"
    r"dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|nuit du|soir du|matin du)"
)

_NUMERIC = re.compile(
    _START + r"(?P<day>\d{1,2})(?P<mark>[/.\-]| / | - )(?P<month>\d{1,2})(?P=mark)"
    r"(?P<year>(?:1[89]|20)\d\d|\d\d)" + _END
)
_ISO = re.compile(
    _START
    + r"(?P<year>(?:1[89]|20)\d\d)(?P<mark>[/.\-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    + _END
)
_VIETNAMESE = re.compile(
    r"(?<![a-z\d])(?:(?:ngay|mung|mong|ngay mung|dem|sang|hom)"
    + _SPACE
    + r")?(?P<day>\d{1,2})"
    + _SPACE
    + r"thang"
    + _SPACE
    + r"(?P<month>\d{1,2})(?!\d)(?:(?:,? nam |/|-|\.| )(?P<year>(?:1[89]|20)\d\d)(?!\d))?"
)
_VIETNAMESE_MONTH = re.compile(
    r"(?<![a-z\d])thang" + _SPACE + r"(?P<month>1[0-2]|0?[1-9])(?:(?:[/\-.]| ?, ?nam | nam | )"
    r"(?P<year>(?:1[89]|20)\d\d)(?!\d)|(?P<bare>(?![\d/\-.]\d|\d)))"
)
_DAY_NAME = re.compile(
    r"(?<![\d./\-a-z])(?P<day>\d{1,2})(?:st|nd|rd|th|er)?(?:"
    + _SPACE
    + r"(?:of )?|-)"
    + _NAME
    + r"(?:,?(?:[ \n]{1,2}|-)(?:de )?"
    + _YEAR
    + r")?"
)
_NAME_DAY = re.compile(
    r"(?<![a-z])"
    + _NAME
    + _SPACE
    + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|[./\-]\d)(?:,? (?:of )?"
    + _YEAR
    + r")?"
)
_NAME_YEAR = re.compile(r"(?<![a-z])" + _NAME + r",?(?: of)?[ \n]" + _YEAR)
_DAY_MONTH = re.compile(
    r"(?<![a-z])"
    + _DAY_CUE
    + r"[ \n]{1,2}(?P<span>(?P<day>\d{1,2})[/\-.](?P<month>\d{1,2}))(?![\d]|[/\-.]\d| ?%)"
)
_BRACKETED = re.compile(r"\((?P<span>(?P<day>\d{1,2})[/\-](?P<month>\d{1,2}))\)")
_MONTH_YEAR = re.compile(_START + r"(?P<month>0?[1-9]|1[0-2])[/\-](?P<year>(?:19|20)\d\d)" + _END)
_YEAR_ALONE = re.compile(
    r"(?<![a-z])(?:nam|sn|sinh|ns|dob|born|born in|nee?|nee? en|en|in|since|depuis|fin|debut|ete|"
    r"late|early|"
    r"from|to|until|between|and|a|de|l'annee|annee|year|mid|mi|summer|spring|autumn|winter|hiver|"
    r"printemps|"
    r"automne|cuoi nam|dau nam|sinh nam|b\.)[ :\-]{1,2}(?P<year>(?:19|20)\d\d)(?![\d]|[./,\-]\d|"
    r" ?[%°$€]| (?:dong|"
    r"euros?|usd|dollars?|vnd|trieu|nguoi|people|personnes|km|kg))"
)
_PATTERNS = (_ISO, _NUMERIC, _VIETNAMESE, _DAY_NAME, _NAME_DAY, _NAME_YEAR, _VIETNAMESE_MONTH)
_FIGURES_ONLY = (_DAY_MONTH, _BRACKETED, _MONTH_YEAR, _YEAR_ALONE)


def read_dates(sheet: Sheet) -> Iterator[Finding]:
    """Find “12/03/2021” (day first), “ngày 12 tháng 3”, “le 3 mai 2021”, “May 3rd, 2021”, “năm 2020”.

    Days and months without a year are named in the old ISO form “--03-12”. Relative dates
    (“hôm qua”, “last week”) are left alone.
    """
    if not any(map(sheet.plain.__contains__, "0123456789")):
        return
    for patterns in (_PATTERNS, _FIGURES_ONLY):
        taken: list[tuple[int, int]] = []
        for pattern in patterns:
            for match in pattern.finditer(sheet.plain):
                start, end = match.span("span" if "span" in pattern.groupindex else 0)
                if pattern is _YEAR_ALONE:
                    start, end = match.span("year")
                name = _iso(match)
                if name and not any(start < last and first < end for first, last in taken[-40:]):
                    taken.append((start, end))
                    yield Finding(start, end, "Date", name)
        sheet.take(taken)


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    day = int(parts["day"]) if parts.get("day") else None
    month = (
        _MONTH_OF[parts["name"]]
        if parts.get("name")
        else int(parts["month"])
        if parts.get("month")
        else None
    )
    year = _full_year(parts.get("year"))
    if day is not None and month is not None and month > 12 >= day:
        day, month = month, day  # month first, as Americans write
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and month is not None:
        try:
            date(year or 2000, month, day)
        except ValueError:
            return None
        return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"
    if month is not None:
        return f"{year:04d}-{month:02d}" if year else f"--{month:02d}"
    return f"{year:04d}" if year else None


def _full_year(figures: str | None) -> int | None:
    """Return the year in four figures; of two, those above 40 belong to the last century."""
    if not figures:
        return None
    year = int(figures)
    if len(figures) == 4:
        return year
    return 1900 + year if year > 40 else 2000 + year
