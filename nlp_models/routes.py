"""Itineraries: legs joined to chains, with the means, the date and who moved whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.masked import Masked, Rule
from nlp_models.reading import Claim, Route
from nlp_models.relations import Leg
from nlp_models.route_words import HINTS, MODES, NEGATED, PLANNED


@Language.factory(
    "filrouge_routes",
    requires=["doc._.appearances", "doc._.claims", "doc._.legs", "doc._.masked", "doc._.strip"],
    assigns=["doc._.routes"],
)
def make_routes(nlp: Language, name: str) -> "Routes":
    """Make the component for a pipeline."""
    return Routes(cast(vocabulary.Language, nlp.lang))


class Routes:
    """Leaves the itineraries of a report."""

    def __init__(self, language: vocabulary.Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        doc._.routes = tuple(self._route(doc, chain) for chain in chains(doc._.legs))
        return doc

    def _route(self, doc: Doc, chain: Sequence[Leg]) -> Route:
        items = doc._.strip.items
        sentences = {
            items[place].sentence for leg in chain for place in (leg.pair.first, leg.pair.second)
        }
        bounds = doc._.strip.sentences
        start, end = bounds[min(sentences)][0], bounds[max(sentences)][1]
        told = [one for one in doc._.masked if start <= one.start < end]
        dates = {
            doc._.strip.by_id[named.id].name
            for sentence in told
            for named in sentence.named
            if named.type == "Date"
        }
        moving = [
            claim
            for claim in cast(tuple[Claim, ...], doc._.claims)
            if claim.kind == "TRANSPORTED" and not claim.negated and start <= claim.start < end
        ]
        return Route(
            (chain[0].origin, *(leg.goal for leg in chain)),
            start,
            end,
            round(min(0.99, min(leg.chance for leg in chain)), 3),
            f"legs ({min(leg.chance for leg in chain):.2f})",
            modes(told, self.language),
            dates.pop() if len(dates) == 1 else None,
            tuple(dict.fromkeys(claim.subject for claim in moving)),
            tuple(dict.fromkeys(claim.object for claim in moving)),
            any(NEGATED[self.language].search(one) is not None for one in told),
            any(leg.planned for leg in chain)
            or any(PLANNED[self.language].search(one) is not None for one in told),
        )


def modes(sentences: Sequence[Masked], language: vocabulary.Language) -> str | None:
    """Name the means of transport in the order they are told: “by truck, then by boat” is truck+boat.

    Words that only suggest one (a driver, an airport) count where no means is named.
    """
    for words in (MODES[language], HINTS[language]):
        found = [name for sentence in sentences for name in _told(sentence, words)]
        if found:
            return "+".join(dict.fromkeys(found))
    return None


def _told(sentence: Masked, modes: Iterable[tuple[str, Rule]]) -> list[str]:
    found = [
        (match.start(), name)
        for name, words in modes
        if (match := words.search(sentence)) is not None
    ]
    return [name for _, name in sorted(found)]


def chains(legs: Iterable[Leg]) -> Iterator[tuple[Leg, ...]]:
    """Join legs to routes, the likeliest follower first; every leg is in just one route.

    A leg that only leaps over a stop (A to C, where A to B and B to C are told) is left out.
    """
    best: dict[tuple[str, str], Leg] = {}
    for leg in legs:
        known = best.get((leg.origin, leg.goal))
        if known is None or known.chance < leg.chance:
            best[leg.origin, leg.goal] = leg
    for ends in list(best):
        back = best.get((ends[1], ends[0]))
        if back and ends in best and best[ends].chance < back.chance:
            del best[ends]
    goals = defaultdict(set)
    for origin, goal in best:
        goals[origin].add(goal)
    kept = [
        leg
        for (origin, goal), leg in best.items()
        if not any(goal in goals[between] for between in goals[origin] if between != goal)
    ]
    kept.sort(key=lambda leg: (leg.pair.first, leg.pair.second))
    left = list(kept)
    while left:
        reached = {leg.goal for leg in left}
        first = next((leg for leg in left if leg.origin not in reached), left[0])
        chain = [first]
        left.remove(first)
        seen = {first.origin, first.goal}
        while True:
            onward = [leg for leg in left if leg.origin == chain[-1].goal and leg.goal not in seen]
            if not onward:
                break
            follower = max(onward, key=lambda leg: leg.chance)
            chain.append(follower)
            seen.add(follower.goal)
            left.remove(follower)
        yield tuple(chain)
