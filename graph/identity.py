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
from graph.matching.blocking import joining_keys
from graph.matching.contradictions import contradictions, names_exclude
from graph.matching.names import Name
from graph.matching.scoring import AMBIGUOUS, Score, may_join
from graph.matching.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Candidate:
    """What identity looks at: an appearance, or all appearances of one normal form.

    ``id`` is the anchor of it, and the entity's id as long as it stands alone; only people have a
    ``sketch``.
    """

    id: str
    sketch: Sketch | None = None


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


@dataclass(frozen=True, slots=True)
class Edge:
    """Two candidates that the machine is sure of."""

    left: str
    right: str
    score: Score

    @property
    def ends(self) -> tuple[str, str]:
        """The two candidates."""
        return self.left, self.right

    @property
    def order(self) -> tuple[float, str, str]:
        """Strongest first."""
        return -self.score.total, self.left, self.right


_REASONS = 40


def cluster(candidates: Iterable[Candidate], judgements: Iterable[Judged]) -> tuple[Cluster, ...]:
    """Join candidates that are the same: what reviewers judged first, then what is sure."""
    by_id = {candidate.id: candidate for candidate in candidates}
    judged = _known(latest(judgements), by_id)
    alone = frozenset(id for j in judged for id in j.all)
    alike, sketches = _alike({id: one.sketch for id, one in by_id.items()}, alone)
    edges = edges_between(sketches)
    doubtful, doubted = _doubts(edges, by_id)
    alike = _apart(alike, doubtful)
    groups = Groups({first: Group.of(first, by_id[first].sketch) for first in alike})
    for judgement in judged:
        if judgement.judgement == "same":
            groups.join_all(sorted(judgement.all))
        else:
            groups.part(judgement.id, judgement.left, judgement.right)
    sure = sorted((e for e in edges if e.ends not in doubted), key=lambda edge: edge.order)
    for edge in sure:
        groups.join(edge.left, edge.right)
    return tuple(_clusters(groups, alike, sure, judged, by_id))


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


def _alike(
    people: Mapping[str, Sketch | None], alone: frozenset[str] = frozenset()
) -> tuple[dict[str, list[str]], dict[str, Sketch]]:
    """Take those for one who cannot be told apart, so that a busy person costs no more.

    Answers the members by the first of each, and what matching looks at in the first.
    """
    by_core: dict[Sketch, list[str]] = defaultdict(list)
    for id, sketch in people.items():
        if sketch is not None and id not in alone:
            by_core[sketch.core].append(id)
    alike = {id: [id] for id, sketch in people.items() if sketch is None or id in alone}
    sketches = {id: sketch for id in alike if (sketch := people[id]) is not None}
    for core, members in by_core.items():
        if may_join(core, core) is not None:
            alike[min(members)] = sorted(members)
            sketches[min(members)] = core
        else:
            alike.update((member, [member]) for member in members)
            sketches.update((id, sketch) for id in members if (sketch := people[id]) is not None)
    return alike, sketches


def _apart(alike: Mapping[str, list[str]], doubtful: frozenset[str]) -> dict[str, list[str]]:
    """Let those stand alone who may be either of two."""
    return {
        member: ([member] if first in doubtful else members)
        for first, members in alike.items()
        for member in (members if first in doubtful else [first])
    }


def edges_between(sketches: Mapping[str, Sketch]) -> list[Edge]:
    """Find all pairs that the machine may join, by the blocks they share."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for id, sketch in sketches.items():
        for block in joining_keys(sketch):
            blocks[block].append(id)
    compared: set[tuple[str, str]] = set()
    edges = []
    for members in blocks.values():
        members.sort()
        for n, left in enumerate(members):
            for right in members[n + 1 :]:
                if (left, right) not in compared:
                    compared.add((left, right))
                    score = may_join(sketches[left], sketches[right])
                    if score is not None:
                        edges.append(Edge(left, right, score))
    return edges


def sure_ties(sketches: Mapping[str, Sketch]) -> Iterable[Sequence[str]]:
    """Find who hangs together with whom through what the machine is sure of."""
    alike, firsts = _alike(sketches)
    yield from (members for members in alike.values() if len(members) > 1)
    yield from (edge.ends for edge in edges_between(firsts))


def _doubts(
    edges: Sequence[Edge], by_id: Mapping[str, Candidate]
) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Find who may be either of two that cannot be one, and the edges not to join for it.

    "Lo Van An" with the phone of two brothers An and Ân may be either: a reviewer decides.
    """
    of: dict[str, list[tuple[Edge, str]]] = defaultdict(list)
    for edge in edges:
        of[edge.left].append((edge, edge.right))
        of[edge.right].append((edge, edge.left))
    doubtful: set[str] = set()
    doubted: set[tuple[str, str]] = set()
    for id, around in of.items():
        found = set(_doubtful(by_id[id], around, by_id))
        if found:
            doubtful.add(id)
            doubted |= found
    doubted.update(edge.ends for edge in edges if doubtful.issuperset(edge.ends))
    return frozenset(doubtful), frozenset(doubted)


def _doubtful(
    candidate: Candidate, around: Sequence[tuple[Edge, str]], by_id: Mapping[str, Candidate]
) -> Iterable[tuple[str, str]]:
    faces: dict[object, list[tuple[Edge, Sketch]]] = defaultdict(list)
    for edge, other in around:
        sketch = by_id[other].sketch
        if sketch is not None:
            faces[_face(sketch)].append((edge, sketch))
    if len(faces) < 2 or candidate.sketch is None:
        return
    aliases = candidate.sketch.aliases
    best = {face: max(edge.score.total for edge, _ in some) for face, some in faces.items()}
    for face, some in faces.items():
        for rival, others in faces.items():
            near = best[rival] > best[face] - AMBIGUOUS
            if rival != face and near and exclude(some[0][1], others[0][1], aliases):
                yield from (edge.ends for edge, _ in some)
                break


def _face(sketch: Sketch) -> object:
    """Take what may exclude another: names, births and papers."""
    return sketch.names, sketch.aliases, sketch.values("born"), sketch.values("identity")


def exclude(left: Sketch, right: Sketch, aliases: Iterable[Name] = ()) -> bool:
    """Say whether two cannot be one; a sex is misread too often to make anybody doubtful."""
    found = (one.code for one in contradictions(left, right))
    return names_exclude(left, right, aliases) or any(code != "different_sexes" for code in found)


def _clusters(
    groups: Groups,
    alike: Mapping[str, Sequence[str]],
    edges: Sequence[Edge],
    judged: Sequence[Judged],
    by_id: Mapping[str, Candidate],
) -> Iterable[Cluster]:
    why: dict[int, dict[str, None]] = defaultdict(dict)
    for edge in edges:
        if groups.together(edge.left, edge.right):
            why[groups.number(edge.left)].update(_lines(edge.score))
    for first, members in alike.items():
        sketch = by_id[first].sketch
        score = may_join(sketch.core, sketch.core) if sketch and len(members) > 1 else None
        if score is not None:
            why[groups.number(first)].update(_lines(score))
    for number, group in groups.distinct():
        members = sorted(member for first in group.members for member in alike[first])
        said = sorted(_said(j) for j in judged if _joined_by(j, group))
        yield Cluster(members[0], tuple(members), (*said, *list(why[number])[:_REASONS]))


def _lines(score: Score) -> dict[str, None]:
    return dict.fromkeys(reason.line for reason in score.reasons)


def _joined_by(judgement: Judged, group: Group) -> bool:
    return judgement.judgement == "same" and len(judgement.all & group.members) > 1


def _said(judgement: Judged) -> str:
    said = ("judged", judgement.reviewer, f"{judgement.time:%Y-%m-%d}", judgement.reason)
    return "|".join(part.replace("|", "/") for part in said)
