"""Classes of words: “rủ”, “lured” and “a recruté” are all V_RECRUIT, so that one stands for all.

The entries are one file a language in data/lexicon: a line ``CLASS:`` and below it entries parted
by semicolons. They are matched with their marks where the text has marks, folded where it has not.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from nlp_models.folding import fold
from nlp_models.vocabulary import Language

FOLDER = Path(__file__).parent.parent / "data" / "lexicon"
LONGEST = 6
WORD = re.compile(r"[^\W\d_]+|\d[\d.,:/]*|\n|[^\w\s]")
_NONE: tuple[str, ...] = ()

Entries = dict[str, tuple[str, ...]]


@lru_cache(maxsize=6)
def entries(language: Language, marked: bool) -> Entries:
    """Return the classes of each entry, its words joined by single blanks."""
    found: dict[str, list[str]] = {}
    name = ""
    path = FOLDER / f"{language}.txt"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith("#"):
            continue
        if line.rstrip().endswith(":") and line.rstrip()[:-1].isupper():
            name = line.rstrip()[:-1]
            continue
        for entry in line.split(";"):
            plain = entry.lower() if marked else fold(entry)
            words = " ".join(WORD.findall(plain.replace("’", "'")))
            if words and name not in found.setdefault(words, []):
                found[words].append(name)
    return {words: tuple(names) for words, names in found.items()}


def classes_of(words: Sequence[str], known: Entries) -> list[tuple[str, ...]]:
    """Return the classes of each word, from the longest entry that holds it."""
    classes: list[tuple[str, ...]] = [_NONE] * len(words)
    at = 0
    while at < len(words):
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            names = known.get(" ".join(words[at : at + size]))
            if names:
                classes[at : at + size] = [names] * size
                at += size
                break
        else:
            at += 1
    return classes
