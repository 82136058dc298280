"""The score of two people: reasons add up, contradictions weigh against them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from graph.matching.alignment import Alignment, Level, align
from graph.matching.contradictions import Contradiction, contradictions, names_exclude
from graph.matching.names import Name
from graph.matching.reasons import NAMESAKES, NEIGHBOURS, Reason, second_things
from graph.matching.sketch import Sketch
from graph.matching.slips import agreeing_but_for_a_slip, word_in_common

JOINED = 19.6
"""From here on the machine joins: by chance one pair in 800,000 agrees so far."""
PROPOSED = 8.5
"""From here on a reviewer is asked."""
CLEAR = 15.0
"""From here on a pair of fitting names may be decided unopened."""
AMBIGUOUS = 6.0
"""Two candidates whose scores are nearer than this are equally good."""
_NAME_AT_MOST = 23.0
_CODES = {
    Level.EXACT: "name_exact",
    Level.UNMARKED: "name_unmarked",
    Level.SPELLING: "name_spelling",
    Level.PART: "name_part",
    Level.INITIALS: "name_initials",
    Level.MARKS: "name_marks",
    Level.OTHER: "name_other",
}
_SLIP, _PART_OTHER, _OTHER_NAME = -6.5, -6.5, -10.0
_NOBODY_ELSE_S = ("identity", "account", "email", "handle")
"""What is hardly ever two people's: the kinds of clue that outweigh another name."""
_LEAST_BESIDE_THE_NAME = 3.5
_WEAK = frozenset({"both_officials", NEIGHBOURS, NAMESAKES})
_OWN = frozenset(
    {"same_paper", "same_account", "same_email", "same_phone", "same_handle", "same_vehicle"}
)


@dataclass(frozen=True)
class Score:
    """Why two people may be one, why not, and what follows."""

    name: Reason
    alignment: Alignment
    second: tuple[Reason, ...]
    against: tuple[Contradiction, ...]
    excluded: bool

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """All reasons, the name first, then the heaviest."""
        return (self.name, *sorted(self.second, key=lambda reason: -reason.bits))

    @cached_property
    def total(self) -> float:
        """The sum of the reasons, less the contradictions, in bits."""
        return sum(r.bits for r in self.reasons) - sum(c.bits for c in self.against)

    @cached_property
    def joined(self) -> bool:
        """Whether the machine may join the two: never on the names alone."""
        if self.excluded or self.against or not self.alignment.sure or self.total < JOINED:
            return False
        if self.alignment.alone:
            return any(reason.code in _OWN for reason in self.second)
        beside = sum(reason.bits for reason in self.second if reason.code not in _WEAK)
        return beside >= _LEAST_BESIDE_THE_NAME

    @property
    def proposed(self) -> bool:
        """Whether the two are worth a reviewer's look."""
        return self.total >= PROPOSED

    @property
    def clear(self) -> bool:
        """Whether the pair may be judged together with others, without opening it."""
        agreed = self.alignment.level >= Level.UNMARKED and not self.alignment.alone
        return agreed and not self.against and not self.excluded and self.total >= CLEAR


def score(left: Sketch, right: Sketch, beside: Iterable[Reason] = ()) -> Score | None:
    """Weigh two people; None when their names are those of two people.

    ``beside`` are reasons that lie outside the two, as the company they keep.
    """
    named = _best_names(left, right) or _other_names(left, right)
    if named is None:
        return None
    alignment, one, other = named
    reason = Reason(
        _CODES[alignment.level], _shown(one, other, alignment), min(alignment.bits, _NAME_AT_MOST)
    )
    return Score(
        reason,
        alignment,
        (*second_things(left, right), *beside),
        contradictions(left, right),
        names_exclude(left, right),
    )


@lru_cache(maxsize=50_000)
def may_join(left: Sketch, right: Sketch) -> Score | None:
    """Weigh two people, and give the score only when the machine may join them."""
    if not (left.numbers & right.numbers) and not _something_shared(left, right):
        return None
    named = _best_names(left, right)
    if named is None or not named[0].sure or _born_apart(left, right):
        return None
    found = score(left, right)
    return found if found is not None and found.joined else None


def _born_apart(left: Sketch, right: Sketch) -> bool:
    """Say cheaply whether two births exclude each other."""
    return bool(left.years and right.years) and left.years.isdisjoint(right.years)


def _something_shared(left: Sketch, right: Sketch) -> bool:
    """Say cheaply whether anything but the name could be the same."""
    homes = bool(left.homes) and bool(right.homes)
    births = bool(left.years or left.about) and bool(right.years or right.about)
    both = ("relative", "member", "role", "with")
    return homes or births or any(left.values(kind) & right.values(kind) for kind in both)


def _best_names(left: Sketch, right: Sketch) -> tuple[Alignment, Name, Name] | None:
    """Find the two names that agree best; names that exclude each other need an alias."""
    best: tuple[Alignment, Name, Name] | None = None
    for one in (*left.names, *left.aliases):
        for other in (*right.names, *right.aliases):
            found = align(one, other)
            if found is not None and (best is None or _rank(found) > _rank(best[0])):
                best = (found, one, other)
    return best


def _other_names(left: Sketch, right: Sketch) -> tuple[Alignment, Name, Name] | None:
    """Take two names that do not agree, where a slip or what nobody else has may explain it."""
    pairs = [(a, b) for a in left.names for b in right.names]
    for pair in pairs:
        agreeing = agreeing_but_for_a_slip(*pair)
        if agreeing is not None:
            return Alignment(Level.OTHER, _SLIP + min(agreeing, -_SLIP)), *pair
    for one, other in pairs if left.numbers & right.numbers else ():
        shared = word_in_common(one, other)
        if shared is not None:
            return Alignment(Level.OTHER, _PART_OTHER + min(shared, -_PART_OTHER)), one, other
    if pairs and any(left.values(kind) & right.values(kind) for kind in _NOBODY_ELSE_S):
        return Alignment(Level.OTHER, _OTHER_NAME), *pairs[0]
    return None


def _rank(alignment: Alignment) -> tuple[bool, bool, float, Level]:
    return alignment.level > Level.MARKS, alignment.sure, alignment.bits, alignment.level


def _shown(one: Name, other: Name, alignment: Alignment) -> tuple[str, ...]:
    names = sorted((one.text, other.text), key=lambda name: (len(name), name))
    return (names[1],) if alignment.level is Level.EXACT else tuple(names)
