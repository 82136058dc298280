"""Dates as reports write them, as ISO 8601 or the prefix of it that was said."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from nlp_models.finding import Finding
from nlp_models.sheet import Sheet, Taken

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
# “máy 26”: a month's name has no marks but its own
_OWN_MARKS = frozenset({"fevrier", "fevr", "aout", "decembre"})
_BIRTH = re.compile(
    r"(?:sinh(?: ngay| nam| vao)?|sn|ns|ngay sinh|nam sinh|nee? ?(?:le|en)?|ne\(e\) ?(?:le|en)?|"
    r"date de naissance|naissance|born(?: on| in)?|dob|d\.o\.b\.?|"
    r"date of birth|birth ?date|b\.|sinh khoang|"
    r"(?<![a-z])nee? (?:a [a-z' \-]{2,30}(?:\([a-z ]{2,20}\))?,? ?(?:le|en)|[a-z\-]{2,20}))"
    r"[ :.,\-(]{0,4}$"
)
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
    r"(?:(?<![\d./\-a-z])|(?<=\d-))(?P<day>\d{1,2})(?:st|nd|rd|th|er)?(?:"
    + _SPACE
    + r"(?:of )?|-)"
    + _NAME
    + r"(?:,?(?:[ \n]{1,2}|-)(?:de )?"
    + _YEAR
    + r"|[ \-'](?P<short>[0-4]\d)(?=[.,;)\n]|:\D| [-/|]|$))?"
)
_FIRST_OF_DAYS = re.compile(
    r"(?<![\d./\-+a-z])(?P<span>(?P<day>\d{1,2})(?:st|nd|rd|th|er)?)"
    r"(?= ?- ?\d| (?:to|and|et|au|&) \d)"
    r"(?=.{1,6}?\d{1,2}(?:st|nd|rd|th|er)? " + _NAME + r"(?:,? (?P<year>(?:1[89]|20)\d\d)(?!\d))?)"
)
_NAME_DAY = re.compile(
    r"(?<![a-z])"
    + _NAME
    + _SPACE
    + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\da-z:]|[./\-]\d)(?:,? (?:of )?"
    + _YEAR
    + r")?"
)
_NAME_YEAR = re.compile(r"(?<![a-z])" + _NAME + r",?(?: of)?[ \n]" + _YEAR)
_FULL_NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
)
_NAME_ALONE = re.compile(
    r"(?<![a-z])(?:in|since|until|during|early|late|mid|en|depuis|debut|fin|courant|jusqu'en|mi)"
    r"[ \n\-](?P<span>(?P<name>" + _FULL_NAMES + r"))(?![a-z\-]| \d)"
)
_LINE_OF_A_DAY = re.compile(
    r"^[ \-*\"]{0,4}(?P<span>(?P<day>\d{1,2})/(?P<month>\d{1,2}))"
    r"(?= ?:\D| \d{1,2}[h:]| \0| - \D|(?<=\d\d/\d\d)$)",
    re.MULTILINE,
)
_DAY_MONTH = re.compile(r"(?P<span>(?P<day>\d{1,2})[/\-.](?P<month>\d{1,2}))(?![\d]|[/\-.]\d| ?%)")
_BEFORE_DAY_MONTH = re.compile(r"(?<![a-z])" + _DAY_CUE + r"[ \n]{1,2}$")
_BRACKETED = re.compile(r"\((?P<span>(?P<day>\d{1,2})[/\-](?P<month>\d{1,2}))\)")
_MONTH_YEAR = re.compile(_START + r"(?P<month>0?[1-9]|1[0-2])[/\-](?P<year>(?:19|20)\d\d)" + _END)
_YEAR_ALONE = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?![\d]|[./,\-]\d| ?[%°$€]| (?:dong|euros?|usd|dollars?|vnd|trieu|"
    r"nguoi|people|"
    r"personnes|km|kg))"
)
_BEFORE_YEAR = re.compile(
    r"(?<![a-z])(?:nam|sn|sinh|ns|dob|born|nee?|en|in|since|depuis|fin|debut|ete|late|early|from|"
    r"to|until|"
    r"between|and|a|de|l'annee|annee|year|mid|mi|summer|spring|autumn|winter|hiver|printemps|"
    r"automne|b\.)"
    r"[ :\-]{1,2}$"
)
_BEFORE = {_DAY_MONTH: _BEFORE_DAY_MONTH, _YEAR_ALONE: _BEFORE_YEAR}
_NAME_RANGE = re.compile(
    r"(?<![a-z])" + _NAME + r"(?=(?: and | to | et | a |-| - )[a-z]{3,9} " + _YEAR + ")"
)
_PATTERNS = (
    _ISO,
    _NUMERIC,
    _VIETNAMESE,
    _DAY_NAME,
    _NAME_DAY,
    _NAME_YEAR,
    _NAME_RANGE,
    _FIRST_OF_DAYS,
    _NAME_ALONE,
    _VIETNAMESE_MONTH,
)
_FIGURES_ONLY = (_LINE_OF_A_DAY, _DAY_MONTH, _BRACKETED, _MONTH_YEAR, _YEAR_ALONE)
# what a pattern cannot match without, quick to look for
_FIGURES = re.compile(r"\d ?[/.\-] ?\d")
_MONTH_SIGN = re.compile("jan|fe[bv]|mar|a[pv]r|ma[iy]|ju[inl]|a[ou][ug]|sep|oct|nov|dec")
_SIGNS: dict[re.Pattern[str], re.Pattern[str]] = {
    **dict.fromkeys(
        (_ISO, _NUMERIC, _LINE_OF_A_DAY, _DAY_MONTH, _BRACKETED, _MONTH_YEAR), _FIGURES
    ),
    **dict.fromkeys((_VIETNAMESE, _VIETNAMESE_MONTH), re.compile("thang")),
    **dict.fromkeys(
        (_DAY_NAME, _NAME_DAY, _NAME_YEAR, _NAME_RANGE, _FIRST_OF_DAYS, _NAME_ALONE), _MONTH_SIGN
    ),
    _YEAR_ALONE: re.compile(r"(?:19|20)\d\d"),
}


def read_dates(sheet: Sheet) -> Iterator[Finding]:
    """Find “12/03/2021” (day first), “ngày 12 tháng 3”, “le 3 mai 2021”, “May 3rd, 2021”.

    A day and month without a year take that of the full date before them, else after them, else
    the old ISO form “--03-12”. Relative dates (“hôm qua”, “last week”) are left alone; dates of
    birth are a person's, not the report's.
    """
    found: list[Finding] = []
    for patterns in (_PATTERNS, _FIGURES_ONLY):
        taken, spans = Taken(len(sheet.plain)), []
        plain = _FIGURED.sub(_with_figures, sheet.plain)
        for pattern in patterns:
            if not _SIGNS[pattern].search(plain):
                continue
            for match in pattern.finditer(plain):
                start, end = _span(sheet, match)
                cue = _BEFORE.get(pattern)
                if cue and not cue.search(sheet.plain, max(0, match.start() - 20), match.start()):
                    continue
                name = _iso(match) if _is_month(sheet, match) else None
                if name and taken.add(start, end):
                    spans.append((start, end))
                    if not _BIRTH.search(sheet.before(start, 48)):
                        found.append(Finding(start, end, "Date", name))
        sheet.take(spans)
    yield from _with_years(sorted(found, key=lambda finding: finding.start))


# figures that a scan or a hasty hand wrote with letters: “22/O1/2O23”, “l5/8/2021”, “2Ol8”
_FIGURED = re.compile(
    r"(?<![a-z\d])(?:[\doil]{1,2} ?(?P<mark>[/.\-]) ?[\doil]{1,2} ?(?P=mark) ?[\doil]{2,4}|"
    r"[\doil]{1,2}[/.]\d[\doil]{3}|[\doil]{1,2}/[\doil]{1,2}|2[o0][\doil]{2}|\d[oil]|[oil]\d)"
    r"(?![a-z\d])"
)
_LETTERS = str.maketrans("oil", "011")


def _with_figures(match: re.Match[str]) -> str:
    """Return the figures meant, of the same length; letters alone, “o/l”, stay letters."""
    written = match.group()
    return written.translate(_LETTERS) if any(map(str.isdigit, written)) else written


_WORD_BEFORE = re.compile(r"(?:ngay|thang|nam) $")


def _span(sheet: Sheet, match: re.Match[str]) -> tuple[int, int]:
    """Return the characters of a date, with the word “ngày” or “năm” right before its figures."""
    pattern = match.re
    start, end = match.span("span" if "span" in pattern.groupindex else 0)
    if pattern is _YEAR_ALONE:
        start, end = match.span("year")
    word = _WORD_BEFORE.search(sheet.plain, max(0, start - 6), start)
    return (word.start(), end) if word else (start, end)


def _is_month(sheet: Sheet, match: re.Match[str]) -> bool:
    if "name" not in match.re.groupindex:
        return True
    start, end = match.span("name")
    written = sheet.cased[start:end]
    if match.re is _NAME_ALONE and written in ("may", "march"):
        return False
    return written.isascii() or sheet.plain[start:end] in _OWN_MARKS


def _with_years(dates: list[Finding]) -> Iterator[Finding]:
    """Yield the dates, those without a year with that of the full date nearest before or after."""
    years = [date.name[:4] for date in dates if not date.name.startswith("--")]
    last = years[0] if years else None
    for date_found in dates:
        if not date_found.name.startswith("--"):
            last = date_found.name[:4]
            yield date_found
        elif last is None:
            yield date_found
        else:
            yield replace(date_found, name=f"{last}{date_found.name[1:]}")


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
    year = _full_year(parts.get("year") or parts.get("short"))
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
