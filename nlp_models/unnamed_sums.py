"""Sums that name no currency: “20 million a month”, “nhận 5.000.000”, the lower end of a range."""

import re
from decimal import Decimal

from nlp_models.currencies import SCALES
from nlp_models.sums import CLOSES, FIGURES, NOT_MONEY, Sums, countries_of, value_of

_OPEN = frozenset({"million", "millions", "k", "thousand", "mille", "mil", "juta", "wan"})
_OF_OTHERS = {"juta": "IDR", "wan": "CNY"}
_RANGE = re.compile(
    r"(?<![\w.,/+\-])(?P<amount>\d{1,3}(?:[., ]\d{3}){1,3}|\d{1,6}(?:[.,]\d{1,2})?) ?"
    r"(?:-|a|den|to|or|ou|hoac|et|and) ?$"
)


def read_ranges(money: Sums) -> None:
    """Read the lower end of “50–80 triệu đồng”, “5 000 à 25 000 F”."""
    for found in tuple(money.found):
        match = _RANGE.search(money.plain, max(0, found.start - 22), found.start)
        if not match or "\n" in match.group():
            continue
        written, code = found.name.split()
        upper = Decimal(written)
        figures = re.match(FIGURES, money.plain[found.start : found.end])
        if not figures:
            continue
        lower = value_of(match["amount"]) * upper / (value_of(figures.group()) or 1)
        if upper / 20 <= lower < upper:
            money.add(*match.span("amount"), lower, code)


_GROUPED = r"[1-9]\d{0,2}(?:(?P<mark>[., ])\d{3})(?:(?P=mark)\d{3}){0,3}"
_BARE = re.compile(
    r"(?<![a-z])(?:nhan|chuyen|gui|nop|tra|so tien|rut|nap|tong|thu|gia|no|dua|dat coc|coc|ung|ck|"
    r"paid|pays?|owed?s?|gave|gives?|sold|price|salary|wages?|debt|received|sent|send|cost|costs|"
    r"advanced?|deposit|amount|total|fee|transferred|promised|loan|"
    r"paye|payer|verse|verser|avance|avancer|touche|recu|remis|donne|vendue?|prix|somme|salaire|"
    r"dette|reclame|rembourser|montant|envoye|frais|cout|encaisse|promis|loyer)(?![a-z])"
    r"(?:,? [a-z']{1,12}){0,4}[ :+=]{1,3}(?P<amount>" + _GROUPED + r")(?![\w,.]*\d|\w)"
)
# “paid Bae 600 for her”: no year, and only where other sums are told
_BARE_SMALL = re.compile(
    r"(?<![a-z])(?:paid|pays?|owed?s?|gave|gives?|sold|price|salary|debt|received|sends?|sent|costs?|"
    r"fee|loan|paye|verse|recu|remis|donne|vendue?|prix|salaire|dette|reclame)(?![a-z])"
    r"(?:,? [a-z']{1,12}){0,3}[ :]{1,2}(?P<amount>[1-9]\d00|[1-9]\d{0,2}000|[1-9][05]0)"
    r"(?![\w,.]*\d|\w|[-/])"
)
_CELL = re.compile(
    r"(?:(?<=[|;\t])|(?<=[|;] ))(?P<amount>" + _GROUPED + r")(?= ?(?:[|;\t]|\n|$))|"
    r"(?<=[|\s])[+\-]?(?P<amount2>[1-9]\d{0,2}(?:(?P<mark2>[.,])\d{3})(?:(?P=mark2)\d{3})+)"
    r"(?![\w,.]*\d|\w)"
)
_TABLE = re.compile(r"montant|amount|so tien|somme|sum\b|tien|paid|depot|balance|solde")
OF_THINGS = re.compile(r" (?:of|de|d'|[a-z]+s(?![a-z]))")
_CODED = re.compile(r"[A-Z\d]{2}[ \-]$")
_OPEN_SCALE = re.compile(
    r"(?<![\w.,/+\-])(?P<amount>"
    + FIGURES
    + r") ?(?P<scale>"
    + "|".join(sorted(_OPEN, key=len, reverse=True))
    + r")(?![a-z\d])"
)


def read_unnamed(money: Sums) -> None:
    """Read what names no currency: “20 million a month”, “nhận 5.000.000”, “| 450 000 |”."""
    code = money.unsaid()
    if code is None:
        return
    plain, vietnamese = money.plain, money.sheet.language == "vi"
    vietnam = "VN" in countries_of(money.sheet)
    for match in _OPEN_SCALE.finditer(plain) if not vietnamese else ():
        before = money.sheet.cased[max(0, match.start() - 3) : match.start()]
        scale = SCALES[match["scale"]]
        closes = CLOSES.match(plain, match.end()) or (
            scale == 6 and vietnam and not OF_THINGS.match(plain, match.end())
        )
        if not closes or _CODED.search(before):
            continue
        amount = value_of(match["amount"]) * Decimal(10) ** scale
        own = "VND" if scale == 6 and vietnam else _OF_OTHERS.get(match["scale"], code)
        money.add(*match.span(), amount, own)
    for match in _BARE.finditer(plain):
        amount = value_of(match["amount"])
        if vietnamese and (amount < 1_000_000 or match["mark"] == " "):
            continue
        if NOT_MONEY.match(plain, match.end()):
            continue
        if vietnamese or CLOSES.match(plain, match.end()):
            money.add(*match.span("amount"), amount, "VND" if vietnamese else code)
    if money.found and not vietnamese:
        for match in _BARE_SMALL.finditer(plain):
            if CLOSES.match(plain, match.end()) and not NOT_MONEY.match(plain, match.end()):
                money.add(*match.span("amount"), value_of(match["amount"]), code)
    if not _TABLE.search(money.sheet.whole):
        return
    for match in _CELL.finditer(money.sheet.cased):
        group = "amount" if match["amount"] else "amount2"
        amount = value_of(match[group])
        if group == "amount2" and not vietnamese:
            continue
        if not NOT_MONEY.match(plain, match.end()):
            money.add(*match.span(group), amount, "VND" if vietnamese else code)
