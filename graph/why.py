"""Reasons and contradictions as the graph keeps them, taken apart again for readers."""

from collections.abc import Iterable, Mapping

from graph.matching.reasons import SENTENCES, sentence_of
from graph.normal_forms import RULES
from graph.views import Why

CONTRADICTED: Mapping[str, str] = {
    "births": "Different births: {}.",
    "sexes": "Different sexes: {}.",
    "papers": "Different papers: {}.",
}
JUDGED = "{0} judged them the same on {1}."
JUDGED_WITH_REASON = "{0} judged them the same on {1}: {2}"


def reasons(lines: Iterable[str]) -> tuple[Why, ...]:
    """Take reasons apart into code, values and an English sentence."""
    return tuple(_reason(*line.split("|")) for line in lines)


def contradicted(lines: Iterable[str]) -> tuple[Why, ...]:
    """Take contradictions apart into code, values and an English sentence."""
    found = (line.split("|") for line in lines)
    return tuple(Why(code, (said,), CONTRADICTED[code].format(said)) for code, said in found)


def _reason(code: str, *values: str) -> Why:
    if code == "normal_form":
        return Why(code, values, RULES[values[0]].reason)
    if code == "judged":
        sentence = JUDGED_WITH_REASON if values[2] else JUDGED
        return Why(code, values, sentence.format(*values))
    if code not in SENTENCES:
        raise KeyError(code)
    return Why(code, values, sentence_of(code, values))
