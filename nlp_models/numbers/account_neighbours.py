"""Accounts by what stands beside them: their bank, their holder, an arrow."""

import re
from collections.abc import Iterator

from nlp_models.finding import Finding
from nlp_models.folding import CAPITALS
from nlp_models.numbers.banks import BANKS, bank_of
from nlp_models.sheet import Sheet, Taken

PHONE_CUE = re.compile(r"(?:sdt|dien thoai|phone|tel|telephone|mobile|zalo|goi|call)[^\d\n]{0,12}$")


# “-> 19036772840011”, “sang 6011-205-99418”: where money goes to or comes from
_DIRECTION = re.compile(
    r"(?:->|=>|→|(?<![a-z])(?:sang|tu|den|vao|toi|to|from|into|vers|depuis|sur le|sur|ck|stk|di toi))"
    r"[ :]{0,2}(?P<number>\d{9,19}|\d{3,5}(?:[ \-]\d{2,5}){2,4})(?![\da-z]|[.,/\-]\d)"
)
_HELD = re.compile(
    r"(?<![\d+.,/\-])(?P<number>\d{8,19}|\d{2,5}(?:[ \-]\d{2,5}){2,4})"
    r"(?=,? ?\(?(?:holder|owner|chu (?:tk|tai khoan)|mang ten|dung ten|ten [a-z]+ [a-z]+ |titulaire|"
    r"au nom de|in the name of))"
)
_OF_MONEY = re.compile(
    r"chuyen|nop|gui|\bck\b|sao ke|vnd|dong\b|trieu|transfer|sent|paid|deposit|swept|credit|"
    r"virement|verse|versement|compte|usd|\$|€|bank|ngan hang|banque"
)
_AFTER_BANK = re.compile(
    r",? ?\(?(?:at |tai |o |nh |ngan hang |chez |in |a la |en )?(?:" + BANKS + r")(?![a-z\d])"
)
_BANK_NAMED_AFTER = re.compile(
    rf",? ?\(?(?:at |tại |NH |[Nn]gân hàng |[Bb]anque |chez )?(?:[{CAPITALS}][\w&'-]* ){{0,2}}[Bb]an(?:k|que)(?!\w)"
)
_FIGURES = re.compile(
    r"(?<![\d+.,/\-])(?:\d{8,19}|\d{2,5}(?:[ \-]\d{2,5}){2,4})(?![\da-z]|[.,/\-]\d)"
)


_FEWEST = 8


def read_by_neighbours(sheet: Sheet) -> Iterator[Finding]:
    """Find numbers with their bank, their holder or an arrow beside them."""
    found: list[tuple[int, int]] = []
    for match in _FIGURES.finditer(sheet.plain):
        if _AFTER_BANK.match(sheet.plain, match.end()) or _BANK_NAMED_AFTER.match(
            sheet.cased, match.end()
        ):
            found.append(match.span())
    for match in _HELD.finditer(sheet.plain):
        if not _like_a_phone(match["number"]):
            found.append(match.span("number"))
    for match in _DIRECTION.finditer(sheet.plain):
        start, end = match.span("number")
        line = sheet.whole[max(0, start - 90) : end + 60]
        if not _like_a_phone(match["number"]) and _OF_MONEY.search(line):
            found.append((start, end))
    free = Taken(len(sheet.plain))
    for start, end in sorted(found):
        name = re.sub(r"[ .\-]", "", sheet.plain[start:end])
        if len(name) < _FEWEST or PHONE_CUE.search(sheet.before(start, 24)):
            continue
        if free.add(start, end):
            yield Finding(start, end, "Account", name, bank_of(sheet, start, end))


def _like_a_phone(written: str) -> bool:
    figures = sum(map(str.isdigit, written))
    return figures <= 10 or written.startswith("00") or (figures == 11 and written[0] == "0")
