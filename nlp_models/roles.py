"""Judges a report by the trained scorers: the part each person plays, claims, legs, classes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.assembly import stripped
from nlp_models.encoder.encoder import Half
from nlp_models.encoder.threads import one_thread
from nlp_models.learned.judge import Judgement, judge
from nlp_models.learned.strip import strip_of
from nlp_models.learned.weights import scorers
from nlp_models.reading import Appearance
from nlp_models.vocabulary import Role


@Language.factory(
    "filrouge_roles",
    requires=["doc._.appearances", "doc._.said", "doc._.phrased", "doc.sents"],
    assigns=["doc._.appearances", "doc._.strip", "doc._.judgement"],
)
def make_roles(nlp: Language, name: str) -> "Roles":
    """Make the component for a pipeline."""
    return Roles(cast(vocabulary.Language, nlp.lang))


class Roles:
    """Leaves the judgement of a report, and gives each person its role and sub-role."""

    def __init__(self, language: vocabulary.Language) -> None:
        self.language = language
        self.scorers = scorers()

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text  # put together anew each time it is asked for
        spans = (stripped(text, s.start_char, s.end_char) for s in doc.sents)
        bounds = [span for span in spans if span]
        strip = strip_of(text, self.language, bounds, doc._.appearances)
        doc._.strip = strip
        if self.scorers:
            half: Half | None = doc._.encoded
            with one_thread():
                encoded = half.whole(_mentions(doc._.appearances)) if half else None
                judgement = judge(self.scorers, strip, doc._.said, doc._.phrased, encoded)
            doc._.judgement = judgement
            doc._.appearances = tuple(_with_role(one, judgement) for one in doc._.appearances)
        return doc


def _mentions(appearances: Iterable[Appearance]) -> Iterator[tuple[tuple[int, int], str]]:
    for one in appearances:
        for mention in one.mentions:
            yield (mention.start, mention.end), one.type


def _with_role(one: Appearance, judgement: Judgement) -> Appearance:
    if one.id not in judgement.roles:
        return one
    role, sub_role = judgement.roles[one.id]
    return replace(one, role=cast(Role, role), sub_role=sub_role)
