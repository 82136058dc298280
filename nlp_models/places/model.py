"""Places that the model named, as far as they look like a name of one."""

import re
from collections.abc import Iterable, Iterator

from nlp_models.folding import fold
from nlp_models.gazetteer.lookup import Gazetteer
from nlp_models.places.mention import PlaceMention
from nlp_models.places.names import clean, closeness, gazetteer_key
from nlp_models.places.runs import is_listed, is_of_person, nothing_but_people
from nlp_models.places.words import NAME_AT, is_locative
from nlp_models.sheet import Sheet

_LONGEST = 60
_LARGE = 15_000
_ROAD = re.compile(r"(?:ql|quoc lo|tl|dt|rn|route|nh|highway|a|m)[ .\-]?\d{1,3}[a-z]?")


def of_model(
    sheet: Sheet, spans: Iterable[tuple[int, int]], places: Gazetteer
) -> Iterator[PlaceMention]:
    """Yield the model's places that are still free, cut to the capitalised name."""
    for start, end in spans:
        if end - start > _LONGEST or "\0" in sheet.cased[start:end]:
            continue
        named = NAME_AT.search(sheet.cased, start, end)
        if named is None or _ROAD.fullmatch(fold(named.group())):
            continue
        first, text = named.start(), clean(named.group())
        before = sheet.plain[max(0, first - 28) : first].rpartition("\n")[2]
        if _is_likely(text, before, places):
            last = first + len(text)
            cued = is_locative(before)
            yield PlaceMention(first, last, text, "model", None, first, last, cued=cued)


def _is_likely(text: str, before: str, places: Gazetteer) -> bool:
    """Say whether the gazetteer, or what stands before the name, bears the model out."""
    if len(text) < 2 or is_of_person(before):
        return False
    cued = is_locative(before)
    if " " not in text and fold(text) in nothing_but_people():
        return cued
    known = [named for named in places.named(gazetteer_key(text)) if closeness(text, named.written)]
    if known and (" " in text or cued or known[0].place.population >= _LARGE):
        return True
    return (cued or is_listed(before)) and not text.isupper() and len(text) > 2
