"""Names of people and organisations: what the model found, mended and completed by rules."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.finding import Finding
from nlp_models.folding import fold
from nlp_models.names.aliases import aliases_after
from nlp_models.names.cues import cued_names, title_of
from nlp_models.names.lexicon import NEVER_NAMES, VIETNAMESE_FAMILIES
from nlp_models.names.runs import DOTTED, RUN, UPPER, is_vietnamese_name, is_vietnamese_syllable
from nlp_models.organisations import organisations_in

Kind = Literal["Person", "Organization"]

_PLACE_WORD = re.compile(
    r"(?i)(?:\b(?:xã|huyện|tỉnh|bản|thôn|xóm|làng|thị trấn|thị xã|thành phố|tp\.?|quận|phường|cửa khẩu|sông|núi|chợ|ga|sân bay|đường|phố"
    r"|xa|huyen|tinh|thon|xom|lang|thi tran|thi xa|thanh pho|quan|phuong|cua khau|song|cho|san bay"
    r"|commune de|district de|province de|ville de|village de|commune|district|province|ville|village|région de|quartier|rue|avenue|poste frontière de"
    r"|district of|province of|town of|city of|village of|state of|near|street|road))\s$"
)
_WORD = re.compile(rf"(?<![\w@.\-/])[{UPPER}][^\W\d_]*(?:-[{UPPER}][^\W\d_]*)*(?![\w@])")
_BEFORE = re.compile(rf"(?<![\w@.\-])([{UPPER}][^\W\d_]*) $")
_AFTER = re.compile(rf" (?:[{UPPER}][^\W\d_]*\.? )*[{UPPER}][^\W\d_]*(?![\w@])")
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
        for found in (self._of_model(doc), self._full_names(doc), self._by_rule(doc)):
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
                for person in _trimmed(text, ent.start_char, ent.end_char, "Person"):
                    yield _whole(text, person)
            elif ent.label_ == "ORG":
                yield from _trimmed(text, ent.start_char, ent.end_char, "Organization")

    def _full_names(self, doc: Doc) -> Iterator[Candidate]:
        text = doc.text
        for run in RUN.finditer(text):
            words = run.group().split(" ")
            if is_vietnamese_name(words) and not _names_a_place(text, run.start()):
                yield from _trimmed(text, run.start(), run.end(), "Person")

    def _by_rule(self, doc: Doc) -> Iterator[Candidate]:
        text = doc.text
        places = Taken((e.start_char, e.end_char) for e in doc.ents if e.label_ == "LOC")
        for dotted in DOTTED.finditer(text):
            if dotted.group().count(".") and not dotted.group().startswith(("TP.", "Tp.", "TX.")):
                yield Candidate(dotted.start(), dotted.end(), "Person")
        for start, end in cued_names(text):
            if not _names_a_place(text, start) and places.is_free(start, end):
                yield Candidate(start, end, "Person")
        for start, end in organisations_in(text, self.language):
            yield Candidate(start, end, "Organization")


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


def _trimmed(text: str, start: int, end: int, kind: Kind) -> Iterator[Candidate]:
    """Take signs and titles off the ends of what was found; drop what is no name at all."""
    while start < end and text[start] in _EDGE:
        start += 1
    closing = text[end - 1 : end] in ("”", '"', "»") and kind == "Organization"
    while end > start and text[end - 1] in _EDGE and not closing:
        end -= 1
    if kind == "Person":
        start += len(title_of(text[start:end]))
        words = text[start:end].split()
        if not words or fold(words[0]) in NEVER_NAMES or not any(c.isalpha() for c in words[0]):
            return
    if end > start and "\n" not in text[start:end]:
        yield Candidate(start, end, kind)


def _whole(text: str, person: Candidate) -> Candidate:
    """Take in the family name before a name and the given name after it, where the model cut it."""
    start, end = person.start, person.end
    before = _BEFORE.search(text, max(0, start - 20), start)
    if before and fold(before[1]) in VIETNAMESE_FAMILIES and not title_of(before[0] + "X"):
        first = text[start:end].split(" ")[0]
        if is_vietnamese_syllable(first) and not _names_a_place(text, before.start()):
            start = before.start(1)
    words = text[start:end].split(" ")
    after = _AFTER.match(text, end, min(len(text), end + 40))
    if after and fold(words[0]) in VIETNAMESE_FAMILIES and len(words) < 4:
        more = after[0].strip().split(" ")
        joined = [*words, *more]
        if is_vietnamese_name(joined) and fold(words[-1]) in _MIDDLE:
            end = after.end()
    return replace(person, start=start, end=end)


_MIDDLE = frozenset({"van", "thi", "ba", "duc", "huu", "y", "a"})


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
