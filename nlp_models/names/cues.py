"""Names that a title or kin word stands before: “ông Hùng”, “Mme Diallo”, “a girl named Lan”."""

import re
from collections.abc import Iterator

from nlp_models.folding import fold, fold_characters
from nlp_models.names.lexicon import NEVER_NAMES, OFFICIAL_TITLES, SUSPECT_TITLES
from nlp_models.names.runs import NAME, UPPER

_KIN = (
    r"ông|bà|anh|chị|cô|chú|bác|cậu|mợ|dì|thím|em|cháu|bé|con gái|con trai|em gái|em trai|chị gái|anh trai|vợ|chồng"
    r"|nạn nhân|bị hại|nhân chứng|lái xe|tài xế|chủ quán|người tên|tên là|tên|có tên|bạn|thầy|mẹ|bố|cha"
)
_WESTERN = (
    r"mr\.?|mrs\.?|ms\.?|miss|madame|mme\.?|mlle\.?|monsieur|mademoiselle|m\.|dr\.?|docteur|maître|me|sieur|dame"
    r"|named|called|prénommée?|nommée?|dénommée?|victim|witness|victime|témoin|driver|chauffeur|subject|suspect"
    r"|jeune|mother|father|sister|brother|cousin|cousine|uncle|aunt|husband|wife|frère|sœur|soeur|mère|père|oncle|tante|mari|épouse|femme|madam|mama|tonton|tantie|señora|don|doña"
)
_TITLES = "|".join(
    sorted(
        {re.escape(t.strip()) for t in (*OFFICIAL_TITLES, *SUSPECT_TITLES)} | {_KIN, _WESTERN},
        key=len,
        reverse=True,
    )
)
_INITIAL = rf"(?:[{UPPER}][a-zh]{{0,2}}\.[ ]?){{1,4}}[{UPPER}][a-zh]{{0,2}}(?![\w])"
_BEFORE = re.compile(
    rf"(?<![\w])(?i:{_TITLES}|{fold_characters(_TITLES)})\.?[ ]?:?[ ](?P<name>{_INITIAL}|{NAME}(?: [{UPPER}][a-zh]?(?=[.,;)\s]))?)"
)
_KIN_IN_NAME = re.compile(rf"(?i:{_TITLES})\.?[ ](?=[{UPPER}])")


def cued_names(text: str) -> Iterator[tuple[int, int]]:
    """Give the names that stand right after a title: “đối tượng Lầu Bá Tểnh”, “lieutenant Koné”."""
    for match in _BEFORE.finditer(text):
        start, end = match.span("name")
        start += len(title_of(text[start:end]))
        first = fold(text[start:end].split(" ")[0])
        if start < end and first not in NEVER_NAMES:
            yield start, end


def title_of(name: str) -> str:
    """Return the titles a found name begins with, blanks included: “Ông ” of “Ông Hùng”."""
    at = 0
    while match := _KIN_IN_NAME.match(name, at):
        at = match.end()
    return name[:at]
