"""Vehicles that may be one: plates that differ in a sign that is easily misread, or in part."""

from collections.abc import Iterable, Iterator, Mapping

from graph.folding import compact
from graph.matching.reasons import Reason
from graph.matching.thing import Thing, ThingScore, connected_reason

_LOOK_ALIKE: Mapping[str, str] = {
    "0": "odq", "o": "0dq", "d": "0o", "q": "0o", "1": "il7", "i": "1l", "l": "1i", "7": "1",
    "8": "b3", "b": "8", "3": "8", "5": "s6", "s": "5", "2": "z", "z": "2", "6": "g5", "g": "6",
    "4": "a", "a": "4", "u": "v", "v": "u",
}  # fmt: skip
_MISREAD, _DIGIT, _SWAPPED, _ONE_SIGN, _PART, _EACH_SIGN = 8.5, 6.5, 7.0, 5.0, 1.5, 1.0
_SHORTEST, _SHORTEST_PART = 5, 4


def weigh_vehicles(left: Thing, right: Thing) -> ThingScore | None:
    """Weigh two vehicles; None when their plates are those of two."""
    found = (_alike(one, other) for one in left.names for other in right.names)
    named = max((r for r in found if r is not None), key=lambda r: r.bits, default=None)
    return None if named is None else ThingScore((named, *connected_reason(left, right)))


def _alike(one: str, other: str) -> Reason | None:
    left, right = compact(one), compact(other)
    texts = tuple(sorted((one, other), key=lambda plate: (len(plate), plate)))
    short, long = sorted((left, right), key=len)
    if left == right or len(short) < _SHORTEST_PART:
        return None
    if len(left) == len(right) >= _SHORTEST:
        bits = _one_sign_apart(left, right)
        return Reason("plate_misread", texts, bits) if bits else None
    if short in long:
        return Reason("plate_part", texts, _PART + _EACH_SIGN * len(short))
    return None


def _one_sign_apart(one: str, other: str) -> float:
    """Weigh two plates of one length that differ in one sign, or in the order of two."""
    at = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(at) == 1:
        read, instead = one[at[0]], other[at[0]]
        if instead not in _LOOK_ALIKE.get(read, ""):
            return _ONE_SIGN
        # a digit for a letter gives a plate that is none; for another digit, the next car's
        return _DIGIT if read.isdigit() and instead.isdigit() else _MISREAD
    swapped = len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] == other[at[1]]
    return _SWAPPED if swapped and one[at[1]] == other[at[0]] else 0.0


def variants(plate: str) -> Iterator[str]:
    """Write the plates (compact) that a plate may be misread as, or be a part of."""
    written = compact(plate)
    signs = "0123456789abcdefghijklmnopqrstuvwxyz"
    if len(written) >= _SHORTEST:
        for n, sign in enumerate(written):
            yield from (written[:n] + other + written[n + 1 :] for other in signs if other != sign)
        for n in range(len(written) - 1):
            yield written[:n] + written[n + 1] + written[n] + written[n + 2 :]
    yield from parts(written)


def parts(written: str) -> Iterable[str]:
    """Write what may be left of a plate of which a part was seen."""
    size = len(written)
    return {
        written[start:end]
        for start in range(size)
        for end in range(start + _SHORTEST_PART, size + 1)
        if end - start < size
    }
