"""Who is the same: pure functions over appearances and what reviewers judged of them.

The machine joins what ``graph.matching`` is sure of, unless joining would put a contradiction into
one person; reviewers' judgements come before it. The answer depends on the appearances and
judgements alone, never on the order they came in.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.groups import Group, Groups
from graph.matching.scoring import Score, may_join
from graph.matching.sketch import Sketch
from graph.sure_pairs import Edge, alike, doubts, edges_between


@dataclass(frozen=True, slots=True)
class Candidate:
    """What identity looks at: an appearance, or all appearances of one normal form.

    ``id`` is the anchor of it, and the entity's id as long as it stands alone; only people have a
    ``sketch``. ``since`` is when its report was received, as text that sorts, and nothing where
    it stands for all appearances of a normal form.
    """

    id: str
    sketch: Sketch | None = None
    since: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reviewer judged of two sides; ``id`` orders what was judged at one time.

    "same" says that all of both sides are one, "different" that none of the one is of the other.
    """

    id: str
    left: frozenset[str]
    right: frozenset[str]
    judgement: str
    reviewer: str
    time: datetime
    reason: str = ""

    @property
    def sides(self) -> frozenset[frozenset[str]]:
        """The two sides in no order."""
        return frozenset((self.left, self.right))

    @property
    def all(self) -> frozenset[str]:
        """Everyone who was judged."""
        return self.left | self.right


@dataclass(frozen=True, slots=True)
class Cluster:
    """Candidates that are the same, the entity's id, and why they were joined."""

    id: str
    members: tuple[str, ...]
    reasons: tuple[str, ...]


_REASONS = 40


def cluster(candidates: Iterable[Candidate], judgements: Iterable[Judged]) -> tuple[Cluster, ...]:
    """Join candidates that are the same: what reviewers judged first, then what is sure."""
    by_id = {candidate.id: candidate for candidate in candidates}
    judged = _known(latest(judgements), by_id)
    alone = frozenset(id for j in judged for id in j.all)
    same, sketches = alike({id: one.sketch for id, one in by_id.items()}, alone)
    edges = edges_between(sketches)
    doubtful, doubted = doubts(edges, sketches)
    same = _apart(same, doubtful)
    groups = Groups({first: Group.of(first, by_id[first].sketch) for first in same})
    for judgement in judged:
        if judgement.judgement == "same":
            groups.join_all(sorted(judgement.all))
        else:
            groups.part(judgement.id, judgement.left, judgement.right)
    sure = sorted((e for e in edges if e.ends not in doubted), key=lambda edge: edge.order)
    for edge in sure:
        groups.join(edge.left, edge.right)
    return tuple(_clusters(groups, same, sure, judged, by_id))


def latest(judgements: Iterable[Judged]) -> list[Judged]:
    """Keep the last judgement of each two sides, newest first; those taken back are left out."""
    last: dict[frozenset[frozenset[str]], Judged] = {}
    for judgement in sorted(judgements, key=lambda j: (j.time, j.id)):
        last[judgement.sides] = judgement
    kept = [j for j in last.values() if j.judgement in ("same", "different")]
    return sorted(kept, key=lambda j: (j.time, j.id), reverse=True)


def _known(judged: Iterable[Judged], ids: Mapping[str, Candidate]) -> list[Judged]:
    """Leave out of judgements who is not here."""
    return [
        Judged(
            j.id,
            frozenset(id for id in j.left if id in ids),
            frozenset(id for id in j.right if id in ids),
            j.judgement,
            j.reviewer,
            j.time,
            j.reason,
        )
        for j in judged
    ]


def _apart(same: Mapping[str, list[str]], doubtful: frozenset[str]) -> dict[str, list[str]]:
    """Let those stand alone who may be either of two."""
    return {
        member: ([member] if first in doubtful else members)
        for first, members in same.items()
        for member in (members if first in doubtful else [first])
    }


def _clusters(
    groups: Groups,
    same: Mapping[str, Sequence[str]],
    edges: Sequence[Edge],
    judged: Sequence[Judged],
    by_id: Mapping[str, Candidate],
) -> Iterable[Cluster]:
    why: dict[int, dict[str, None]] = defaultdict(dict)
    for edge in edges:
        if groups.together(edge.left, edge.right):
            why[groups.number(edge.left)].update(_lines(edge.score))
    for first, members in same.items():
        sketch = by_id[first].sketch
        score = may_join(sketch.core, sketch.core) if sketch and len(members) > 1 else None
        if score is not None:
            why[groups.number(first)].update(_lines(score))
    for number, group in groups.distinct():
        members = sorted(member for first in group.members for member in same[first])
        said = sorted(_said(j) for j in judged if _joined_by(j, group))
        # the eldest names them all: an entity keeps its id when newer reports join it
        eldest = min(members, key=lambda member: (by_id[member].since, member))
        yield Cluster(eldest, tuple(members), (*said, *list(why[number])[:_REASONS]))


def _lines(score: Score) -> dict[str, None]:
    return dict.fromkeys(reason.line for reason in score.reasons)


def _joined_by(judgement: Judged, group: Group) -> bool:
    return judgement.judgement == "same" and len(judgement.all & group.members) > 1


def _said(judgement: Judged) -> str:
    said = ("judged", judgement.reviewer, f"{judgement.time:%Y-%m-%d}", judgement.reason)
    return "|".join(part.replace("|", "/") for part in said)
