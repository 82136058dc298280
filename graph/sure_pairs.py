"""Pairs that the machine is sure of, and those of them that a rival makes doubtful."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.matching.blocking import joining_keys
from graph.matching.contradictions import contradictions, names_exclude
from graph.matching.names import Name
from graph.matching.scoring import AMBIGUOUS, Score, may_join
from graph.matching.sketch import Sketch


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


@lru_cache(maxsize=20_000)
def compared(sketch: Sketch) -> Sketch:
    """Take what is compared of a person: the core alone where it tells who he is."""
    return sketch.core if may_join(sketch.core, sketch.core) is not None else sketch


def alike(
    people: Mapping[str, Sketch | None], alone: frozenset[str] = frozenset()
) -> tuple[dict[str, list[str]], dict[str, Sketch]]:
    """Take those for one who cannot be told apart, so that a busy person costs no more.

    Answers the members by the first of each, and what matching looks at in the first.
    """
    by_core: dict[Sketch, list[str]] = defaultdict(list)
    for id, sketch in people.items():
        if sketch is not None and id not in alone:
            by_core[sketch.core].append(id)
    same = {id: [id] for id, sketch in people.items() if sketch is None or id in alone}
    sketches = {id: sketch for id in same if (sketch := people[id]) is not None}
    for core, members in by_core.items():
        if may_join(core, core) is not None:
            same[min(members)] = sorted(members)
            sketches[min(members)] = core
        else:
            same.update((member, [member]) for member in members)
            sketches.update((id, sketch) for id in members if (sketch := people[id]) is not None)
    return same, sketches


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
    same, firsts = alike(sketches)
    yield from (members for members in same.values() if len(members) > 1)
    yield from (edge.ends for edge in edges_between(firsts))


def doubts(
    edges: Sequence[Edge], sketches: Mapping[str, Sketch]
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
        found = set(_doubtful(sketches[id], around, sketches))
        if found:
            doubtful.add(id)
            doubted |= found
    doubted.update(edge.ends for edge in edges if doubtful.issuperset(edge.ends))
    return frozenset(doubtful), frozenset(doubted)


def _doubtful(
    one: Sketch, around: Sequence[tuple[Edge, str]], sketches: Mapping[str, Sketch]
) -> Iterable[tuple[str, str]]:
    faces: dict[object, list[tuple[Edge, Sketch]]] = defaultdict(list)
    for edge, other in around:
        faces[_face(sketches[other])].append((edge, sketches[other]))
    if len(faces) < 2:
        return
    best = {face: max(edge.score.total for edge, _ in some) for face, some in faces.items()}
    for face, some in faces.items():
        for rival, others in faces.items():
            near = best[rival] > best[face] - AMBIGUOUS
            if rival != face and near and exclude(some[0][1], others[0][1], one.aliases):
                yield from (edge.ends for edge, _ in some)
                break


def _face(sketch: Sketch) -> object:
    """Take what may exclude another: names, births and papers."""
    return sketch.names, sketch.aliases, sketch.values("born"), sketch.values("identity")


def exclude(left: Sketch, right: Sketch, aliases: Iterable[Name] = ()) -> bool:
    """Say whether two cannot be one; a sex is misread too often to make anybody doubtful."""
    found = (one.code for one in contradictions(left, right))
    return names_exclude(left, right, aliases) or any(code != "different_sexes" for code in found)
