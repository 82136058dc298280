"""Sums of money, as an amount and an ISO 4217 currency."""

import re
from collections.abc import Iterator
from decimal import Decimal

from nlp_models.finding import Finding
from nlp_models.sheet import Sheet, Taken
from nlp_models.vocabulary import Language

# What a currency is called after an amount, on the plain surface, in the three languages.
_AFTER = {
    "VND": r"vnd|vnđ|dong viet nam|dong vn|dongs? vietnamiens?|vietnamese dongs?|dongs?|d",
    "CNY": r"ndt|nhan dan te|te|cny|rmb|yuans?|renminbi|¥",
    "USD": (
        r"usd|us dollars?|u\.s\. dollars?|us ?\$|\$ ?us|dollars? americains?|dollars? us|do la my|do la|"
        r"do my|do|dollars?|bucks|\$"
    ),
    "EUR": r"eur|euros?|€",
    "GBP": r"gbp|pounds? sterling|livres? sterling|bang anh|pounds?|quid|£",
    "LAK": r"kips? lao|kips? laotiens?|lao kips?|kip|kips|lak|₭",
    "THB": r"thb|thai bahts?|bat thai|bahts?(?: thai(?:landais)?)?|bat|฿",
    "KHR": r"khr|riels?|៛",
    "MMK": r"mmk|kyats?",
    "XOF": r"fcfa|f ?cfa|xof|francs? cfa|cfa francs?|cfa",
    "XAF": r"xaf",
    "F": r"f|francs?",
    "NGN": r"ngn|nairas?|₦",
    "GHS": r"ghs|cedis?",
    "GMD": r"gmd|dalasis?",
    "LKR": r"lkr|sri lankan rupees?",
    "UGX": r"ugx|ugandan shillings?",
    "TZS": r"tzs|tanzanian shillings?",
    "RWF": r"rwf|rwandan francs?",
    "ZAR": r"zar|rands?",
    "MGA": r"mga|ariarys?",
    "GNF": r"gnf|francs? guineens?",
    "SLE": r"leones?",
    "EGP": r"egp|egyptian pounds?|livres? egyptiennes?",
    "LBP": r"lbp|lebanese pounds?|livres? libanaises?",
    "IDR": r"idr|rupiahs?",
    "GEL": r"gel|laris?",
    "MUR": r"mauritian rupees?",
    "KES": r"kes|kenyan shillings?|ksh",
    "MAD": r"mad|dirhams? marocains?|moroccan dirhams?",
    "AED": r"aed|dirhams?(?: emiratis)?",
    "TND": r"tnd|dinars? tunisiens?|tunisian dinars?",
    "LYD": r"lyd|dinars? libyens?|libyan dinars?",
    "DZD": r"dzd|dinars? algeriens?|algerian dinars?",
    "INR": r"inr|indian rupees?|roupies? indiennes?|₹",
    "NPR": r"npr|nepali rupees?|nepalese rupees?|roupies? nepalaises?|nrs",
    "PKR": r"pkr|pakistani rupees?",
    "BDT": r"bdt|takas?",
    "PHP": r"php|philippine pesos?|₱",
    "MXN": r"mxn|mexican pesos?|pesos mexicains?",
    "COP": r"cop|colombian pesos?",
    "MYR": r"myr|ringgits?",
    "SGD": r"sgd|singapore dollars?",
    "TWD": r"twd|ntd|dai te",
    "HKD": r"hkd|hong kong dollars?",
    "JPY": r"jpy|yens?|yen nhat",
    "KRW": r"krw|wons?|₩",
    "RUB": r"rub|roubles?|rubles?",
    "UAH": r"uah|hryvnias?|hrivnas?",
    "RON": r"ron|lei|leu",
    "MDL": r"mdl",
    "PLN": r"pln|zlotys?|zl",
    "CZK": r"czk",
    "HUF": r"huf|forints?",
    "BGN": r"bgn|levs?|leva",
    "ALL": r"lekes?|leks?",
    "TRY": r"try|turkish liras?|livres? turques?",
    "CHF": r"chf|francs? suisses?|swiss francs?",
    "CAD": r"cad|canadian dollars?",
    "AUD": r"aud|australian dollars?|do uc",
    "BRL": r"brl|reais|reals?",
    "GTQ": r"gtq|quetzales|quetzals?",
    "HNL": r"hnl|lempiras?",
    "ETB": r"etb|birrs?",
    "SAR": r"sar|saudi riyals?|riyals?",
    "QAR": r"qar|qatari riyals?",
    "KWD": r"kwd|kuwaiti dinars?",
    "USDT": r"usdt|tether",
}
_BEFORE = {
    "US$": "USD", "U$": "USD", "$": "USD", "USD": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP",
    "GBP": "GBP", "₦": "NGN", "NGN": "NGN", "₦": "NGN", "฿": "THB", "THB": "THB", "₭": "LAK", "₫": "VND",
    "VND": "VND", "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "₹": "INR", "INR": "INR", "Rs": "INR",
        "Rs.": "INR",
    "NPR": "NPR", "NRs": "NPR", "KES": "KES", "KSh": "KES", "GHS": "GHS", "GH₵": "GHS", "MYR": "MYR",
    "RM": "MYR", "AED": "AED", "PHP": "PHP", "₱": "PHP", "MXN": "MXN", "XOF": "XOF", "FCFA": "XOF",
    "MMK": "MMK", "LAK": "LAK", "KHR": "KHR", "TWD": "TWD", "NT$": "TWD", "HK$": "HKD", "S$": "SGD",
    "SGD": "SGD", "A$": "AUD", "AUD": "AUD", "C$": "CAD", "CAD": "CAD", "CHF": "CHF", "JPY": "JPY",
    "KRW": "KRW", "₩": "KRW", "SAR": "SAR", "BDT": "BDT", "Tk": "BDT", "PKR": "PKR", "PLN": "PLN",
        "RON": "RON",
}  # fmt: skip
_SCALES = {
    "nghin": 3, "ngan": 3, "k": 3, "thousand": 3, "mille": 3, "mil": 3,
    "tram": 2, "hundred": 2, "cent": 2, "cents": 2,
    "trieu": 6, "tr": 6, "million": 6, "millions": 6, "m": 6, "mio": 6, "lakh": 5, "lakhs": 5, "lac": 5,
    "crore": 7, "cu": 6,  "van": 4, "ty": 9, "ti": 9, "billion": 9, "billions": 9, "milliard": 9, "milliards": 9,
        "bn": 9,
}  # fmt: skip
_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
    "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "a": 1, "several": 0, "half a": 0,
}  # fmt: skip
_DEFAULT: dict[Language, str] = {"vi": "VND", "fr": "EUR", "en": "USD"}

_FIGURES = r"\d{1,3}(?:[.,' ]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,3})?(?!\d)"
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_CODE = "|".join(f"(?P<{code}>{names})" for code, names in _AFTER.items())
_CODE_NAMES = "|".join(names for code, names in _AFTER.items() if code not in ("VND", "CNY", "F"))
_TAIL = re.compile(
    r"(?P<scale1> ?(?:"
    + _SCALE
    + r")(?![a-z]))?(?P<rest> ?\d{1,3}(?![\d\w\-]|[./]\d)| ruoi(?![a-z])| et demie?(?![a-z])| and a half(?![a-z]))?"
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
    + "|".join(re.escape(sign.lower()) for sign in sorted(_BEFORE, key=len, reverse=True))
    + r") ?(?P<amount>"
    + _FIGURES
    + r")(?P<scale> ?(?:"
    + _SCALE
    + r")(?![a-z]))?"
)
_SPELLED = re.compile(
    r"(?<![a-z\d])(?P<words>(?:(?:"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")[ \-]){1,3})"
    r"(?=(?:" + _SCALE + "|" + _CODE_NAMES + r")(?![a-z]))"
)
_MARKED_SCALES = {"cu": "củ", "van": "vạn", "m": "m"}
_MARKED = {"do": ("đô",), "te": ("tệ",), "bat": ("bạt", "bath"), "d": ("đ",), "won": ("won",)}
_FRANCS = {
    **dict.fromkeys(("SN", "ML", "CI", "BF", "TG", "BJ", "NE", "GW"), "XOF"),
    **dict.fromkeys(("CM", "GA", "TD", "CG", "CF", "GQ"), "XAF"),
    "CH": "CHF", "GN": "GNF", "RW": "RWF", "BI": "BIF", "CD": "CDF", "DJ": "DJF",
}  # fmt: skip
_LAKHS = {"IN": "INR", "NP": "NPR", "PK": "PKR", "BD": "BDT", "LK": "LKR"}
_NAIRA = re.compile(
    r"(?<![\w\0])N ?(?P<amount>\d{1,3}(?:,\d{3})+|\d{4,9}(?:\.\d\d)?)(?![\w.,]\d|\w)"
)
_GOES_ON = re.compile(r"[^\W_]| ?- ?\d")
_SIGN_OF = {sign.lower(): code for sign, code in _BEFORE.items()}
# “17 triệu” is money without a currency being named; “3 m”, “40 van” and “20 tram” are not
_ENOUGH = frozenset({"trieu", "tr", "ty", "ti", "k", "cu", "lakh", "lakhs", "crore"})
_NOT_MONEY = re.compile(
    r" ?(?:nguoi|dan|luot|ha|tan|con|m2|met|lit|people|personnes|habitants|inhabitants|views|"
    r"tonnes)\b"
)


def read_money(sheet: Sheet) -> Iterator[Finding]:
    """Find “17 triệu đồng”, “80 millions de dongs”, “5.000 tệ”, “2,000 USD”, “$300”, “€1.500”."""
    taken = Taken(len(sheet.plain))
    for reader in (_with_sign, _with_naira_sign, _with_figures, _spelled_out):
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
        amount = _value(match["amount"]) * (Decimal(10) ** _SCALES.get(scale, 0))
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


def _with_tail(sheet: Sheet, start: int, end: int, value: Decimal) -> Finding | None:
    """Return the sum when a scale and a currency, or a scale that is only said of money, follow."""
    tail = _TAIL.match(sheet.plain, end)
    if tail is None:
        return None
    first = (tail["scale1"] or "").strip()
    second = (tail["scale2"] or "").strip()
    code = tail.lastgroup if tail.lastgroup in _AFTER else None
    amount = value * Decimal(10) ** _SCALES.get(first, 0)
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
        amount *= Decimal(10) ** _SCALES[second]
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
        code = _rupee(sheet) if first.startswith(("lakh", "crore")) else _DEFAULT[sheet.language]
        if first in ("trieu", "tr", "ty", "ti", "cu"):
            code = "VND"
    return Finding(start, stop, "Money", f"{_written(amount)} {code}")


def _countries(sheet: Sheet) -> tuple[str, ...]:
    return (*sheet.regions.named, *sheet.regions.of_towns)


def _francs(sheet: Sheet) -> str:
    """Return whose francs a bare “F” counts, by the countries the report names."""
    return next((_FRANCS[country] for country in _countries(sheet) if country in _FRANCS), "XOF")


def _rupee(sheet: Sheet) -> str:
    """Return the currency that lakhs are counted in, by the countries the report names."""
    return next((_LAKHS[country] for country in _countries(sheet) if country in _LAKHS), "INR")


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
        return Decimal(5) * Decimal(10) ** (_SCALES[first] - 1)  # “2 triệu rưỡi”
    if second:
        return Decimal(figures) * Decimal(10) ** _SCALES[second]
    return Decimal(figures) * Decimal(10) ** (_SCALES[first] - len(figures))


def _value(figures: str) -> Decimal:
    """Read figures whose marks group thousands, or part decimals when fewer or more than three follow."""
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
        value = _WORDS.get(word, 0)
        total = total * 10 if word == "muoi" and total else total + value
    return total


def _written(amount: Decimal) -> str:
    whole = amount.normalize()
    return f"{whole:f}"
