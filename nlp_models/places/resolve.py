"""Which place a name means, from the chain around it and the report's other places."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

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
_WIDE: frozenset[Kind] = frozenset({"country"})
_NEARNESS, _NEAR_KM, _DEGREE_KM = 4.0, 80.0, 111.2


class Surroundings:
    """What the resolved places of a report are, what they lie in, and where they are.

    A name without a chain does not speak for itself: else what was taken for it first would stay.
    """

    def __init__(self) -> None:
        self._ids: dict[str, set[str]] = defaultdict(set)  # by id, the keys of names that say it
        self._points: dict[tuple[float, float], set[str]] = defaultdict(set)

    def add(self, mention: PlaceMention, place: Place, above: Sequence[Place]) -> None:
        """Note a resolved place, and all that it lies in."""
        said_by = gazetteer_key(mention.written) if mention.within is None else ""
        for one in (place, *above):
            self._ids[one.id].add(said_by)
        if place.kind not in _WIDE and place.latitude is not None and place.longitude is not None:
            self._points[place.latitude, place.longitude].add(said_by)

    def without(self, key: str) -> "View":
        """Look at all that is not said by one name itself."""
        return View(
            frozenset(id for id, keys in self._ids.items() if keys - {key}),
            tuple(point for point, keys in self._points.items() if keys - {key}),
        )


@dataclass(frozen=True, slots=True)
class View:
    """The surroundings of one name: ids of places, and points in degrees."""

    ids: frozenset[str] = frozenset()
    points: tuple[tuple[float, float], ...] = ()

    def __contains__(self, id: str) -> bool:
        return id in self.ids

    def nearness(self, place: Place) -> float:
        """Say how near the nearest point is: 1 when there, 0 from some hundred kilometres on."""
        if place.latitude is None or place.longitude is None or place.kind in _WIDE:
            return 0.0
        here = (place.latitude, place.longitude)
        nearest = min((_kilometres(here, point) for point in self.points), default=math.inf)
        return math.exp(-nearest / _NEAR_KM)


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure a short distance on the globe, flat, between two points in degrees."""
    across = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return _DEGREE_KM * math.hypot(one[0] - other[0], across)


class Resolver:
    """Chooses among homonyms: the outermost of a chain first, then with all places known."""

    def __init__(self, places: Gazetteer, language: Language) -> None:
        self._places = places
        self._home = _HOME[language]
        self._around = Surroundings()

    def resolve(self, mentions: Sequence[PlaceMention]) -> None:
        """Give every mention its place where the gazetteer has one that fits."""
        ordered = sorted(mentions, key=_sureness)
        for mention in ordered:
            self._settle(mention)
        self._around = Surroundings()
        for mention in ordered:
            self._remember(mention)
        for mention in ordered:  # once more, now that all the report's places are known
            self._settle(mention)

    def _remember(self, mention: PlaceMention) -> None:
        if mention.found is not None:
            place = mention.found.place
            self._around.add(mention, place, self._places.above(place))

    def _settle(self, mention: PlaceMention) -> None:
        within = mention.within
        if within is not None and within.found is None:
            self._settle(within)
        key = gazetteer_key(mention.written)
        candidates = self._places.named(key)
        here = self._around.without(key) if len(candidates) > 1 else View()
        best, best_score = None, _ENOUGH
        for named in candidates:
            score = self._score(
                mention, named, within.found.place if within and within.found else None, here
            )
            if score > best_score:
                best, best_score = named, score
        mention.found = best
        self._remember(mention)

    def _score(
        self, mention: PlaceMention, named: Named, within: Place | None, here: View
    ) -> float:
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
        elif place.kind == "country":
            score += 2.0
        country = place.country.lower()
        score += 4.0 * any(one in here for one in lies_in if one != country)
        score += 2.0 * (country in here or place.country in self._home)
        score += 1.0 * (place.country in self._home)
        if place.country == "VN" and not self._home and country not in here:
            score += 0.5
        score += _NEARNESS * here.nearness(place)
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
