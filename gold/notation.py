"""Reads the notes of the gold set, strictly, into the objects that ``extract`` prints.

The notation and the guidelines are in NOTATION.md. ``notes(folder)`` gives every note;
``python -m gold.notation`` checks them all.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gold.checks import (
    ACCEPTED_ENDS,
    CLASSES,
    DOCUMENTS,
    KINDS_OF_NOTE,
    LANGUAGES,
    MODES,
    NAME_FORMS,
    ROLES,
    SUB_ROLES,
    TYPES,
    NotationError,
)
from gold.sentences import BREAK, KEEP, sentences

FOLDER = Path(__file__).parent
HALVES = ("dev", "test", "train")
MARK = re.compile(r"\{(?P<id>[a-z]\d+)(?:=(?P<name>[^|{}]+))?\|(?P<text>[^{}|]+)\}")
WORD = re.compile(r'(?P<key>\w+)="(?P<quoted>[^"]*)"|"(?P<quote>[^"]+)"|(?P<word>\S+)')
FLAGS = {"neg": "negated", "hearsay": "hearsay", "planned": "planned"}


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its header, its text, and its annotation as an ``extract`` object."""

    name: str
    kind: str
    language: str
    half: str
    text: str
    extract: Mapping[str, Any]


@dataclass(slots=True)
class Draft:
    """What is known of a note while its lines are read."""

    text: str
    ends: list[tuple[int, int]]
    entities: dict[str, dict[str, Any]]
    claims: list[dict[str, Any]] = field(default_factory=list)
    routes: list[dict[str, Any]] = field(default_factory=list)
    classes: dict[str, list[list[Any]]] = field(default_factory=dict)

    def entity(self, identifier: str) -> dict[str, Any]:
        if identifier not in self.entities:
            raise NotationError(f"{identifier} is not marked in the text")
        return self.entities[identifier]

    def find(self, words: str) -> int:
        if self.text.count(words) != 1:
            raise NotationError(f"{words!r} stands {self.text.count(words)} times in the text")
        return self.text.index(words)

    def sentence(self, words: str) -> tuple[int, int]:
        start = self.find(words)
        for first, last in self.ends:
            if first <= start and start + len(words) <= last:
                return first, last
        raise NotationError(f"{words!r} runs over the end of a sentence")

    def sentence_of_both(self, one: str, other: str) -> tuple[int, int]:
        shared = [s for s in self.ends if self.holds(s, one) and self.holds(s, other)]
        if len(shared) != 1:
            raise NotationError(
                f"{one} and {other} share {len(shared)} sentences: quote some words"
            )
        return shared[0]

    def holds(self, sentence: tuple[int, int], identifier: str) -> bool:
        mentions = self.entity(identifier)["mentions"]
        return any(sentence[0] <= start and end <= sentence[1] for start, end, _ in mentions)


def parse(source: str, name: str = "") -> Note:
    """Read one note; raises NotationError with the line at fault."""
    parts = re.split(r"^---\n", source, flags=re.MULTILINE)
    if len(parts) != 3:
        raise NotationError(f"{name}: three parts expected, {len(parts)} found")
    header = dict(line.split(": ", 1) for line in parts[0].splitlines())
    if header.keys() != {"kind", "language", "half"}:
        raise NotationError(f"{name}: the header has {', '.join(header)}")
    for key, allowed in (("kind", KINDS_OF_NOTE), ("language", LANGUAGES), ("half", HALVES)):
        if header[key] not in allowed:
            raise NotationError(f"{name}: no {key} {header[key]!r}")
    draft = _draft(parts[1].rstrip("\n"), name)
    for line in parts[2].splitlines():
        try:
            _annotate(draft, line)
        except NotationError as error:
            raise NotationError(f"{name}: {line}: {error}") from error
    _check(draft, name)
    extract = _extract(draft, name, header["language"])
    return Note(name, header["kind"], header["language"], header["half"], draft.text, extract)


def notes(folder: Path = FOLDER, half: str | None = None) -> Iterator[Note]:
    """Read every note under a folder, in the order of their names."""
    for path in sorted(folder.glob(f"{half or '*'}/*/*.txt")):
        yield read_note(path)


def read_note(path: Path) -> Note:
    """Read one note of the gold set; where it stands must fit its header."""
    name = "/".join(path.parts[-3:])
    note = parse(path.read_text(encoding="utf-8"), name)
    if path.parts[-3:-1] != (note.half, note.language) or not path.stem.startswith(note.kind):
        raise NotationError(f"{name}: the header does not fit the place of the file")
    return note


def _draft(marked: str, name: str) -> Draft:
    """Take the marks out of a text and keep where they stood."""
    plain: list[str] = []
    breaks: set[int] = set()
    keeps: set[int] = set()
    entities: dict[str, dict[str, Any]] = {}
    length = position = 0
    while position < len(marked):
        mark = MARK.match(marked, position)
        if mark:
            _mention(entities, mark, length)
            plain.append(mark["text"])
            length += len(mark["text"])
            position = mark.end()
            continue
        letter = marked[position]
        position += 1
        if letter in (BREAK, KEEP):
            (breaks if letter == BREAK else keeps).add(length)
            continue
        if letter in "{}":
            raise NotationError(f"{name}: bad mark at {marked[position - 1 : position + 40]!r}")
        plain.append(letter)
        length += 1
    text = "".join(plain)
    return Draft(text, sentences(text, breaks, keeps), entities)


def _mention(entities: dict[str, dict[str, Any]], mark: re.Match[str], start: int) -> None:
    kind = TYPES.get(mark["id"][0])
    if kind is None or mark["text"] != mark["text"].strip():
        raise NotationError(f"bad mark {mark[0]!r}")
    entity = entities.setdefault(
        mark["id"], {"type": kind, "name": None, "aliases": [], "mentions": []}
    )
    if mark["name"]:
        if entity["name"] not in (None, mark["name"]):
            raise NotationError(f"{mark['id']} has two names")
        entity["name"] = mark["name"]
    entity["mentions"].append([start, start + len(mark["text"]), mark["text"]])


def _annotate(draft: Draft, line: str) -> None:
    quotes: list[str] = []
    words: list[str] = []
    options: dict[str, str] = {}
    for found in WORD.finditer(line):
        if found["key"]:
            options[found["key"]] = found["quoted"]
        elif found["quote"]:
            quotes.append(found["quote"])
        elif re.match(r"\w+=", found["word"]):
            key, value = found["word"].split("=", 1)
            options[key] = value
        else:
            words.append(found["word"])
    if not words:
        raise NotationError("an empty line")
    if words[0] == "CLASS":
        _class(draft, words, quotes)
    elif words[0] == "ROUTE":
        _route(draft, words, quotes, options)
    elif words[0].isupper():
        _claim(draft, words, quotes, options)
    else:
        _describe(draft.entity(words[0]), words[1:], options)


def _describe(entity: dict[str, Any], words: list[str], options: dict[str, str]) -> None:
    allowed = {
        "Person": {"aliases", "born", "age", "minor", "name"},
        "Identity": {"document"},
        "Handle": {"service"},
    }.get(entity["type"], {"name"})
    if options.keys() - allowed:
        raise NotationError(f"not for a {entity['type']}: {', '.join(options.keys() - allowed)}")
    if "name" in options:
        entity["name"] = options.pop("name")
    if "aliases" in options:
        entity["aliases"] = [alias.strip() for alias in options.pop("aliases").split(";")]
    if words and entity["type"] == "Person":
        role, _, sub = words[0].partition("/")
        if role not in ROLES or (sub and sub not in SUB_ROLES[role]) or len(words) > 1:
            raise NotationError(f"no role {' '.join(words)}")
        entity["role"] = role
        if sub:
            entity["sub_role"] = sub
    elif words == ["disguised"] and entity["type"] == "Phone":
        options["disguised"] = "yes"
    elif words:
        raise NotationError(f"what is {' '.join(words)}?")
    entity["attributes"] = entity.get("attributes", {}) | options


def _claim(draft: Draft, words: list[str], quotes: list[str], options: dict[str, str]) -> None:
    kind, subjects, objects, *flags = words
    if kind not in ACCEPTED_ENDS or len(quotes) > 1 or set(flags) - {"neg", "hearsay"}:
        raise NotationError("not a claim")
    if options.keys() - {"date", "amount"}:
        raise NotationError(f"what is {', '.join(options)}?")
    for subject in subjects.split(","):
        for other in objects.split(","):
            ends = (draft.entity(subject)["type"], draft.entity(other)["type"])
            if ends not in ACCEPTED_ENDS[kind] or subject == other:
                raise NotationError(f"no {kind} from {ends[0]} to {ends[1]}")
            start, end = (
                draft.sentence(quotes[0]) if quotes else draft.sentence_of_both(subject, other)
            )
            claim = {"kind": kind, "subject": subject, "object": other, "start": start, "end": end}
            claim |= {"confidence": 1.0} | {FLAGS[flag]: True for flag in flags}
            claim |= {key: draft.entity(value)["name"] for key, value in options.items()}
            draft.claims.append(claim)


def _route(draft: Draft, words: list[str], quotes: list[str], options: dict[str, str]) -> None:
    if len(words) < 2 or set(words[2:]) - {"planned", "neg"}:
        raise NotationError("not a route")
    stops = words[1].split(">")
    if len(stops) < 2 or not 1 <= len(quotes) <= 2 or len(set(stops)) < 2:
        raise NotationError("a route needs two stops and one or two quotations")
    if options.keys() - {"mode", "date", "by", "moved"}:
        raise NotationError(f"what is {', '.join(options)}?")
    if any(mode not in MODES for mode in options.get("mode", "car").split("+")):
        raise NotationError(f"no mode {options['mode']}")
    for identifier in stops:
        if draft.entity(identifier)["type"] not in {"Place", "Address"}:
            raise NotationError(f"{identifier} is no stop")
    route: dict[str, Any] = {"stops": stops, "mode": options.get("mode")}
    route["start"] = draft.sentence(quotes[0])[0]
    route["end"] = draft.sentence(quotes[-1])[1]
    if "date" in options:
        route["date"] = draft.entity(options["date"])["name"]
    for key, option in (("movers", "by"), ("moved", "moved")):
        if option in options:
            route[key] = options[option].split(",")
            for identifier in route[key]:
                if draft.entity(identifier)["type"] not in {"Person", "Organization"}:
                    raise NotationError(f"{identifier} moves nobody")
    draft.routes.append(route | {FLAGS[flag]: True for flag in words[2:]})


def _class(draft: Draft, words: list[str], quotes: list[str]) -> None:
    if len(words) != 2 or words[1] not in CLASSES or words[1] in draft.classes or not quotes:
        raise NotationError("not a class")
    starts = [(draft.find(quote), quote) for quote in quotes]
    draft.classes[words[1]] = [[start, start + len(quote), quote] for start, quote in starts]


def _check(draft: Draft, name: str) -> None:
    for identifier, entity in draft.entities.items():
        kind, mentions = entity["type"], entity["mentions"]
        attributes = entity.setdefault("attributes", {})
        if entity["name"] is None:
            if kind in {"Phone", "Money", "Date"}:
                raise NotationError(f"{name}: {identifier} has no normal form")
            proper = [mention for mention in mentions if mention[2] not in entity["aliases"]]
            longest = max(proper or mentions, key=lambda mention: len(mention[2]))
            entity["name"] = (longest if kind in {"Person", "Organization"} else mentions[0])[2]
        if not NAME_FORMS.get(kind, re.compile(r".+")).fullmatch(entity["name"]):
            raise NotationError(f"{name}: {identifier} is named {entity['name']!r}")
        if kind == "Person" and "role" not in entity:
            raise NotationError(f"{name}: {identifier} has no role")
        if kind == "Identity" and attributes.get("document") not in DOCUMENTS:
            raise NotationError(f"{name}: {identifier} has no document")
        if kind == "Handle" and "service" not in attributes:
            raise NotationError(f"{name}: {identifier} has no service")
        if (age := attributes.get("age")) and int(age) < 18:
            attributes.setdefault("minor", "under 16" if int(age) < 16 else "under 18")
        if attributes.get("minor") not in (None, "under 16", "under 18"):
            raise NotationError(f"{name}: {identifier} is a minor {attributes['minor']}")
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", attributes.get("born", "2000")):
            raise NotationError(f"{name}: {identifier} is born {attributes['born']}")
        for alias in entity["aliases"]:
            if alias not in draft.text or alias == entity["name"]:
                raise NotationError(f"{name}: {identifier} has no alias {alias!r}")
        for start, end, text in mentions:
            if draft.text[start:end] != text:
                raise NotationError(f"{name}: {text!r} does not stand at {start}")


def _extract(draft: Draft, name: str, language: str) -> dict[str, Any]:
    order = sorted(draft.entities, key=lambda one: draft.entities[one]["mentions"][0][0])
    new = {identifier: f"e{number}" for number, identifier in enumerate(order, 1)}
    claims = [c | {end: new[c[end]] for end in ("subject", "object")} for c in draft.claims]
    routes = [
        r | {key: [new[one] for one in r[key]] for key in ("stops", "movers", "moved") if key in r}
        for r in draft.routes
    ]
    report = {
        "id": name,
        "path": name,
        "language": language,
        "classes": sorted(draft.classes),
        "phrases": draft.classes,
    }
    entities = [{"id": new[identifier], **draft.entities[identifier]} for identifier in order]
    return {"report": report, "entities": entities, "claims": claims, "routes": routes}


def main() -> None:
    """Say what is wrong with which note, then how many there are."""
    counts = {"right": 0, "wrong": 0}
    for path in sorted(FOLDER.glob("*/*/*.txt")):
        try:
            read_note(path)
            counts["right"] += 1
        except NotationError as error:
            counts["wrong"] += 1
            sys.stdout.write(f"{error}\n")
    sys.stdout.write(f"{counts['right']} notes, {counts['wrong']} wrong\n")
    sys.exit(1 if counts["wrong"] else 0)


if __name__ == "__main__":
    main()
