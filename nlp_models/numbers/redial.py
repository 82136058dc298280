"""Phone numbers and sums once more, when the places are known: the component ``filrouge_redial``.

Numbers are read first, so that nothing else takes their figures; of which country a phone or a
currency is, the places of the report say best, and these are read after them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import cast

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from nlp_models.finding import Finding
from nlp_models.folding import Surface
from nlp_models.money import read_money
from nlp_models.numbers.nothings import nothings
from nlp_models.numbers.phones import read_phones
from nlp_models.sheet import Sheet
from nlp_models.vocabulary import Language

_FEWEST_FIGURES = 3


@Pipeline.factory("filrouge_redial", assigns=["doc._.findings"], requires=["doc._.findings"])
def make_redial(nlp: Pipeline, name: str) -> "Redial":
    """Make the component for a pipeline."""
    return Redial(cast(Language, nlp.lang))


class Redial:
    """Reads the phone numbers and the sums of a report again in the light of its places."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        findings: tuple[Finding, ...] = doc._.findings
        placed = countries(findings)
        if placed and sum(map(str.isdigit, doc.text)) >= _FEWEST_FIGURES:
            sheet = Sheet(Surface.of(doc.text), self.language, placed=placed)
            others = [finding for finding in findings if finding.type not in ("Phone", "Money")]
            sheet.take(nothings(sheet))
            sheet.take(sheet.surface.inside((one.start, one.end) for one in others))
            sheet.read(read_money)
            sheet.read(read_phones)
            doc._.findings = _together(findings, sheet.surface.moved(sheet.findings))
        return doc


def _together(first: Iterable[Finding], again: Iterable[Finding]) -> tuple[Finding, ...]:
    """Take what was read again, and of the first reading what that leaves alone, in order.

    A sum that only the head of its column tells is not found again.
    """
    taken = sorted(again, key=_place)
    starts = [one.start for one in taken]

    def is_left(one: Finding) -> bool:
        at = bisect_left(starts, one.end)
        return at == 0 or taken[at - 1].end <= one.start

    return tuple(sorted((*taken, *filter(is_left, first)), key=_place))


def _place(finding: Finding) -> tuple[int, int]:
    return finding.start, finding.end


def countries(findings: tuple[Finding, ...]) -> Counter[str]:
    """Count the places of a report by their country, each place once."""
    places = {one.name: one.attributes.get("country") for one in findings if one.type == "Place"}
    return Counter(country for country in places.values() if country)
