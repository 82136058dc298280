"""Reads the claims of a report, and the legs of its routes, by trained scorers over pairs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models.learned.judge import Judgement, Verdict
from nlp_models.learned.pairs import Pair
from nlp_models.learned.strip import Item, Strip
from nlp_models.reading import Claim
from nlp_models.vocabulary import ClaimKind

# what a person has is rarely another's too: only owners nearly as likely as the best are kept
ONE_OWNER = {"USES_PHONE": 0.8, "HAS_IDENTITY": 0.9, "USES_ACCOUNT": 0.8, "USES_VEHICLE": 0.6}
ONE_HOME = 0.75
BOTH_WAYS = frozenset({"FAMILY", "ASSOCIATE", "CONTACTED"})
WITH_DATE = frozenset({"RECRUITED", "TRANSPORTED", "SOLD", "PAID", "CONTACTED"})
WITH_AMOUNT = frozenset({"PAID", "SOLD", "RECRUITED", "TRANSPORTED"})
LEG = "LEG"
REACH = 60  # items
DENIED_WITHIN = 8  # items
WORD_FEATURES = frozenset({"m", "e1", "f1", "l1", "r1", "l", "r", "mid"})


@dataclass(frozen=True, slots=True)
class Leg:
    """A step of a route: from one place to the next, told by a pair of mentions."""

    origin: str
    goal: str
    pair: Pair
    chance: float
    planned: bool


@Language.component(
    "filrouge_relations",
    requires=["doc._.judgement", "doc._.strip", "doc._.said"],
    assigns=["doc._.claims", "doc._.legs"],
)
def relations(doc: Doc) -> Doc:
    """Leave the report's claims and legs; without scorers, what the patterns say."""
    judgement: Judgement | None = doc._.judgement
    if judgement is None:
        doc._.claims = doc._.said
        return doc
    strip: Strip = doc._.strip
    claims: list[Claim] = []
    legs: list[Leg] = []
    for verdict in judgement.verdicts:
        ends = _ends(strip, verdict)
        if verdict.label.startswith(LEG):
            legs.append(Leg(*ends, verdict.pair, verdict.chance, "planned" in verdict.flags))
        else:
            claims.append(_claim(strip, verdict, *ends))
    doc._.claims = tuple(_sifted(claims))
    doc._.legs = tuple(legs)
    return doc


def _ends(strip: Strip, verdict: Verdict) -> tuple[str, str]:
    a, b = strip.items[verdict.pair.first].id, strip.items[verdict.pair.second].id
    return (b, a) if verdict.label.endswith("<") else (a, b)


def _claim(strip: Strip, verdict: Verdict, subject: str, other: str) -> Claim:
    kind = cast(ClaimKind, verdict.label.rstrip("<>"))
    pair = verdict.pair
    sentence = strip.items[pair.second].sentence
    start, end = strip.sentences[sentence]
    inside = strip.items[pair.first : pair.second + 1]
    around = strip.items[max(0, pair.first - REACH) : pair.second + REACH]
    near = [item for item in around if item.id and item.sentence == sentence]
    return Claim(
        kind,
        subject,
        other,
        start,
        end,
        round(min(verdict.chance, 0.99), 3),
        _why(verdict),
        "neg" in verdict.flags or _denied(strip, pair),
        "hearsay" in verdict.flags or _rumoured(strip, pair),
        _only(strip, near, "Date") if kind in WITH_DATE else None,
        _only(strip, [*inside, *near], "Money") if kind in WITH_AMOUNT else None,
    )


def _denied(strip: Strip, pair: Pair) -> bool:
    """Tell whether what stands between two near mentions denies it: “Mỷ không quen biết Xềnh”."""
    if not pair.same_sentence or pair.second - pair.first > DENIED_WITHIN:
        return False
    between = strip.classes[pair.first + 1 : pair.second]
    return any("NEG" in names or "V_DENY" in names for names in between)


def _rumoured(strip: Strip, pair: Pair) -> bool:
    """Tell whether words of rumour stand right before the pair or in it: “nghe nói Xềnh nhận …”."""
    near = range(max(0, pair.first - DENIED_WITHIN), pair.second)
    sentences = {strip.items[pair.first].sentence, strip.items[pair.second].sentence}
    return any(
        "HEARSAY" in strip.classes[place] and strip.items[place].sentence in sentences
        for place in near
    )


def _only(strip: Strip, items: Iterable[Item], kind: str) -> str | None:
    """Return the name of the one appearance of a type among items, None where there are more."""
    named = [strip.by_id[item.id] for item in items if item.id]
    names = {one.name for one in named if one.type == kind}
    return names.pop() if len(names) == 1 else None


def _why(verdict: Verdict) -> str:
    """Say what spoke most for a claim: a pattern by its name, else the words that weighed most."""
    sure = f"({verdict.chance:.2f})"
    pattern = next((name[4:].rstrip("<>") for name in verdict.why if name.startswith("why:")), "")
    if pattern:
        return f"{pattern} {sure}"
    told = [name.partition(":") for name in verdict.why]
    words = [word for name, _, word in told if name in WORD_FEATURES and word.islower()][:2]
    return f"{' … '.join(words)} {sure}" if words else f"score {sure}"


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
        for end in ((claim.kind, claim.object), (claim.kind, claim.subject)):
            owners[end] = max(owners.get(end, 0.0), claim.confidence)
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
