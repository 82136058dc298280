"""Runs of capitalised words and initials: what a name can look like before anyone knows it."""

import re

# every capital of the Latin blocks; code points of Vietnamese capitals alternate with small ones
UPPER = "".join(
    chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
WORD = rf"[{UPPER}][^\W\d_]*(?:['’][^\W\d_]+)?(?:-[{UPPER}][^\W\d_]+)*"

# one letter, or the two that a Vietnamese syllable may begin with: “L.Th.H”, not “Cai. She”
_LETTER = rf"(?:[TNPKCG]h|Ng|Tr|Gi|Qu|[{UPPER}])"
DOTTED = re.compile(rf"(?<![\w@.])(?:{_LETTER}\.[ ]?){{1,4}}{_LETTER}(?![\w])")
