"""What part each person plays in a report: by the words at their names and by the claims read."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.masked import Masked, rule
from nlp_models.reading import Appearance, Claim
from nlp_models.role_words import AFTER, BEFORE, SUB_ROLES
from nlp_models.vocabulary import Role

# a claim says something of the part its ends play: role of subject, its sub-role, role of object
_BY_CLAIM: dict[str, tuple[str, str, str]] = {
    "RECRUITED": ("suspect", "recruiter", "victim"),
    "TRANSPORTED": ("suspect", "transporter", "victim"),
    "SOLD": ("suspect", "", "victim"),
}
_NAME = rule(r"<P1>")


@Language.factory(
    "filrouge_roles",
    requires=["doc._.appearances", "doc._.claims", "doc._.masked"],
    assigns=["doc._.appearances"],
)
def make_roles(nlp: Language, name: str) -> "Roles":
    """Make the component for a pipeline."""
    return Roles(cast(vocabulary.Language, nlp.lang))


@dataclass(slots=True)
class Signs:
    """What speaks for each role of one person."""

    weights: Counter[str] = field(default_factory=Counter)
    subs: Counter[str] = field(default_factory=Counter)


class Roles:
    """Gives each person of a report its role and sub-role."""

    def __init__(self, language: vocabulary.Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        appearances: tuple[Appearance, ...] = doc._.appearances
        signs: dict[str, Signs] = defaultdict(Signs)
        for sentence in doc._.masked:
            self._read(sentence, signs)
        _from_claims(doc._.claims, signs)
        _from_themselves(appearances, signs)
        roles = {one.id: _decide(signs[one.id]) for one in appearances if one.type == "Person"}
        relatives = _relatives(doc._.claims, {key: role for key, (role, _) in roles.items()})
        doc._.appearances = tuple(
            _with_role(one, roles[one.id], one.id in relatives) if one.id in roles else one
            for one in appearances
        )
        return doc

    def _read(self, sentence: Masked, signs: dict[str, Signs]) -> None:
        for group in _NAME.finditer(sentence):
            who = sentence.of(group.group())[0].id
            left = sentence.text[max(0, group.start() - 60) : group.start()]
            right = sentence.text[group.end() : group.end() + 110]
            for role, weight, cue in BEFORE[self.language]:
                if cue.on(sentence).search(left):
                    signs[who].weights[role] += weight
            for role, weight, cue in AFTER[self.language]:
                if cue.on(sentence).search(right):
                    signs[who].weights[role] += weight
            for sub, before, after in SUB_ROLES[self.language]:
                if before.on(sentence).search(left) or after.on(sentence).search(right):
                    signs[who].subs[sub] += 2


def _from_claims(claims: Iterable[Claim], signs: dict[str, Signs]) -> None:
    for claim in claims:
        if claim.kind in _BY_CLAIM and not claim.negated:
            role, sub, other = _BY_CLAIM[claim.kind]
            weight = 3 if claim.confidence > 0.6 else 2
            signs[claim.subject].weights[role] += weight
            signs[claim.object].weights[other] += weight
            if sub:
                signs[claim.subject].subs[sub] += 1
        elif claim.kind == "PAID" and claim.why == "price_of_a_sale":
            signs[claim.subject].weights["suspect"] += 3
            signs[claim.subject].subs["buyer"] += 3


def _from_themselves(appearances: Iterable[Appearance], signs: dict[str, Signs]) -> None:
    """Initials and young age speak for a victim; an alias speaks for a suspect."""
    for one in appearances:
        if one.type != "Person":
            continue
        if one.attributes.get("minor"):
            signs[one.id].weights["victim"] += 3
        last = one.name.split()[-1]
        if (
            len(last.rstrip(".")) <= 2
            and last[0].isupper()
            and ("." in last or len(last.rstrip(".")) == 1)
        ):
            signs[one.id].weights["victim"] += 2
        if one.aliases:
            signs[one.id].weights["suspect"] += 1


def _decide(signs: Signs) -> tuple[Role, str | None]:
    if not signs.weights:
        return "other", None
    order = ("official", "suspect", "victim", "witness", "other")
    role = max(order, key=lambda name: (signs.weights[name], -order.index(name)))
    sub = None
    if role == "suspect" and signs.subs:
        best, count = signs.subs.most_common(1)[0]
        sub = best if count else None
    return cast(Role, role), sub


def _relatives(claims: Iterable[Claim], roles: dict[str, Role]) -> set[str]:
    """Return who is kin of somebody in the report and plays no other part."""
    kin: set[str] = set()
    for claim in claims:
        if claim.kind == "FAMILY" and not claim.negated:
            for one, other in ((claim.subject, claim.object), (claim.object, claim.subject)):
                if roles.get(other) in {"victim", "suspect"}:
                    kin.add(one)
    return kin


def _with_role(one: Appearance, role: tuple[Role, str | None], kin: bool) -> Appearance:
    name, sub = role
    if kin and name in {"other", "witness"}:
        name, sub = "other", "relative"
    return replace(one, role=name, sub_role=sub)
