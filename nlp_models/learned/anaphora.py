"""The words by which the teller of a report speaks of himself: “I”, “ma sœur”, “em”.

A letter, a statement or a line of a chat tells most of what its writer did without naming him. Where
it is clear who tells, the strip lays such a word out as a mention of that person, so that scorers
judge it like one. Nothing of it leaves the strip.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nlp_models.folding import fold_characters
from nlp_models.reading import Appearance
from nlp_models.vocabulary import Language

MOST = 300
_LABEL_WITHIN = 40  # characters of date and time before the name of who speaks in a chat
_INTRO = 60  # characters between “my name is” and the name
_TOLD = 2  # times that a report says “I” before anyone is taken for its teller

_FIRST = {
    "en": re.compile(r"\b(?:i|me|my|mine|myself|we|us|our)\b"),
    "fr": re.compile(r"\b(?:je|moi|mon|ma|mes|nous|notre|nos)\b|\b[jm]['’](?=\w)|\bme\b"),
    "vi": re.compile(r"\b(?:toi|tui|minh|to)\b"),
}
_OWN_VIETNAMESE = ("em", "chau", "con")
_INTRODUCED = {
    "en": re.compile(
        r"(?:my name is|i am called|\bi am|\bi'm|\bi,|this is|statement (?:of|by|from|given by)"
        r"|interview (?:with|of)|testimony of|account of|as told by|letter from|\bfrom ?:"
        r"|\bname ?:|witness ?:|complainant ?:|deponent ?:|signed ?:?|undersigned,?)[^\n]{0,40}$"
    ),
    "fr": re.compile(
        r"(?:je m'appelle|je me nomme|je suis|je soussigne\w*,?|mon nom est|audition de"
        r"|declaration de|deposition de|temoignage de|recit de|entretien avec|lettre de|plainte de"
        r"|\bde ?:|\bnom ?:|\bsigne\w* ?:?)[^\n]{0,40}$"
    ),
    "vi": re.compile(
        r"(?:\b(?:toi|em|chau|con|minh|tui)(?: ten)?(?: day)? la|\b(?:toi|em|chau|con) ten"
        r"|ten (?:toi|em|chau|con) la|loi khai(?: cua)?|tuong trinh(?: cua)?|don cua|loi ke cua"
        r"|nguoi (?:viet|khai|lam don|trinh bay|to cao|bao tin|ke)\w*|ho va ten ?:?|ho ten ?:?"
        r"|phong van|ghi loi)[^\n]{0,40}$"
    ),
}
_ASKED = re.compile(r"^\s*(?:q|question|hoi|h|cau hoi)\s?\d*\s?[:.)]")
_LABEL = re.compile(r"^[\s\[\](){}<>*\-–—•|\d:/.,hapm]*$")
_AFTER_LABEL = re.compile(r"^\s*(?:\([^)\n]{0,30}\)|\[[^\]\n]{0,30}\])?\s*(?:[:>]|-\s)")
_SENT_TO = re.compile(
    r"(?:dear|to\b|hi|hello|cher|chere|bonjour|salut|a l'attention|a\b|kinh gui|gui|thua|anh|chi)"
)
_HEAD, _FOOT = 2, 4  # lines


@dataclass(frozen=True, slots=True)
class Reference:
    """Characters by which a report's teller means himself, an appearance (``id``)."""

    start: int
    end: int
    id: str


def references(
    text: str,
    language: Language,
    appearances: Iterable[Appearance],
) -> list[Reference]:
    """Find the words of a report by which its tellers mean themselves, in order."""
    people = [one for one in appearances if one.type == "Person"]
    if not people:
        return []
    folded = fold_characters(text)
    if len(folded) != len(text):
        return []
    finder = _Finder(text, folded, language, people)
    found = sorted(finder.references(), key=lambda one: (one.start, -one.end))
    kept: list[Reference] = []
    for one in found:
        if len(kept) < MOST and (not kept or one.start >= kept[-1].end):
            kept.append(one)
    return kept


class _Finder:
    def __init__(
        self,
        text: str,
        folded: str,
        language: Language,
        people: Sequence[Appearance],
    ) -> None:
        self._text = text
        self._folded = folded
        self._language: Language = language
        self._mentions = sorted(
            ((mention, one) for one in people for mention in one.mentions),
            key=lambda pair: pair[0].start,
        )
        self._taken = [(mention.start, mention.end) for mention, _ in self._mentions]
        self._taken_starts = [start for start, _ in self._taken]

    def references(self) -> Iterator[Reference]:
        speakers = dict(self._speakers())
        first = self._first_words()
        teller = self._teller(first)
        for start, end in self._lines():
            speaker = speakers.get(start)
            line = self._folded[start:end]
            # who asks is another, and a question tells nothing
            if speaker is None and _ASKED.match(line):
                continue
            if speaker is not None or teller is not None:
                yield from self._said(first, start, end, speaker or teller or "")

    def _lines(self) -> Iterator[tuple[int, int]]:
        at = 0
        for line in self._text.split("\n"):
            yield at, at + len(line)
            at += len(line) + 1

    def _written(self) -> list[tuple[int, int]]:
        return [(start, end) for start, end in self._lines() if self._text[start:end].strip()]

    def _said(self, words: re.Pattern[str], start: int, end: int, id: str) -> Iterator[Reference]:
        for match in words.finditer(self._folded, start, end):
            if not self._inside(match.start()):
                yield Reference(match.start(), match.end(), id)

    def _inside(self, place: int) -> bool:
        number = bisect_right(self._taken_starts, place) - 1
        return number >= 0 and place < self._taken[number][1]

    def _speakers(self) -> Iterator[tuple[int, str]]:
        """Find who speaks in the lines of a chat: “[21:04] Hoa: …”."""
        starts = [start for start, _ in self._lines()]
        for mention, one in self._mentions:
            number = bisect_right(starts, mention.start) - 1
            start = starts[number]
            if mention.start - start > _LABEL_WITHIN:
                continue
            before = self._folded[start : mention.start]
            after = self._text[mention.end : mention.end + 40]
            if _LABEL.match(before) and _AFTER_LABEL.match(after):
                yield start, one.id

    def _first_words(self) -> re.Pattern[str]:
        """Say by which words the teller is meant; a Vietnamese says what he is to the reader."""
        pattern = _FIRST[self._language]
        if self._language != "vi" or self._count(pattern) >= _TOLD:
            return pattern
        own = max((re.compile(rf"\b{word}\b") for word in _OWN_VIETNAMESE), key=self._count)
        return own if self._count(own) > _TOLD else pattern

    def _count(self, pattern: re.Pattern[str]) -> int:
        return sum(1 for _ in pattern.finditer(self._folded))

    def _teller(self, first: re.Pattern[str]) -> str | None:
        said = self._count(first)
        if said < _TOLD:
            return None
        cue = _INTRODUCED[self._language]
        for mention, one in self._mentions:
            if cue.search(self._folded, max(0, mention.start - _INTRO), mention.start):
                return one.id
        return self._signed() or (self._headed() if said > _TOLD else None)

    def _headed(self) -> str | None:
        """Find whose account it is: the one person of the first lines, unless it is sent to him."""
        for start, end in self._written()[:_HEAD]:
            inside = {one.id for mention, one in self._mentions if start <= mention.start < end}
            if inside:
                sent = _SENT_TO.match(self._folded[start:end].strip())
                return inside.pop() if len(inside) == 1 and not sent else None
        return None

    def _signed(self) -> str | None:
        """Find who signs: a name that stands alone in one of the last lines."""
        for start, end in reversed(self._written()[-_FOOT:]):
            inside = [p for p in self._mentions if start <= p[0].start < end]
            if len(inside) == 1:
                mention, one = inside[0]
                rest = (self._text[start : mention.start] + self._text[mention.end : end]).split()
                if len(rest) <= 4:
                    return one.id
        return None
