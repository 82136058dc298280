"""Further mentions of a report's places, where nothing but the name itself tells."""

import re
from collections.abc import Iterator, Sequence

from nlp_models.folding import fold
from nlp_models.places.mention import PlaceMention
from nlp_models.places.runs import nothing_but_people
from nlp_models.sheet import Sheet

_SHORTEST, _MOST_NAMES = 4, 200


def again(sheet: Sheet, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """Yield the names of places found elsewhere in the report, exactly as written there."""
    names = {mention.written for mention in mentions if _tells_enough(mention)}
    if not names or len(names) > _MOST_NAMES:
        return
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    for match in pattern.finditer(sheet.cased):
        start, end = match.span()
        yield PlaceMention(start, end, match.group(), "gazetteer", None, start, end)


def _tells_enough(mention: PlaceMention) -> bool:
    written = mention.written
    if len(written) < _SHORTEST or not written[0].isupper():
        return False
    return " " in written or fold(written) not in nothing_but_people()
