"""Grammars of reports: symbols that grow into text whose names are marked.

A grammar is a text: a line ``name:`` begins a symbol, each line after it is one way to write it.
In a way, ``{symbol}`` grows further, ``[a|b|]`` is a choice, and PER, GIVEN, SELF, ALIAS, INI,
LOC, ORG stand for marked names: GIVEN is the last word of the name before it, SELF the name again.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from importlib.resources import files
from random import Random

from nlp_models.training.other_names import organisation, place
from nlp_models.training.people_names import initials, new_name, nickname

_PIECE = re.compile(
    r"\{(?P<symbol>\w+)\}|\[(?P<choice>[^\[\]]*)\]|\b(?P<slot>PER|GIVEN|SELF|ALIAS|INI|LOC|ORG)\b"
)
_LABELS = {
    "PER": "PER",
    "GIVEN": "PER",
    "SELF": "PER",
    "ALIAS": "PER",
    "INI": "PER",
    "LOC": "LOC",
    "ORG": "ORG",
}


@dataclass(slots=True)
class Draft:
    """A text while it grows, with the names marked so far as (start, end, label)."""

    text: str = ""
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    name: tuple[str, ...] = ("Lan",)

    def mark(self, written: str, label: str) -> None:
        self.marks.append((len(self.text), len(self.text) + len(written), label))
        self.text += written


def read_grammar(language: str) -> dict[str, list[str]]:
    """Read the grammar of one language from its file."""
    source = (files("nlp_models.training") / f"frames_{language}.txt").read_text(encoding="utf-8")
    grammar: dict[str, list[str]] = {}
    ways: list[str] = []
    for line in source.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if re.fullmatch(r"\w+:", line):
            ways = grammar.setdefault(line[:-1], [])
        else:
            ways.append(line)
    return grammar


_PLAIN_WORD = re.compile(r"(?<![\w'’\-{])[^\W\d_]{3,}(?![\w'’\-}])")
_ONSETS = [
    "b",
    "c",
    "ch",
    "d",
    "đ",
    "g",
    "gh",
    "h",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "ng",
    "nh",
    "p",
    "ph",
    "qu",
    "r",
    "s",
    "t",
    "th",
    "tr",
    "v",
    "x",
    "br",
    "cl",
    "pr",
    "st",
]
_ENDS = [
    "a",
    "an",
    "ang",
    "anh",
    "ao",
    "at",
    "ê",
    "en",
    "eo",
    "ết",
    "i",
    "iên",
    "in",
    "inh",
    "iu",
    "o",
    "oan",
    "oi",
    "on",
    "ông",
    "ờ",
    "ơn",
    "u",
    "ua",
    "ui",
    "un",
    "uyên",
    "ưa",
    "ươi",
    "ứt",
    "ance",
    "ment",
    "tion",
    "er",
    "ed",
    "ing",
    "ly",
    "able",
    "eur",
    "ée",
    "ique",
    "oir",
    "ons",
    "ent",
    "ité",
    "ness",
    "ful",
    "ship",
]


class Writer:
    """Writes invented reports in one language.

    Words that are no names are changed for other words here and there, and sentences of such
    words stand among the rest, so that an unknown word in small letters is not taken for a name.
    """

    def __init__(self, language: str, random: Random) -> None:
        self.language = language
        self.random = random
        self.grammar = read_grammar(language)
        source = files("nlp_models.training") / f"words_{language}.txt"
        self.words = sorted(set(source.read_text(encoding="utf-8").split()))
        self.change = 0.0

    def report(self) -> Draft:
        """Write one report of one to six sentences."""
        draft = Draft()
        style = _Style.choose(self.random, self.language)
        self.change = self.random.choice((0.0, 0.05, 0.15, 0.3, 0.5))
        joint = self.random.choice((" ", " ", " ", "\n", "\n- ", " \n"))
        for number in range(self.random.choice((1, 1, 2, 3, 4, 6))):
            if number:
                draft.text += joint
            start = len(draft.text)
            if self.random.random() < 0.2:
                self._background(draft)
                continue
            self._grow("report", draft, style)
            if self.random.random() < 0.85:
                first = draft.text[start : start + 1].upper()
                draft.text = draft.text[:start] + first + draft.text[start + 1 :]
        return style.finish(draft)

    def _word(self) -> str:
        if self.random.random() < 0.75:
            return self.random.choice(self.words)
        return "".join(
            self.random.choice(_ONSETS) + self.random.choice(_ENDS)
            for _ in range(self.random.choice((1, 1, 2)))
        )

    def _background(self, draft: Draft) -> None:
        words = [self._word() for _ in range(self.random.choice((1, 2, 3, 5, 8, 12, 16)))]
        for at in range(len(words) - 1):
            if self.random.random() < 0.1:
                words[at] += self.random.choice((",", ",", ";", ":", " -", " 12", "."))
        text = " ".join(words)
        text = re.sub(r"\. (\w)", lambda match: f". {match[1].upper()}", text)
        case = self.random.random()
        if case < 0.75:
            text = text[0].upper() + text[1:]
        elif case < 0.82:
            text = text.upper()
        elif case < 0.88 and len(words) < 6:
            text = " ".join(word.capitalize() for word in words if word in self.words) or text
        draft.text += text + self.random.choice((".", ".", ".", "", ":", "?"))

    def _changed(self, literal: str) -> str:
        if not self.change:
            return literal
        return _PLAIN_WORD.sub(
            lambda match: (
                self._word()
                if match[0].islower() and self.random.random() < self.change
                else match[0]
            ),
            literal,
        )

    def _grow(self, symbol: str, draft: Draft, style: "_Style") -> None:
        ways = self.grammar[symbol]
        self._write(self.random.choice(ways), draft, style)

    def _write(self, way: str, draft: Draft, style: "_Style") -> None:
        at = 0
        for piece in _PIECE.finditer(way):
            draft.text += self._changed(way[at : piece.start()])
            at = piece.end()
            if piece["symbol"]:
                self._grow(piece["symbol"], draft, style)
            elif piece["slot"]:
                draft.mark(self._name(piece["slot"], draft, style), _LABELS[piece["slot"]])
            else:
                self._write(self.random.choice(piece["choice"].split("|")), draft, style)
        draft.text += self._changed(way[at:])

    def _name(self, slot: str, draft: Draft, style: "_Style") -> str:
        random = self.random
        if slot == "LOC":
            return place(random, self.language)
        if slot == "ORG":
            return organisation(random, self.language)
        if slot == "PER":
            draft.name = new_name(random, self.language)
            return style.full(draft.name)
        if slot == "INI":
            return initials(random, new_name(random, self.language))
        if slot == "ALIAS":
            return nickname(random)
        if slot == "SELF":
            return style.full(draft.name)
        return draft.name[-1] if random.random() < 0.8 else draft.name[0]


@dataclass(frozen=True, slots=True)
class _Style:
    """How one report is written: order and capitals of names, marks kept or dropped."""

    random: Random
    order: str
    marks: str
    case: str

    @classmethod
    def choose(cls, random: Random, language: str) -> "_Style":
        order = random.choices(
            ("as is", "capital family", "all capitals", "family last", "single"), (70, 9, 7, 4, 10)
        )[0]
        kept = (
            ("kept", "dropped", "half")
            if language == "vi"
            else ("names dropped", "kept", "half", "dropped")
        )
        marks = random.choices(kept, (60, 32, 8) if language == "vi" else (45, 35, 12, 8))[0]
        case = random.choices(("as is", "lower", "upper"), (95, 2, 3))[0]
        return cls(random, order, marks, case)

    def full(self, name: tuple[str, ...]) -> str:
        if len(name) == 1:
            return name[0]
        if self.order == "capital family":
            return " ".join((name[0].upper(), *name[1:]))
        if self.order == "all capitals":
            return " ".join(name).upper()
        if self.order == "family last":
            return " ".join((*name[1:], name[0]))
        if self.order == "single" and self.random.random() < 0.5:
            return " ".join(name[-2:]) if len(name) > 2 and self.random.random() < 0.5 else name[-1]
        return " ".join(name)

    def finish(self, draft: Draft) -> Draft:
        text = draft.text
        if self.marks == "dropped":
            text = drop_marks(text)
        elif self.marks == "half":
            text = "".join(drop_marks(c) if self.random.random() < 0.5 else c for c in text)
        elif self.marks == "names dropped":
            pieces, at = [], 0
            for start, end, label in draft.marks:
                pieces += [
                    text[at:start],
                    drop_marks(text[start:end]) if label != "ORG" else text[start:end],
                ]
                at = end
            text = "".join([*pieces, text[at:]])
        if self.case == "lower":
            text = text.lower()
        elif self.case == "upper":
            text = text.upper()
        return Draft(text, draft.marks) if len(text) == len(draft.text) else draft


def drop_marks(text: str) -> str:
    """Return the text without marks, its capitals and its length kept."""
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    if character in "đĐ":
        return "d" if character == "đ" else "D"
    bare = unicodedata.normalize("NFD", character)[0]
    return bare if unicodedata.normalize("NFC", character) == character else character
