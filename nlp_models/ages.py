"""Ages said of people, beside a name, later, or of several together; and who is under age."""

import re
from collections.abc import Sequence

from nlp_models.finding import Finding

REACH = 110
_PRISON = re.compile(
    r"\b(?:sentenc|condamn|(?<!a )peine|phat|muc an|an tu|tu giam|nam tu|prison|imprison|jail|recidiv|reclusion|portee a)"
)


def _words_of_numbers() -> dict[str, int]:
    """Return the numbers up to 69 as written in words, without marks: “mười bốn”, “vingt-deux”."""
    english = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    french = [
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf",
    ]
    vietnamese = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"]
    words = {word: number for number, word in enumerate(english, 1)}
    words |= {word: number for number, word in enumerate(french, 1)}
    words |= {word: number for number, word in enumerate(vietnamese, 1)}
    words["muoi"] = 10
    for ten, (one, other) in enumerate(
        zip(["twenty", "thirty", "forty", "fifty", "sixty"], _FRENCH_TENS, strict=True), 2
    ):
        words |= {one: 10 * ten, other: 10 * ten, f"{vietnamese[ten - 1]} muoi": 10 * ten}
        words[f"{other} et un"] = 10 * ten + 1
        for unit in range(1, 10):
            words[f"{one}-{english[unit - 1]}"] = words[f"{other}-{french[unit - 1]}"] = (
                10 * ten + unit
            )
            words[f"{vietnamese[ten - 1]} muoi {vietnamese[unit - 1]}"] = 10 * ten + unit
        words[f"{vietnamese[ten - 1]} muoi lam"] = 10 * ten + 5
    for unit, word in enumerate(vietnamese, 1):
        words[f"muoi {word}"] = 10 + unit
    words["muoi lam"] = 15
    return words


_FRENCH_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")
_NUMBERS = _words_of_numbers()
_WORD_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_NUMBER = rf"(?:(?<!\d)\d{{1,2}}(?!\d|[lo]\b)|\bl\d|\b[1-9][lo](?= ?(?:tuoi|ans|years?|yrs?)\b)|\b(?:{_WORD_NUMBER})\b)"
_AGE = rf"(?P<age>{_NUMBER})"
_UNIT = r"[ -]?(?:tuoi|(?<=\d)[ ]?a\.?(?=\))|(?<=\d)t\b|(?<=\d )t\b|ans\b|piges|years?(?: old| of age)?\b(?! ago| later| in)|year-old|yo\b|y\b|y/o|yrs?\b|y\.o)"
_END = r"(?=[ ]?(?:[)|;\n]|/(?!\d)|$)|,(?!\d| \d)|\.(?!\d)|[ ][-–][ ])"
_ABOUT = (
    r"(?:(?:ca hai|cung|both|agee?s?|toutes? deux|tous deux|de|d'|aged|age|tuoi|now|then|only|just|moi|chi|khoang|environ|about|abt|around|perhaps|maybe"
    r"|abt|says|said|qui se dit|se dit|dit avoir|declare avoir|declare|disant avoir|claims|khai|approximately|approx|circa|m|f|nam|nu|male|female|girl|boy|homme|femme|is|was|am|la|hien|nam nay|older|younger|a peine)[ .:,/]{1,4}){0,4}"
)
_AGE_AFTER = re.compile(
    rf"\.?[ ]{{0,4}}[,(\-–|/]?[ ]{{0,4}}{_ABOUT}{_AGE}(?:{_UNIT}|(?<=\d){_END})"
)
_BARE = re.compile(
    r"\.?[ ]{0,4}(?:[,(|]|[-–] |(?:[a-z]+[ .:,]+)*(?:age|aged|tuoi|about|m|f|is|was|am|la)[ .:,/])"
)
_AGE_LATER = re.compile(
    rf"\.?[^.;\n]{{0,70}}?(?:\(|, | la | is | was | am | avait |qui a |j'ai | etait | agee? de | aged | age | only | moi | ca |nam nay |[-–|] |of ){_ABOUT}"
    rf"{_AGE}(?:{_UNIT})"
)
# whatever court is spoken of: “jailed Minh, 27, and”
_AGE_BESIDE = re.compile(r"[ ]?(?:,[ ](?P<age>[1-9]\d)(?=,[ ]\D)|\((?P<age2>[1-9]\d)\))")
# “about 15 and his friend”, “, male, Han, 36, farmer”
_AGE_ABOUT = re.compile(
    rf"[ ]?[,(]?[ ]?(?:is )?(?:aged |only )?(?:about|abt|around|environ|khoang|aged|only)[ ]{_AGE}(?![ ]?[.,:/]?\d)"
)
# “(UZ, 26)”, “Rosa" (16)”, “(Khmu, 19 ans, mariée)”
_AGE_BRACKETED = re.compile(
    rf"[\"”»’']?[ ]?\((?:[a-z][a-z' .\-]{{1,24}}, ?)?(?P<age>[1-9]\d?)(?:{_UNIT})?(?=[),])"
)
_MONTHS = (
    r"jan|feb|fev|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|aout|sep|oct|nov|dec|thang|the|her|his"
)
# “Marelis of 11 and Deyanira of 13”, “AGE 15 HIS NIECE”
_AGE_OF = re.compile(rf"[ ]of (?P<age>[1-9]\d?)(?![\d/.]|[ ](?:{_MONTHS}))(?=[ ][a-z&]|[,;.\n)])")
_AGE_TOLD = re.compile(
    rf"(?:, [a-z ]{{1,20}})?[ ,(]{{1,3}}(?:(?:age|aged|agee?)[ ]|[mf]/){_AGE}\b(?![/.\-]?\d)"
)
_PAPER = r"(?:, (?:passport|passeport|pp|ho chieu|cccd|cmnd|id|nid|cnic)\b[^,;\n]{3,25})"
_AGE_ASIDE = re.compile(rf"(?:{_PAPER}|(?:, [a-z ]{{1,15}}){{1,2}}), (?P<age>\d\d)(?=[,;)])")
_TEENS = "|".join(sorted((w for w, n in _NUMBERS.items() if n > 9), key=len, reverse=True))
# “, fifteen, from …”, “was sixteen when”, “a douze ans”
_AGE_IN_WORDS = re.compile(rf"[ ]?[,(][ ]?(?P<age>(?:{_TEENS}))(?=[,;.)])")
_AGE_WHEN = re.compile(
    rf"[ ](?:was|is|avait|a|avait a peine|n'avait que|n'a que|moi)[ ](?:only |just |about |environ )?"
    rf"(?:(?P<age>\d\d|{_TEENS})(?=[ ](?:when|at the time|then|quand|lorsqu)|[,.;]))"
)
_AGE_HAS = re.compile(rf"[ ](?:a|avait|n'a que|n'avait que|a deja|a a peine)[ ]{_AGE}[ ]ans\b")
_AGED = re.compile(rf"[^.;\n]{{0,40}}?\baged (?:about )?{_AGE}(?![.,]?\d)")
_AGE_FORM = re.compile(
    rf"[^.;\n]{{0,40}}?\n?[ ]{{0,4}}\b(?:tuoi|age|aged)[ ]?:[ ]?{_AGE}(?!\d|[/.]\d)"
)
_SAID = (
    r"\b(?:(?:she|he)(?:'s| is| was)(?: only| just| about| now)?|(?:elle|il) (?:a|avait|n'a que|n'avait que)"
    r"|(?:em|chau|no|be|con be|e) (?:moi|nam nay|duoc|chi moi|hien))"
)
_I_SAY = r"\b(?:i am|i'm|j'ai|em nam nay|chau nam nay|toi nam nay|nam nay em|em moi|nam nay)"
_IS_AGE = re.compile(
    rf"[^\n]{{0,60}}?(?:{_SAID}|{_I_SAY})[ ](?:about |environ )?{_AGE}(?:{_UNIT}|(?=[.,;\n]|$))"
)
_NO_AGE = (
    r"days?|months?|weeks?|hours?|minutes?|km|of|jours?|mois|semaines?|heures?|thang|ngay|tuan|gio"
)
_I_AM = re.compile(
    rf"[^\n]{{0,40}}?{_I_SAY}[ ]{_AGE}(?:{_UNIT}|(?=[.,;\n]|$)|(?=[ ](?!(?:{_NO_AGE})\b)[a-z]))"
)
_SPEAKS = re.compile(r"[ ]?:")
# somebody else whose age it is
_OTHERS = re.compile(
    r"\b(?:con|em|chau|chi|anh|me|bo|vo|chong|child|children|son|daughter|girls?|boys?|sisters?|brothers?|mother|father|wife|husband|women|men|enfants?|fils"
    r"|filles?|freres?|soeurs?|mere|pere|mari|femmes?|garcons?|neveu|niece|cousine?|nephew|cousin|bebe|baby)\b"
)
_AGE_BEFORE = re.compile(
    rf"(?<![\d.,]){_AGE}[ -](?:year-old|tuoi|ans)(?:[ ,:]+(?:girl|boy|woman|man|daughter|son|sister|brother|niece|nephew|named|called|victim|ten|la|em|chau|be"
    r"|nommee?|prenommee?|appelee?|fille|garcon|student|eleve|nu sinh)){0,3}[ ,:]*$"
)
_AND = re.compile(
    r"[ ]?(?:,|&|/|va|et|and|cung|,? ?(?:va|et|and))[ ](?:(?:em|chi|anh|chau|be|la petite|le petit|his|her|sister|brother|sa soeur|son frere|cousin|friend) ?){0,2}"
)
_AGES = re.compile(
    rf"\.?[ ]?[,(]?[^.;\n\d]{{0,30}}?(?P<first>{_NUMBER})(?:{_UNIT})?(?P<more>(?:[ ]?(?:,|/|&|et|and|va)[ ]?(?:{_NUMBER})(?:{_UNIT})?){{1,5}})"
    r"(?=[ ,.;)\n]|$)"
)
_BOTH = re.compile(
    rf"\.?[ ]?[,(]?[ ]?(?:both|ca hai|cung|deu|toutes? (?:les )?deux|tous (?:les )?deux|all|each)[ ](?:deu |cung |agee?s de |aged |moi )?{_AGE}(?:{_UNIT})?"
    r"(?=[ ,.;)\n]|$)"
)
_ONE_NUMBER = re.compile(rf"\b(?:{_NUMBER})\b")
_UNDER_AGE = re.compile(
    r"\b(?:(?P<sixteen>chua (?:du |den )?(?:16|15|14|13)|(?:under|below) (?:16|15|14|13)|moins de (?:16|15)|(?:under|below) sixteen|(?:hoc sinh )?lop [1-9]\b(?! ?/?\d))"
    r"|(?P<eighteen>mineure?\b|minor\b|under-?age|chua (?:du |den )?(?:18|17)|chua thanh nien|vi thanh nien|(?:under|below) (?:18|eighteen)|moins de 18|(?:hoc sinh )?lop 1[0-2]\b))"
)
_UNDER_AGE_BEFORE = re.compile(r"\b(?:mineure?|minor|vi thanh nien)[ :,]{1,2}$")


def ages_together(people: Sequence[Finding], plain: str) -> dict[int, int]:
    """Give each of some people named in a row the age said of them together.

    “Lan và Hoa, 14 và 16 tuổi”, “Awa et Fatou, toutes deux 15 ans”, “Ann and Beth, aged 9 and 12”.
    """
    ages = _ages_in_a_list(people, plain)
    row: list[Finding] = []
    for number, person in enumerate(people):
        if row and _AND.fullmatch(plain, row[-1].end, person.start) is None:
            row = []
        row.append(person)
        end = people[number + 1].start if number + 1 < len(people) else len(plain)
        stop = min(end, person.end + REACH)
        if len(row) < 2:
            continue
        both = _BOTH.match(plain, person.end, stop)
        if both:
            ages.update((one.start, _number(both["age"])) for one in row)
            continue
        listed = _AGES.match(plain, person.end, stop)
        if listed:
            said = [listed["first"], *_ONE_NUMBER.findall(listed["more"])]
            if len(said) == len(row):
                pairs = zip(row, said, strict=True)
                ages.update((one.start, _number(age)) for one, age in pairs)
    return ages


_LISTED = re.compile(r"[ ](?P<age>[1-9]\d?)(?=[ ]?(?:[,;&.\n)]|and\b|et\b|va\b|$))(?!\.\d)")
# “… 14 AND HO A LU 13 CAPTURED”
_LAST_LISTED = re.compile(rf"[ ](?P<age>[1-9]\d?)(?=[ ](?!(?:{_NO_AGE}|{_MONTHS})\b)[a-z])")


def _ages_in_a_list(people: Sequence[Finding], plain: str) -> dict[int, int]:
    """Give ages to people in a row each of whom a small number follows: “Tania 18, Ruma 20”."""
    said = [(one, _LISTED.match(plain, one.end)) for one in people]
    ages: dict[int, int] = {}
    for (one, first), (other, listed) in zip(said, said[1:], strict=False):
        second = listed or _LAST_LISTED.match(plain, other.end)
        if first and second and other.start - first.end() < 8:
            ages[one.start], ages[other.start] = int(first["age"]), int(second["age"])
    return ages


def _number(written: str) -> int:
    return _NUMBERS.get(written) or int(written.replace("l", "1").replace("o", "0"))


def age_of(after: str, before: str) -> int | None:
    """Return the age said beside a name."""
    if _SPEAKS.match(after):
        found = _I_AM.match(after)
        return _number(found["age"]) if found else None
    beside = _AGE_BESIDE.match(after)
    if beside:
        return _number(beside["age"] or beside["age2"])
    for pattern in (_AGE_BRACKETED, _AGE_TOLD):
        bracketed = pattern.match(after)
        if bracketed:
            return _number(bracketed["age"])
    if _PRISON.search(before) or _PRISON.search(after, 0, 60):
        return None
    near = _AGE_AFTER.match(after)
    if near and (near.end("age") < near.end() or _BARE.match(after, 0, near.start("age"))):
        return _number(near["age"])
    for pattern in (_AGE_ABOUT, _AGE_OF, _AGE_ASIDE, _AGE_IN_WORDS, _AGE_HAS, _AGE_WHEN, _AGE_FORM):
        said = pattern.match(after)
        if said:
            return _number(said["age"])
    said_before = _AGE_BEFORE.search(before)
    if said_before:
        return _number(said_before["age"])
    for pattern in (_AGED, _AGE_LATER, _IS_AGE):
        later = pattern.match(after)
        if later and not _OTHERS.search(after, 0, max(0, later.start("age") - 4)):
            return _number(later["age"])
    return None


def minor_of(age: int | None, after: str, before: str) -> str | None:
    """Return “under 16” or “under 18” where an age or a word says so."""
    if age:
        return None if age > 17 else "under 16" if age < 16 else "under 18"
    if _UNDER_AGE_BEFORE.search(before):
        return "under 18"
    word = _UNDER_AGE.search(after.partition("\n")[0], 0, 30)
    if word is None:
        return None
    return "under 16" if word["sixteen"] else "under 18"
