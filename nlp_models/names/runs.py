"""Runs of capitalised words and initials: what a name can look like before anyone knows it."""

import re

from nlp_models.folding import fold
from nlp_models.names.lexicon import VIETNAMESE_FAMILIES

# every capital of the Latin blocks; code points of Vietnamese capitals alternate with small ones
UPPER = "".join(
    chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
WORD = rf"[{UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?(?:-[{UPPER}][^\W\d_]+)*"
PARTICLE = r"(?:de la|de los|del|dela|de|da|dos|do|di|van der|van|von|bin|ibn|binti|bint|al|el|y|ould|ben|e)"
NAME = rf"{WORD}(?:[ ](?:{PARTICLE}[ ])?{WORD})*"

RUN = re.compile(rf"(?<![\w@.\-]){WORD}(?:[ ]{WORD}|[ ][{UPPER}][a-zh]?(?=\.))+(?![\w@])")
# one letter, or the two that a Vietnamese syllable may begin with: “L.Th.H”, not “Cai. She”
_LETTER = rf"(?:[TNPKCG]h|Ng|Tr|Gi|Qu|[{UPPER}])"
DOTTED = re.compile(rf"(?<![\w@.])(?:{_LETTER}\.[ ]?){{1,4}}{_LETTER}(?![\w])")

_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?"
_NUCLEUS = r"(?:uye|uya|uay|ieu|yeu|oai|oay|uoi|uou|uai|ia|ie|ye|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ai|ao|au|ay|eo|eu|a|e|i|o|u|y)"
_CODA = r"(?:ch|ng|nh|c|m|n|p|t)?"
_SYLLABLE = re.compile(_ONSET + _NUCLEUS + _CODA)


def is_vietnamese_syllable(word: str) -> bool:
    """Tell whether a word, marks aside, could be a syllable of Vietnamese."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


def is_vietnamese_name(words: list[str]) -> bool:
    """Tell whether words look like a full Vietnamese name, the family first.

    “Nguyễn Văn Hùng”, “Lô Thi Vuông”, “CỤT VĂN D” do; “Kỳ Sơn”, “New Delhi” do not.
    """
    if not 2 <= len(words) <= 5 or fold(words[0]) not in VIETNAMESE_FAMILIES:
        return False
    rest = words[1:]
    if not all(is_vietnamese_syllable(word) or len(word) <= 2 for word in rest):
        return False
    middle = {fold(word) for word in rest[:-1]} & {
        "van",
        "thi",
        "ba",
        "duc",
        "huu",
        "thanh",
        "minh",
        "xuan",
        "ngoc",
        "quoc",
        "a",
        "y",
    }
    return bool(middle) or len(words) >= 3
