"""The names of organisations taken apart: what is their own, what they are, and by which law."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from graph.folding import phrase

_TABLE = Path(__file__).with_name("organisation_kinds.txt")
_HOUSES = frozenset({"lodging", "night", "body", "food"})
# what firms are by law, not what they are called
_LEGAL_FORMS = re.compile(
    r"\b(?:cong ty(?: tnhh| co phan| cp)?(?: mtv)?|company|co ltd|ltd|limited|llc|inc|gmbh|sarl|sas"
    r"|societe|ste|association|hiep hoi)\b"
)


def without_legal_form(folded: str) -> str:
    """Leave out of the folded name of a firm what it is by law."""
    return " ".join(_LEGAL_FORMS.sub(" ", folded).split())


@dataclass(frozen=True, slots=True)
class Named:
    """The name of an organisation taken apart: its own words, and the kinds it is said to be."""

    text: str
    words: tuple[str, ...]
    kinds: frozenset[str]
    letters: str

    @property
    def office(self) -> frozenset[str]:
        """The kinds of authority among its kinds."""
        return frozenset(kind for kind in self.kinds if kind.startswith("office"))

    @property
    def stands_somewhere(self) -> bool:
        """Whether it is a house in one place, as a hotel is, and a firm is not."""
        return not self.kinds.isdisjoint(_HOUSES)

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers in the name."""
        return frozenset(word for word in self.words if any(c.isdigit() for c in word))


@lru_cache(maxsize=20_000)
def take_apart_organisation(name: str) -> Named:
    """Take the words for its kind, legal forms and levels of administration out of a name."""
    told = without_legal_form(phrase(name)) or phrase(name)
    kinds = set()
    rest = f" {told} "
    for words, kind in _kinds():
        if f" {words} " in rest:
            kinds.add(kind)
            rest = rest.replace(f" {words} ", " ")
    own = tuple(word for word in rest.split() if word not in _glue())
    return Named(name, own, frozenset(kinds), "".join(word[0] for word in told.split()))


@cache
def _glue() -> frozenset[str]:
    """List the words that stand between the others, and those for a level of administration."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if line.startswith("between ") for w in line.split()[1:])


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """List the words for kinds, those of most words first."""
    found: list[tuple[str, str]] = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        kind, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            found.extend((phrase(some), kind) for some in words.split(";"))
    return tuple(sorted(found, key=lambda one: (-len(one[0].split()), one)))
