"""Accounts that money goes to: banks, IBAN, cards, wallets of cryptocurrency."""

import re
from collections.abc import Iterator

from nlp_models.finding import Finding
from nlp_models.folding import CAPITALS
from nlp_models.sheet import Sheet

_BANKS = (
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
_BANK = re.compile(r"(?<![a-z\d])(?:" + _BANKS + r")(?![a-z\d])")
_NAMED_BANK = re.compile(
    r"(?:(?:[Nn]gân hàng|NGÂN HÀNG|[Nn]gan hang|[Bb]anque|[Bb]anco|"
    rf"NH) (?P<before>[{CAPITALS}][\w&'-]*(?: [{CAPITALS}][\w&'-]*){{0,3}})"
    rf"|(?P<after>[{CAPITALS}][\w&'-]*(?: [{CAPITALS}][\w&'-]*){{0,2}} Bank)(?!\w))"
)
_CUE = re.compile(
    r"(?<![a-z\d])(?:(?:vao|qua|den|toi) so(?= \d{10}\d+)|so tai khoan|tai khoan(?: ngan hang| ca nhan| nhan tien|"
    r" so)?|stk|so tk|tknh|tk|so the|"
    r"the (?:ngan hang|atm|visa|tin dung)|"
    r"compte(?: bancaire| courant| en banque| de depot)?|rib|n° de compte|numero de compte|"
    r"carte bancaire|virement|"
    r"(?:bank |savings? |current |beneficiary )?account|accounts|acct|acc|a/c|ac|card number|"
    r"debit card|bank card|iban|"
    r"usdt|wallet|portefeuille|vi dien tu|mtcn|swift|cuenta|clabe|konto)(?![a-z\d])"
)
_BETWEEN = re.compile(
    r"(?:[ \n:=\-#.,(\"]|n°|nº|(?:so|no|nr|num|numero|numeros|number|numbers|ending|la|is|was|"
    r"est|of|de|du|la|le|les|at|with|in|the|tai|o|cua|mo|"
    r"chez|aupres|a|ngan hang|bank|banque|nh|va|and|et|her|his|a/c|acc|account|compte|stk|tk|"
    r"trc20|erc20|address|adresse|dia chi|"
    r"usd|vnd|eur|" + _BANKS + r")(?![a-z\d])){0,20}"
)
_BANK_BETWEEN = re.compile(
    r"(?:[ :=\-#.,(]|n°|(?:so|no|number|numero|stk|tk|so tk|so tai khoan|account|compte|a/c|la|"
    r"is|chi nhanh [a-z]{2,8}(?: [a-z]{2,8})?)(?![a-z\d])){0,14}"
)
# “STK của vợ là …”: a few words more, none of which names another kind of number
_SURE = frozenset(
    {
        "stk",
        "so tai khoan",
        "so tk",
        "rib",
        "numero de compte",
        "n° de compte",
        "acct",
        "card number",
    }
)
_FURTHER = re.compile(
    r"(?![^\d\n]{0,40}\b(?:sdt|dien thoai|phone|tel|mobile|zalo|cccd|cmnd|passport)\b)"
    r"(?: [a-z]{1,12}){1,4}[ :]{1,2}(?=\d{6}|\d{2,5}[ .\-]\d)"
)
_VALUE = re.compile(r"(?<![\d+])\d{1,20}(?:[ .\-]\d{1,16}){0,7}(?![\da-z]|[.,/]\d)")
_LETTERED = re.compile(r"(?=[a-z]{0,6}\d)[a-z\d]{8,20}(?![a-z\d])")
_IBAN = re.compile(r"(?<![a-z\d])[a-z]{2}\d\d(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,4})?(?![a-z\d])")
# a misspelt or invented one still is what the report calls it
_WRONG_IBAN = re.compile(
    r"(?<![a-z])iban(?![a-z])[^\d\n\0]{0,24}?[ :](?P<number>[a-z]{2}\d\d(?: ?[a-z\d]{4}){2,7}(?: "
    r"?\d{1,4})?)(?![a-z\d])"
)
_WALLET = re.compile(
    r"(?<![A-Za-z\d])(?:0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33}|bc1[a-z0-9]{25,60}|"
    r"[13][1-9A-HJ-NP-Za-km-z]{26,34})(?![A-Za-z\d])"
)
_NEXT = re.compile(
    r"(?: ?[,;/&] ?| va | et | and | hoac | ou | or )(?:so |stk |no\.? ?|n° ?)?(?=\d)"
)
_SERVICE_BEFORE = re.compile(
    r"(?:zalo|facebook|fb|telegram|wechat|viber|tiktok|whatsapp|instagram|line|twitter|user|"
    r"momo)[ :]*$"
)
_PHONE_CUE = re.compile(
    r"(?:sdt|dien thoai|phone|tel|telephone|mobile|zalo|goi|call)[^\d\n]{0,12}$"
)


def read_accounts(sheet: Sheet) -> Iterator[Finding]:
    """Find “STK 0101234567 Vietcombank”, “compte BNP 00012345678”, “account 010-12-00 at BCEL”."""
    taken: list[tuple[int, int]] = []
    for finding in _strict(sheet):
        taken.append((finding.start, finding.end))
        yield finding
    sheet.take(taken)
    end = 0
    for start, cue in _starts(sheet):
        at: int | None = start
        while at is not None and at >= end:
            found = _value(sheet, at, cue)
            if found is None:
                break
            yield found
            end = found.end
            following = _NEXT.match(sheet.plain, end)
            at = following.end() if following else None


def _strict(sheet: Sheet) -> Iterator[Finding]:
    """Find what checks by itself: IBAN, and addresses of wallets."""
    taken = []
    for match in _IBAN.finditer(sheet.plain):
        for text in _shorter(match.group()):
            joined = text.replace(" ", "").upper()
            if 15 <= len(joined) <= 34 and _iban_checks(joined):
                end = match.start() + len(text)
                taken.append((match.start(), end))
                yield Finding(
                    match.start(), end, "Account", joined, _bank(sheet, match.start(), end)
                )
                break
    sheet.take(taken)
    for match in _WRONG_IBAN.finditer(sheet.plain):
        number = match["number"]
        yield Finding(
            match.start("number"),
            match.end("number"),
            "Account",
            number.replace(" ", "").upper(),
            _bank(sheet, match.start("number"), match.end("number")),
        )
    for match in _WALLET.finditer(sheet.cased):
        if sum(map(str.isdigit, match.group())) >= 3 and any(map(str.isalpha, match.group())):
            yield Finding(
                match.start(), match.end(), "Account", match.group(), {"bank": "cryptocurrency"}
            )


def _shorter(text: str) -> Iterator[str]:
    """Yield the text, then without its last words, which may belong to the sentence."""
    yield text
    for _ in range(3):
        text, _, cut = text.rpartition(" ")
        if cut and text:
            yield text


def _iban_checks(number: str) -> bool:
    """Say whether the check figures are right (ISO 13616, modulo 97)."""
    turned = number[4:] + number[:4]
    return (
        turned.isalnum()
        and turned.isascii()
        and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
    )


def _starts(sheet: Sheet) -> list[tuple[int, str]]:
    """Return where a number may start after a cue, in order of the text."""
    starts = []
    for cue in _CUE.finditer(sheet.plain):
        if not _SERVICE_BEFORE.search(sheet.plain[max(0, cue.start() - 14) : cue.start()]):
            between = _BETWEEN.match(sheet.plain, cue.end())
            at = between.end() if between else cue.end()
            further = _FURTHER.match(sheet.plain, at - 1) if cue.group() in _SURE else None
            starts.append((further.end() if further else at, cue.group()))
    for bank in _BANK.finditer(sheet.plain):
        between = _BANK_BETWEEN.match(sheet.plain, bank.end())
        if bank.group() != "mb" or sheet.cased[bank.start() : bank.end()] == "MB":
            starts.append((between.end() if between else bank.end(), "bank"))
    return sorted(starts)


def _value(sheet: Sheet, at: int, cue: str) -> Finding | None:
    match = _VALUE.match(sheet.plain, at)
    if match is None and cue not in ("bank", "tk", "acc", "ac", "the"):
        match = _LETTERED.match(sheet.plain, at)
    if match is None:
        return None
    number = re.sub(r"[ .\-]", "", match.group()).upper()
    least = 8 if cue in ("tk", "ac", "acc", "bank", "usdt", "wallet", "virement") else 6
    if not least <= len(number) <= 24 or sum(map(str.isdigit, number)) < 5:
        return None
    if _PHONE_CUE.search(sheet.before(at, 16)):
        return None
    return Finding(
        match.start(), match.end(), "Account", number, _bank(sheet, match.start(), match.end())
    )


def _bank(sheet: Sheet, start: int, end: int) -> dict[str, str]:
    """Return the bank named nearest: right after the number, or before it on the line."""
    after_end = sheet.whole.find("\n", end, end + 45)
    after = (end, after_end if after_end >= 0 else end + 45)
    before_start = max(sheet.whole.rfind("\n", max(0, start - 60), start) + 1, start - 60, 0)
    candidates = []
    for first, last in ((before_start, start), after):
        for match in _BANK.finditer(sheet.whole, first, last):
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
