"""Numbers of a table whose column says what they are: call lists, statements of accounts.

A table is two lines or more that a comma, semicolon, tab or bar parts into as many cells, the
first of them its heads: under “Tài khoản nhận” stand accounts, under “Số tiền (VND)” sums.
"""

import re
from collections.abc import Iterator

from nlp_models.finding import Finding
from nlp_models.sheet import Sheet

_SIGNS = (",", ";", "\t", "|")
_ACCOUNT = re.compile(r"tai khoan|\bstk\b|so tk|account|a/c|\biban\b|compte|beneficiary acc")
_SUM = re.compile(
    r"(?:so tien|amount|montant|sum|paid|verse)\b.*?\(?\b(?P<currency>[a-z]{3})\b\)?\s*$"
)
_AMOUNT = re.compile(r"[\"' ]*(?P<figures>\d{1,3}(?:[. ]\d{3})+|\d+)[\"' ]*")
_FIGURES = re.compile(r"[\"' ]*(?P<figures>\d[\d .\-]{5,30}\d)[\"' ]*")
CODES = frozenset(
    ["VND", "USD", "EUR", "GBP", "THB", "CNY", "LAK", "KHR", "MMK", "XOF", "XAF", "CHF", "INR"]
)
_LEAST, _MOST = 7, 20
_MOST_LINES = 5_000


def read_columns(sheet: Sheet) -> Iterator[Finding]:
    """Yield what stands in a column of accounts or of sums: “Số tài khoản | 3600205118734”."""
    columns: dict[int, str] = {}
    sign, width = "", 0
    at = 0
    # the plain surface has no tabs any more
    for line in sheet.surface.cased.split("\n")[:_MOST_LINES]:
        plain = sheet.plain[at : at + len(line)]
        if not sign or line.count(sign) != width:
            sign, width, columns = _heads(line, plain)
        elif columns:
            yield from _cells(sheet, line, at, sign, columns)
        at += len(line) + 1


def _heads(line: str, plain: str) -> tuple[str, int, dict[int, str]]:
    """Return the sign that parts a line of heads, how often, and what its cells head.

    A cell heads accounts (“Account”) or sums in a currency (its code in capitals).
    """
    sign = max(_SIGNS, key=line.count)
    width = line.count(sign)
    if width < 2 or any(map(str.isdigit, line)):
        return "", 0, {}
    columns = {}
    start = 0
    for number, written in enumerate(line.split(sign)):
        cell = plain[start : start + len(written)]
        start += len(written) + 1
        told = _SUM.search(cell)
        if _ACCOUNT.search(cell):
            columns[number] = "Account"
        elif told and told["currency"].upper() in CODES:
            columns[number] = told["currency"].upper()
    return sign, width, columns


def _cells(
    sheet: Sheet, line: str, at: int, sign: str, columns: dict[int, str]
) -> Iterator[Finding]:
    start = at
    for number, written in enumerate(line.split(sign)):
        cell = sheet.plain[start : start + len(written)]
        kind = columns.get(number, "")
        found = (_FIGURES if kind == "Account" else _AMOUNT).fullmatch(cell) if kind else None
        if found:
            first, last = start + found.start("figures"), start + found.end("figures")
            figures = re.sub(r"\D", "", sheet.cased[first:last])
            if kind != "Account":
                yield Finding(first, last, "Money", f"{int(figures)} {kind}")
            elif _LEAST <= len(figures) <= _MOST:
                yield Finding(first, last, "Account", figures)
        start += len(cell) + 1
