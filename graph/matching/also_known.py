"""Names that one report teaches of another's person: who is Bun where only his name is told."""

from collections.abc import Iterable

from graph.matching.alignment import Level, align
from graph.matching.names import Name
from graph.matching.sketch import Sketch

_RARE_NAME = 14.0


def also_known(one: Sketch, others: Iterable[Sketch]) -> Sketch | None:
    """Add the names that others of the same rare name, or of this alias, bear; None for no more.

    Khamphone Sisavath is called Bun in one report: so Bun of a second may be the Khamphone
    Sisavath of a third.
    """
    learned: dict[Name, None] = {}
    for other in others:
        if _same_rare_name(one, other):
            learned.update(dict.fromkeys(other.aliases))
        elif _called(one, other):
            learned.update(dict.fromkeys(name for name in other.names if name.full))
    new = [name for name in learned if name not in one.names and name not in one.aliases]
    return Sketch(one.names, (*one.aliases, *new), one.clues) if new else None


def _same_rare_name(one: Sketch, other: Sketch) -> bool:
    if not other.aliases:
        return False
    found = (align(a, b) for a in one.names if a.full for b in other.names if b.full)
    return any(f is not None and f.level >= Level.UNMARKED and f.bits >= _RARE_NAME for f in found)


def _called(one: Sketch, other: Sketch) -> bool:
    """Say whether the one bears an alias of the other for a name."""
    aliases = {tuple(word.folded for word in alias.words) for alias in other.aliases}
    return any(tuple(word.folded for word in name.words) in aliases for name in one.names)
