"""Itineraries: places of a sentence in the order of travel, by the words that join them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from nlp_models import vocabulary
from nlp_models.claims.normal import normal
from nlp_models.masked import Masked, Named, rule
from nlp_models.reading import Appearance, Claim, Route
from nlp_models.route_words import (
    ARROW,
    FROM,
    FROM_AFTER,
    JOURNEY,
    MODES,
    NEGATED,
    NOT_A_ROUTE,
    ONWARD,
    PLANNED,
    TO,
    VIA,
)

_STOP = rule(r"<LS1>")
_FAR = 75


@Language.factory(
    "filrouge_routes",
    requires=["doc._.appearances", "doc._.claims", "doc._.masked"],
    assigns=["doc._.routes"],
)
def make_routes(nlp: Language, name: str) -> "Routes":
    """Make the component for a pipeline."""
    return Routes(cast(vocabulary.Language, nlp.lang))


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in its sentence, with the words between the place before and it."""

    named: Named
    start: int
    end: int
    before: str


class Routes:
    """Leaves the itineraries of a report."""

    def __init__(self, language: vocabulary.Language) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        known = {one.id: one for one in doc._.appearances}
        found: list[Route] = []
        for sentence in doc._.masked:
            if sum(one.type in {"Place", "Address"} for one in sentence.named) < 2:
                continue
            claims = [claim for claim in doc._.claims if claim.start == sentence.start]
            found += self._routes(sentence, known, claims)
        doc._.routes = tuple(found)
        return doc

    def _routes(
        self, sentence: Masked, known: dict[str, Appearance], claims: Sequence[Claim]
    ) -> Iterator[Route]:
        plain = replace(normal(sentence, self.language))
        if NOT_A_ROUTE[self.language].search(plain):
            return
        stops = _smallest(_stops(plain), known)
        journey = JOURNEY[self.language].search(plain) is not None
        for chain, why in self._chains(stops, plain):
            if why != "arrows" and not (journey or why == "from_to"):
                continue
            yield self._route(chain, why, sentence, plain, known, claims)

    def _chains(self, stops: Sequence[Stop], plain: Masked) -> Iterator[tuple[list[str], str]]:
        """Join neighbouring stops whose words between say travel."""
        language = self.language
        chain: list[str] = []
        why, destination = "", False
        for stop in stops:
            before = stop.before[-_FAR:]
            starts = FROM[language].on(plain).search(before) is not None
            onward = len(stop.before) <= _FAR and ONWARD[language].on(plain).search(before)
            via = VIA[language].on(plain).search(before)
            if chain and len(stop.before) <= 6 and ARROW.fullmatch(stop.before):
                chain.append(stop.named.id)
                why = why or "arrows"
            elif (
                chain and len(stop.before) <= _FAR and FROM_AFTER[language].on(plain).search(before)
            ):
                chain.insert(max(0, len(chain) - 1), stop.named.id)
                why, destination = "from_to", False
            elif chain and starts and not onward:
                yield from _whole(chain, why)
                chain, why, destination = [stop.named.id], "from_to", False
            elif chain and via and destination and len(stop.before) <= _FAR:
                chain.insert(len(chain) - 1, stop.named.id)
            elif chain and (onward or via):
                chain.append(stop.named.id)
                why = why or "onward"
                destination = TO[language].on(plain).search(before) is not None
            else:
                yield from _whole(chain, why)
                chain = [stop.named.id]
                why = "from_to" if starts else ""
                destination = False
        yield from _whole(chain, why)

    def _route(
        self,
        chain: list[str],
        why: str,
        sentence: Masked,
        plain: Masked,
        known: dict[str, Appearance],
        claims: Sequence[Claim],
    ) -> Route:
        dates = list(dict.fromkeys(one.id for one in sentence.named if one.type == "Date"))
        moving = [claim for claim in claims if claim.kind == "TRANSPORTED" and not claim.negated]
        movers = tuple(dict.fromkeys(claim.subject for claim in moving))
        moved = tuple(dict.fromkeys(claim.object for claim in moving))
        return Route(
            tuple(chain),
            sentence.start,
            sentence.end,
            0.85 if why in {"from_to", "arrows"} else 0.6,
            why,
            _mode(sentence, self.language),
            known[dates[0]].name if len(dates) == 1 else None,
            movers,
            moved,
            NEGATED[self.language].search(plain) is not None,
            PLANNED[self.language].search(plain) is not None,
        )


def _whole(chain: list[str], why: str) -> Iterator[tuple[list[str], str]]:
    """Give a chain that is a route: two stops or more, none twice in a row."""
    clean = [one for i, one in enumerate(chain) if i == 0 or chain[i - 1] != one]
    if why and len(clean) >= 2 and len(set(clean)) >= 2:
        yield clean, why


def _stops(plain: Masked) -> list[Stop]:
    stops, at = [], 0
    for match in _STOP.finditer(plain):
        stops.append(
            Stop(
                plain.of(match.group())[0],
                match.start(),
                match.end(),
                plain.text[at : match.start()],
            )
        )
        at = match.end()
    return stops


_CHAIN = re.compile(
    r"[ ,(–\-]*(?:(?:thuộc|xã|huyện|tỉnh|thành phố|tp\.?|quận|phường|thị xã|thị trấn|xa|huyen|tinh|thanh pho|quan|phuong|thi xa|commune|district|province|région|region|state|de|du|d'|la|of|in|en|au|ở|tại|o|tai|prefecture|county)[ ']?)*[ ,)]*"
)


def _smallest(stops: Sequence[Stop], known: dict[str, Appearance]) -> list[Stop]:
    """Leave out what only says where the stop before lies: “Keng Đu, huyện Kỳ Sơn”."""
    kept: list[Stop] = []
    for stop in stops:
        if (
            kept
            and _lies_in(known[kept[-1].named.id], known[stop.named.id])
            and _CHAIN.fullmatch(stop.before)
        ):
            last = kept.pop()
            kept.append(replace(last, end=stop.end))
            continue
        kept.append(stop)
    return kept


def _lies_in(small: Appearance, large: Appearance) -> bool:
    within = {part.strip().casefold() for part in small.attributes.get("within", "").split(",")}
    if large.attributes.get("kind") == "country":
        return small.attributes.get("country") == large.attributes.get("country")
    return large.name.casefold() in within


def _mode(sentence: Masked, language: vocabulary.Language) -> str | None:
    found = [
        (match.start(), name)
        for name, words in MODES[language]
        if (match := words.search(sentence)) is not None
    ]
    return "+".join(dict.fromkeys(name for _, name in sorted(found))) or None
