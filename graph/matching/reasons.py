"""Reasons that two people are one: each a named function, whose docstring the reviewer reads.

A reason weighs bits: n bits say that one person in 2^n would agree in this by chance. Weights of
numbers are far below what their length would give, for numbers are shared, sold and misread.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.folding import words
from graph.matching.homes import shared_place
from graph.matching.rarity import name_bits
from graph.matching.sketch import Sketch

_PAPER, _ACCOUNT, _EMAIL, _PHONE, _HANDLE, _VEHICLE = 20.0, 18.0, 18.0, 16.0, 16.0, 14.0
_BIRTH_DATE, _BIRTH_YEAR, _AGE = 13.0, 5.5, 3.5
_RELATIVE_AT_MOST = 12.0
_ORGANISATION = 5.0
_OFFICIALS = 1.5
_COMPANION, _COMPANIONS_AT_MOST, _RARE_ENOUGH = 4.0, 8.0, 15.0
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that two people have in common; ``code`` names the function that found it."""

    code: str
    values: tuple[str, ...]
    bits: float

    @property
    def text(self) -> str:
        """The reason in English."""
        return sentence_of(self.code, self.values)

    @property
    def line(self) -> str:
        """The reason as the graph keeps it: its code and values, parted by bars."""
        return "|".join((self.code, *(value.replace("|", "/") for value in self.values)))


Finding = tuple[Iterable[str], float] | None


def same_paper(left: Sketch, right: Sketch) -> Finding:
    """Same identity paper {}."""
    return _shared(left, right, "identity", _PAPER)


def same_account(left: Sketch, right: Sketch) -> Finding:
    """Same account {}."""
    return _shared(left, right, "account", _ACCOUNT)


def same_email(left: Sketch, right: Sketch) -> Finding:
    """Same e-mail address {}."""
    return _shared(left, right, "email", _EMAIL)


def same_phone(left: Sketch, right: Sketch) -> Finding:
    """Same phone {}."""
    return _shared(left, right, "phone", _PHONE)


def same_handle(left: Sketch, right: Sketch) -> Finding:
    """Same online name {}."""
    return _shared(left, right, "handle", _HANDLE)


def same_vehicle(left: Sketch, right: Sketch) -> Finding:
    """Same vehicle {}."""
    return _shared(left, right, "vehicle", _VEHICLE)


def same_birth_date(left: Sketch, right: Sketch) -> Finding:
    """Same birth date {}."""
    dates = {d for d in left.values("born") & right.values("born") if len(d) == len("1987-03-02")}
    return (sorted(dates), _BIRTH_DATE) if dates else None


def same_birth_year(left: Sketch, right: Sketch) -> Finding:
    """Same birth year {}."""
    years = left.years & right.years
    if not years or same_birth_date(left, right):
        return None
    return sorted(map(str, years)), _BIRTH_YEAR


def fitting_age(left: Sketch, right: Sketch) -> Finding:
    """The age fits: born about {}."""
    if left.years & right.years:
        return None
    pairs = [(left.about, right.years), (left.years, right.about), (left.about, right.about)]
    years = {year for some, others in pairs for year in some for o in others if abs(year - o) <= 1}
    return (sorted(map(str, years)), _AGE) if years else None


def same_home(left: Sketch, right: Sketch) -> Finding:
    """Same home: {}."""
    found = shared_place(left.homes, right.homes)
    return None if found is None else ([found[0].title()], found[1])


def same_relative(left: Sketch, right: Sketch) -> Finding:
    """Same relative {}."""
    relatives = left.values("relative") & right.values("relative")
    if not relatives:
        return None
    rarest = max(relatives, key=lambda name: (name_bits(words(name)), name))
    return [rarest.title()], min(name_bits(words(rarest)), _RELATIVE_AT_MOST)


def same_organisation(left: Sketch, right: Sketch) -> Finding:
    """Both belong to {}."""
    return _shared(left, right, "member", _ORGANISATION)


def same_companions(left: Sketch, right: Sketch) -> Finding:
    """A rare name, and the reports also name {}."""
    companions = left.values("with") & right.values("with")
    rarest = max((name.bits for name in (*left.names, *right.names) if name.full), default=0)
    if not companions or rarest < _RARE_ENOUGH:
        return None
    names = sorted(name.title() for name in companions)
    return names[:_SHOWN], min(_COMPANION * len(companions), _COMPANIONS_AT_MOST)


def both_officials(left: Sketch, right: Sketch) -> Finding:
    """Both act in an office."""
    both = "official" in left.values("role") and "official" in right.values("role")
    return ((), _OFFICIALS) if both else None


def _shared(left: Sketch, right: Sketch, kind: str, bits: float) -> Finding:
    values = left.values(kind) & right.values(kind)
    return (sorted(values), bits) if values else None


SECOND_THINGS: tuple[Callable[[Sketch, Sketch], Finding], ...] = (
    same_paper,
    same_account,
    same_email,
    same_phone,
    same_handle,
    same_vehicle,
    same_birth_date,
    same_relative,
    same_home,
    same_birth_year,
    fitting_age,
    same_organisation,
    same_companions,
    both_officials,
)
NAME_SENTENCES: Mapping[str, str] = {
    "name_exact": "Same name {}.",
    "name_unmarked": "Same name but for marks left out: {}, {}.",
    "name_spelling": "Same name in another spelling: {}, {}.",
    "name_part": "{} may be short for {}.",
    "name_initials": "The letters of {} fit {}.",
    "name_other": "The names are two: {}, {}.",
    "name_marks": "The names differ in their marks: {}, {}.",
}
THING_SENTENCES: Mapping[str, str] = {
    "organisation_name": "Same name but for the word for its kind: {}, {}.",
    "organisation_part": "{} may be short for {}.",
    "organisation_spelling": "Same name in another spelling: {}, {}.",
    "organisation_letters": "{} may be the letters of {}.",
    "place_name": "Same name {}.",
    "place_spelling": "Same name in another spelling: {}, {}.",
    "both_within": "Both lie in {}.",
    "lie_near": "They lie {} km from each other.",
    "plate_misread": "The plates differ in one sign that may be misread: {}, {}.",
    "plate_part": "{} may be a part of {}.",
    "both_connected": "Both are connected with {}.",
}
NEIGHBOURS = "same_company"
NAMESAKES = "few_namesakes"
SENTENCES: Mapping[str, str] = {
    **NAME_SENTENCES,
    **{check.__name__: (check.__doc__ or "").strip() for check in SECOND_THINGS},
    NEIGHBOURS: "Reports of both also name {}.",
    **THING_SENTENCES,
    NAMESAKES: "Full names in all reports that fit the short one: {}.",
}


def sentence_of(code: str, values: Iterable[str]) -> str:
    """Say a reason in English."""
    given = list(values)
    sentence = SENTENCES[code]
    if sentence.count("{}") == 1:
        given = [", ".join(given)]
    return sentence.format(*given)


def second_things(left: Sketch, right: Sketch) -> tuple[Reason, ...]:
    """Find all that two people have in common beside their names."""
    found = ((check.__name__, check(left, right)) for check in SECOND_THINGS)
    return tuple(
        Reason(code, tuple(finding[0]), finding[1])
        for code, finding in found
        if finding is not None
    )
