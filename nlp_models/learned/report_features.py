"""What a scorer sees of a whole report: its words, two by two, and the classes of its words."""

from collections import Counter
from collections.abc import Iterable, Iterator

from nlp_models.learned.strip import Strip


def report_features(strip: Strip, phrased: Iterable[str] = ()) -> set[str]:
    """Return the features of a report; ``phrased`` are the classes that phrases speak for."""
    return set(_features(strip, phrased))


def _features(strip: Strip, phrased: Iterable[str]) -> Iterator[str]:
    for name in phrased:
        yield f"phrase:{name}"
    words, plain = strip.words, strip.plain
    for word in set(words):
        if word.isalpha() and len(word) > 1:
            yield f"w:{word}"
    for word in set(plain):
        if len(word) > 5 and word.isalpha():
            yield f"s:{word[:6]}"
    for one, other in zip(words, words[1:], strict=False):
        yield f"b:{one} {other}"
    counts = Counter(name for names in strip.classes for name in names)
    for name, count in counts.items():
        yield f"c:{name}"
        if count > 2:
            yield f"c3:{name}"
    people = sum(1 for one in strip.appearances if one.type == "Person")
    yield f"people:{min(people, 6)}"
    yield f"minors:{any(one.attributes.get('minor') for one in strip.appearances)}"
    yield f"length:{min(len(words) // 40, 8)}"
