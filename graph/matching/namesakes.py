"""How many full names in all reports a part of a name may be short for."""

from collections.abc import Mapping, Sequence

from graph.matching.alignment import align
from graph.matching.blocking import word_key
from graph.matching.names import Name
from graph.matching.reasons import NAMESAKES, Reason
from graph.matching.sketch import Sketch

OF_A_BLOCK = 60
"""How many of a block are looked at; a word that more people bear tells nothing."""
_ONLY_ONE = 4.0
_EACH_MORE = 1.5


class Namesakes:
    """The people who bear a word in their names, as far as there are few."""

    def __init__(self, blocks: Mapping[str, Sequence[str]], people: Mapping[str, Sketch]) -> None:
        self._blocks = blocks
        self._people = people
        self._counted: dict[Name, int] = {}

    def reason(self, left: Sketch, right: Sketch) -> tuple[Reason, ...]:
        """Weigh a part of a name by how few full names it may be short for."""
        part = _part(left) or _part(right)
        if part is None:
            return ()
        count = self._count(part)
        bits = _ONLY_ONE - _EACH_MORE * (count - 1)
        return (Reason(NAMESAKES, (str(count),), bits),) if count and bits > 0 else ()

    def _count(self, part: Name) -> int:
        if part not in self._counted:
            members = self._blocks.get(word_key(part.words[0].folded), ())
            few = members if len(members) < OF_A_BLOCK else ()
            self._counted[part] = len(
                {
                    tuple(sorted(word.folded for word in name.words))
                    for id in few
                    for name in self._people[id].names
                    if name.full and align(part, name) is not None
                }
            )
        return self._counted[part]


def _part(sketch: Sketch) -> Name | None:
    """Take the name of someone who is only ever called by one word."""
    if len(sketch.names) == 1 and len(sketch.names[0].words) == 1:
        return sketch.names[0] if not sketch.names[0].words[0].initial else None
    return None
