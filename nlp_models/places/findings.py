"""A place as it is handed on: its name as written, with what the gazetteer and the chain say."""

from nlp_models.finding import Finding
from nlp_models.folding import fold
from nlp_models.gazetteer.lookup import Gazetteer
from nlp_models.places.mention import PlaceMention


def finding_of(mention: PlaceMention, places: Gazetteer) -> Finding:
    """Return the finding; an unknown place keeps the chain it was written in."""
    attributes: dict[str, str] = {}
    place = mention.found.place if mention.found else None
    kind = mention.kind or (place.kind if place else None)
    if kind:
        attributes["kind"] = kind
    chain = _chain(mention, places)
    if chain:
        attributes["within"] = ", ".join(chain)
    country = place.country if place else _country(mention)
    if country:
        attributes["country"] = country
    if place is not None:
        attributes["gazetteer"] = place.id
        successor = places.place(place.successor) if place.successor else None
        if successor and fold(successor.name) == fold(place.name):
            # a commune that kept its name in the mergers of 2025
            attributes["successor"] = successor.id
        if place.latitude is not None and place.longitude is not None:
            attributes["latitude"] = f"{place.latitude:.4f}"
            attributes["longitude"] = f"{place.longitude:.4f}"
            attributes["precision"] = place.precision
    return Finding(
        mention.start, mention.end, "Place", " ".join(mention.written.split()), attributes
    )


def _chain(mention: PlaceMention, places: Gazetteer) -> list[str]:
    """Return the names of what the place lies in, without the country, the nearest first."""
    if mention.found is not None:
        return [
            above.name for above in places.above(mention.found.place) if above.kind != "country"
        ]
    within = mention.within
    if within is None or within.level == 4:
        return []
    return [within.found.place.name if within.found else within.written, *_chain(within, places)]


def _country(mention: PlaceMention) -> str | None:
    within = mention.within
    while within is not None:
        if within.found is not None:
            return within.found.place.country
        within = within.within
    return None
