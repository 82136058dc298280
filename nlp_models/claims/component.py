"""Reads by pattern what a report claims, sentence by sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.assembly import stripped
from nlp_models.claims import wording
from nlp_models.claims.frames import Before, Said, said_by_verbs
from nlp_models.claims.normal import normal
from nlp_models.claims.patterns import PATTERNS, Pattern
from nlp_models.masked import Masked, Named, keeps_marks, masked
from nlp_models.reading import Appearance, Claim

# several of these for one object are one too many: only the first, surest one is kept
_ONE_OWNER = {"USES_PHONE", "HAS_IDENTITY", "USES_ACCOUNT"}
_BOTH_WAYS = {"FAMILY", "ASSOCIATE", "CONTACTED"}


@Language.factory(
    "filrouge_claims",
    requires=["doc._.appearances", "doc.sents"],
    assigns=["doc._.said", "doc._.masked"],
)
def make_claims(nlp: Language, name: str) -> "Claims":
    """Make the component for a pipeline."""
    return Claims(cast(vocabulary.Language, nlp.lang))


class Claims:
    """Leaves what the patterns say and, for the next components, the masked sentences."""

    def __init__(self, language: vocabulary.Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        appearances: tuple[Appearance, ...] = doc._.appearances
        text = doc.text  # put together anew each time it is asked for
        bounds = [
            span
            for sentence in doc.sents
            if (span := stripped(text, sentence.start_char, sentence.end_char))
        ]
        sentences = list(masked(text, bounds, appearances, keeps_marks(text)))
        before = Before()
        found: list[Claim] = []
        for sentence in sentences:
            if not sentence.named:
                continue
            found += self._claims(sentence, before, {one.id: one for one in appearances})
        doc._.masked = tuple(sentences)
        doc._.said = tuple(_best(found))
        return doc

    def _claims(
        self, sentence: Masked, before: Before, known: dict[str, Appearance]
    ) -> Iterator[Claim]:
        plain = normal(sentence, self.language)
        _remember_teller(plain, self.language, before)
        hearsay = wording.HEARSAY[self.language].search(sentence) is not None
        dates = [one for one in sentence.named if one.type == "Date"]
        date = known[dates[0].id].name if len({one.id for one in dates}) == 1 else None
        people = [one for one in plain.named if one.type in {"Person", "Organization"}]
        said = list(said_by_verbs(plain, self.language, before))
        for pattern in PATTERNS[self.language]:
            said += _said_by(pattern, sentence, plain, self.language, before)
        if people and not any(one.kind in {"RECRUITED", "TRANSPORTED", "SOLD"} for one in said):
            before.subjects = (people[0],)
        for one in said:
            for subject in one.subjects:
                for other in one.objects:
                    if subject.id != other.id:
                        yield Claim(
                            one.kind,
                            subject.id,
                            other.id,
                            sentence.start,
                            sentence.end,
                            one.confidence,
                            one.why,
                            one.negated,
                            hearsay,
                            date
                            if one.kind in {"RECRUITED", "TRANSPORTED", "SOLD", "PAID", "CONTACTED"}
                            else None,
                            known[one.amount.id].name if one.amount else None,
                        )


def _said_by(
    pattern: Pattern, whole: Masked, plain: Masked, language: vocabulary.Language, before: Before
) -> Iterator[Said]:
    """Give what one pattern says of a sentence; asides count for homes and numbers."""
    sentence = plain if pattern.kind in {"FAMILY", "ASSOCIATE"} else whole
    needed = {sign for sign in pattern.subjects}
    if not any(sign in sentence.text for sign in needed):
        return
    taken: set[str] = set()
    for rule in pattern.rules:
        for match in rule.finditer(sentence):
            objects = tuple(
                one
                for one in sentence.of(match["o"])
                if one.id not in taken or pattern.kind == "FAMILY"
            )
            subjects = sentence.of(match["s"])
            if not objects or not subjects:
                continue
            if pattern.kind == "LIVES_IN":
                objects = objects[:1]
            taken |= {one.id for one in objects}
            negated = (
                wording.NEGATED[language]
                .on(sentence)
                .search(
                    sentence.text[max(0, match.start("s") - 10) : match.start("o")].replace(
                        match["s"], ""
                    )
                )
                is not None
                if pattern.kind in {"FAMILY", "ASSOCIATE", "MEMBER_OF"}
                else False
            )
            if negated is False and pattern.kind in {"MEMBER_OF", "FAMILY"}:
                between = sentence.text[match.start("s") : match.start("o")]
                negated = any(
                    word in between
                    for word in (
                        "không phải",
                        "khong phai",
                        "n'est pas",
                        "is not",
                        "was not",
                        "isn't",
                    )
                )
            yield Said(pattern.kind, subjects, objects, pattern.confidence, pattern.name, negated)


def _remember_teller(sentence: Masked, language: vocabulary.Language, before: Before) -> None:
    teller = wording.NARRATOR[language].search(sentence)
    if teller:
        people = [one for one in sentence.of(teller.group()) if one.type == "Person"]
        if people:
            before.narrator = people[-1] if language != "vi" else people[0]


@dataclass(frozen=True, slots=True)
class _Key:
    kind: str
    ends: tuple[str, str]
    start: int
    negated: bool


def _best(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give each claim of a sentence once, and numbers to one owner a sentence."""
    best: dict[_Key, Claim] = {}
    owners: dict[tuple[str, str, int], str] = {}
    for claim in claims:
        ends = (claim.subject, claim.object)
        if claim.kind in _BOTH_WAYS:
            ends = min(ends, ends[::-1])
        key = _Key(claim.kind, ends, claim.start, claim.negated)
        if claim.kind in _ONE_OWNER:
            owner = owners.setdefault((claim.kind, claim.object, claim.start), claim.subject)
            if owner != claim.subject:
                continue
        if key not in best or best[key].confidence < claim.confidence:
            best[key] = replace(claim)
    yield from sorted(
        best.values(), key=lambda claim: (claim.start, claim.kind, claim.subject, claim.object)
    )


def ends_of(named: Iterable[Named]) -> tuple[str, ...]:
    """Return the appearances of mentions, each once, in order."""
    return tuple(dict.fromkeys(one.id for one in named))
