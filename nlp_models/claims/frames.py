"""Who does it to whom: the names around a verb, active or passive, said or understood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp_models.claims import wording
from nlp_models.claims.verbs import VERBS, Verb
from nlp_models.masked import Masked, Named, rule
from nlp_models.vocabulary import ClaimKind, Language

_PEOPLE = rule(r"<PO>")
_MONEY = rule(r"<M1>")
_CLAUSE = re.compile(r"[;:]|\bP?S?\n")
_FAR, _FAR_BACK = 70, 140


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as one sentence says it, before names are joined to appearances' ids."""

    kind: ClaimKind
    subjects: tuple[Named, ...]
    objects: tuple[Named, ...]
    confidence: float
    why: str
    negated: bool = False
    amount: Named | None = None
    at: int = 0


@dataclass(slots=True)
class Before:
    """What earlier sentences leave for later ones: who acted, on whom, who tells."""

    subjects: tuple[Named, ...] = ()
    objects: tuple[Named, ...] = ()
    narrator: Named | None = None


def said_by_verbs(sentence: Masked, language: Language, before: Before) -> Iterator[Said]:
    """Give what the verbs of a sentence say; remembers who acted, for the next ones."""
    text = sentence.text
    if not sentence.named and before.narrator is None:
        return
    done: list[tuple[int, int]] = []
    for verb, match in sorted(_verbs(sentence, language), key=lambda one: one[1].start()):
        if any(
            start < match.end() and match.start() < end
            for start, end in done
            if verb.kind != "PAID"
        ):
            continue
        said = _read(verb, match, sentence, language, before)
        if said is None:
            continue
        done.append(match.span())
        before.subjects = said.subjects
        if said.kind in {"RECRUITED", "TRANSPORTED", "SOLD"}:
            before.objects = said.objects
        if (
            not wording.PLANNED[language]
            .on(sentence)
            .search(text[max(0, match.start() - 30) : match.start()])
        ):
            yield said
            yield from _price(said, match, sentence, language)


def _verbs(sentence: Masked, language: Language) -> Iterator[tuple[Verb, re.Match[str]]]:
    for verb in VERBS[language]:
        for match in verb.pattern.finditer(sentence):
            yield verb, match


def _read(
    verb: Verb, match: re.Match[str], sentence: Masked, language: Language, before: Before
) -> Said | None:
    left, right = sentence.text[: match.start()], sentence.text[match.end() :]
    near = left[-_FAR_BACK:]
    passive = wording.PASSIVE[language].on(sentence).search(near)
    agent = wording.AGENT[language].on(sentence).search(right[:90])
    confidence = 0.8
    if language != "vi" and agent and (passive or not _objects(verb, right, sentence, language)):
        subjects, objects = (
            sentence.of(agent["agent"]),
            _last(near[: passive.start()] if passive else near, sentence, language),
        )
    elif passive and language == "vi":
        inner = sentence.of(passive.group())
        objects = _last(near[: passive.start()], sentence, language) or _speaker(
            near, sentence, language, before
        )
        if not inner:
            inner = sentence.of(agent["agent"]) if agent else ()
            if not inner:
                return None
        subjects = inner
        confidence = 0.75
    elif (passive and language == "en" and verb.kind != "PAID") or (
        passive and language == "fr" and passive.group().startswith("été")
    ):
        return None
    else:
        subjects = _last(near, sentence, language)
        if not subjects:
            subjects, confidence = _understood(left, sentence, language, before), 0.5
        objects = _objects(verb, right, sentence, language)
        if not objects:
            objects = _pronoun(near, right, subjects, sentence, language, before)
            confidence = min(confidence, 0.6)
    if verb.turned:
        subjects, objects = objects, subjects
    objects = tuple(one for one in objects if one.id not in {s.id for s in subjects})
    if verb.kind in {"RECRUITED", "TRANSPORTED", "SOLD"}:
        objects = tuple(one for one in objects if one.type == "Person")
    if not subjects or not objects:
        return None
    negated = wording.NEGATED[language].on(sentence).search(left[-45:]) is not None
    amount = _amount(verb.kind, right, sentence)
    return Said(verb.kind, subjects, objects, confidence, verb.name, negated, amount, match.start())


def _last(left: str, sentence: Masked, language: Language) -> tuple[Named, ...]:
    """Return the last names of a stretch that can act: not “với Lan”, “to Ada”."""
    groups = list(_PEOPLE.on(sentence).finditer(left))
    for group in reversed(groups):
        if "," in group.group() and " và " not in group.group() and len(groups) > 1:
            pass
        if (
            not wording.NOT_SUBJECT[language]
            .on(sentence)
            .search(left[max(0, group.start() - 20) : group.start()])
        ):
            return sentence.of(group.group())
    return ()


def _understood(
    left: str, sentence: Masked, language: Language, before: Before
) -> tuple[Named, ...]:
    """Return who acts when no name says so: a pronoun's, the teller, or who acted last."""
    if before.narrator and wording.FIRST_PERSON[language].on(sentence).search(left[-40:]):
        return (before.narrator,)
    if language == "vi" or wording.SUBJECT_PRONOUN[language].on(sentence).search(left[-60:]):
        return before.subjects
    return ()


def _speaker(near: str, sentence: Masked, language: Language, before: Before) -> tuple[Named, ...]:
    if before.narrator and wording.FIRST_PERSON[language].on(sentence).search(near[-60:]):
        return (before.narrator,)
    return ()


def _objects(verb: Verb, right: str, sentence: Masked, language: Language) -> tuple[Named, ...]:
    """Return the first names after a verb, unless they only receive: “bán cho bà Chu”."""
    for group in _PEOPLE.on(sentence).finditer(right[:_FAR]):
        between = right[: group.start()]
        if any(sign in between for sign in ";:"):
            return ()
        if verb.kind == "SOLD" and wording.RECIPIENT[language].on(sentence).search(between):
            return ()
        if verb.turned and not wording.RECIPIENT[language].on(sentence).search(between):
            return ()
        return sentence.of(group.group())
    return ()


def _pronoun(
    near: str,
    right: str,
    subjects: Sequence[Named],
    sentence: Masked,
    language: Language,
    before: Before,
) -> tuple[Named, ...]:
    """Return whom a pronoun or silence after the verb speaks of."""
    pronoun = wording.OBJECT_PRONOUN[language].on(sentence)
    found = pronoun.search(near if language == "fr" else right)
    if (
        found
        and before.narrator
        and wording.FIRST_PERSON[language].on(sentence).search(found.group())
    ):
        return (before.narrator,)
    if found is None and not (
        language == "vi" and re.match(r" (?:sang|cho|qua|lại|đi|ra|lên|với|lấy)\b", right)
    ):
        return ()
    acting = {one.id for one in subjects}
    earlier = [one for one in before.objects if one.id not in acting]
    if earlier:
        return tuple(earlier)
    people = [one for one in sentence.of(near) if one.type == "Person" and one.id not in acting]
    return (people[-1],) if people else ()


def _amount(kind: ClaimKind, right: str, sentence: Masked) -> Named | None:
    if kind not in {"SOLD", "PAID"}:
        return None
    money = _MONEY.on(sentence).search(right[:110])
    return sentence.of(money.group())[0] if money else None


def _price(
    said: Said, match: re.Match[str], sentence: Masked, language: Language
) -> Iterator[Said]:
    """Give the payment that a sale to someone for a sum says."""
    if said.kind != "SOLD" or said.amount is None or said.negated:
        return
    right = sentence.text[match.end() : match.end() + 90]
    for group in _PEOPLE.on(sentence).finditer(right):
        if wording.RECIPIENT[language].on(sentence).search(right[: group.start()]):
            buyers = sentence.of(group.group())
            yield Said(
                "PAID", buyers, said.subjects, 0.6, "price_of_a_sale", False, said.amount, said.at
            )
            return
