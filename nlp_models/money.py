"""Sums of money, as an amount and an ISO 4217 currency."""

import re
from collections.abc import Iterator
from decimal import Decimal

from nlp_models import number_words
from nlp_models.currencies import AFTER, BEFORE, SCALES, SHARED
from nlp_models.finding import Finding
from nlp_models.masked import keeps_marks
from nlp_models.sheet import Sheet, Taken
from nlp_models.sums import CLOSES, FIGURES, NOT_MONEY, Sums, countries_of, value_of
from nlp_models.unnamed_sums import OF_THINGS, read_ranges, read_unnamed

_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_CODE = "|".join(f"(?P<{code}>{names})" for code, names in AFTER.items())
_TAIL = re.compile(
    r"(?P<scale1> ?(?:"
    + _SCALE
    + r")(?![a-z]))?(?P<rest> ?\d{1,3}(?![\d\w\-]|[./]\d)| ruoi(?![a-z])| et demie?(?![a-z])|"
    r" and a half(?![a-z]))?"
    r"(?P<scale2> ?(?:"
    + _SCALE
    + r")(?![a-z]))?(?:[ \n]?(?:de |d'|\()?(?:"
    + _CODE
    + r")(?![a-z\d]|'[a-z]))?"
)
_CURRENCY = re.compile(r"[ \n]?(?:de |d'|of )?(?:" + _CODE + r")(?![a-z\d]|'[a-z])")
_AMOUNT = re.compile(
    r"(?<![\d.,/+a-z@_])(?:(?<![a-z\d]-)|(?<=[ (]\d-)|(?<=[ (]\d\d-)|(?<=[ (]\d{3}-))(?P<amount>"
    + FIGURES
    + r")(?=[ \n]?[a-z$€£¥₭฿₦₹₫₩₱(d]|/[-=])"
)
_SYMBOL = re.compile(
    r"(?<![\w$])(?P<sign>"
    + "|".join(re.escape(sign.lower()) for sign in sorted(BEFORE, key=len, reverse=True))
    + r") ?(?P<amount>"
    + FIGURES
    + r")(?P<scale> ?(?:"
    + _SCALE
    + r")(?![a-z]))?(?P<after> ?(?:cad|aud|usd|nzd|hkd|sgd|canadiens?|americains?)(?![a-z]))?"
)
_WHOSE = {"canadien": "CAD", "canadiens": "CAD", "americain": "USD", "americains": "USD"}
# letters that a scanner, or a typist, put for figures: “l2.OOO”, “5OO”
_MISREAD = re.compile(r"(?<![^\W_])[lOo]{0,3}\d[\dlOo]{0,15}(?:[., ][\dlO]{3}(?![\dlO])){0,4}")
_FIGURE_OF = str.maketrans("lOo", "100")
_MARKED = {"do": ("đô",), "te": ("tệ",), "bat": ("bạt", "bath"), "d": ("đ",), "won": ("won",)}
_LETTER = re.compile(
    r"(?<![\w\0])(?P<sign>N|R|B|Bs\.?|Fr\.?|E) ?(?P<amount>"
    r"\d{1,3}(?:[,.]\d{3})+|\d{3,9}(?:\.\d\d)?)(?![\w.,]\d|\w)"
)
# whose sign a letter before the figures is
_LETTERS = {
    "N": ("NG", "NGN"), "R": ("ZA", "ZAR"), "Bs": ("BO", "BOB"), "Fr": ("CH", "CHF"),
    "B": ("TH", "THB"), "E": ("SZ", "SZL"),
}  # fmt: skip
_EURO = re.compile(
    r"(?<![\d.,/\-+a-z@_])(?P<amount>\d{2,6}|\d{1,3}[. ]\d{3}) ?(?P<sign>e)(?![\w.])"
)
_ORDINAL = re.compile(r" ?(?:siecle|anniversaire|regiment|arrondissement|bataillon|edition|jour)")
_GOES_ON = re.compile(r"[^\W_]| ?- ?\d")
_SIGN_OF = {sign.lower(): code for sign, code in BEFORE.items()}
# “17 triệu” is money without a currency being named; “3 m”, “40 van” and “20 tram” are not
_ENOUGH = frozenset({"trieu", "tr", "ty", "ti", "k", "cu", "lakh", "lakhs", "crore"})
_OF_VIETNAM = frozenset({"trieu", "tr", "ty", "ti", "cu", "nghin", "ngan"})
_COUNTED = re.compile(
    r" (?:nguoi|dua|em|chau|thang|ngay|lan|chi|anh|co|be|ng|con|nam|mot|1|dau|suat|tuan)\b"
)


def read_money(sheet: Sheet) -> Iterator[Finding]:
    """Find “17 triệu đồng”, “80 millions de dongs”, “5.000 tệ”, “2,000 USD”, “$300”, “€1.500”.

    What names its currency is read first; “20 million” and “| 450 000 |” take that of the
    report's other sums, else that of its country.
    """
    plain = _repaired(sheet)
    money = Sums(sheet, plain, Taken(len(plain)), keeps_marks(sheet.surface.text))
    for reader in (
        _with_sign,
        _with_letter,
        _with_figures,
        _spelled_out,
        read_ranges,
        read_unnamed,
    ):
        reader(money)
    yield from money.found


def _repaired(sheet: Sheet) -> str:
    """Return the plain text with figures for the letters that were read for them."""
    if not any(map(sheet.cased.__contains__, "lOo")):
        return sheet.plain
    pieces: list[str] = []
    at = 0
    for match in _MISREAD.finditer(sheet.cased):
        if match.group().isdigit():
            continue
        pieces += (sheet.plain[at : match.start()], match.group().translate(_FIGURE_OF))
        at = match.end()
    return "".join((*pieces, sheet.plain[at:]))


def _with_sign(money: Sums) -> None:
    """Read “$300”, “€1.500”, “USD 3,000”, “$2 million”, “$4,500 CAD”, “Rs 2,40,000”."""
    for match in _SYMBOL.finditer(money.plain):
        scale = (match["scale"] or "").strip()
        if scale == "m" and match["scale"].startswith(" "):
            scale = ""
        if scale in ("van", "d", "tr"):
            scale = ""
        end = match.end("scale") if scale else match.end("amount")
        code = _SIGN_OF[match["sign"]]
        after = (match["after"] or "").strip()
        if after and (scale or not match["scale"]):
            code, end = _WHOSE.get(after, after.upper()), match.end()
        amount = value_of(match["amount"]) * (Decimal(10) ** SCALES.get(scale, 0))
        money.add(match.start(), end, amount, money.whose(code, match.start(), end))


def _with_letter(money: Sums) -> None:
    """Read “N450,000” where Nigeria is spoken of, “R800” in South Africa; “150e” is euros."""
    sheet = money.sheet
    for match in _LETTER.finditer(sheet.cased) if sheet.language != "vi" else ():
        country, code = _LETTERS[match["sign"].rstrip(".")]
        if country in countries_of(sheet):
            money.add(match.start(), match.end(), value_of(match["amount"]), code)
    for match in _EURO.finditer(money.plain):
        amount = value_of(match["amount"])
        if amount >= 30 and not _ORDINAL.match(money.plain, match.end()):
            money.add(match.start(), match.end(), amount, "EUR")


def _with_figures(money: Sums) -> None:
    """Read “17 triệu đồng”, “2,000 USD”, “1 tỷ 200 triệu”."""
    for match in _AMOUNT.finditer(money.plain):
        if _IN_A_PLATE.search(money.sheet.cased, max(0, match.start() - 4), match.end() + 2):
            continue
        _with_tail(money, match.start(), match.end("amount"), value_of(match["amount"]))


_IN_A_PLATE = re.compile(r"(?<![A-Za-z])[A-Z]{2,3}[ \-]\d{1,4}[A-Z][\dA-Z]?")
_HALF = re.compile(r" ruoi(?![a-z])| et demie?(?![a-z])| and a half(?![a-z])")


def _spelled_out(money: Sums) -> None:
    """Read “hai trăm triệu đồng”, “vingt euros”, “seven thousand five hundred dollars”."""
    sheet = money.sheet
    marked = sheet.language == "vi" and money.marked
    text = sheet.cased.lower() if marked else money.plain
    if len(text) != len(money.plain):
        return
    for match in number_words.pattern(sheet.language, marked).finditer(text):
        start, end = match.span()
        amount, scale = number_words.value(match.group(), sheet.language, marked)
        if scale >= 3 and match.group().endswith((" một", " mot")):
            end, amount = end - 4, amount - 1  # “chín triệu một tháng”
        elif scale >= 6 and match.group().endswith(" a"):
            end, amount = end - 2, amount - 1  # “two million a month”
        half = _HALF.match(money.plain, end) if scale >= 3 else None
        if half:
            amount, end = amount + 5 * 10 ** (scale - 1), half.end()
        counted = number_words.starts_with_unit(match.group(), sheet.language, marked)
        if amount == 1 or (not counted and (sheet.language == "vi" or scale > 3)):
            continue  # “pas un franc”, “công ty”, the “million” of “30 million”
        tail = _CURRENCY.match(money.plain, end)
        written = sheet.cased[start : tail.end() if tail else end].split()
        if any(word.istitle() for word in written[1:]):
            continue  # “Hải Yến” is somebody
        if tail and _is_meant(money, tail, Decimal(amount), scaled=scale > 0):
            code = money.whose(tail.lastgroup or "", start, tail.end())
            money.add(start, tail.end(), Decimal(amount), code)
        elif sheet.language == "vi" and scale in (6, 9) and not NOT_MONEY.match(money.plain, end):
            money.add(start, end, Decimal(amount), "VND")
        elif scale == 6 and sheet.language != "vi" and "VN" in countries_of(sheet):
            if not OF_THINGS.match(money.plain, end) and not NOT_MONEY.match(money.plain, end):
                money.add(start, end, Decimal(amount), "VND")
        elif re.search(r" (?:lakh|lac)s?(?![a-z])", match.group()):
            money.add(start, end, Decimal(amount), money.whose("LAKH", start, end))
        elif sheet.language == "vi" and scale == 3 and amount >= 10_000:
            if not NOT_MONEY.match(money.plain, end) and not _COUNTED.match(money.plain, end):
                money.add(start, end, Decimal(amount), "VND")
        elif sheet.language != "vi" and scale >= 3:
            unsaid = money.unsaid()
            paid = _PAY.search(money.plain, max(0, start - 60), start)
            if unsaid and paid and CLOSES.match(money.plain, end):
                money.add(start, end, Decimal(amount), unsaid)


_PAY = re.compile(
    r"(?<![a-z])(?:paid|pays?|owed?s?|gave|gives?|sold|price|salary|wages?|debt|received|sent|send|"
    r"costs?|for|worth|asked|wants?|deposit|fee|loan|got|takes?|took|offers?|pour|paye|payer|verse|"
    r"verser|avance|touche|recu|remis|donne|vendue?|prix|somme|salaire|dette|reclame|demande|coute)"
    r"(?![a-z])[^.;!?\n]{0,45}$"
)


def _with_tail(money: Sums, start: int, end: int, value: Decimal) -> None:
    """Keep the sum when a scale and a currency, or a scale that is only said of money, follow."""
    sheet = money.sheet
    tail = _TAIL.match(money.plain, end)
    if tail is None:
        return
    first = (tail["scale1"] or "").strip()
    second = (tail["scale2"] or "").strip()
    code = tail.lastgroup if tail.lastgroup in AFTER else None
    amount = value * Decimal(10) ** SCALES.get(first, 0)
    stop = tail.end()
    rest = tail["rest"]
    if rest and not (code or second) and rest[0] == " " and _COUNTED.match(money.plain, stop):
        rest, stop = None, tail.end("scale1")  # “16tr 1 đứa”
    if rest:
        if not first or (first == "k" and value == 2):  # “2k6” is a year of birth
            return
        amount += _rest(rest.strip(), first, second)
    elif second:
        amount *= Decimal(10) ** SCALES[second]
    if _GOES_ON.match(money.plain, stop) and (stop != tail.end() or tail.group().strip() != "tr"):
        if not re.match(r" ?- ?\d", money.plain[stop : stop + 4]) or not (code or first):
            return  # “26K1-227.45” is a plate
        if money.plain[stop] == "-":
            return
    if code is not None and not _is_meant(money, tail, value, scaled=bool(first)):
        return
    if code == "F" and amount < 50:
        return
    counted_in_pounds = not SHARED["POUND"][0].keys().isdisjoint(countries_of(sheet))
    if code == "POUND" and "livre" in tail.group() and (amount < 100 or not counted_in_pounds):
        return  # books
    if code is None:
        vietnamese = sheet.language == "vi"
        if first not in _ENOUGH and not (vietnamese and first in _OF_VIETNAM):
            return
        if not vietnamese and first == "k":
            return
        if NOT_MONEY.match(money.plain, stop) or (first in ("trieu", "ty", "ti") and value > 99999):
            return
        written = sheet.cased[tail.start("scale1") : tail.end("scale1")].strip().lower()
        if (first == "cu" and written != "củ" and (money.marked or not vietnamese)) or (
            first == "ti" and money.plain.startswith(" vi", stop)
        ):
            return
        if first == "k" and money.plain.startswith(" bath", stop):
            return
        code = "LAKH" if first.startswith(("lakh", "crore")) else "VND"
    money.add(start, stop, amount, money.whose(code, start, stop))


def _is_meant(money: Sums, tail: re.Match[str], value: Decimal, *, scaled: bool) -> bool:
    """Say whether a short word is the currency that it looks like without its marks."""
    sheet = money.sheet
    start, end = tail.span(tail.lastgroup or "")
    cased = sheet.cased[start:end]
    if cased.istitle() and re.match(r" [A-ZĐ]", sheet.cased[end : end + 2]):
        return False  # “tổ 6 Đồng Văn”
    if money.plain[start:end] == "dong" and not cased.isascii() and cased.lower() != "đồng":
        return False
    wanted = _MARKED.get(money.plain[start:end])
    if wanted is None:
        return True
    if cased.lower() in wanted:
        return True
    # without marks “te”, “do”, “d” are everyday words too: the sum must be one of money
    unmarked = cased.isascii() and not money.marked and sheet.language == "vi"
    if money.plain[start:end] == "d" and sheet.language != "vi":
        return value >= 10_000
    return unmarked and (scaled or value >= 1000 or (value >= 100 and value % 50 == 0))


def _rest(figures: str, first: str, second: str) -> Decimal:
    """Return what follows the first scale: “1 tỷ 200 triệu”, or the half in “2 triệu 5”."""
    if not figures.isdigit():
        return Decimal(5) * Decimal(10) ** (SCALES[first] - 1)  # “2 triệu rưỡi”
    if second:
        return Decimal(figures) * Decimal(10) ** SCALES[second]
    return Decimal(figures) * Decimal(10) ** (SCALES[first] - len(figures))
