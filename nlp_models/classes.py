"""Classes of exploitation that a report speaks of, with the phrases that say so."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.class_words import WORDS
from nlp_models.folding import fold_characters
from nlp_models.learned.judge import Judgement
from nlp_models.learned.strip import Strip
from nlp_models.learned.weights import scorers
from nlp_models.masked import drop_marks, keeps_marks
from nlp_models.reading import Classification, Mention
from nlp_models.vocabulary import ExploitationClass

MOST_PHRASES = 12
MOST_CLASSES = 2
LIKELY, LEAST = 0.5, 0.08  # chances: of any exploitation, of the likeliest class
# the class of words that speaks for each class of exploitation
SUBJECT_OF: Mapping[str, str] = {
    "SexualExploitation": "X_SEX",
    "ForcedLabour": "X_LABOUR",
    "ChildLabour": "X_CHILD_LABOUR",
    "ForcedMarriage": "X_MARRIAGE",
    "Servitude": "X_SERVITUDE",
    "ForcedBegging": "X_BEGGING",
    "ForcedCriminality": "X_SCAM X_CRIME",
    "NewbornTrade": "X_NEWBORN",
    "Surrogacy": "X_SURROGACY",
    "ForcedAdoption": "X_ADOPTION",
    "OrganRemoval": "X_ORGAN",
    "ForcedMilitaryByNonStateActors": "X_SOLDIER",
    "Smuggling": "X_SMUGGLING",
    "LabourExportFraud": "X_LABOUR_EXPORT",
    "Other": "X_SALE",
}


@Language.factory("filrouge_phrases", assigns=["doc._.phrased"])
def make_phrases(nlp: Language, name: str) -> "Phrases":
    """Make the component for a pipeline."""
    return Phrases(cast(vocabulary.Language, nlp.lang))


class Phrases:
    """Finds the phrases that speak for a class of exploitation by themselves."""

    def __init__(self, language: vocabulary.Language) -> None:
        words = WORDS[language]
        self.marked = {
            name: re.compile(rf"(?<!\w)(?:{source})(?!\w)") for name, source in words.items()
        }
        self.bare = {
            name: re.compile(rf"(?<!\w)(?:{drop_marks(source)})(?!\w)")
            for name, source in words.items()
        }
        self.negated = re.compile(
            r"(?:không có dấu hiệu|không phải|khong phai|khong co dau hieu|no sign of|no evidence of|aucun signe de|pas de signe de|pas d'indice de|not )[^.;\n]{0,12}$"
        )

    def __call__(self, doc: Doc) -> Doc:
        doc._.phrased = self.found(doc.text)
        return doc

    def found(self, written: str) -> dict[ExploitationClass, tuple[Mention, ...]]:
        """Return the classes and their phrases; “Other” only where a sale has no other aim."""
        text = written.lower()
        if len(text) != len(written):
            text = fold_characters(written)
        marked = keeps_marks(written)
        surface = text if marked else fold_characters(text)
        found: dict[ExploitationClass, tuple[Mention, ...]] = {}
        for name, pattern in (self.marked if marked else self.bare).items():
            phrases = tuple(
                Mention(match.start(), match.end(), written[match.start() : match.end()])
                for match, _ in zip(pattern.finditer(surface), range(MOST_PHRASES), strict=False)
                if not self.negated.search(surface[max(0, match.start() - 40) : match.start()])
            )
            if phrases:
                found[name] = phrases
        if len(found) > 1:
            found.pop("Other", None)
        return found


@Language.component(
    "filrouge_classes",
    requires=["doc._.phrased", "doc._.judgement", "doc._.strip"],
    assigns=["doc._.classes"],
)
def classes(doc: Doc) -> Doc:
    """Leave the classes of a report that the scorer holds likely; without it, those phrased."""
    judgement: Judgement | None = doc._.judgement
    phrased: Mapping[ExploitationClass, tuple[Mention, ...]] = doc._.phrased
    if judgement is None:
        doc._.classes = tuple(Classification(name, phrased[name]) for name in sorted(phrased))
        return doc
    doc._.classes = tuple(
        Classification(
            cast(ExploitationClass, name),
            phrased.get(cast(ExploitationClass, name))
            or tuple(_phrases(doc.text, doc._.strip, name, judgement)),
        )
        for name in held_classes(judgement.classes, judgement.class_least)
    )
    return doc


def held_classes(chances: Mapping[str, float], least: Mapping[str, float]) -> list[str]:
    """Return the classes that hold: none where no exploitation is likely, two at the most.

    Where one is likely but no class reaches its threshold, the likeliest is taken.
    """
    if chances["ANY"] < LIKELY:
        return []
    order = sorted((name for name in chances if name != "ANY"), key=lambda name: -chances[name])
    held = [name for name in order if chances[name] >= least[name]][:MOST_CLASSES]
    if not held and chances[order[0]] >= LEAST:
        held = order[:1]
    return sorted(held)


def _phrases(text: str, strip: Strip, name: str, judgement: Judgement) -> Iterator[Mention]:
    """Give the words that speak for a class: those of its subject, else what weighed most."""
    subjects = set(SUBJECT_OF.get(name, "").split())
    places = [p for p, names in enumerate(strip.classes) if subjects.intersection(names)]
    if not places:
        strongest = scorers()["classes"].strongest(judgement.class_features, name, 8)
        words = [one[2:] for one in strongest if one.startswith(("w:", "b:"))]
        places = list(_places(strip, words))
    for first, last in list(_runs(places))[:MOST_PHRASES]:
        start, end = strip.items[first].start, strip.items[last].end
        yield Mention(start, end, text[start:end])


def _places(strip: Strip, words: Iterable[str]) -> Iterator[int]:
    for word in words:
        parts = tuple(word.split())
        for place in range(len(strip.words) - len(parts) + 1):
            if strip.words[place : place + len(parts)] == parts:
                yield from range(place, place + len(parts))
                return


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = -2
    for place in sorted(set(places)):
        if place != last + 1:
            if last >= 0:
                yield first, last
            first = place
        last = place
    if last >= 0:
        yield first, last
