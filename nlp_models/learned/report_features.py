"""What a scorer sees of a whole report: its words, and how often each class of words."""

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
    counts = Counter(name for names in strip.classes for name in names)
    for name, count in counts.items():
        yield f"c:{name}"
        for least in (2, 3, 5):
            if count >= least:
                yield f"c{least}:{name}"
    subjects = [name for name, _ in counts.most_common() if name.startswith("X_")][:2]
    if subjects:
        yield f"top:{subjects[0]}"
        yield f"top2:{'+'.join(sorted(subjects))}"
    yield f"minors:{any(one.attributes.get('minor') for one in strip.appearances)}"
