"""Lays out a short text for the scorers: ``«p1 Lan» gọi «t1 0912 345 678»``."""

import re

from nlp_models.learned.strip import Strip, strip_of
from nlp_models.reading import Appearance, Mention
from nlp_models.vocabulary import AppearanceType, Language

TYPES: dict[str, AppearanceType] = {
    "p": "Person",
    "l": "Place",
    "o": "Organization",
    "t": "Phone",
    "v": "Vehicle",
    "m": "Money",
    "d": "Date",
}
_MARK = re.compile(r"«(?P<id>[a-z]\d+) (?P<text>[^»]+)»")


def lay_out(marked: str, language: Language = "vi") -> Strip:
    """Return the strip of a text whose mentions are marked; sentences end at “. ”."""
    pieces: list[str] = []
    mentions: dict[str, list[Mention]] = {}
    at = length = 0
    for mark in _MARK.finditer(marked):
        before = marked[at : mark.start()]
        length += len(before)
        found = Mention(length, length + len(mark["text"]), mark["text"])
        mentions.setdefault(mark["id"], []).append(found)
        length += len(mark["text"])
        pieces += [before, mark["text"]]
        at = mark.end()
    text = "".join([*pieces, marked[at:]])
    bounds = [(m.start(), m.end()) for m in re.finditer(r"[^.]+\.?", text) if m[0].strip()]
    appearances = [
        Appearance(identifier, TYPES[identifier[0]], found[0].text, tuple(found))
        for identifier, found in mentions.items()
    ]
    return strip_of(text, language, bounds, appearances)
