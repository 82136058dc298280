"""Chains of places: “bản Huồi Lê, xã Keng Đu, huyện Kỳ Sơn, tỉnh Nghệ An”, each in the next."""

import re
from collections.abc import Sequence
from itertools import pairwise

from nlp_models.gazetteer.lookup import Gazetteer
from nlp_models.gazetteer.place import Named
from nlp_models.places.mention import LEVELS, PlaceMention
from nlp_models.places.names import closeness, gazetteer_key

_LINK = re.compile(
    r"[ ]{0,2}(?:[,\-(/;]?[ ]{0,2}\n?)[ ]?(?:(?:thuoc|cua|o|tai|thuoc dia ban|dans l[ea]|dans|"
    r"de la|de l'|du|de|d'|en|in|in the|of|of the|au|aux|located in|situe dans)[ ])?"
    r"(?:(?:le|la|the|l'|mot|a)[ ]?)?"
)


def link(mentions: Sequence[PlaceMention], plain: str, places: Gazetteer) -> None:
    """Let each mention lie within the one that follows it closely and is wider."""
    for inner, outer in pairwise(mentions):
        gap = plain[inner.whole_end : outer.whole_start]
        if (
            inner.within is None
            and len(gap) <= 24
            and _LINK.fullmatch(gap)
            and _may_lie_in(inner, outer, places)
        ):
            inner.within = outer


def _may_lie_in(inner: PlaceMention, outer: PlaceMention, places: Gazetteer) -> bool:
    """Say whether the levels ascend, or the gazetteer has an inner place in an outer one."""
    if inner.kind and outer.kind:
        return LEVELS[inner.kind] < LEVELS[outer.kind]
    outers = {named.place.id: named.place for named in _named(outer, places)}
    if inner.kind == "village" and outers:
        return True
    for named in _named(inner, places):
        if any(above.id in outers for above in places.above(named.place)):
            return True
    if outer.kind is None and inner.kind is not None:
        return any(
            LEVELS[place.kind] > LEVELS[inner.kind] for place in outers.values()
        ) and not _named(inner, places)
    return False


def _named(mention: PlaceMention, places: Gazetteer) -> list[Named]:
    return [
        named
        for named in places.named(gazetteer_key(mention.written))
        if closeness(mention.written, named.written)
        and (mention.kind is None or LEVELS[named.place.kind] <= LEVELS[mention.kind] + 1)
    ]
