"""Texts as the models see them in a pipeline: sentences, numbers and signs, and nothing after."""

from functools import cache

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from nlp_models import numbers as numbers
from nlp_models import sentences as sentences
from nlp_models.pipeline import blank
from nlp_models.signs import add_signs
from nlp_models.vocabulary import Language


@cache
def before(language: Language) -> Pipeline:
    """Return the pipeline that stands before the signs."""
    nlp = blank(language)
    nlp.add_pipe("filrouge_sentences")
    nlp.add_pipe("filrouge_numbers")
    return nlp


def signed(text: str, language: Language) -> Doc:
    """Return a text with its signs."""
    return add_signs(before(language)(text), language)
