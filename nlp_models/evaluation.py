"""Measures reading against annotated notes: precision, recall and F1 by facet and language.

``python -m nlp_models.evaluation PATH`` reads files of JSON lines (the ``extract`` format with the
note's ``text``) and prints a table; with ``--errors FACET`` also what was missed or too much.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
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


def annotated_notes(path: Path) -> Iterator[Mapping[str, Any]]:
    """Give the notes of a file of JSON lines, or of every such file of a folder."""
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


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


def evaluate(notes: Iterable[Mapping[str, Any]]) -> tuple[dict[tuple[str, str], Score], list[str]]:
    """Return the scores by facet and language ("all" too), and the differences as lines."""
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    differences: list[str] = []
    for gold in notes:
        language: Language = gold["report"]["language"]
        told = identify(gold["text"])
        scores["language", language].add(frozenset({told}), frozenset({language}))  # type: ignore[arg-type]
        found = as_extract(read_report(gold["text"], load(language)))
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


def _shown(fact: Sequence[Any], known: Mapping[str, str], text: str) -> str:
    if len(fact) == 2 and all(isinstance(part, int) for part in fact):
        return f"{text[fact[0] : fact[1]]!r} in {text[max(0, fact[0] - 25) : fact[1] + 15]!r}"
    return " ".join(
        str(known.get(part, part)) if isinstance(part, str) else str(part) for part in fact
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of scores."""
    parser = argparse.ArgumentParser(description="Measure reading against annotated notes.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", default=None, metavar="FACET")
    options = parser.parse_args(arguments)
    scores, differences = evaluate(annotated_notes(options.path))
    facets = sorted({facet for facet, _ in scores})
    sys.stdout.write(
        f"{'facet':24}" + "".join(f"{name:>22}" for name in ("all", *LANGUAGES)) + "\n"
    )
    for facet in facets:
        row = [Score()] + [scores[facet, language] for language in LANGUAGES]
        for one in row[1:]:
            row[0].right += one.right
            row[0].found += one.found
            row[0].there += one.there
        cells = "".join(f"{s.precision:7.2f}{s.recall:5.2f}{s.f1:5.2f}{s.there:5}" for s in row)
        sys.stdout.write(f"{facet:24}{cells}\n")
    if options.errors:
        for line in differences:
            if line.partition("\t")[0] == options.errors:
                sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
