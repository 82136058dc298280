"""What part each person plays in a report: by trained scorers over the words around the names."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.assembly import stripped
from nlp_models.learned.person_features import person_features
from nlp_models.learned.scorer import Scorer
from nlp_models.learned.strip import Strip, strip_of
from nlp_models.learned.weights import scorers
from nlp_models.reading import Appearance, Claim
from nlp_models.vocabulary import Role


@Language.factory(
    "filrouge_roles",
    requires=["doc._.appearances", "doc._.said", "doc.sents"],
    assigns=["doc._.appearances", "doc._.strip"],
)
def make_roles(nlp: Language, name: str) -> "Roles":
    """Make the component for a pipeline."""
    return Roles(cast(vocabulary.Language, nlp.lang))


class Roles:
    """Gives each person of a report its role and sub-role."""

    def __init__(self, language: vocabulary.Language) -> None:
        self.language = language
        self.scorer = scorers().get("roles")

    def __call__(self, doc: Doc) -> Doc:
        spans = (stripped(doc.text, s.start_char, s.end_char) for s in doc.sents)
        bounds = [span for span in spans if span]
        strip = strip_of(doc.text, self.language, bounds, doc._.appearances)
        doc._.strip = strip
        if self.scorer:
            doc._.appearances = tuple(with_roles(self.scorer, strip, doc._.said))
        return doc


def with_roles(scorer: Scorer, strip: Strip, said: tuple[Claim, ...]) -> Iterable[Appearance]:
    """Return the appearances, people with the likeliest role of each."""
    for one in strip.appearances:
        if one.type != "Person":
            yield one
            continue
        role, sub_role = best_role(scorer, person_features(strip, one, said))
        yield replace(one, role=role, sub_role=sub_role)


def best_role(scorer: Scorer, features: Iterable[str]) -> tuple[Role, str | None]:
    """Return the likeliest role, and its likeliest sub-role where that holds by itself."""
    chances = scorer.probabilities(features)
    judged = list(zip(scorer.labels, chances, scorer.thresholds, strict=True))
    _, role = max((chance, label) for label, chance, _ in judged if "/" not in label)
    subs = [
        (chance, label.partition("/")[2])
        for label, chance, least in judged
        if label.startswith(f"{role}/") and chance >= least
    ]
    return cast(Role, role), max(subs)[1] if subs else None
