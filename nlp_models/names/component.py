"""Names of people and organisations: what the model found, mended and completed by rules."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.finding import Finding
from nlp_models.folding import fold
from nlp_models.names.aliases import EPITHET, LOWER, aliases_after
from nlp_models.names.lexicon import NEVER_NAMES, VIETNAMESE_FAMILIES
from nlp_models.names.runs import DOTTED, UPPER, WORD

Kind = Literal["Person", "Organization"]

_PLACE_WORD = re.compile(
    r"(?i)(?:\b(?:xã|huyện|tỉnh|bản|thôn|xóm|làng|thị trấn|thị xã|thành phố|tp\.?|quận|phường|cửa khẩu|sông|núi|chợ|ga|sân bay|đường|phố"
    r"|xa|huyen|tinh|thon|xom|lang|thi tran|thi xa|thanh pho|quan|phuong|cua khau|song|cho|san bay"
    r"|commune de|district de|province de|ville de|village de|commune|district|province|ville|village|région de|quartier|rue|avenue|poste frontière de"
    r"|district of|province of|town of|city of|village of|state of|near|street|road))\s$"
)
_WORD = re.compile(rf"(?<![\w@.\-/])[{UPPER}][^\W\d_]*(?:-[{UPPER}][^\W\d_]*)*(?![\w@])")
_STOP = re.compile(r"[^\W\d_]{3}\. ")
_FIRM = re.compile(
    r"(?i)\b(?:ltd|llc|sarl|s\.?a\.?s|srl|kft|gmbh|jsc|inc|plc|sdn bhd|pty|pvt|bv|spa)\.?$"
)
_EDGE = " \t\n\r.,;:!?\"“”«»()[]{}'’‘-–—*•/|"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters that may be a name."""

    start: int
    end: int
    kind: Kind


@Language.factory(
    "filrouge_names",
    requires=["doc.ents", "doc._.findings"],
    assigns=["doc._.findings", "doc._.aliases"],
)
def make_names(nlp: Language, name: str) -> "Names":
    """Make the component for a pipeline."""
    return Names(cast(vocabulary.Language, nlp.lang))


class Names:
    """Adds Person and Organization findings; ``doc._.aliases`` joins an alias to its name."""

    def __init__(self, language: vocabulary.Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        taken = Taken((finding.start, finding.end) for finding in doc._.findings)
        chosen: list[Candidate] = []
        for found in (_with_nickname(doc), self._of_model(doc), self._by_rule(doc)):
            for candidate in found:
                if taken.is_free(candidate.start, candidate.end):
                    taken.add(candidate.start, candidate.end)
                    chosen.append(candidate)
        links, named = _aliases(text, chosen)
        chosen = [one for one in chosen if not any(_overlap(one, alias) for alias in named)]
        for alias in named:
            if not taken.is_free(alias.start, alias.end):
                taken.remove(alias.start, alias.end)
            taken.add(alias.start, alias.end)
        chosen += named
        places = {ent.text for ent in doc.ents if ent.label_ == "LOC"}
        for ent in doc.ents:
            if ent.label_ == "LOC" and taken.is_free(ent.start_char, ent.end_char):
                taken.add(ent.start_char, ent.end_char)
        chosen += _again(text, chosen, taken, places)
        doc._.findings = tuple(
            sorted(
                [*doc._.findings, *(_finding(text, one) for one in chosen)],
                key=lambda finding: (finding.start, finding.end),
            )
        )
        doc._.aliases = links
        return doc

    def _of_model(self, doc: Doc) -> Iterator[Candidate]:
        text = doc.text
        for ent in doc.ents:
            if ent.label_ == "PER":
                end = _first_sentence(text, ent.start_char, ent.end_char)
                firm = _FIRM.search(text, ent.start_char, end)
                kind: Kind = "Organization" if firm else "Person"
                yield from _trimmed(text, ent.start_char, end, kind)
            elif ent.label_ == "ORG":
                yield from _trimmed(text, ent.start_char, ent.end_char, "Organization")

    def _by_rule(self, doc: Doc) -> Iterator[Candidate]:
        text = doc.text
        for dotted in DOTTED.finditer(text):
            if dotted.group().count(".") and not dotted.group().startswith(("TP.", "Tp.", "TX.")):
                yield Candidate(dotted.start(), dotted.end(), "Person")


_OPEN, _CLOSE = '["“”«]', '["“”»]'
# “Ray "Duke" Hill” is one name, and so is “Hường "béo"”
_NICKNAMED = re.compile(
    rf"(?<!\w)(?=\w*[{LOWER}])(?!\w+['’]){WORD} {_OPEN}(?:[{UPPER}][^\"“”«»\n.,;:]{{1,20}}{_CLOSE} "
    rf"(?=\w*[{LOWER}])(?!Rs){WORD}|(?:{EPITHET}){_CLOSE})"
)


def _with_nickname(doc: Doc) -> Iterator[Candidate]:
    """Yield names with a nickname inside them, of which the model saw a part."""
    people = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PER"]
    for match in _NICKNAMED.finditer(doc.text) if people else ():
        start, end = match.span()
        if any(first < end and start < last and first >= start for first, last in people):
            yield Candidate(start, end, "Person")


class Taken:
    """The characters of a text that are somebody's already."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(spans)

    def is_free(self, start: int, end: int) -> bool:
        at = bisect_right(self.spans, (start, end))
        if at < len(self.spans) and self.spans[at][0] < end:
            return False
        return at == 0 or self.spans[at - 1][1] <= start

    def remove(self, start: int, end: int) -> None:
        self.spans = [span for span in self.spans if span[1] <= start or span[0] >= end]

    def add(self, start: int, end: int) -> None:
        self.spans.insert(bisect_right(self.spans, (start, end)), (start, end))


def _first_sentence(text: str, start: int, end: int) -> int:
    """Return where a name ends that ran over a stop: “Lan. Toi” is “Lan”, “L. Th. H” is whole."""
    stop = _STOP.search(text, start, end)
    return stop.start() + 3 if stop else end


def _trimmed(text: str, start: int, end: int, kind: Kind) -> Iterator[Candidate]:
    """Take signs off the ends of what was found; drop what has no letter."""
    while start < end and text[start] in _EDGE:
        start += 1
    closing = text[end - 1 : end] in ("”", '"', "»") and kind == "Organization"
    while end > start and text[end - 1] in _EDGE and not closing:
        end -= 1
    if end > start and "\n" not in text[start:end] and any(map(str.isalpha, text[start:end])):
        yield Candidate(start, end, kind)


def _aliases(
    text: str, chosen: list[Candidate]
) -> tuple[dict[int, tuple[int, bool]], list[Candidate]]:
    """Find the other names said after each name; they take the place of what else was found there."""
    links: dict[int, tuple[int, bool]] = {}
    named: list[Candidate] = []
    for person in sorted(
        (one for one in chosen if one.kind == "Person"), key=lambda one: one.start
    ):
        for alias in aliases_after(text, person.end):
            if alias.start not in links and person.start not in links:
                links[alias.start] = (person.start, alias.true_name)
                named.append(Candidate(alias.start, alias.end, "Person"))
    return links, named


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def _names_a_place(text: str, start: int) -> bool:
    return _PLACE_WORD.search(text, max(0, start - 24), start) is not None


def _again(
    text: str, chosen: list[Candidate], taken: Taken, places: set[str]
) -> Iterator[Candidate]:
    """Find the later mentions by a part of a name: “Nguyễn Văn Hùng … Hùng khai”."""
    parts = {
        word
        for one in chosen
        if one.kind == "Person"
        for word in _parts(text[one.start : one.end])
        if len(word) > 1 and fold(word) not in NEVER_NAMES and word not in places
    }
    spellings = parts | {part.capitalize() for part in parts if part.isupper() and len(part) > 2}
    for word in _WORD.finditer(text):
        if word.group() in spellings and taken.is_free(*word.span()):
            if _names_a_place(text, word.start()):
                continue
            taken.add(*word.span())
            yield Candidate(*word.span(), "Person")


def _parts(name: str) -> Iterator[str]:
    """Give the words by which a person may be named alone."""
    words = name.split(" ")
    yield words[-1]
    if len(words) > 1 and fold(words[0]) not in VIETNAMESE_FAMILIES:
        yield words[0]


def _finding(text: str, candidate: Candidate) -> Finding:
    written = " ".join(text[candidate.start : candidate.end].split())
    return Finding(candidate.start, candidate.end, candidate.kind, written)
