"""Accounts that money goes to: banks, IBAN, cards, wallets of cryptocurrency."""

import re
from collections.abc import Iterable, Iterator, Mapping

from nlp_models.finding import Finding
from nlp_models.folding import CAPITALS
from nlp_models.sheet import Sheet, Taken

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
_WALLET_CUES = frozenset({"usdt", "wallet", "portefeuille", "vi dien tu"})
_ADDRESS_OF_WALLET = re.compile(r"(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z\d]{12,64}(?![A-Za-z\d])")
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
    found = list(_found(sheet))
    yield from found
    yield from _again(sheet, found)


def _again(sheet: Sheet, found: Iterable[Finding]) -> Iterator[Finding]:
    """Find the numbers that are accounts by now wherever they stand again."""
    spans = Taken(len(sheet.plain))
    for one in found:
        spans.add(one.start, one.end)
    written = {sheet.whole[one.start : one.end]: one for one in found if one.end - one.start > 7}
    for text, one in written.items():
        at = sheet.plain.find(text)
        while at >= 0:
            end = at + len(text)
            edges = sheet.plain[at - 1 : at] + sheet.plain[end : end + 1]
            if not any(map(str.isalnum, edges)) and spans.add(at, end):
                yield Finding(at, end, "Account", one.name, one.attributes)
            at = sheet.plain.find(text, end)


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
    r",? ?\(?(?:at |tai |o |nh |ngan hang |chez |in |a la |en )?(?:" + _BANKS + r")(?![a-z\d])"
)
_BANK_NAMED_AFTER = re.compile(
    rf",? ?\(?(?:at |tại |NH |[Nn]gân hàng |[Bb]anque |chez )?(?:[{CAPITALS}][\w&'-]* ){{0,2}}[Bb]an(?:k|que)(?!\w)"
)
_FIGURES = re.compile(
    r"(?<![\d+.,/\-])(?:\d{8,19}|\d{2,5}(?:[ \-]\d{2,5}){2,4})(?![\da-z]|[.,/\-]\d)"
)


_FEWEST = 8


def _by_neighbours(sheet: Sheet) -> Iterator[Finding]:
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
        if len(name) < _FEWEST or _PHONE_CUE.search(sheet.before(start, 24)):
            continue
        if free.add(start, end):
            yield Finding(start, end, "Account", name, _bank(sheet, start, end))


def _like_a_phone(written: str) -> bool:
    figures = sum(map(str.isdigit, written))
    return figures <= 10 or written.startswith("00") or (figures == 11 and written[0] == "0")


def _found(sheet: Sheet) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for finding in _strict(sheet):
        taken.append((finding.start, finding.end))
        yield finding
    sheet.take(taken)
    end = 0
    taken = []
    for start, cue in _starts(sheet):
        at: int | None = start
        while at is not None and at >= end:
            found = _value(sheet, at, cue)
            if found is None:
                break
            yield found
            end = found.end
            taken.append((found.start, found.end))
            following = _NEXT.match(sheet.plain, end)
            at = following.end() if following else None
    sheet.take(taken)
    yield from _by_neighbours(sheet)


def _strict(sheet: Sheet) -> Iterator[Finding]:
    """Find what checks by itself: IBAN, and addresses of wallets."""
    taken = []
    for match in _IBAN.finditer(sheet.plain):
        for text in _shorter(match.group()):
            joined = text.replace(" ", "").upper()
            # a misspelt one is still what the report calls it: the length of its country says so
            if len(joined) == _IBAN_LENGTHS.get(joined[:2]) or (
                joined[:2] not in _IBAN_LENGTHS and 15 <= len(joined) <= 34 and _iban_checks(joined)
            ):
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


# ISO 13616: how many signs the numbers of a country have
_IBAN_LENGTHS: Mapping[str, int] = {
    country: length
    for length, countries in (
        (15, "NO"), (16, "BE"), (18, "DK FI FO GL NL SD"), (19, "MK SI"), (20, "AT BA EE KZ LT LU MN XK"),
        (21, "CH HR LI LV"), (22, "BG BH CR DE GB GE IE ME RS VA"), (23, "AE GI IL IQ OM TL"),
        (24, "AD CZ ES MD PK RO SA SE SK TN VG"), (25, "LY PT ST"), (26, "IS TR"),
        (27, "BI DJ FR GR IT MC MR SM"), (28, "AL AZ BY CY DO GT HU LB NI PL SV"), (29, "BR EG PS QA UA"),
        (30, "JO KW MU YE"), (31, "MT SC"), (32, "LC"), (33, "RU"),
    )
    for country in countries.split()
}  # fmt: skip


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
    if match is None and cue in _WALLET_CUES:
        wallet = _ADDRESS_OF_WALLET.match(sheet.cased, at)
        if wallet:
            return Finding(
                wallet.start(), wallet.end(), "Account", wallet.group(), {"bank": "cryptocurrency"}
            )
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
