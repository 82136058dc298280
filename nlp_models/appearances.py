"""Joins what was found into appearances: one for each person, place or number of a report."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import annotations as annotations
from nlp_models.finding import Finding
from nlp_models.folding import fold
from nlp_models.people import Person, join
from nlp_models.reading import Appearance, Mention
from nlp_models.vocabulary import AppearanceType


@Language.factory(
    "filrouge_appearances",
    requires=["doc._.findings", "doc._.aliases"],
    assigns=["doc._.appearances"],
)
def make_appearances(nlp: Language, name: str) -> "Appearances":
    """Make the component for a pipeline."""
    return Appearances()


class Appearances:
    """Leaves the report's appearances, named in the order of their first mention."""

    def __call__(self, doc: Doc) -> Doc:
        findings: tuple[Finding, ...] = doc._.findings
        text = doc.text
        drafts = [*_people(text, findings, dict(doc._.aliases)), *_things(text, findings)]
        drafts.sort(key=lambda one: (one.mentions[0].start, one.mentions[0].end, one.type))
        doc._.appearances = tuple(
            _renamed(one, f"e{number}") for number, one in enumerate(drafts, 1)
        )
        return doc


def _renamed(one: Appearance, identifier: str) -> Appearance:
    return Appearance(
        identifier, one.type, one.name, one.mentions, one.aliases, attributes=one.attributes
    )


def _mentions(text: str, findings: Iterable[Finding]) -> tuple[Mention, ...]:
    spans = sorted({(one.start, one.end) for one in findings})
    return tuple(Mention(start, end, text[start:end]) for start, end in spans)


def _people(
    text: str, findings: Sequence[Finding], links: Mapping[int, tuple[int, bool]]
) -> Iterable[Appearance]:
    for person in join([one for one in findings if one.type == "Person"], links):
        yield Appearance(
            "e0",
            "Person",
            tidy(person.fullest),
            _mentions(text, person.mentions),
            _aliases(person),
            attributes=_merged(person.mentions),
        )


def _aliases(person: Person) -> tuple[str, ...]:
    name = fold(person.fullest)
    return tuple(alias for alias in dict.fromkeys(person.aliases) if fold(alias) != name)


def tidy(name: str) -> str:
    """Return a name whose words in capitals have small letters: “NGUYEN Van Hung”, “LÒ THỊ H”."""
    words = []
    for word in name.split():
        plain = word.isupper() and len(word) > 2 and "." not in word
        short = word.isupper() and len(word) == 2 and name.isupper() and "." not in name
        words.append("-".join(p.capitalize() for p in word.split("-")) if plain or short else word)
    tidied = " ".join(words)
    return tidied.title() if tidied.islower() else tidied


def _things(text: str, findings: Sequence[Finding]) -> Iterable[Appearance]:
    groups: dict[tuple[AppearanceType, str], list[Finding]] = {}
    organisations: dict[str, tuple[AppearanceType, str]] = {}
    for one in findings:
        if one.type == "Person":
            continue
        name = (one.type, _identity(one))
        if one.type == "Organization":
            name = _organisation(one, organisations)
        groups.setdefault(name, []).append(one)
    for (kind, _), members in groups.items():
        longest = max(members, key=lambda one: len(one.name)).name
        name_of = longest if kind == "Organization" else members[0].name
        yield Appearance("e0", kind, name_of, _mentions(text, members), attributes=_merged(members))


def _identity(one: Finding) -> str:
    if one.type == "Place":
        return one.attributes.get("gazetteer") or fold(one.name)
    return one.name if one.type in {"Phone", "Date", "Money"} else fold(one.name)


def _organisation(
    one: Finding, known: dict[str, tuple[AppearanceType, str]]
) -> tuple[AppearanceType, str]:
    """Return the group of an organisation: “Hoa Đêm” belongs to “quán karaoke Hoa Đêm”."""
    plain = fold(one.name).strip("\"' ")
    for name, group in known.items():
        if name == plain or name.endswith(" " + plain) or plain.endswith(" " + name):
            known.setdefault(plain, group)
            return group
    known[plain] = ("Organization", plain)
    return known[plain]


def _merged(findings: Iterable[Finding]) -> Mapping[str, str]:
    """Return what the mentions say together; the first that says something is believed."""
    merged: dict[str, str] = {}
    for finding in findings:
        for key, value in finding.attributes.items():
            merged.setdefault(key, value)
    return MappingProxyType(merged)
