"""One report's sums while they are read: amounts, whose currency a word means, what is none."""

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

from nlp_models.currencies import HOME, SHARED
from nlp_models.finding import Finding
from nlp_models.sheet import Sheet, Taken

FIGURES = (
    r"\d{1,2}(?:,\d\d){1,3},\d{3}(?![\d,])|"
    r"\d{1,3}(?:[.,' ]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,3})?(?!\d)"
)
NOT_MONEY = re.compile(
    r" ?(?:nguoi|dan|luot|ha|tan|con|cai|chiec|hang|km|met|nam|m2|met|lit|people|personnes|"
    r"habitants|inhabitants|views|followers|tonnes|copies|abonnes)\b"
)
# what may stand after a sum whose currency goes without saying
CLOSES = re.compile(
    r" ?(?:[.,;:!?)\"/|\]\-]|\n|$)|"
    r" (?:a|an|per|par|each|every|pour|for|to|from|by|in|on|at|and|et|ou|or|if|when|before|"
    r"after|more|all|chacune?|chaque|cash|par|dans|sur|de plus|plus|en|au|aux|sans|que|qui|si|"
    r"which|that|so|but|mais|via|with|avec|upfront|only|now|then|le|la|contre|apres|avant)\b"
)


@dataclass(slots=True)
class Sums:
    """One report's sums while they are read."""

    sheet: Sheet
    plain: str
    taken: Taken
    marked: bool
    found: list[Finding] = field(default_factory=list)

    def add(self, start: int, end: int, amount: Decimal, code: str) -> bool:
        """Keep a sum, unless it is nothing or something else stands there."""
        if amount <= 0 or not self.taken.add(start, end):
            return False
        self.found.append(Finding(start, end, "Money", f"{_written(amount)} {code}"))
        return True

    def whose(self, code: str, start: int, end: int) -> str:
        """Return the currency that a word of many countries stands for at this place."""
        if code not in SHARED:
            return code
        table, general = SHARED[code]
        countries = (*self.sheet.regions.near(start, end), *countries_of(self.sheet))
        return next((table[country] for country in countries if country in table), general)

    def unsaid(self) -> str | None:
        """Return the currency of sums that name none: the report's others', or its country's."""
        codes = Counter(found.name.split()[1] for found in self.found)
        if codes:
            return codes.most_common(1)[0][0]
        if self.sheet.language == "vi":
            return "VND"
        return next((HOME[one] for one in countries_of(self.sheet) if one in HOME), None)


_DIALLED = re.compile(r"\+ ?(\d{1,3})")


def countries_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the countries a report names, those of its towns, those its numbers are dialled in."""
    codes = (_of_code(match[1]) for match in _DIALLED.finditer(sheet.whole))
    dialled = (country for country in codes if country)
    placed = sorted(sheet.placed, key=lambda country: -sheet.placed[country])
    return tuple(dict.fromkeys((*placed, *sheet.regions.named, *sheet.regions.of_towns, *dialled)))


def _of_code(figures: str) -> str | None:
    """Return the one country that is dialled with the figures, or with their beginning."""
    for length in (3, 2):
        regions = COUNTRY_CODE_TO_REGION_CODE.get(int(figures[:length]), ())
        if len(regions) >= 1 and len(figures) >= length:
            return regions[0]
    return None


def value_of(figures: str) -> Decimal:
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


def _written(amount: Decimal) -> str:
    whole = amount.normalize()
    return f"{whole:f}"
