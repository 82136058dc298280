"""How well a name answers a query: exact marks above another tone above folded alone."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.folding import fold, spelling, words
from graph.queries import Query

_EXACT, _TONE, _FOLDED, _PREFIX = 3.0, 2.0, 1.0, 0.5
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")


@dataclass(frozen=True, slots=True)
class Match:
    """The name of an entity that answers best, and how well."""

    name: str
    score: float


def best_match(query: Query, names: Iterable[str], reports: int) -> Match:
    """Find the name that answers best; more reports decide between equals."""
    matches = [Match(name, score_name(query.words, name)) for name in names]
    best = max(matches, key=lambda match: match.score, default=Match("", 0.0))
    return Match(best.name, best.score + _weight(reports))


def score_name(asked: Sequence[str], name: str) -> float:
    """Score a name: the exactness of its words first, then how much of it was asked for."""
    if not asked:
        return 0.0
    tokens = words(name)
    scores = [max((_score_word(word, token) for token in tokens), default=0.0) for word in asked]
    if not all(scores):
        return sum(scores) / len(scores) / 10
    covered = min(len(asked) / max(len(tokens), 1), 1.0)
    in_order = " ".join(map(fold, asked)) in " ".join(map(fold, tokens))
    return sum(scores) / len(scores) + covered * 0.5 + in_order * 0.2


def _score_word(word: str, token: str) -> float:
    if spelling(word) == spelling(token):
        return _EXACT
    if _without_tone(word) == _without_tone(token):
        return _TONE
    if fold(word) == fold(token):
        return _FOLDED
    return _PREFIX if fold(token).startswith(fold(word)) else 0.0


def _without_tone(word: str) -> str:
    return spelling(word).translate(_TONES)


def score_part(part: str, forms: str, reports: int) -> float:
    """Score a part of a number: the whole first, then its beginning or end, then its middle."""
    written = forms.split()
    if part in written:
        score = 4.0
    elif any(form.startswith(part) or form.endswith(part) for form in written):
        score = 2.5 + min(len(part), 10) / 20
    else:
        score = 1.5 + min(len(part), 10) / 20
    return score + _weight(reports)


def score_report(relative: float) -> float:
    """Score a report by its words: below every entity that bears all the words in its name."""
    return 0.8 + relative * 0.4


def _weight(reports: int) -> float:
    return min(math.log10(1 + reports) / 100, 0.09)
