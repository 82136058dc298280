"""Measures reading against annotated notes: precision, recall and F1 by facet and language.

An entity is right when it shares a whole mention with the note's own (numbers: when the normal
form is the same); what is said of entities is right when they are and it is the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nlp_models.assembly import read_report
from nlp_models.folding import fold
from nlp_models.language import identify
from nlp_models.pipeline import load
from nlp_models.reading import Appearance, Reading
from nlp_models.vocabulary import LANGUAGES, Language

Facts = frozenset[tuple[Any, ...]]


@dataclass(slots=True)
class Score:
    """What was rightly found, found in all, and there to be found."""

    right: int = 0
    found: int = 0
    there: int = 0

    def add(self, found: Facts, there: Facts) -> None:
        self.right += len(found & there)
        self.found += len(found)
        self.there += len(there)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def as_extract(reading: Reading) -> dict[str, Any]:
    """Return a reading in the ``extract`` format, as far as it is scored."""
    return {
        "report": {"language": reading.language, "classes": [one.name for one in reading.classes]},
        "entities": [_entity(one) for one in reading.appearances],
        "claims": [
            {
                "kind": c.kind,
                "subject": c.subject,
                "object": c.object,
                "negated": c.negated,
                "hearsay": c.hearsay,
                "why": c.why,
            }
            for c in reading.claims
        ],
        "routes": [{"stops": list(r.stops), "mode": r.mode} for r in reading.routes],
    }


def _entity(one: Appearance) -> dict[str, Any]:
    return {
        "id": one.id,
        "type": one.type,
        "name": one.name,
        "aliases": list(one.aliases),
        "role": one.role,
        "sub_role": one.sub_role,
        "attributes": dict(one.attributes),
        "mentions": [[m.start, m.end, m.text] for m in one.mentions],
    }


def facts_of(note: Mapping[str, Any], gold: Mapping[str, Any]) -> dict[str, Facts]:
    """Return the facts of a note by facet; entities are named after the gold ones they overlap."""
    names = _aligned(note, gold)
    entities = note["entities"]
    facts: dict[str, set[tuple[Any, ...]]] = defaultdict(set)
    facts["classes"] = {(name,) for name in note["report"]["classes"]}
    for entity in entities:
        kind = entity["type"]
        facts[f"mentions {kind}"] |= {(start, end) for start, end, _ in entity["mentions"]}
        facts[kind].add((names[entity["id"]],))
        if kind == "Person":
            facts["role"].add((names[entity["id"]], entity.get("role")))
            if entity.get("sub_role"):
                facts["sub-role"].add((names[entity["id"]], entity["sub_role"]))
            facts["alias"] |= {(names[entity["id"]], fold(alias)) for alias in entity["aliases"]}
            for key in ("born", "age", "minor"):
                if key in entity.get("attributes", {}):
                    facts[key].add((names[entity["id"]], entity["attributes"][key]))
            facts["person name"].add((names[entity["id"]], fold(entity["name"])))
    for claim in note["claims"]:
        ends = (names[claim["subject"]], names[claim["object"]])
        if claim["kind"] in {"FAMILY", "ASSOCIATE", "CONTACTED"}:
            ends = (min(ends), max(ends))
        flags = (bool(claim.get("negated")), bool(claim.get("hearsay")))
        facts["claim"].add((claim["kind"], *ends, *flags))
        facts[f"claim {claim['kind']}"].add((*ends, *flags))
    for route in note["routes"]:
        stops = [names[stop] for stop in route["stops"]]
        facts["route leg"] |= set(zip(stops, stops[1:], strict=False))
        if route.get("mode"):
            facts["route mode"].add((tuple(stops), route["mode"]))
    return {facet: frozenset(found) for facet, found in facts.items()}


def _aligned(note: Mapping[str, Any], gold: Mapping[str, Any]) -> dict[str, str]:
    """Name each entity after the gold one of its type that shares most of its mentions.

    A gold entity is given once; one that matches none keeps a name of its own. Things with a
    normal form (numbers, dates, money) must also agree in it.
    """
    if note is gold:
        return {entity["id"]: entity["id"] for entity in note["entities"]}
    pairs = []
    for entity in note["entities"]:
        for other in gold["entities"]:
            if entity["type"] == other["type"] and (shared := _shared(entity, other)):
                pairs.append((-shared, entity["id"], other["id"]))
    names: dict[str, str] = {}
    given: set[str] = set()
    for _, one, other in sorted(pairs):
        if one not in names and other not in given:
            names[one] = other
            given.add(other)
    return {
        entity["id"]: names.get(entity["id"], f"extra {entity['id']}")
        for entity in note["entities"]
    }


_EXACT = {"Phone", "Vehicle", "Account", "Identity", "Handle", "Email", "Money", "Date"}


def _shared(one: Mapping[str, Any], other: Mapping[str, Any]) -> int:
    if one["type"] in _EXACT:
        plain = [
            fold("".join(c for c in e["name"] if c.isalnum() or c in "@+-"))
            .replace("-", "")
            .replace("@", "")
            for e in (one, other)
        ]
        return int(plain[0] == plain[1])
    exact = {(start, end) for start, end, _ in one["mentions"]} & {
        (start, end) for start, end, _ in other["mentions"]
    }
    return len(exact)


Scores = dict[tuple[str, str], Score]
Read = Callable[[str, Language], Mapping[str, Any]]

# what is measured, in the order of print: a name for the reader, and the facets it sums
FACETS: dict[str, tuple[str, ...]] = {
    "language": ("language",),
    "persons": ("Person",),
    "places": ("Place",),
    "organisations": ("Organization",),
    "phones": ("Phone",),
    "plates": ("Vehicle",),
    "accounts, papers, handles, e-mails": ("Account", "Identity", "Handle", "Email"),
    "addresses": ("Address",),
    "dates": ("Date",),
    "money": ("Money",),
    "roles": ("role",),
    "sub-roles": ("sub-role",),
    "aliases": ("alias",),
    "ages, births, minors": ("age", "born", "minor"),
    "route legs": ("route leg",),
    "means of transport": ("route mode",),
    "claims": ("claim",),
    "classes of exploitation": ("classes",),
    "mentions of people": ("mentions Person",),
    "mentions of places": ("mentions Place",),
    "mentions of organisations": ("mentions Organization",),
}


def read_with_pipeline(text: str, language: Language) -> Mapping[str, Any]:
    """Read a text with our own pipeline of a language."""
    return as_extract(read_report(text, load(language)))


def evaluate(
    notes: Iterable[Mapping[str, Any]], read: Read = read_with_pipeline
) -> tuple[Scores, list[str]]:
    """Return the scores by facet and language, and the differences as lines.

    ``notes`` are in the ``extract`` format, each with its ``text``.
    """
    scores: Scores = defaultdict(Score)
    differences: list[str] = []
    for gold in notes:
        language: Language = gold["report"]["language"]
        told = identify(gold["text"])
        scores["language", language].add(frozenset({(told,)}), frozenset({(language,)}))
        found = read(gold["text"], language)
        ours, theirs = facts_of(found, gold), facts_of(gold, gold)
        known = {e["id"]: e["name"] for e in gold["entities"]}
        known |= {f"extra {e['id']}": f"+{e['name']}" for e in found["entities"]}
        for facet in sorted({*ours, *theirs}):
            there, got = theirs.get(facet, frozenset()), ours.get(facet, frozenset())
            scores[facet, language].add(got, there)
            for sign, facts in (("-", there - got), ("+", got - there)):
                differences += [
                    f"{facet}\t{gold['report']['id']}\t{sign}\t{_shown(fact, known, gold['text'])}"
                    for fact in sorted(facts, key=str)
                ]
    return scores, differences


def summed(scores: Scores, facets: Iterable[str], languages: Iterable[str]) -> Score:
    """Return one score over facets and languages."""
    total = Score()
    for facet in facets:
        for language in languages:
            one = scores.get((facet, language), Score())
            total.right += one.right
            total.found += one.found
            total.there += one.there
    return total


def table(scores: Scores, every_facet: bool = False) -> Iterator[str]:
    """Give the lines of the table: precision, recall, F1 and count, over all and by language."""
    rows = FACETS
    if every_facet:
        rows = {facet: (facet,) for facet in sorted({facet for facet, _ in scores})}
    columns: dict[str, tuple[str, ...]] = {"all": LANGUAGES, **{one: (one,) for one in LANGUAGES}}
    yield f"{'':36}" + "".join(f"{name:^24}" for name in columns)
    yield f"{'':36}" + f"{'P':>7}{'R':>5}{'F1':>5}{'n':>5}  " * len(columns)
    for name, facets in rows.items():
        if not any((facet, language) in scores for facet in facets for language in LANGUAGES):
            continue
        cells = (summed(scores, facets, languages) for languages in columns.values())
        yield f"{name:36}" + "".join(
            f"{s.precision:7.2f}{s.recall:5.2f}{s.f1:5.2f}{s.there:5}  " for s in cells
        )


def _shown(fact: Sequence[Any], known: Mapping[str, str], text: str) -> str:
    if len(fact) == 2 and all(isinstance(part, int) for part in fact):
        return f"{text[fact[0] : fact[1]]!r} in {text[max(0, fact[0] - 25) : fact[1] + 15]!r}"
    return " ".join(
        str(known.get(part, part)) if isinstance(part, str) else str(part) for part in fact
    )
