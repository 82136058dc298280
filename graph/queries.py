"""What a user types, taken apart: terms for the full-text indexes, and parts of numbers."""

import re
import unicodedata
from dataclasses import dataclass

from graph.folding import compact, fold, words

_SPECIAL = re.compile(r'([+\-!(){}\[\]^"~*?:\\/&|<>=])')
_LUCENE_WORDS = frozenset({"AND", "OR", "NOT", "TO"})
# digits with what may stand between them: 0912.764.330, 764 330, 37b 013, 37B-013.18
_GROUPED = re.compile(r"\w*\d[\w.-]*(?:[ .-]+[\w.-]*\d[\w.-]*)*")
_SHORTEST_PART = 3
_LONGEST = 200
_EXACT = "^4"


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, its words, and the parts of numbers in it, compact."""

    typed: str
    words: tuple[str, ...]
    parts: tuple[str, ...]

    def for_names(self, *, prefix: bool = False) -> str:
        """Write the query for the index of names: every word, as typed or at least folded."""
        terms = [_any_of(word) for word in self.words]
        if terms and prefix:
            # a prefix goes past the analyzer, so it is folded here
            terms[-1] = f"({terms[-1]} OR {_term(fold(self.words[-1]))}*)"
        return " AND ".join(terms)

    def for_texts(self) -> str:
        """Write the query for the index of texts: every word, 37B-013.18 as a phrase."""
        chunks = (chunk for chunk in self.typed.split() if words(chunk))
        return " AND ".join(_term(chunk) for chunk in chunks)


def parse(typed: str) -> Query:
    """Take a query apart; control characters and all beyond 200 characters are left out."""
    composed = unicodedata.normalize("NFC", typed)[:_LONGEST]
    clean = "".join(c if c.isprintable() else " " for c in composed).strip()
    return Query(clean, words(clean), _parts(clean))


def _parts(clean: str) -> tuple[str, ...]:
    """Find what may be a part of a number, a plate, an account, a handle or an address."""
    found = [compact(match.group()) for match in _GROUPED.finditer(clean)]
    if any(letter.isdigit() or letter in "@_" for letter in clean):
        found.append(compact(clean))
    return tuple(dict.fromkeys(part for part in found if len(part) >= _SHORTEST_PART))


def _any_of(word: str) -> str:
    folded = fold(word)
    if folded == word.casefold():
        return _term(word)
    return f"({_term(word)}{_EXACT} OR {_term(folded)})"


def _term(word: str) -> str:
    """Take from a word what Lucene would read as an instruction."""
    escaped = _SPECIAL.sub(r"\\\1", word)
    simple = escaped == word and word not in _LUCENE_WORDS and word.isalnum()
    return escaped if simple else f'"{escaped}"'
