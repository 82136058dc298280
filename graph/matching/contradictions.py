"""What cannot be true of one person: it forbids joining by machine, and is shown to reviewers."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.matching.alignment import Level, align
from graph.matching.names import Name
from graph.matching.sketch import Sketch

_ABOUT = 3
# cards of twelve digits, of nine, and passports: who has one of each has them all
_PAPERS = (re.compile(r"\d{12}"), re.compile(r"\d{9}"), re.compile(r"[A-Za-z]{1,2}\d{6,8}"))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing in which two people differ; ``code`` names the function that found it."""

    code: str
    values: tuple[str, ...]
    bits: float

    @property
    def text(self) -> str:
        """The contradiction in English."""
        return CONTRADICTION_SENTENCES[self.code].format(*self.values)


Finding = tuple[str, str, float] | None


def different_births(left: Sketch, right: Sketch) -> Finding:
    """Born {} and {}."""
    one, other = left.values("born"), right.values("born")
    if one and other and not any(a.startswith(b) or b.startswith(a) for a in one for b in other):
        close = any(abs(a - b) <= 1 for a in left.years for b in right.years)
        return _said(one), _said(other), 4.0 if close else 8.0
    return None


def different_ages(left: Sketch, right: Sketch) -> Finding:
    """Born about {} and {}."""
    one, other = left.years | left.about, right.years | right.about
    if (left.years and right.years) or not (left.about or right.about):
        return None
    if one and other and all(abs(a - b) >= _ABOUT for a in one for b in other):
        return _said(map(str, one)), _said(map(str, other)), 6.0
    return None


def different_sexes(left: Sketch, right: Sketch) -> Finding:
    """One is {}, the other {}."""
    if left.sexes and right.sexes and left.sexes.isdisjoint(right.sexes):
        return _said(left.sexes), _said(right.sexes), 3.0
    return None


def different_papers(left: Sketch, right: Sketch) -> Finding:
    """Different papers {} and {}."""
    one, other = left.values("identity"), right.values("identity")
    return (_said(one), _said(other), 8.0) if papers_differ(one, other) else None


def papers_differ(one: Collection[str], other: Collection[str]) -> bool:
    """Say whether two people have papers of one kind and no number in common."""
    if not set(one).isdisjoint(other):
        return False
    return any(
        any(kind.fullmatch(number) for number in one)
        and any(kind.fullmatch(number) for number in other)
        for kind in _PAPERS
    )


CHECKS: tuple[Callable[[Sketch, Sketch], Finding], ...] = (
    different_births,
    different_ages,
    different_sexes,
    different_papers,
)
CONTRADICTION_SENTENCES: Mapping[str, str] = {
    **{check.__name__: (check.__doc__ or "").strip() for check in CHECKS},
    "different_kinds": "Of different kinds: {}, {}.",
    "different_seats": "In different places: {}; {}.",
    "different_chains": "Within different places: {}; {}.",
    "lie_apart": "They lie {} km apart.",
}


def contradictions(left: Sketch, right: Sketch) -> tuple[Contradiction, ...]:
    """Find all in which two people cannot be one, beside their names."""
    found = ((check.__name__, check(left, right)) for check in CHECKS)
    return tuple(Contradiction(code, finding[:2], finding[2]) for code, finding in found if finding)


def names_exclude(left: Sketch, right: Sketch, known: Iterable[Name] = ()) -> bool:
    """Say whether two people bear full names that cannot be one person's.

    An alias that the reports give (of the two, or ``known`` beside them) stands beside the name:
    "Le Vieux" is no contradiction to Ibrahim Touré where he is said to be called so.
    """
    nicknames = {_folded(alias) for alias in (*left.aliases, *right.aliases, *known)}
    ours, theirs = (
        [n for n in one.names if n.full and _folded(n) not in nicknames] for one in (left, right)
    )
    return any(_exclude(one, other) for one in ours for other in theirs)


def _exclude(one: Name, other: Name) -> bool:
    found = align(one, other)
    return found is None or found.level is Level.MARKS


def _folded(name: Name) -> tuple[str, ...]:
    return tuple(word.folded for word in name.words)


def _said(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))
