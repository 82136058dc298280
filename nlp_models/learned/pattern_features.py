"""What the patterns say of two mentions, as features: a pattern is one witness among others."""

from collections.abc import Iterator, Sequence

from nlp_models.learned.pairs import Pair
from nlp_models.learned.strip import Strip
from nlp_models.reading import Claim


def pattern_features(strip: Strip, pair: Pair, said: Sequence[Claim]) -> Iterator[str]:
    """Give what was said of the pair, and what of either of the two and another."""
    a, b = strip.items[pair.first], strip.items[pair.second]
    for claim in said:
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
