"""Numbers written as words: “hai trăm triệu”, “quatre-vingt mille”, “seven thousand five hundred”."""

import re
from functools import lru_cache

from nlp_models.folding import fold_characters
from nlp_models.vocabulary import Language

_UNITS: dict[Language, str] = {
    "vi": (
        "một=1 mốt=1 hai=2 ba=3 bốn=4 tư=4 năm=5 lăm=5 nhăm=5 sáu=6 bảy=7 bẩy=7 tám=8 chín=9 "
        "mười=10 mươi=10 chục=10 linh=0 lẻ=0"
    ),
    "fr": (
        "un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 "
        "douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 "
        "quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 nonante=90"
    ),
    "en": (
        "a=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 "
        "twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 "
        "nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"
    ),
}
_SCALES: dict[Language, str] = {
    "vi": "trăm=2 nghìn=3 ngàn=3 triệu=6 củ=6 tỷ=9 tỉ=9 vạn=4",
    "fr": "cent=2 cents=2 mille=3 million=6 millions=6 milliard=9 milliards=9 lakh=5 lakhs=5",
    "en": "hundred=2 thousand=3 million=6 billion=9 lakh=5 lakhs=5 crore=7 crores=7",
}
_JOINTS: dict[Language, str] = {"vi": "", "fr": "et", "en": "and"}


@lru_cache(maxsize=6)
def _tables(language: Language, marked: bool) -> tuple[dict[str, int], dict[str, int]]:
    tables = []
    for source in (_UNITS[language], _SCALES[language]):
        pairs = (pair.split("=") for pair in source.split())
        tables.append({w if marked else fold_characters(w): int(n) for w, n in pairs})
    return tables[0], tables[1]


@lru_cache(maxsize=6)
def pattern(language: Language, marked: bool) -> re.Pattern[str]:
    """Return what finds a run of number words in small letters, “and” and hyphens between them."""
    units, scales = _tables(language, marked)
    word = "(?:" + "|".join(sorted((*units, *scales), key=len, reverse=True)) + ")(?![^\\W_])"
    joint = _JOINTS[language]
    between = f"(?:[ \\-](?:{joint}[ \\-])?)" if joint else " "
    return re.compile(f"(?<![^\\W_]){word}(?:{between}{word}){{0,11}}")


def value(words: str, language: Language, marked: bool) -> tuple[int, int]:
    """Return the number and the power of ten of its last scale (0 for none).

    >>> value("hai trăm triệu", "vi", True)
    (200000000, 6)
    >>> value("quatre-vingt mille", "fr", False)
    (80000, 3)
    """
    units, scales = _tables(language, marked)
    tens = {"mươi", "muoi", "chục", "chuc"} if language == "vi" else {"vingt", "vingts"}
    total = current = last = 0
    before = ""
    for word in re.split(r"[ \-]", words):
        if word in scales:
            last = scales[word]
            if last == 2:
                current = max(current, 1) * 100
            else:
                total += max(current, 1) * 10**last
                current = 0
        elif word in tens and current % 10 > 0 and (language == "vi" or before == "quatre"):
            unit = current % 10
            current += unit * units[word] - unit
        elif word in units:
            current += units[word]
        before = word
    return total + current, last


def starts_with_unit(words: str, language: Language, marked: bool) -> bool:
    """Say whether a number begins with how many: “hai triệu”, not “triệu” alone."""
    return re.split(r"[ \-]", words, maxsplit=1)[0] in _tables(language, marked)[0]
