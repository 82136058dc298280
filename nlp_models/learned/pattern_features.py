"""What the patterns say of two mentions, as features: a pattern is one witness among others."""

from collections.abc import Iterator, Mapping, Sequence

from nlp_models.learned.pairs import Pair
from nlp_models.learned.strip import Strip
from nlp_models.reading import Claim

MOST_OF_ONE = 200
"""How many claims of one appearance are looked at: more say nothing new."""

Said = Mapping[str, Sequence[Claim]]
"""What patterns say, by the appearances it is said of, each at most ``MOST_OF_ONE`` times."""


def by_appearance(said: Sequence[Claim]) -> Said:
    """Sort what patterns say by the appearances that it is said of."""
    found: dict[str, list[Claim]] = {}
    for claim in said:
        for id in {claim.subject, claim.object}:
            of = found.setdefault(id, [])
            if len(of) < MOST_OF_ONE:
                of.append(claim)
    return found


def pattern_features(strip: Strip, pair: Pair, said: Said) -> Iterator[str]:
    """Give what was said of the pair, and what of either of the two and another."""
    a, b = strip.items[pair.first], strip.items[pair.second]
    for claim in (*said.get(a.id, ()), *said.get(b.id, ())):
        ends = {claim.subject, claim.object}
        if ends == {a.id, b.id}:
            way = ">" if claim.subject == a.id else "<"
            here = claim.start <= a.start < claim.end
            yield f"rule:{claim.kind}{way}{here}"
            yield f"why:{claim.why}{way}"
        elif ends & {a.id, b.id}:
            end = "s" if claim.subject in (a.id, b.id) else "o"
            which = "1" if a.id in ends else "2"
            yield f"other:{claim.kind}{end}{which}"
