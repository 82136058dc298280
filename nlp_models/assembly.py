"""The last step: from what components left on a ``Doc`` to the frozen ``Reading``."""

import unicodedata
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import annotations as annotations
from nlp_models import vocabulary
from nlp_models.reading import Reading


def reading_of(doc: Doc) -> Reading:
    """Return all that the pipeline found in one report."""
    text = doc.text  # put together anew each time it is asked for
    return Reading(
        text=text,
        language=cast(vocabulary.Language, doc.lang_),
        appearances=doc._.appearances,
        claims=doc._.claims,
        routes=doc._.routes,
        leads=doc._.leads,
        classes=doc._.classes,
        sentences=tuple(
            bounds
            for sentence in doc.sents
            if (bounds := stripped(text, sentence.start_char, sentence.end_char))
        ),
    )


def stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the bounds without blanks at the ends, or None where there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return (start + left, start + right) if left < right else None


def read_report(original: str, nlp: Language) -> Reading:
    """Find all there is in one report. Touches no disk and no database."""
    return reading_of(nlp(unicodedata.normalize("NFC", original)))
