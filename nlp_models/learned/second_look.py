"""A second look at a person's role, once all roles and claims of the report were judged once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlp_models.learned.strip import Strip

Chances = Mapping[str, float]
NEAR = 12


@dataclass(frozen=True, slots=True)
class Told:
    """What the first look read between two appearances: the label as seen from the first."""

    first: str
    second: str
    label: str
    chance: float


def second_features(
    strip: Strip,
    identifier: str,
    first_look: Mapping[str, Chances],
    told: Iterable[Told],
    classes: Chances,
) -> set[str]:
    """Return the features that the first look adds for one person.

    ``first_look`` gives the chance of each role for each person, ``classes`` those of the report.
    """
    return {
        *_own(first_look[identifier]),
        *_others(strip, identifier, first_look),
        *_claims(identifier, first_look, told),
        *_report(identifier, first_look, classes),
    }


def likeliest(chances: Chances) -> str:
    """Return the likeliest role."""
    return max(chances, key=lambda role: (chances[role], role))


def _own(chances: Chances) -> Iterator[str]:
    order = sorted(chances, key=chances.__getitem__, reverse=True)
    yield f"1st:{order[0]}"
    yield f"1st:{order[0]}>{order[1]}"
    for role, chance in chances.items():
        for least in (0.15, 0.3, 0.5, 0.7, 0.9):
            if chance >= least:
                yield f"1st:{role}>{least}"


def _others(strip: Strip, identifier: str, first_look: Mapping[str, Chances]) -> Iterator[str]:
    """Give the roles of the people next to each mention, and the words in between."""
    for place in strip.places[identifier]:
        for way, step in (("<", -1), (">", 1)):
            for distance in range(1, NEAR):
                other = place + step * distance
                if not 0 <= other < len(strip.items):
                    break
                item = strip.items[other]
                if item.word == "P" and item.id != identifier and item.id in first_look:
                    role = likeliest(first_look[item.id])
                    between = strip.words[min(place, other) + 1 : max(place, other)]
                    yield f"by{way}{role}"
                    if len(between) <= 3:
                        yield f"by{way}{role}:{' '.join(between)}"
                    break


def _claims(
    identifier: str, first_look: Mapping[str, Chances], told: Iterable[Told]
) -> Iterator[str]:
    for one in told:
        if identifier not in (one.first, one.second):
            continue
        way = "1" if identifier == one.first else "2"
        other = one.second if identifier == one.first else one.first
        role = likeliest(first_look[other]) if other in first_look else "-"
        yield f"told{way}:{one.label}"
        yield f"told{way}:{one.label}:{role}"
        if one.chance > 0.6:
            yield f"told{way}!:{one.label}"


def _report(identifier: str, first_look: Mapping[str, Chances], classes: Chances) -> Iterator[str]:
    roles = [likeliest(chances) for key, chances in first_look.items() if key != identifier]
    for role in ("suspect", "victim", "official", "witness"):
        yield f"others:{role}:{min(roles.count(role), 3)}"
    for name, chance in classes.items():
        if chance > 0.4:
            yield f"class:{name}"
    trafficking = classes.get("ANY", 1.0)
    yield f"trafficking:{int(trafficking * 5)}"


def per_person(told: Sequence[Told]) -> dict[str, list[Told]]:
    """Sort what was told by the people it is of."""
    found: dict[str, list[Told]] = {}
    for one in told:
        found.setdefault(one.first, []).append(one)
        found.setdefault(one.second, []).append(one)
    return found
