"""A report as the scorers see it: one strip of items, each a word or a whole mention.

A word is in small letters; figures are “0”. A mention is one item with the type of its
appearance, so that names themselves are never learned, only what stands around them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp_models.folding import fold, fold_characters
from nlp_models.learned.anaphora import references
from nlp_models.learned.lexicon import WORD, classes_of, entries
from nlp_models.masked import SIGNS, keeps_marks
from nlp_models.reading import Appearance
from nlp_models.vocabulary import Language

# classes of words that tell what a whole report is about
SUBJECTS = frozenset(
    [
        "X_SEX",
        "X_LABOUR",
        "X_CHILD_LABOUR",
        "X_MARRIAGE",
        "X_SERVITUDE",
        "X_BEGGING",
        "X_SCAM",
        "X_CRIME",
        "X_NEWBORN",
        "X_SURROGACY",
        "X_ADOPTION",
        "X_ORGAN",
        "X_SOLDIER",
        "X_SMUGGLING",
        "X_LABOUR_EXPORT",
        "X_SALE",
        "DANGER",
        "HARMLESS",
    ]
)


@dataclass(frozen=True, slots=True)
class Item:
    """A word or a mention; ``id`` is the appearance's, empty for a word.

    ``teller`` says that it is no name, but a word such as “I” by which someone means himself.
    """

    word: str
    start: int
    end: int
    sentence: int
    id: str = ""
    teller: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """The items of a report in order, and where in them each appearance stands."""

    items: tuple[Item, ...]
    words: tuple[str, ...]
    plain: tuple[str, ...]
    classes: tuple[tuple[str, ...], ...]
    places: dict[str, tuple[int, ...]]
    by_id: dict[str, Appearance]
    sentences: tuple[tuple[int, int], ...]

    subjects: frozenset[str]

    @property
    def appearances(self) -> Iterable[Appearance]:
        return self.by_id.values()


def strip_of(
    text: str,
    language: Language,
    sentences: Sequence[tuple[int, int]],
    appearances: Iterable[Appearance],
) -> Strip:
    """Lay a report out as a strip; a mention within another's characters is left out."""
    known = {one.id: one for one in appearances}
    mentions = sorted(
        [
            *((m.start, -m.end, one.id, False) for one in known.values() for m in one.mentions),
            *((r.start, -r.end, r.id, True) for r in references(text, language, known.values())),
        ]
    )
    marked = keeps_marks(text)
    lowered = text.lower() if marked else fold_characters(text)
    if len(lowered) != len(text):
        lowered = fold_characters(text)
    lowered = lowered.replace("’", "'")
    starts = [start for start, _ in sentences]
    items: list[Item] = []
    at = 0

    def add_words(until: int) -> None:
        for word in WORD.finditer(lowered, at, until):
            form = "¶" if word[0] == "\n" else word[0]
            form = "0" * min(len(word[0]), 4) if form[0].isdigit() else form
            sentence = bisect_right(starts, word.start()) - 1
            items.append(Item(form, word.start(), word.end(), max(sentence, 0)))

    for start, negative_end, identifier, teller in mentions:
        if start < at:
            continue
        add_words(start)
        sentence = max(bisect_right(starts, start) - 1, 0)
        sign = SIGNS[known[identifier].type]
        items.append(Item(sign, start, -negative_end, sentence, identifier, teller))
        at = -negative_end
    add_words(len(text))
    places: dict[str, list[int]] = {}
    for number, item in enumerate(items):
        if item.id:
            places.setdefault(item.id, []).append(number)
    words = tuple(item.word for item in items)
    classes = tuple(classes_of(words, entries(language, marked)))
    return Strip(
        tuple(items),
        words,
        tuple(fold(word) for word in words) if marked else words,
        classes,
        {key: tuple(found) for key, found in places.items()},
        known,
        tuple(sentences),
        frozenset(name for names in set(classes) for name in names if name in SUBJECTS),
    )


def named_classes(strip: Strip, places: Iterable[int]) -> list[tuple[str, ...]]:
    """Return the classes of the items that have one; a mention's is its type."""
    found: list[tuple[str, ...]] = []
    for place in places:
        if not 0 <= place < len(strip.items):
            continue
        if strip.items[place].id:
            found.append((strip.words[place],))
        elif (names := strip.classes[place]) and (not found or found[-1] != names):
            found.append(names)
    return found
