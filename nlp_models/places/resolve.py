"""Which place a name means, from the chain around it and the report's other places."""

import math
from collections import Counter
from collections.abc import Sequence

from nlp_models.gazetteer.lookup import Gazetteer
from nlp_models.gazetteer.place import Kind, Named, Place
from nlp_models.places.mention import LEVELS, PlaceMention
from nlp_models.places.names import closeness, gazetteer_key
from nlp_models.vocabulary import Language

_HOME: dict[Language, tuple[str, ...]] = {"vi": ("VN",), "fr": (), "en": ()}
_COMPATIBLE: dict[Kind, frozenset[str]] = {
    "village": frozenset({"village", "town"}),
    "commune": frozenset({"commune", "town"}),
    "district": frozenset({"district", "town"}),
    "town": frozenset({"town", "district", "province", "commune"}),
    "province": frozenset({"province", "town"}),
    "country": frozenset({"country"}),
    "gate": frozenset({"gate", "town", "commune", "district"}),
}
_ENOUGH = 0.0


class Resolver:
    """Chooses among homonyms: the outermost of a chain first, then with all places known."""

    def __init__(self, places: Gazetteer, language: Language) -> None:
        self._places = places
        self._home = _HOME[language]
        self._around: Counter[str] = Counter()  # ids of what resolved places are and lie in

    def resolve(self, mentions: Sequence[PlaceMention]) -> None:
        """Give every mention its place where the gazetteer has one that fits."""
        ordered = sorted(mentions, key=_sureness)
        for mention in ordered:
            self._settle(mention)
        self._around.clear()
        for mention in ordered:
            if mention.found is not None:
                self._remember(mention.found.place)
        for mention in ordered:  # once more, now that all the report's places are known
            self._settle(mention)

    def _remember(self, place: Place) -> None:
        self._around[place.id] += 1
        for above in self._places.above(place):
            self._around[above.id] += 1

    def _settle(self, mention: PlaceMention) -> None:
        within = mention.within
        if within is not None and within.found is None:
            self._settle(within)
        candidates = self._places.named(gazetteer_key(mention.written))
        best, best_score = None, _ENOUGH
        for named in candidates:
            score = self._score(
                mention, named, within.found.place if within and within.found else None
            )
            if score > best_score:
                best, best_score = named, score
        mention.found = best
        if best is not None:
            self._remember(best.place)

    def _score(self, mention: PlaceMention, named: Named, within: Place | None) -> float:
        place = named.place
        near = closeness(mention.written, named.written)
        if mention.kind is not None and place.kind not in _COMPATIBLE[mention.kind]:
            return -1.0
        if mention.kind == "village" and place.country == "VN":
            return (
                -1.0
            )  # the gazetteer has no villages of Vietnam: a commune of that name is another place
        if place.kind == "gate" and mention.kind != "gate" and mention.source != "gazetteer":
            return -1.0
        above = self._places.above(place)
        lies_in = {one.id for one in above}
        score = 2.0 * near if near else -8.0
        if within is not None:
            inside = within.id in lies_in or (
                place.kind == "gate" and within.country == place.country
            )
            if not inside and within.successor and within.successor in lies_in:
                inside = True
            if not inside:
                return (
                    -1.0
                    if _is_below(place, within) or place.country != within.country
                    else score - 6.0
                )
            score += 10.0
        if mention.kind is not None:
            score += 3.0 if place.kind == mention.kind else 0.5
        elif place.kind == "gate":
            score -= 2.5
        score += 4.0 * bool(lies_in & self._around.keys() - {place.country.lower()})
        score += 2.0 * (place.country.lower() in self._around or place.country in self._home)
        score += 1.0 * (place.country in self._home)
        if place.country == "VN" and not self._home and place.country.lower() not in self._around:
            score += 0.5
        return score + 0.7 * math.log10(max(place.population, 100))


def _is_below(place: Place, within: Place) -> bool:
    return LEVELS[place.kind] < LEVELS[within.kind]


def _sureness(mention: PlaceMention) -> tuple[int, int, int]:
    """Order the widest first: countries and provinces settle what lies in them."""
    level = mention.level
    return (
        -(level if level is not None else 2),
        0 if mention.source == "administrative" else 1,
        mention.start,
    )
