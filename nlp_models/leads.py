"""Leads: things that stand together in a sentence which no claim joins."""

from itertools import combinations

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models.reading import Lead

MOST_IN_A_SENTENCE = 40
MOST_NAMES = 16
_NEVER = {"Date", "Money"}


@Language.factory(
    "filrouge_leads",
    requires=["doc._.appearances", "doc._.claims", "doc._.masked"],
    assigns=["doc._.leads"],
)
def make_leads(nlp: Language, name: str) -> "Leads":
    """Make the component for a pipeline."""
    return Leads()


class Leads:
    """Leaves the pairs of a report's sentences, people first, a bounded number in each."""

    def __call__(self, doc: Doc) -> Doc:
        joined = {frozenset((claim.subject, claim.object)) for claim in doc._.claims}
        found: dict[frozenset[str], Lead] = {}
        for sentence in doc._.masked:
            ids = dict.fromkeys(
                one.id
                for one in sorted(sentence.named, key=lambda one: (one.type != "Person", one.start))
                if one.type not in _NEVER
            )
            pairs = combinations(list(ids)[:MOST_NAMES], 2)
            fresh = [pair for pair in pairs if frozenset(pair) not in joined]
            for first, second in fresh[:MOST_IN_A_SENTENCE]:
                key = frozenset((first, second))
                found.setdefault(key, Lead(first, second, sentence.start, sentence.end))
        doc._.leads = tuple(found.values())
        return doc
