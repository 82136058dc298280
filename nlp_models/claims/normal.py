"""Sentences with titles, brackets and asides taken away, so that verbs stand near their names."""

from dataclasses import replace
from functools import lru_cache

from nlp_models.claims.wording import ASIDES, TITLES
from nlp_models.masked import Masked, Rule, rule
from nlp_models.vocabulary import Language

_BRACKETS = rule(r" ?\([^()]{0,160}\)")


@lru_cache(maxsize=3)
def _titles(language: Language) -> Rule:
    words = "|".join(sorted(TITLES[language].split("|"), key=len, reverse=True))
    return rule(rf"(?:(?<!\w)(?:{words}),? )+(?=<P1>)")


def normal(sentence: Masked, language: Language) -> Masked:
    """Return the sentence without what only describes the people in it."""
    if not sentence.named:
        return sentence
    text = _BRACKETS.on(sentence).sub("", sentence.text)
    text = ASIDES[language].on(sentence).sub(r"\1", text)
    text = _titles(language).on(sentence).sub("", text)
    return replace(sentence, text=text)
