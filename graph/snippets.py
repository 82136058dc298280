"""Snippets: the sentence of a report that holds most of the words asked for, with them marked."""

from collections.abc import Sequence

from graph.cards import report_card
from graph.database import Row
from graph.folding import fold, fold_in_place
from graph.quoting import Span, longest, pairs
from graph.views import Quote

_LONGEST = 400
_BEFORE = 80


def snippet(report: Row, asked: Sequence[str]) -> Quote | None:
    """Cut the best sentence out of a report; None when its title alone has the words."""
    text: str = report["text"]
    found = _occurrences(fold_in_place(text), [fold(word) for word in asked])
    if not found:
        return None
    start, end = _best(pairs(report["sentences"]) or [(0, len(text))], found)
    inside = [(s, e, "") for s, e, _ in found if start <= s and e <= end]
    if end - start > _LONGEST:
        start = max(start, inside[0][0] - _BEFORE)
        end = min(end, start + _LONGEST)
    marks = longest(mark for mark in inside if start <= mark[0] and mark[1] <= end)
    return Quote(
        report=report_card(report),
        start=start,
        end=end,
        text=text[start:end],
        marks=tuple((s - start, e - start, "") for s, e, _ in marks),
    )


def _occurrences(folded: str, asked: Sequence[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for word in dict.fromkeys(asked):
        at = folded.find(word) if word else -1
        while at >= 0 and len(found) < 1000:
            end = at + len(word)
            if not _inside_word(folded, at, end):
                found.append((at, end, word))
            at = folded.find(word, end)
    return sorted(found)


def _inside_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum()
    after = end < len(text) and text[end].isalnum()
    return before or after


def _best(sentences: Sequence[Span], found: Sequence[tuple[int, int, str]]) -> Span:
    best, most = (found[0][0], found[0][1]), 0
    for start, end in sentences:
        held = len({word for s, e, word in found if start <= s and e <= end})
        if held > most:
            best, most = (start, end), held
    return best
