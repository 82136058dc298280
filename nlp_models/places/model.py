"""Places that the model named, as far as they look like a name of one."""

import re
from collections.abc import Iterable, Iterator

from nlp_models.folding import fold
from nlp_models.gazetteer.lookup import Gazetteer
from nlp_models.places.mention import PlaceMention
from nlp_models.places.names import clean, gazetteer_key
from nlp_models.places.runs import nothing_but_people
from nlp_models.places.words import NAME_AT, is_locative
from nlp_models.sheet import Sheet

_LONGEST = 60
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
        first = named.start()
        text = clean(named.group())
        before = sheet.plain[max(0, first - 28) : first].rpartition("\n")[2]
        if len(text) < 2 or (
            " " not in text and fold(text) in nothing_but_people() and not is_locative(before)
        ):
            continue
        if (
            not places.named(gazetteer_key(text))
            and not is_locative(before)
            and " " not in text
            and len(text) < 4
        ):
            continue
        yield PlaceMention(
            first,
            first + len(text),
            text,
            "model",
            None,
            first,
            first + len(text),
            cued=is_locative(before),
        )
