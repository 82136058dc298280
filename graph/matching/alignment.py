"""Two names laid side by side, word by word."""

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from graph.matching.names import Name, Word
from graph.matching.rarity import INITIAL_BITS, is_particle, word_bits
from graph.matching.sounds import is_variant, old_spelling


class Level(IntEnum):
    """How well two names agree, from the weakest to the strongest."""

    OTHER = -1
    """Two names; only what else is the same speaks for one person."""
    MARKS = 0
    """Other marks or another tone: An and Ân, Tú and Tư. Two names, or a slip of the pen."""
    INITIALS = 1
    PART = 2
    """A part of the name alone: Hoa for Moong Thị Hoa."""
    SPELLING = 3
    """Another spelling of a foreign name."""
    UNMARKED = 4
    """The same but for marks that one side leaves out."""
    EXACT = 5


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two names agree, and how much that says, in bits."""

    level: Level
    bits: float
    alone: bool = False
    """Whether a single word is all that the two have in common."""

    @property
    def sure(self) -> bool:
        """Whether the names may be joined when a second thing is the same."""
        return self.level >= Level.PART and self.bits > 0


_EXACT_MARKS = 0.7
_SPELLING_COSTS = 2.0
_TONE_COSTS = 2.0
_MARKS_COST = 4.0


def _level(left: Word, right: Word, exact: bool) -> tuple[Level, float] | None:
    """Compare two words; ``exact`` says that both names bear their marks."""
    if left.initial or right.initial:
        return _initial(left, right)
    bits = word_bits(left.folded)
    if left.spelled == right.spelled:
        marked = left.marked and not is_particle(left.folded)
        return Level.EXACT, bits + (_EXACT_MARKS if marked else 0)
    if left.folded == right.folded:
        if exact or _both_say(left, right):
            tone = left.toneless == right.toneless
            return Level.MARKS, -(_TONE_COSTS if tone else _MARKS_COST)
        return Level.UNMARKED, bits
    if old_spelling(left.spelled) == old_spelling(right.spelled):
        return Level.UNMARKED, bits
    if is_variant(left.folded, right.folded):
        commoner = min(bits, word_bits(right.folded))
        return Level.SPELLING, max(commoner - _SPELLING_COSTS, 1.0)
    return None


def _both_say(left: Word, right: Word) -> bool:
    """Say whether both words bear marks that differ by more than a tone left out."""
    if not (left.marked and right.marked):
        return False
    toneless = left.spelled == left.toneless or right.spelled == right.toneless
    return not (left.toneless == right.toneless and toneless)


def _initial(left: Word, right: Word) -> tuple[Level, float] | None:
    short, long = sorted((left, right), key=lambda word: (not word.initial, len(word.folded)))
    if not long.folded.startswith(short.folded):
        return None
    return Level.INITIALS, INITIAL_BITS + len(short.folded) - 1


@lru_cache(maxsize=200_000)
def align(left: Name, right: Name) -> Alignment | None:
    """Lay two names side by side; None when they are names of two people."""
    if left.generation != right.generation:
        return _other_generation(left, right)
    left, right = _joined_as(right, left), _joined_as(left, right)
    short, long = sorted((left, right), key=lambda name: (len(name.words), name.text))
    pairs = _pairs(short, long)
    if not pairs:
        return _run_together(left, right) or _run_together(right, left)
    levels = [level for _, _, level, _ in pairs]
    bits = sum(bits for _, _, _, bits in pairs)
    if len(pairs) < len(short.words):
        return _nickname(short, long, pairs)
    if len(short.words) < len(long.words):
        if not _stands_for(short, long, [there for _, there, _, _ in pairs]):
            return None
        level = min(*levels, Level.PART)
        return Alignment(level, bits, alone=len(short.words) == 1)
    if all(is_particle(short.words[n].folded) for n, _, _, _ in pairs):
        return None
    return Alignment(min(levels), bits, alone=len(short.words) == 1)


def _other_generation(left: Name, right: Name) -> Alignment | None:
    """Take a father and a son of one name for two; whom "Dumitrescu" means a reviewer decides."""
    if left.generation and right.generation:
        return None
    found = align(replace(left, generation=""), replace(right, generation=""))
    return found and Alignment(Level.OTHER, found.bits, found.alone)


def _joined_as(model: Name, name: Name) -> Name:
    """Write Guo Liang, or Abd el-Kader, in one word where the other name has it so."""
    known = {word.folded for word in model.words}
    for size in (3, 2):
        for at in range(len(name.words) - size + 1 if len(name.words) > size else 0):
            parts = name.words[at : at + size]
            whole = "".join(word.folded for word in parts)
            if whole in known:
                spelled = "".join(word.spelled for word in parts)
                word = Word(spelled, "".join(word.toneless for word in parts), whole, False)
                return replace(name, words=(*name.words[:at], word, *name.words[at + size :]))
    return name


def _run_together(written: Name, known: Name) -> Alignment | None:
    """Take "Khăm Phon" for Khamphone Vilayvong: one word of a foreign name in two syllables."""
    whole = written.run_together
    if whole is None:
        return None
    bits = [word_bits(word.folded) for word in known.words if is_variant(whole, word.folded)]
    return Alignment(Level.PART, max(bits[0] - _SPELLING_COSTS, 1.0), alone=True) if bits else None


_Pair = tuple[int, int, Level, float]


def _pairs(short: Name, long: Name) -> list[_Pair]:
    """Pair words, best agreement first, words in the same place before others."""
    exact = short.exact and long.exact
    found: list[tuple[Level, int, int, int, float]] = []
    for here, one in enumerate(short.words):
        for there, other in enumerate(long.words):
            agreed = _level(one, other, exact)
            if agreed is not None:
                level, bits = agreed
                found.append((level, -abs(here - there), -here, -there, bits))
    taken: list[_Pair] = []
    for level, _, here, there, bits in sorted(found, reverse=True):
        if all(-here != first and -there != second for first, second, _, _ in taken):
            taken.append((-here, -there, level, bits))
    return taken


def _stands_for(short: Name, long: Name, matched: list[int]) -> bool:
    """Say whether a shorter name may stand for the longer: it must hold the given name."""
    if long.vietnamese and not short.words[-1].initial:
        return len(long.words) - 1 in matched
    return any(not is_particle(long.words[n].folded) for n in matched)


def _nickname(short: Name, long: Name, pairs: list[_Pair]) -> Alignment | None:
    """Take "Liên Béo" for Trần Thị Liên: the given name, then a word that is no name."""
    if len(short.words) != 2 or len(pairs) != 1 or not long.vietnamese or short.vietnamese:
        return None
    here, there, level, bits = pairs[0]
    if here != 0 or there != len(long.words) - 1 or level < Level.UNMARKED:
        return None
    return Alignment(Level.INITIALS, bits, alone=True)
