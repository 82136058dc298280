"""What the recogniser of names is told of each token beside its letters: ``filrouge_signs``.

The token's lemma is its folded form; its tag says what lists know of it: the class of the word in
the lexicon (“đối tượng” is SUSPECT_NOUN), the number it belongs to, a family name, a known place.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import cast

import numpy as np
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from nlp_models.finding import Finding
from nlp_models.folding import fold
from nlp_models.gazetteer.lookup import gazetteer
from nlp_models.learned.lexicon import LONGEST, entries
from nlp_models.masked import keeps_marks
from nlp_models.names.lexicon import VIETNAMESE_FAMILIES
from nlp_models.places.names import gazetteer_key
from nlp_models.vocabulary import LANGUAGES, Language

LONGEST_PLACE = 4


@Pipeline.factory(
    "filrouge_signs",
    requires=["doc._.findings"],
    assigns=["token.tag", "token.lemma"],
    default_config={"language": None},
)
def make_signs(nlp: Pipeline, name: str, language: str | None) -> Callable[[Doc], Doc]:
    """Make the component; without a language the pipeline's own is taken."""
    spoken = language or (nlp.lang if nlp.lang in LANGUAGES else "vi")

    def sign(doc: Doc) -> Doc:
        return add_signs(doc, cast(Language, spoken))

    return sign


def add_signs(doc: Doc, language: Language) -> Doc:
    """Put lemma and tag on every token."""
    if not len(doc):
        return doc
    words = [token.text for token in doc]
    tags = _classes(words, language, keeps_marks(doc.text))
    _names(words, tags)
    _numbers(doc, doc._.findings, tags)
    strings = doc.vocab.strings
    rows = [
        (strings.add(fold(word) or word), strings.add(tag))
        for word, tag in zip(words, tags, strict=True)
    ]
    doc.from_array(["LEMMA", "TAG"], np.array(rows, dtype=np.uint64))
    return doc


def _classes(words: list[str], language: Language, marked: bool) -> list[str]:
    known = entries(language, marked)
    forms = [word.lower() if marked else fold(word) for word in words]
    tags = ["-"] * len(words)
    at = 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            names = known.get(" ".join(forms[at : at + size]))
            if names:
                tags[at : at + size] = [names[0]] * size
                at += size
                break
        else:
            at += 1
    return tags


def _names(words: list[str], tags: list[str]) -> None:
    """Mark family names and runs of words that the gazetteer knows, the longest first."""
    at = 0
    while at < len(words):
        if not words[at][:1].isupper():
            at += 1
            continue
        size = _place_size(words, at)
        for place in range(at, at + max(size, 1)):
            family = "F" if fold(words[place]) in VIETNAMESE_FAMILIES else ""
            known = ("B" if place == at else "I") if size else ""
            tags[place] = f"{tags[place]}{family}{known}"
        at += max(size, 1)


def _place_size(words: list[str], at: int) -> int:
    end = at
    while end < min(len(words), at + LONGEST_PLACE) and (
        words[end][:1].isupper() or (words[end] == "-" and end > at)
    ):
        end += 1
    for last in range(end, at, -1):
        if _is_known(" ".join(words[at:last])):
            return last - at
    return 0


@lru_cache(maxsize=50_000)
def _is_known(name: str) -> bool:
    key = gazetteer_key(name)
    return len(key) > 1 and gazetteer().may_have(key)


def _numbers(doc: Doc, findings: tuple[Finding, ...], tags: list[str]) -> None:
    for finding in findings:
        span = doc.char_span(finding.start, finding.end, alignment_mode="expand")
        if span is not None:
            for place in range(span.start, span.end):
                tags[place] = finding.type
