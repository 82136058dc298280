"""Groups of the same: they grow by joining, unless what they hold excludes each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.matching.contradictions import names_exclude, papers_differ
from graph.matching.sketch import Sketch, union


@dataclass(slots=True)
class Group:
    """Candidates taken for one; ``sides`` are the sides they were judged to be on."""

    members: set[str]
    sketches: dict[Sketch, None]
    births: set[str] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)
    sides: set[tuple[str, bool]] = field(default_factory=set)

    @classmethod
    def of(cls, id: str, sketch: Sketch | None) -> "Group":
        """Begin a group with one candidate."""
        if sketch is None:
            return cls({id}, {})
        return cls(
            {id},
            {named(sketch): None},
            set(sketch.values("born")),
            set(sketch.sexes),
            set(sketch.values("identity")),
        )

    def excludes(self, other: "Group") -> bool:
        """Say whether the two hold what cannot be true of one person."""
        return (
            bool(self.sexes and other.sexes and self.sexes.isdisjoint(other.sexes))
            or not _births_agree(self.births, other.births)
            or papers_differ(self.papers, other.papers)
            or self._names_exclude(other)
        )

    def _names_exclude(self, other: "Group") -> bool:
        if not self.sketches or not other.sketches or self.sketches.keys() == other.sketches.keys():
            return False
        return names_exclude(union(list(self.sketches)), union(list(other.sketches)))

    def parted_from(self, other: "Group") -> bool:
        """Say whether a reviewer judged any of the one different from any of the other."""
        return any((judgement, not side) in other.sides for judgement, side in self.sides)

    def take(self, other: "Group") -> None:
        """Take another group in."""
        self.members |= other.members
        self.sketches |= other.sketches
        self.births |= other.births
        self.sexes |= other.sexes
        self.papers |= other.papers
        self.sides |= other.sides


def named(sketch: Sketch) -> Sketch:
    """Keep the names alone."""
    return Sketch(sketch.names, sketch.aliases, frozenset())


def _births_agree(left: set[str], right: set[str]) -> bool:
    """Say whether a birth of the one can be a birth of the other; 1987 agrees with 1987-03-02."""
    if not left or not right:
        return True
    return any(a.startswith(b) or b.startswith(a) for a in left for b in right)


class Groups:
    """All groups, and who may never come into one."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        self._of = dict(groups)

    def join(self, left: str, right: str, *, forced: bool = False) -> None:
        """Join the groups of two candidates, unless they are kept apart."""
        one, other = self._of[left], self._of[right]
        if one is other or one.parted_from(other) or (not forced and one.excludes(other)):
            return
        if len(one.members) < len(other.members):
            one, other = other, one
        one.take(other)
        self._of.update(dict.fromkeys(other.members, one))

    def join_all(self, members: Iterable[str]) -> None:
        """Join candidates as a reviewer said, as far as no newer judgement keeps them apart."""
        seen: list[str] = []
        for member in members:
            for earlier in seen:
                self.join(earlier, member, forced=True)
            if not any(self.together(earlier, member) for earlier in seen):
                seen.append(member)

    def part(self, judgement: str, left: Iterable[str], right: Iterable[str]) -> None:
        """Keep one side from the other in all that follows."""
        for side, members in ((False, left), (True, right)):
            for member in members:
                self._of[member].sides.add((judgement, side))

    def together(self, left: str, right: str) -> bool:
        """Say whether two candidates are in one group."""
        return self._of[left] is self._of[right]

    def number(self, member: str) -> int:
        """Give a number that tells the group of a candidate from the others."""
        return id(self._of[member])

    def distinct(self) -> Iterator[tuple[int, Group]]:
        """Go through the groups with their numbers, each once."""
        yield from {id(group): group for group in self._of.values()}.items()
