"""Sums of money, as an amount and an ISO 4217 currency."""

import re
from collections.abc import Iterator
from decimal import Decimal

from nlp_models.currencies import AFTER, BEFORE, DEFAULT, FRANCS, LAKHS, SCALES, WORDS
from nlp_models.finding import Finding
from nlp_models.sheet import Sheet, Taken

_FIGURES = r"\d{1,3}(?:[.,' ]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,3})?(?!\d)"
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_CODE = "|".join(f"(?P<{code}>{names})" for code, names in AFTER.items())
_CODE_NAMES = "|".join(names for code, names in AFTER.items() if code not in ("VND", "CNY", "F"))
_TAIL = re.compile(
    r"(?P<scale1> ?(?:"
    + _SCALE
    + r")(?![a-z]))?(?P<rest> ?\d{1,3}(?![\d\w\-]|[./]\d)| ruoi(?![a-z])| et demie?(?![a-z])|"
    r" and a half(?![a-z]))?"
    r"(?P<scale2> ?(?:"
    + _SCALE
    + r")(?![a-z]))?(?:[ \n]?(?:de |d'|\()?(?:"
    + _CODE
    + r")(?![a-z\d]))?"
)
_AMOUNT = re.compile(
    r"(?<![\d.,/\-+a-z@_])(?P<amount>" + _FIGURES + r")(?=[ \n]?[a-z$€£¥₭฿₦₹₫₩₱(d])"
)
_SYMBOL = re.compile(
    r"(?<![\w$])(?P<sign>"
    + "|".join(re.escape(sign.lower()) for sign in sorted(BEFORE, key=len, reverse=True))
    + r") ?(?P<amount>"
    + _FIGURES
    + r")(?P<scale> ?(?:"
    + _SCALE
    + r")(?![a-z]))?"
)
_SPELLED = re.compile(
    r"(?<![a-z\d])(?P<words>(?:(?:"
    + "|".join(sorted(WORDS, key=len, reverse=True))
    + r")[ \-]){1,3})"
    r"(?=(?:" + _SCALE + "|" + _CODE_NAMES + r")(?![a-z]))"
)
_MARKED_SCALES = {"cu": "củ", "van": "vạn", "m": "m"}
_MARKED = {"do": ("đô",), "te": ("tệ",), "bat": ("bạt", "bath"), "d": ("đ",), "won": ("won",)}
_NAIRA = re.compile(
    r"(?<![\w\0])N ?(?P<amount>\d{1,3}(?:,\d{3})+|\d{4,9}(?:\.\d\d)?)(?![\w.,]\d|\w)"
)
_GOES_ON = re.compile(r"[^\W_]| ?- ?\d")
_SIGN_OF = {sign.lower(): code for sign, code in BEFORE.items()}
# “17 triệu” is money without a currency being named; “3 m”, “40 van” and “20 tram” are not
_ENOUGH = frozenset({"trieu", "tr", "ty", "ti", "k", "cu", "lakh", "lakhs", "crore"})
_NOT_MONEY = re.compile(
    r" ?(?:nguoi|dan|luot|ha|tan|con|m2|met|lit|people|personnes|habitants|inhabitants|views|"
    r"tonnes)\b"
)


def read_money(sheet: Sheet) -> Iterator[Finding]:
    """Find “17 triệu đồng”, “80 millions de dongs”, “5.000 tệ”, “2,000 USD”, “$300”, “€1.500”."""
    taken = Taken(len(sheet.plain))
    for reader in (_with_sign, _with_naira_sign, _with_figures, _spelled_out, _bare):
        for found in reader(sheet):
            if taken.add(found.start, found.end):
                yield found


def _with_sign(sheet: Sheet) -> Iterator[Finding]:
    """Yield “$300”, “€1.500”, “USD 3,000”, “$2 million”."""
    for match in _SYMBOL.finditer(sheet.plain):
        scale = (match["scale"] or "").strip()
        if scale == "m" and match["scale"].startswith(" "):
            scale = ""
        end = match.end() if scale else match.end("amount")
        amount = _value(match["amount"]) * (Decimal(10) ** SCALES.get(scale, 0))
        name = f"{_written(amount)} {_SIGN_OF[match['sign']]}"
        yield Finding(match.start(), end, "Money", name)


def _with_naira_sign(sheet: Sheet) -> Iterator[Finding]:
    """Yield “N450,000” where Nigeria is spoken of."""
    if sheet.language != "en":
        return
    for match in _NAIRA.finditer(sheet.cased):
        if "NG" not in _countries(sheet):
            return
        amount = _written(_value(match["amount"]))
        yield Finding(match.start(), match.end(), "Money", f"{amount} NGN")


def _with_figures(sheet: Sheet) -> Iterator[Finding]:
    """Yield “17 triệu đồng”, “2,000 USD”, “1 tỷ 200 triệu”."""
    for match in _AMOUNT.finditer(sheet.plain):
        found = _with_tail(sheet, match.start(), match.end("amount"), _value(match["amount"]))
        if found:
            yield found


def _spelled_out(sheet: Sheet) -> Iterator[Finding]:
    """Yield “hai trăm triệu đồng”, “vingt euros”, “two million naira”."""
    for match in _SPELLED.finditer(sheet.plain):
        value = Decimal(_spelled(match["words"]))
        found = _with_tail(sheet, match.start(), match.end("words") - 1, value) if value else None
        if found:
            yield found


_BARE = re.compile(
    r"(?<![a-z])(?:nhan|chuyen|gui|nop|tra|so tien|rut|nap|tong|thu|gia|no|dua|dat coc|coc|ung|ck)"
    r"(?: [a-z]{1,8}){0,3}[ :+]{1,2}(?P<amount>\d{1,3}(?:\.\d{3}){2,4})(?![\w.,])"
)


def _bare(sheet: Sheet) -> Iterator[Finding]:
    """Yield “nhận 5.000.000”: so many figures after a word of payment are đồng."""
    for match in _BARE.finditer(sheet.plain) if sheet.language == "vi" else ():
        amount = _written(_value(match["amount"]))
        yield Finding(*match.span("amount"), "Money", f"{amount} VND")


def _with_tail(sheet: Sheet, start: int, end: int, value: Decimal) -> Finding | None:
    """Return the sum when a scale and a currency, or a scale that is only said of money, follow."""
    tail = _TAIL.match(sheet.plain, end)
    if tail is None:
        return None
    first = (tail["scale1"] or "").strip()
    second = (tail["scale2"] or "").strip()
    code = tail.lastgroup if tail.lastgroup in AFTER else None
    amount = value * Decimal(10) ** SCALES.get(first, 0)
    stop = tail.end()
    if tail["rest"]:
        if not first or (
            tail["rest"].strip().isdigit()
            and not second
            and code is None
            and len(tail["rest"].strip()) > 3
        ):
            return None
        amount += _rest(tail["rest"].strip(), first, second)
    elif second:
        amount *= Decimal(10) ** SCALES[second]
    if _GOES_ON.match(sheet.plain, stop):
        return None  # “26K1-227.45” is a plate
    if code == "F":
        code = _francs(sheet)
    if code is not None and not _is_meant(sheet, tail, code, value):
        return None
    if code is None:
        if first not in _ENOUGH or (sheet.language != "vi" and first in ("k", "tr")):
            return None
        if _NOT_MONEY.match(sheet.plain, stop):
            return None
        if first == "cu" and sheet.cased[tail.start("scale1") : tail.end("scale1")].strip() != "củ":
            return None
        code = _rupee(sheet) if first.startswith(("lakh", "crore")) else DEFAULT[sheet.language]
        if first in ("trieu", "tr", "ty", "ti", "cu"):
            code = "VND"
    return Finding(start, stop, "Money", f"{_written(amount)} {code}")


def _countries(sheet: Sheet) -> tuple[str, ...]:
    return (*sheet.regions.named, *sheet.regions.of_towns)


def _francs(sheet: Sheet) -> str:
    """Return whose francs a bare “F” counts, by the countries the report names."""
    return next((FRANCS[country] for country in _countries(sheet) if country in FRANCS), "XOF")


def _rupee(sheet: Sheet) -> str:
    """Return the currency that lakhs are counted in, by the countries the report names."""
    return next((LAKHS[country] for country in _countries(sheet) if country in LAKHS), "INR")


def _is_meant(sheet: Sheet, tail: re.Match[str], code: str, value: Decimal) -> bool:
    """Say whether a short word is the currency that it looks like without its marks."""
    start, end = tail.span(tail.lastgroup or code)
    wanted = _MARKED.get(sheet.plain[start:end])
    if wanted is None:
        return True
    written = sheet.cased[start:end].lower()
    if written in wanted:
        return True
    # without marks “te”, “do”, “d” are everyday words too: the sum must be one of money
    unmarked = written.isascii() and sheet.surface.cased.isascii() and sheet.language == "vi"
    return unmarked and (bool(tail["scale1"]) or value >= 1000)


def _rest(figures: str, first: str, second: str) -> Decimal:
    """Return what follows the first scale: “1 tỷ 200 triệu”, or the half in “2 triệu 5”."""
    if not figures.isdigit():
        return Decimal(5) * Decimal(10) ** (SCALES[first] - 1)  # “2 triệu rưỡi”
    if second:
        return Decimal(figures) * Decimal(10) ** SCALES[second]
    return Decimal(figures) * Decimal(10) ** (SCALES[first] - len(figures))


def _value(figures: str) -> Decimal:
    """Read figures whose marks group thousands, or part decimals if not three follow."""
    bare = figures.replace(" ", "").replace("'", "")
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return Decimal(bare)
    mark, tail = bare[last], bare[last + 1 :]
    other = "," if mark == "." else "."
    if len(tail) == 3 and bare[:last].replace(mark, "").isdigit() and other not in bare:
        return Decimal(bare.replace(mark, ""))
    if len(tail) == 3 and other in bare and bare.count(mark) > 1:
        return Decimal(bare.replace(mark, "").replace(other, ""))
    whole = bare[:last].replace(",", "").replace(".", "")
    return Decimal(f"{whole}.{tail}")


def _spelled(words: str) -> int:
    total = 0
    for word in words.replace("-", " ").split():
        value = WORDS.get(word, 0)
        total = total * 10 if word == "muoi" and total else total + value
    return total


def _written(amount: Decimal) -> str:
    whole = amount.normalize()
    return f"{whole:f}"
