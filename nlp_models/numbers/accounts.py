"""Accounts that money goes to: banks, IBAN, cards, wallets of cryptocurrency."""

import re
from collections.abc import Iterable, Iterator

from nlp_models.finding import Finding
from nlp_models.numbers.account_forms import read_forms
from nlp_models.numbers.account_neighbours import PHONE_CUE, read_by_neighbours
from nlp_models.numbers.banks import BANK, BANKS, bank_of
from nlp_models.sheet import Sheet, Taken

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
    r"usd|vnd|eur|" + BANKS + r")(?![a-z\d])){0,20}"
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
_WALLET_CUES = frozenset({"usdt", "wallet", "portefeuille", "vi dien tu"})
_ADDRESS_OF_WALLET = re.compile(r"(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z\d]{12,64}(?![A-Za-z\d])")
_NEXT = re.compile(
    r"(?: ?[,;/&] ?| va | et | and | hoac | ou | or )(?:so |stk |no\.? ?|n° ?)?(?=\d)"
)
_SERVICE_BEFORE = re.compile(
    r"(?:zalo|facebook|fb|telegram|wechat|viber|tiktok|whatsapp|instagram|line|twitter|user|"
    r"momo)[ :]*$"
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


def _found(sheet: Sheet) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for finding in read_forms(sheet):
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
    yield from read_by_neighbours(sheet)


def _starts(sheet: Sheet) -> list[tuple[int, str]]:
    """Return where a number may start after a cue, in order of the text."""
    starts = []
    for cue in _CUE.finditer(sheet.plain):
        if not _SERVICE_BEFORE.search(sheet.plain[max(0, cue.start() - 14) : cue.start()]):
            between = _BETWEEN.match(sheet.plain, cue.end())
            at = between.end() if between else cue.end()
            further = _FURTHER.match(sheet.plain, at - 1) if cue.group() in _SURE else None
            starts.append((further.end() if further else at, cue.group()))
    for bank in BANK.finditer(sheet.plain):
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
    if PHONE_CUE.search(sheet.before(at, 16)):
        return None
    return Finding(
        match.start(), match.end(), "Account", number, bank_of(sheet, match.start(), match.end())
    )
