"""What a person has in common with others when they are the same, out of one report's claims."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from graph.folding import compact, phrase
from nlp_models.reading import Appearance, Claim, Reading

# Claims that say that their object is the subject's own; its type says what kind of fact it is.
_OWNING = frozenset({"USES_PHONE", "USES_VEHICLE", "USES_ACCOUNT", "HAS_IDENTITY"})


def _handle(one: Appearance) -> str:
    service = one.attributes.get("service", "").casefold()
    return f"{service}/{one.name.casefold().lstrip('@')}"


def _compact(one: Appearance) -> str:
    return compact(one.name)


def _email(one: Appearance) -> str:
    return one.name.casefold()


def _phone(one: Appearance) -> str:
    return one.name.replace(" ", "")


_SPELLINGS: Mapping[str, tuple[str, Callable[[Appearance], str]]] = {
    "Phone": ("phone", _phone),
    "Vehicle": ("vehicle", _compact),
    "Account": ("account", _compact),
    "Identity": ("identity", _compact),
    "Email": ("email", _email),
    "Handle": ("handle", _handle),
}


def facts_of(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """Return the facts of each appearance, by its id: ``phone:…``, ``born:…``, ``home:…`` …

    Only plain claims make facts: neither what is denied nor what is hearsay.
    """
    by_id = {appearance.id: appearance for appearance in reading.appearances}
    found: dict[str, set[str]] = defaultdict(set)
    for claim in reading.claims:
        if not claim.negated and not claim.hearsay:
            for owner, fact in _facts_of_claim(claim, by_id):
                found[owner].add(fact)
    for one in reading.appearances:
        if one.type == "Person":
            found[one.id].update(_facts_of_person(one, found[one.id]))
    return {id: tuple(sorted(facts)) for id, facts in found.items() if facts}


def _facts_of_claim(claim: Claim, by_id: Mapping[str, Appearance]) -> Iterable[tuple[str, str]]:
    subject, thing = by_id[claim.subject], by_id[claim.object]
    if claim.kind in _OWNING and thing.type in _SPELLINGS:
        kind, spell = _SPELLINGS[thing.type]
        yield subject.id, f"{kind}:{spell(thing)}"
    elif claim.kind == "LIVES_IN" and phrase(thing.name):
        yield subject.id, f"home:{phrase(thing.name)}"
    elif claim.kind == "FAMILY":
        for one, other in ((subject, thing), (thing, subject)):
            # A given name alone is shared by too many to tell anything.
            if len(phrase(other.name).split()) > 1:
                yield one.id, f"relative:{phrase(other.name)}"


def _facts_of_person(person: Appearance, so_far: Iterable[str]) -> Iterable[str]:
    born = person.attributes.get("born")
    if born:
        yield f"born:{born}"
    home = phrase(person.attributes.get("home", ""))
    if home and not any(fact.startswith("home:") for fact in so_far):
        yield f"home:{home}"


def whereabouts_of(reading: Reading) -> Mapping[str, Mapping[str, str]]:
    """Return the ``seat`` of organisations, by their id, and what things are spoken of ``near``.

    Both are a province, abroad a country. A seat is claimed, and in one province; near is what
    the report names most, and is told of organisations and of places of which nothing says where
    they lie.
    """
    seats = _seats(reading)
    near = _most_named(reading)
    found: dict[str, Mapping[str, str]] = {id: {"seat": seat} for id, seat in seats.items()}
    for one in reading.appearances:
        unplaced = one.type == "Organization" and one.id not in seats
        if near and (unplaced or (one.type == "Place" and not _known(one))):
            found[one.id] = {"near": near}
    return found


def _known(place: Appearance) -> bool:
    return "gazetteer" in place.attributes or "within" in place.attributes


def _most_named(reading: Reading) -> str:
    """Name the province, or the country, whose places a report mentions most."""
    counts: Counter[str] = Counter()
    for one in reading.appearances:
        if one.type == "Place" and (province := _province(one)):
            counts[province] += len(one.mentions)
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _seats(reading: Reading) -> Mapping[str, str]:
    by_id = {appearance.id: appearance for appearance in reading.appearances}
    found: dict[str, set[str]] = defaultdict(set)
    for claim in reading.claims:
        one, place = by_id[claim.subject], by_id[claim.object]
        plain = claim.kind == "LOCATED_AT" and not claim.negated and not claim.hearsay
        if plain and (one.type, place.type) == ("Organization", "Place"):
            found[one.id].add(_province(place))
    return {id: min(seats) for id, seats in found.items() if len(seats) == 1 and all(seats)}


def _province(place: Appearance) -> str:
    """Name the widest place that a place lies in; empty where nothing says it."""
    country = place.attributes.get("country", "")
    if country and country != "VN":
        return country
    within = place.attributes.get("within", "")
    if within:
        return within.rpartition(", ")[2]
    return place.name if place.attributes.get("kind") == "province" else ""
