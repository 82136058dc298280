"""Banks and money-transfer firms by their names."""

import re

from nlp_models.folding import CAPITALS
from nlp_models.sheet import Sheet

BANKS = (
    r"vietcombank|vcb|agribank|bidv|techcombank|tcb|mb ?bank|mb|sacombank|acb|vp ?bank|tp ?bank|"
    r"viettinbank|"
    r"vietinbank|shb|hd ?bank|vib|ocb|lien ?viet ?post ?bank|lp ?bank|eximbank|msb|sea ?bank|"
    r"nam a bank|bac a bank|"
    r"abbank|kien ?long ?bank|pvcombank|bao viet bank|oceanbank|dong a bank|viet capital bank|"
    r"cake|timo|vietbank|ncb|"
    r"bcel(?: one)?|ldb|lao development bank|phongsavanh bank|jdb|joint development bank|"
    r"aba(?: bank)?|acleda(?: bank)?|wing(?: bank)?|"
    r"canadia bank|maybank|cimb|bangkok bank|kasikorn(?: ?bank)?|kbank|krung ?thai(?: bank)?|"
    r"siam commercial bank|scb|"
    r"icbc|bank of china|china construction bank|ccb|abc bank|agricultural bank of china|"
    r"kbz(?: bank)?|aya bank|"
    r"barclays|hsbc|lloyds|natwest|santander|monzo|revolut|wise|bnp(?: paribas)?|"
    r"societe generale|credit agricole|"
    r"lcl|la banque postale|credit mutuel|caisse d'epargne|n26|gt ?bank|zenith(?: bank)?|uba|"
    r"access bank|first ?bank|"
    r"ecobank|fidelity bank|opay|palmpay|coris bank|bank of africa|boa|banque atlantique|orabank|"
    r"nabil bank|nic asia|"
    r"himalayan bank|banca transilvania|brd|bcr|bancomer|bbva|banorte|banco azteca|bancolombia|"
    r"emirates nbd|citibank|"
    r"standard chartered|deutsche bank|raiffeisen|unicredit|intesa sanpaolo|poste ?pay|"
    r"privatbank|equity bank|kcb"
)
BANK = re.compile(r"(?<![a-z\d])(?:" + BANKS + r")(?![a-z\d])")
_NAMED_BANK = re.compile(
    r"(?:(?:[Nn]gân hàng|NGÂN HÀNG|[Nn]gan hang|[Bb]anque|[Bb]anco|"
    rf"NH) (?P<before>[{CAPITALS}][\w&'-]*(?: [{CAPITALS}][\w&'-]*){{0,3}})"
    rf"|(?P<after>[{CAPITALS}][\w&'-]*(?: [{CAPITALS}][\w&'-]*){{0,2}} Bank)(?!\w))"
)


def bank_of(sheet: Sheet, start: int, end: int) -> dict[str, str]:
    """Return the bank named nearest: right after the number, or before it on the line."""
    after_end = sheet.whole.find("\n", end, end + 45)
    after = (end, after_end if after_end >= 0 else end + 45)
    before_start = max(sheet.whole.rfind("\n", max(0, start - 60), start) + 1, start - 60, 0)
    candidates = []
    for first, last in ((before_start, start), after):
        for match in BANK.finditer(sheet.whole, first, last):
            if match.group() != "mb" or sheet.surface.cased[match.start() : match.end()] == "MB":
                candidates.append(match.span())
        for match in _NAMED_BANK.finditer(sheet.surface.cased, first, last):
            group = match.lastgroup or "before"
            candidates.append(match.span(group))
    if not candidates:
        return {}
    first, last = min(
        candidates, key=lambda span: (start - span[1] if span[1] <= start else span[0] - end, span)
    )
    return {"bank": sheet.surface.cased[first:last]}
