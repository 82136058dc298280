"""Judges a whole report: roles at first look, pairs, then roles again in the light of both."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlp_models.encoder.encoded import Encoded, PairSpans
from nlp_models.learned.blend import Mix, blended, blended_roles, mixes
from nlp_models.learned.pair_features import pair_features
from nlp_models.learned.pairs import Pair, pairs_of
from nlp_models.learned.pattern_features import by_appearance, pattern_features
from nlp_models.learned.person_features import person_features
from nlp_models.learned.report_features import report_features
from nlp_models.learned.scorer import Scorer, holding
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
    class_least: dict[str, float]


def judge(
    scorers: Mapping[str, Scorer],
    strip: Strip,
    said: Sequence[Claim],
    phrased: Iterable[str],
    encoded: Encoded | None = None,
) -> Judgement:
    """Judge a report; ``said`` and ``phrased`` are what patterns read of it.

    With ``encoded`` its heads have their say in every chance.
    """
    whole = report_features(strip, phrased)
    seen = Seen(strip, encoded)
    classes = seen.classes(scorers["classes"].chances(whole))
    people = {
        one.id: person_features(strip, one, said)
        for one in strip.appearances
        if one.type == "Person" and one.id in strip.places
    }
    look: dict[str, dict[str, float]] = {}
    first: dict[str, tuple[str, str | None]] = {}
    for identifier, features in people.items():
        chances = scorers["first roles"].chances(features)
        look[identifier] = seen.roles(identifier, roles_only(chances))
        first[identifier] = (likeliest(look[identifier]), None)
    verdicts: list[Verdict] = []
    told: list[Told] = []
    names = {identifier: role for identifier, (role, _) in first.items()}
    pairs = list(pairs_of(strip))
    said_of = by_appearance(said)
    for pair, scores in zip(pairs, seen.pairs(pairs), strict=True):
        features = pair_features(strip, pair, names)
        features.update(pattern_features(strip, pair, said_of))
        chances = scorers[pair.group].chances(features)
        told += told_of(strip, pair, blended(mixes().get(pair.group), chances, scores))
        verdicts += _verdicts(scorers, pair, features, chances, scores)
    mentioned = per_person(told)
    roles = {}
    for identifier, features in people.items():
        features |= second_features(strip, identifier, look, mentioned.get(identifier, ()), classes)
        roles[identifier] = seen.role(scorers["roles"], identifier, features)
    least = seen.class_least(scorers["classes"])
    return Judgement(first, roles, tuple(verdicts), classes, frozenset(whole), least)


def roles_only(chances: Mapping[str, float]) -> dict[str, float]:
    """Return the chances of the five roles, without sub-roles."""
    return {role: chances.get(role, 0.0) for role in ROLES}


def told_of(strip: Strip, pair: Pair, chances: Mapping[str, float]) -> Iterator[Told]:
    """Give what a pair may tell for the second look."""
    a, b = strip.items[pair.first].id, strip.items[pair.second].id
    for label, chance in chances.items():
        if chance >= LEAST_TOLD:
            yield Told(a, b, label, chance)


def _verdicts(
    scorers: Mapping[str, Scorer],
    pair: Pair,
    features: set[str],
    chances: Mapping[str, float],
    scores: Mapping[str, float] | None,
) -> Iterator[Verdict]:
    scorer = scorers[pair.group]
    held = _held(scorer, mixes().get(pair.group), chances, scores)
    if not held:
        return
    flagger = scorers["flags"]
    flags = frozenset(_held(flagger, mixes().get("flags"), flagger.chances(features), scores))
    for label, chance in held.items():
        why = tuple(scorer.strongest(features, label, 12))
        yield Verdict(pair, label, chance, why, flags)


def _held(
    scorer: Scorer,
    mix: Mix | None,
    chances: Mapping[str, float],
    scores: Mapping[str, float] | None,
) -> dict[str, float]:
    """Return the labels that hold, by the scorer's own thresholds or by the blend's."""
    if mix is None or scores is None:
        return holding(chances, scorer.least)
    return holding(blended(mix, chances, scores), dict.fromkeys(scorer.labels, mix.least))


class Seen:
    """What the encoder's heads add to the chances; nothing where there is no encoder."""

    def __init__(self, strip: Strip, encoded: Encoded | None) -> None:
        self._strip = strip
        self._encoded = encoded
        self._people: dict[str, dict[str, float] | None] = {}

    def person(self, identifier: str) -> dict[str, float] | None:
        """Return the scores of roles and sub-roles for one person."""
        if self._encoded is None:
            return None
        if identifier not in self._people:
            items = [self._strip.items[place] for place in self._strip.places[identifier]]
            # the head has learned from names alone
            items = [item for item in items if not item.teller]
            self._people[identifier] = self._encoded.roles([(i.start, i.end) for i in items])
        return self._people[identifier]

    def roles(self, identifier: str, chances: Mapping[str, float]) -> dict[str, float]:
        return blended_roles(mixes().get("roles"), chances, self.person(identifier))

    def role(
        self, scorer: Scorer, identifier: str, features: Iterable[str]
    ) -> tuple[str, str | None]:
        """Return the likeliest role, and its likeliest sub-role where that holds by itself."""
        chances = scorer.chances(features)
        whole = self.roles(identifier, roles_only(chances))
        role = max(whole, key=lambda name: (whole[name], name))
        held = holding(chances, scorer.least)
        subs = {label: held[label] for label in held if label.startswith(f"{role}/")}
        best = max(subs, key=lambda label: (subs[label], label), default="")
        return role, best.partition("/")[2] or None

    def pairs(self, pairs: Sequence[Pair]) -> list[dict[str, float] | None]:
        """Return the scores of each pair's labels and flags."""
        if self._encoded is None:
            return [None] * len(pairs)
        return self._encoded.pairs([pair_spans(self._strip, pair) for pair in pairs])

    def class_least(self, scorer: Scorer) -> dict[str, float]:
        """Return the chance from which each class holds."""
        mix = mixes().get("classes") if self._encoded else None
        return dict.fromkeys(scorer.labels, mix.least) if mix else scorer.least

    def classes(self, chances: Mapping[str, float]) -> dict[str, float]:
        scores = self._encoded.classes() if self._encoded else None
        return blended(mixes().get("classes"), chances, scores)


def pair_spans(strip: Strip, pair: Pair) -> PairSpans:
    """Return what the encoder must know of a pair."""
    a, b = strip.items[pair.first], strip.items[pair.second]
    distance, sentences = pair.second - pair.first, b.sentence - a.sentence
    return PairSpans((a.start, a.end), (b.start, b.end), pair.group, distance, sentences)
