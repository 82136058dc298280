"""A person's name taken apart into words, with what is known of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.folding import fold, spelling, words
from graph.matching.rarity import is_particle, word_bits, words_of_kind

_VOWEL = re.compile(r"[aeiouyw]")
_DOTTED = re.compile(r"\b\w{1,2}\.")
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_GENERATIONS = {
    "jr": "junior", "junior": "junior", "fils": "junior", "ii": "junior", "iii": "third",
    "sr": "senior", "senior": "senior", "pere": "senior",
}  # fmt: skip
# "Anh" is left out: it is a name of its own
_KIN_TITLES = frozenset({"chị", "ông", "bà", "cô", "chú", "bác", "dì", "cậu", "mụ", "thằng"})
_MIDDLE = {"van": "male", "ba": "male", "thi": "female"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: how it is spelled, without tone, and without marks."""

    spelled: str
    toneless: str
    folded: str
    initial: bool

    @property
    def marked(self) -> bool:
        """Whether the word bears any mark."""
        return self.spelled != self.folded


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words in order, and whether a word without marks has none for a reason.

    ``exact`` is so for a name of a Vietnamese report that bears marks somewhere: there "An" is
    not "Ân". In a translation, or in a report typed without marks, "An" may be either.
    """

    text: str
    words: tuple[Word, ...]
    exact: bool
    generation: str = ""
    """Junior or senior, where the name says which of two generations is meant."""

    @property
    def full(self) -> bool:
        """Whether the name has two words or more, none of them cut to an initial."""
        return len(self.words) > 1 and not any(word.initial for word in self.words)

    @property
    def vietnamese(self) -> bool:
        """Whether the name begins with a family name of Vietnam: the given name stands last."""
        return len(self.words) > 1 and self.words[0].folded in words_of_kind("vietnamese")

    @property
    def telling(self) -> tuple[Word, ...]:
        """The words that tell one person from another: neither particles nor initials."""
        last = self.words[-1] if self.vietnamese else None
        whole = (word for word in self.words if not word.initial)
        return tuple(word for word in whole if word is last or not is_particle(word.folded))

    @property
    def given(self) -> tuple[Word, ...]:
        """The words by which the person may be called alone."""
        if self.vietnamese:
            return self.words[-1:]
        return self.telling

    @property
    def run_together(self) -> str | None:
        """The two syllables of a name of no more, as one word: a foreign word written by ear."""
        if len(self.words) != 2 or any(word.initial for word in self.words):
            return None
        return "".join(word.folded for word in self.words)

    @property
    def bits(self) -> float:
        """How rare the name is."""
        return sum(word_bits(word.folded) for word in self.words if not word.initial)

    @property
    def sex(self) -> str | None:
        """The sex that the middle name says: Văn and Bá a man's, Thị a woman's."""
        if not self.vietnamese or len(self.words) < 3:
            return None
        return _MIDDLE.get(self.words[1].folded)


@lru_cache(maxsize=200_000)
def take_apart(name: str, language: str | None) -> Name:
    """Take a name apart; titles that stand before a name are left out."""
    dotted = _DOTTED.search(name) is not None
    written = list(words(name))
    if language == "fr" and len(written) > 1 and name.startswith("M. "):
        del written[0]
    while len(written) > 1 and (titles := _titles(written)):
        del written[:titles]
    generation = ""
    while len(written) > 1 and fold(written[-1]) in _GENERATIONS:
        generation = _GENERATIONS[fold(written.pop())]
    taken = tuple(_word(w, n, len(written), dotted) for n, w in enumerate(written))
    exact = language == "vi" and any(word.marked for word in taken)
    return Name(name, taken, exact, generation)


def _titles(written: Sequence[str]) -> int:
    """Count the words of a title that stands before a name: one, or two of a rank."""
    if len(written) > 2 and "-".join(map(fold, written[:2])) in words_of_kind("rank"):
        return 2
    if len(written) == 2 and fold(written[0]) == "a":
        # "A Phú" is what a Phú is called, in the mountains and by Chinese
        return 1
    kin = written[0].casefold() in _KIN_TITLES
    return int(kin or fold(written[0]) in words_of_kind("title"))


def _word(written: str, place: int, count: int, dotted: bool) -> Word:
    spelled, folded = spelling(written), fold(written)
    return Word(
        spelled,
        spelled.translate(_TONES),
        folded,
        _is_initial(folded, dotted, inside=0 < place < count - 1),
    )


def _is_initial(folded: str, dotted: bool, *, inside: bool) -> bool:
    """Say whether a word is cut short: "Th", "H", a lone letter at either end."""
    if not folded.isascii():
        return False
    if len(folded) == 1:
        return dotted or not (inside and folded in "ya")
    return len(folded) < 4 and not _VOWEL.search(folded)
