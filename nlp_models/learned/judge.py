"""Judges a whole report: roles at first look, pairs, then roles again in the light of both."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlp_models.learned.pair_features import pair_features
from nlp_models.learned.pairs import Pair, pairs_of
from nlp_models.learned.pattern_features import pattern_features
from nlp_models.learned.person_features import person_features
from nlp_models.learned.report_features import report_features
from nlp_models.learned.scorer import Scorer
from nlp_models.learned.second_look import Told, likeliest, per_person, second_features
from nlp_models.learned.strip import Strip
from nlp_models.reading import Claim

LEAST_TOLD = 0.25
ROLES = ("suspect", "victim", "witness", "official", "other")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A label that holds of a pair, with how sure it is, why, and how it is told."""

    pair: Pair
    label: str
    chance: float
    why: tuple[str, ...]
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the scorers say of one report; a role comes with its sub-role."""

    first: dict[str, tuple[str, str | None]]
    roles: dict[str, tuple[str, str | None]]
    verdicts: tuple[Verdict, ...]
    classes: dict[str, float]
    class_features: frozenset[str]


def judge(
    scorers: Mapping[str, Scorer],
    strip: Strip,
    said: Sequence[Claim],
    phrased: Iterable[str],
) -> Judgement:
    """Judge a report; ``said`` and ``phrased`` are what patterns read of it."""
    whole = report_features(strip, phrased)
    scorer = scorers["classes"]
    classes = dict(zip(scorer.labels, scorer.probabilities(whole).tolist(), strict=True))
    people = {
        one.id: person_features(strip, one, said)
        for one in strip.appearances
        if one.type == "Person" and one.id in strip.places
    }
    look: dict[str, dict[str, float]] = {}
    first: dict[str, tuple[str, str | None]] = {}
    for identifier, features in people.items():
        chances = _chances(scorers["first roles"], features)
        look[identifier] = roles_only(chances)
        first[identifier] = (likeliest(look[identifier]), None)
    verdicts: list[Verdict] = []
    told: list[Told] = []
    names = {identifier: role for identifier, (role, _) in first.items()}
    for pair in pairs_of(strip):
        features = pair_features(strip, pair, names)
        features.update(pattern_features(strip, pair, said))
        told += told_of(strip, pair, _chances(scorers[pair.group], features))
        verdicts += _verdicts(scorers, pair, features)
    mentioned = per_person(told)
    roles = {}
    for identifier, features in people.items():
        features |= second_features(strip, identifier, look, mentioned.get(identifier, ()), classes)
        roles[identifier] = _role(scorers["roles"], features)
    return Judgement(first, roles, tuple(verdicts), classes, frozenset(whole))


def _chances(scorer: Scorer, features: Iterable[str]) -> dict[str, float]:
    return dict(zip(scorer.labels, scorer.probabilities(features).tolist(), strict=True))


def roles_only(chances: Mapping[str, float]) -> dict[str, float]:
    """Return the chances of the five roles, without sub-roles."""
    return {role: chances.get(role, 0.0) for role in ROLES}


def told_of(strip: Strip, pair: Pair, chances: Mapping[str, float]) -> Iterator[Told]:
    """Give what a pair may tell for the second look."""
    a, b = strip.items[pair.first].id, strip.items[pair.second].id
    for label, chance in chances.items():
        if chance >= LEAST_TOLD:
            yield Told(a, b, label, chance)


def _verdicts(scorers: Mapping[str, Scorer], pair: Pair, features: set[str]) -> Iterator[Verdict]:
    scorer = scorers[pair.group]
    held = scorer.told(features)
    if not held:
        return
    flags = frozenset(scorers["flags"].told(features))
    for label, chance in held.items():
        why = tuple(scorer.strongest(features, label, 12))
        yield Verdict(pair, label, chance, why, flags)


def _role(scorer: Scorer, features: Iterable[str]) -> tuple[str, str | None]:
    """Return the likeliest role, and its likeliest sub-role where that holds by itself."""
    chances = scorer.probabilities(features)
    judged = list(zip(scorer.labels, chances.tolist(), scorer.thresholds.tolist(), strict=True))
    _, role = max((chance, label) for label, chance, _ in judged if "/" not in label)
    subs = [
        (chance, label.partition("/")[2])
        for label, chance, least in judged
        if label.startswith(f"{role}/") and chance >= least
    ]
    return role, max(subs)[1] if subs else None
