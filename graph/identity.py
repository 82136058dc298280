"""Who is the same: pure functions over appearances and what reviewers judged of them.

People are never joined on a name alone. Two appearances of a person are joined when their names
are spelled the same (marks and tones included, the order of the words and capitals left out), a
second thing is the same, and nothing contradicts it. A *block* is a name together with such a
second thing: those who share a block are the ones to compare, however many people there are.

The answer depends on the appearances and judgements alone, never on the order they came in.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from graph.folding import fold, name_key, words
from graph.keys import key

# strongest first: where joins exclude each other the stronger one is made
_SECOND_THINGS: Mapping[str, str] = {
    "identity": "Same name and same identity number {}.",
    "account": "Same name and same account {}.",
    "born": "Same name and same birth date {}.",
    "email": "Same name and same e-mail address {}.",
    "phone": "Same name and same phone {}.",
    "handle": "Same name and same handle {}.",
    "vehicle": "Same name and same vehicle {}.",
    "born+home": "Same name, same birth year and same home {}.",
}
_STRENGTH = {kind: n for n, kind in enumerate(_SECOND_THINGS)}
_VOWEL = re.compile(r"[aeiouyw]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What identity looks at: an appearance, or all appearances of one normal form.

    ``id`` is the anchor of it, and the entity's id as long as it stands alone.
    """

    id: str
    blocks: frozenset[tuple[str, str]] = frozenset()
    born: frozenset[str] = frozenset()
    sexes: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reviewer judged of two candidates; ``id`` orders what was judged at one time."""

    id: str
    left: str
    right: str
    judgement: str
    reviewer: str
    time: datetime
    reason: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two candidates in no order."""
        return frozenset((self.left, self.right))


@dataclass(frozen=True, slots=True)
class Cluster:
    """Candidates that are the same, the entity's id, and why they were joined."""

    id: str
    members: tuple[str, ...]
    reasons: tuple[str, ...]


@lru_cache(maxsize=100_000)
def sure_name(name: str, victim: bool = False) -> str | None:
    """Spell a name that may join people; None for initials and for names of one word."""
    tokens = words(name)
    if len(tokens) < 2 or "." in name or any(_is_initial(token) for token in tokens):
        return None
    if victim and len(tokens[-1]) == 1:
        return None
    return name_key(name)


def _is_initial(token: str) -> bool:
    """Say whether a word has no vowel, as the "Th" and "H" of a shortened name.

    Words in scripts other than Latin are taken as they are.
    """
    return token.isascii() and not _VOWEL.search(fold(token))


def blocks(name: str, facts: Iterable[str], role: str | None = None) -> frozenset[tuple[str, str]]:
    """Name the blocks of a person: (block id, the second thing in it)."""
    spelled = sure_name(name, role == "victim")
    if spelled is None:
        return frozenset()
    return frozenset((key("Block", spelled, thing), thing) for thing in _second_things(facts))


def _second_things(facts: Iterable[str]) -> set[str]:
    things: set[str] = set()
    years: set[str] = set()
    homes: set[str] = set()
    for fact in facts:
        kind, _, value = fact.partition(":")
        if kind == "home":
            homes.add(value)
        elif kind == "born":
            years.add(value[:4])
            if len(value) >= len("1987-03-02"):
                things.add(fact)
        elif kind in _STRENGTH:
            things.add(fact)
    things.update(f"born+home:{year}, {home}" for year in years for home in homes)
    return things


def person(
    id: str, name: str, facts: Sequence[str], sex: str | None = None, role: str | None = None
) -> Candidate:
    """Take from a person's appearance what joins or contradicts."""
    return Candidate(
        id,
        blocks(name, facts, role),
        frozenset(fact.partition(":")[2] for fact in facts if fact.startswith("born:")),
        frozenset((sex,) if sex else ()),
        frozenset(fact for fact in facts if fact.startswith("identity:")),
    )


@dataclass(slots=True)
class _Group:
    members: set[str]
    born: set[str]
    sexes: set[str]
    numbers: set[str]

    def contradicts(self, other: "_Group") -> bool:
        return (
            _exclude(self.sexes, other.sexes)
            or _exclude(self.numbers, other.numbers)
            or not _births_agree(self.born, other.born)
        )

    def take(self, other: "_Group") -> None:
        self.members |= other.members
        self.born |= other.born
        self.sexes |= other.sexes
        self.numbers |= other.numbers


def _exclude(left: set[str], right: set[str]) -> bool:
    return bool(left) and bool(right) and left.isdisjoint(right)


def _births_agree(left: set[str], right: set[str]) -> bool:
    """Say whether a birth of the one can be a birth of the other; 1987 agrees with 1987-03-02."""
    if not left or not right:
        return True
    return any(a.startswith(b) or b.startswith(a) for a in left for b in right)


@dataclass(slots=True)
class _Groups:
    """Candidates in groups that grow, and pairs that must never come into one."""

    group: dict[str, _Group]
    apart: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def part(self, left: str, right: str) -> None:
        if self.group[left] is not self.group[right]:
            self.apart[left].add(right)
            self.apart[right].add(left)

    def join(self, left: str, right: str, *, forced: bool = False) -> None:
        one, other = self.group[left], self.group[right]
        if one is other or self._kept_apart(one, other):
            return
        if not forced and one.contradicts(other):
            return
        if len(one.members) < len(other.members):
            one, other = other, one
        one.take(other)
        for member in other.members:
            self.group[member] = one

    def _kept_apart(self, one: _Group, other: _Group) -> bool:
        return any(
            self.group[stranger] is other
            for member in one.members
            for stranger in self.apart.get(member, ())
        )


def cluster(candidates: Iterable[Candidate], judgements: Iterable[Judged]) -> tuple[Cluster, ...]:
    """Join candidates that are the same: what reviewers judged first, then what is sure."""
    by_id = {candidate.id: candidate for candidate in candidates}
    judged = [j for j in latest(judgements) if j.left in by_id and j.right in by_id]
    alike = _alike(by_id.values(), frozenset(id for j in judged for id in j.pair))
    groups = _Groups(
        {
            first.id: _Group({first.id}, set(first.born), set(first.sexes), set(first.numbers))
            for first, _ in alike
        }
    )
    for judgement in judged:
        if judgement.judgement == "same":
            groups.join(judgement.left, judgement.right, forced=True)
        else:
            groups.part(judgement.left, judgement.right)
    for members in _blocks_by_strength(first for first, _ in alike):
        _join_block(groups, members)
    return tuple(_clusters(groups, alike, by_id, judged))


def latest(judgements: Iterable[Judged]) -> list[Judged]:
    """Keep the last judgement of each pair, newest first; "unsure" takes the one before back."""
    last: dict[frozenset[str], Judged] = {}
    for judgement in sorted(judgements, key=lambda j: (j.time, j.id)):
        last[judgement.pair] = judgement
    kept = [j for j in last.values() if j.judgement != "unsure"]
    return sorted(kept, key=lambda j: (j.time, j.id), reverse=True)


def _alike(
    candidates: Iterable[Candidate], judged: frozenset[str]
) -> list[tuple[Candidate, list[str]]]:
    """Take those who cannot be told apart for one, so that a busy person costs no more."""
    alike: dict[object, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        same = (candidate.blocks, candidate.born, candidate.sexes, candidate.numbers)
        alone = candidate.id in judged or not candidate.blocks
        alike[candidate.id if alone else same].append(candidate)
    groups = []
    for members in alike.values():
        first = min(members, key=lambda candidate: candidate.id)
        groups.append((first, sorted(candidate.id for candidate in members)))
    return groups


def _blocks_by_strength(candidates: Iterable[Candidate]) -> list[list[str]]:
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    for candidate in candidates:
        for block in candidate.blocks:
            members[block].append(candidate.id)
    order = sorted(members, key=lambda block: (_STRENGTH[_kind(block[1])], block[1], block[0]))
    return [sorted(members[block]) for block in order if len(members[block]) > 1]


def _join_block(groups: _Groups, members: list[str]) -> None:
    for n, member in enumerate(members):
        for earlier in members[:n]:
            groups.join(earlier, member)


def _clusters(
    groups: _Groups,
    alike: list[tuple[Candidate, list[str]]],
    by_id: Mapping[str, Candidate],
    judged: Sequence[Judged],
) -> Iterable[Cluster]:
    expanded = {first.id: ids for first, ids in alike}
    said: dict[int, list[str]] = defaultdict(list)
    for judgement in judged:
        if judgement.judgement == "same":
            group = groups.group[judgement.left]
            if group is groups.group[judgement.right]:
                said[id(group)].append(_said(judgement))
    for group in {id(group): group for group in groups.group.values()}.values():
        members = sorted(member for first in group.members for member in expanded[first])
        shared = _shared_reasons(by_id[member] for member in members)
        reasons = (*shared, *sorted(set(said[id(group)])))
        yield Cluster(members[0], tuple(members), reasons)


def _shared_reasons(members: Iterable[Candidate]) -> tuple[str, ...]:
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for member in members:
        for block in member.blocks:
            counted[block] += 1
    things = {block[1] for block, number in counted.items() if number > 1}
    order = sorted(things, key=lambda thing: (_STRENGTH[_kind(thing)], thing))
    return tuple(_SECOND_THINGS[_kind(t)].format(t.partition(":")[2]) for t in order)


def _kind(thing: str) -> str:
    return thing.partition(":")[0]


def _said(judgement: Judged) -> str:
    words_said = f"Judged the same by {judgement.reviewer}"
    return f"{words_said}: {judgement.reason}" if judgement.reason else f"{words_said}."
