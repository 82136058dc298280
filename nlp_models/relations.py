"""Reads the claims of a report, and the legs of its routes, by trained scorers over pairs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.learned.pair_features import pair_features
from nlp_models.learned.pairs import Pair, pairs_of
from nlp_models.learned.pattern_features import pattern_features
from nlp_models.learned.scorer import Scorer
from nlp_models.learned.strip import Strip
from nlp_models.learned.weights import scorers
from nlp_models.reading import Appearance, Claim
from nlp_models.vocabulary import ClaimKind

# what a person has is rarely another's too: only owners nearly as likely as the best are kept
ONE_OWNER = {"USES_PHONE": 0.8, "HAS_IDENTITY": 0.9, "USES_ACCOUNT": 0.8, "USES_VEHICLE": 0.6}
ONE_HOME = 0.75
BOTH_WAYS = frozenset({"FAMILY", "ASSOCIATE", "CONTACTED"})
WITH_DATE = frozenset({"RECRUITED", "TRANSPORTED", "SOLD", "PAID", "CONTACTED"})
WITH_AMOUNT = frozenset({"PAID", "SOLD", "RECRUITED", "TRANSPORTED"})
LEG = "LEG"
_WORD_FEATURES = ("m", "e1", "f1", "l1", "r1", "l", "r", "mid")


@dataclass(frozen=True, slots=True)
class Leg:
    """A step of a route: from one place to the next, told by a pair of mentions."""

    origin: str
    goal: str
    pair: Pair
    chance: float
    planned: bool


@Language.factory(
    "filrouge_relations",
    requires=["doc._.appearances", "doc._.strip", "doc._.said"],
    assigns=["doc._.claims", "doc._.legs"],
)
def make_relations(nlp: Language, name: str) -> "Relations":
    """Make the component for a pipeline."""
    return Relations(cast(vocabulary.Language, nlp.lang))


class Relations:
    """Leaves the report's claims and legs; without scorers, what the patterns say."""

    def __init__(self, language: vocabulary.Language) -> None:
        self.language = language
        self.scorers = scorers()

    def __call__(self, doc: Doc) -> Doc:
        if not self.scorers:
            doc._.claims = doc._.said
            return doc
        strip: Strip = doc._.strip
        appearances: tuple[Appearance, ...] = doc._.appearances
        roles = {one.id: one.role or "" for one in appearances if one.role}
        claims: list[Claim] = []
        legs: list[Leg] = []
        for pair in pairs_of(strip):
            features = pair_features(strip, pair, roles)
            features.update(pattern_features(strip, pair, doc._.said))
            told = self.scorers[pair.group].told(features)
            if not told:
                continue
            flags = self.scorers["flags"].told(features)
            for label, chance in told.items():
                if label.startswith(LEG):
                    legs.append(_leg(strip, pair, label, chance, flags))
                else:
                    why = _why(self.scorers[pair.group], features, label, chance)
                    claims.append(_claim(strip, pair, label, chance, why, flags))
        doc._.claims = tuple(_sifted(claims))
        doc._.legs = tuple(legs)
        return doc


def _ends(strip: Strip, pair: Pair, label: str) -> tuple[str, str]:
    a, b = strip.items[pair.first].id, strip.items[pair.second].id
    return (b, a) if label.endswith("<") else (a, b)


def _leg(strip: Strip, pair: Pair, label: str, chance: float, flags: Mapping[str, float]) -> Leg:
    return Leg(*_ends(strip, pair, label), pair, chance, "planned" in flags)


def _claim(
    strip: Strip, pair: Pair, label: str, chance: float, why: str, flags: Mapping[str, float]
) -> Claim:
    kind = cast(ClaimKind, label.rstrip("<>"))
    subject, other = _ends(strip, pair, label)
    sentence = strip.items[pair.second].sentence
    start, end = strip.sentences[sentence]
    inside = strip.items[pair.first : pair.second + 1]
    near = (
        [item for item in strip.items if item.id and item.sentence == sentence]
        if kind in WITH_DATE
        else []
    )
    return Claim(
        kind,
        subject,
        other,
        start,
        end,
        round(min(chance, 0.99), 3),
        why,
        "neg" in flags,
        "hearsay" in flags,
        _only(strip, near, "Date") if kind in WITH_DATE else None,
        _only(strip, [*inside, *near], "Money") if kind in WITH_AMOUNT else None,
    )


def _only(strip: Strip, items: Iterable[object], kind: str) -> str | None:
    """Return the name of the one appearance of a type among items, None where there are more."""
    names = {
        strip.by_id[item.id].name  # type: ignore[attr-defined]
        for item in items
        if item.id and strip.by_id[item.id].type == kind  # type: ignore[attr-defined]
    }
    return names.pop() if len(names) == 1 else None


def _why(scorer: Scorer, features: Iterable[str], label: str, chance: float) -> str:
    """Say what spoke most for a claim: a pattern by its name, else the words that weighed most."""
    strongest = scorer.strongest(features, label, 12)
    pattern = next((name[4:-1] for name in strongest if name.startswith("why:")), None)
    if pattern:
        return f"{pattern} ({chance:.2f})"
    words = [
        name.partition(":")[2]
        for name in strongest
        if name.partition(":")[0] in _WORD_FEATURES
        and any(map(str.isalpha, name.partition(":")[2]))
    ]
    words = [word for word in words if not word.isupper()][:2]
    return f"{' … '.join(words)} ({chance:.2f})" if words else f"score {chance:.2f}"


def _sifted(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give each claim of a sentence once; numbers to their owner, people their nearest homes."""
    best: dict[tuple[str, str, str, int], Claim] = {}
    for claim in claims:
        ends = (claim.subject, claim.object)
        if claim.kind in BOTH_WAYS:
            ends = (min(ends), max(ends))
        key = (claim.kind, *ends, claim.start)
        if key not in best or best[key].confidence < claim.confidence:
            best[key] = claim
    owners: dict[tuple[str, str], float] = {}
    for claim in best.values():
        for key in ((claim.kind, claim.object), (claim.kind, claim.subject)):
            owners[key] = max(owners.get(key, 0.0), claim.confidence)
    order = sorted(best.values(), key=lambda one: (one.start, one.kind, one.subject, one.object))
    for claim in order:
        if claim.kind in ONE_OWNER:
            if claim.confidence < owners[claim.kind, claim.object] * ONE_OWNER[claim.kind]:
                continue
        elif claim.kind == "LIVES_IN" and (
            claim.confidence < owners[claim.kind, claim.subject] * ONE_HOME
        ):
            continue
        yield claim
