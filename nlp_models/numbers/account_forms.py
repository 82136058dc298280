"""Accounts that need no cue: IBAN by its length, addresses of wallets by their spelling."""

import re
from collections.abc import Iterator, Mapping

from nlp_models.finding import Finding
from nlp_models.numbers.banks import bank_of
from nlp_models.sheet import Sheet

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


def read_forms(sheet: Sheet) -> Iterator[Finding]:
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
                    match.start(), end, "Account", joined, bank_of(sheet, match.start(), end)
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
            bank_of(sheet, match.start("number"), match.end("number")),
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
