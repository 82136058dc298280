"""A sentence for rules to read: names stand as one letter for their type, words in small letters.

“Ông Nguyễn Văn Hùng đưa Lan từ Vinh ra Hà Nội” reads “ông P₀ đưa P₁ từ L₂ ra L₃”; the second
character of a sign (a private one) says which mention it is, so that words around it can be
taken away and the sign still knows its place. A rule is written with marks and its names of
groups in angle brackets: ``<s:P> rủ <o:P>``; it is compiled twice, with and without the marks.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from nlp_models.folding import fold_characters
from nlp_models.reading import Appearance

SIGNS = {
    "Person": "P",
    "Place": "L",
    "Organization": "O",
    "Phone": "N",
    "Vehicle": "V",
    "Account": "A",
    "Identity": "I",
    "Handle": "H",
    "Email": "E",
    "Address": "S",
    "Money": "M",
    "Date": "D",
}
_FIRST, _MOST = 0xE000, 6000
_BLANKS = re.compile(r"\s+")
_QUOTES = re.compile('["“”«»„]')
_JOINT = (
    r"(?:,? (?:và|với|cùng|cùng với|et|and|&|avec) |, ?| ?[-–] ?|/)(?:[^\W\d_A-Z]{1,12} ){0,2}?"
)
_GROUP = re.compile(r"<(?:(?P<name>\w+):)?(?P<signs>[A-Z]+)(?P<one>1?)>")


@dataclass(frozen=True, slots=True)
class Named:
    """One mention as a rule sees it."""

    id: str
    type: str
    start: int
    end: int


@dataclass(slots=True)
class Masked:
    """The sentence from ``start`` to ``end``, masked; ``marked`` when its words keep their marks."""

    text: str
    start: int
    end: int
    named: tuple[Named, ...]
    marked: bool

    def of(self, signs: str) -> tuple[Named, ...]:
        """Return the mentions that the signs in a piece of the text stand for."""
        return tuple(
            self.named[ord(character) - _FIRST]
            for character in signs
            if _FIRST <= ord(character) < _FIRST + _MOST
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over masked text, compiled with and without marks."""

    marked: re.Pattern[str]
    bare: re.Pattern[str]

    def on(self, sentence: Masked) -> re.Pattern[str]:
        return self.marked if sentence.marked else self.bare

    def finditer(self, sentence: Masked) -> Iterator[re.Match[str]]:
        return self.on(sentence).finditer(sentence.text)

    def search(self, sentence: Masked) -> re.Match[str] | None:
        return self.on(sentence).search(sentence.text)


@lru_cache(maxsize=2000)
def rule(source: str) -> Rule:
    """Compile a rule: ``<s:P>`` is one or more people, ``<P1>`` just one, ``~`` words without names."""
    return Rule(re.compile(_expand(source)), re.compile(_expand(drop_marks(source))))


def _expand(source: str) -> str:
    def group(match: re.Match[str]) -> str:
        sign = f"[{match['signs']}][\ue000-\uf8ff]"
        whole = sign if match["one"] else f"{sign}(?:{_JOINT}{sign})*"
        return f"(?P<{match['name']}>{whole})" if match["name"] else f"(?:{whole})"

    return _GROUP.sub(group, source).replace("~", "[^PO;\ue000-\uf8ff]{0,50}?")


def drop_marks(text: str) -> str:
    """Return the text without marks, its capitals kept."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(character for character in bare if not unicodedata.combining(character))


def masked(
    text: str, bounds: Iterable[tuple[int, int]], appearances: Iterable[Appearance], marked: bool
) -> Iterator[Masked]:
    """Mask each sentence of a text."""
    named = sorted(
        (
            Named(one.id, one.type, mention.start, mention.end)
            for one in appearances
            for mention in one.mentions
        ),
        key=lambda mention: (mention.start, mention.end),
    )
    at = 0
    for start, end in bounds:
        inside: list[Named] = []
        pieces: list[str] = []
        position = start
        while at < len(named) and named[at].start < end:
            mention = named[at]
            at += 1
            if mention.start < position or mention.end > end or len(inside) >= _MOST:
                continue
            pieces.append(_words(text[position : mention.start], marked))
            pieces.append(SIGNS[mention.type] + chr(_FIRST + len(inside)))
            inside.append(mention)
            position = mention.end
        pieces.append(_words(text[position:end], marked))
        yield Masked(_BLANKS.sub(" ", "".join(pieces)), start, end, tuple(inside), marked)


def _words(text: str, marked: bool) -> str:
    words = _QUOTES.sub("", text).lower().replace("’", "'").replace("œ", "oe")
    return words if marked else fold_characters(words)


def keeps_marks(text: str) -> bool:
    """Tell whether the words of a text are written with their marks."""
    sample = text[:20_000]
    letters = sum(map(str.isalpha, sample))
    marks = sum(1 for c in sample if c.isalpha() and not c.isascii())
    return marks * 50 > letters
