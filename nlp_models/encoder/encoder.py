"""Encodes a report in two steps: first its names are found, then all the rest in their light."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from nlp_models.encoder.base import Array, Base, base_path
from nlp_models.encoder.encoded import Encoded, Labels, Span, class_scores, sums_of
from nlp_models.encoder.network import layer, normed, windows
from nlp_models.encoder.pieces import Pieces, cut, make_tokenizer
from nlp_models.encoder.tags import Tags
from nlp_models.encoder.weights import stored

# as much of a report is encoded; what follows is left to the recogniser and the linear scorers
LONGEST, MOST_PIECES = 100_000, 20_000
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Window:
    """Some pieces encoded together: where they start, which of them count, and their vectors."""

    start: int
    first: int
    last: int
    vectors: Array


class Half:
    """A text after the first step: its names, and what the second step starts from."""

    def __init__(self, encoder: "Encoder", pieces: Pieces, done: Sequence[Window]) -> None:
        self._encoder, self.pieces, self._windows = encoder, pieces, done

    @property
    def reach(self) -> int:
        """The character up to which the text is encoded."""
        return int(self.pieces.ends[-1]) if len(self.pieces.ends) else 0

    @cached_property
    def chances(self) -> Array:
        """The chance of each tag for each piece: none, then two for each type (first, further)."""
        return np.concatenate([self._encoder.tag_chances(window) for window in self._windows])

    def chance(self, span: Span, name: str) -> float:
        """Return how likely some characters name something of a type, on the mean of pieces."""
        found = self.pieces.range_of(span)
        if found is None:
            return 0.0
        tag = 1 + 2 * self._encoder.labels.names.index(name)
        both = self.chances[found[0] : found[1] + 1, tag : tag + 2]
        return float(both.sum(axis=1).mean())

    def names(self) -> Iterator[tuple[int, int, str]]:
        """Give the characters that the head of names marks, with the type of what they name."""
        tags = self.chances.argmax(axis=1)
        start, end, kind = 0, 0, -1
        for at, tag in enumerate(tags.tolist()):
            this = (tag - 1) // 2 if tag else -1
            if kind >= 0 and (this != kind or tag % 2 == 1):
                yield start, end, self._encoder.labels.names[kind]
                kind = -1
            if this >= 0:
                if kind < 0:
                    start, kind = int(self.pieces.starts[at]), this
                end = int(self.pieces.ends[at])
        if kind >= 0:
            yield start, end, self._encoder.labels.names[kind]

    def whole(self, mentions: Iterable[tuple[Span, str]]) -> Encoded:
        """Take the second step, given the characters and type of every mention."""
        types = np.zeros(len(self.pieces.numbers), np.int32)
        for span, name in mentions:
            found = self.pieces.range_of(span)
            if found:
                tag = 1 + 2 * self._encoder.labels.names.index(name)
                types[found[0]] = tag
                types[found[0] + 1 : found[1] + 1] = tag + 1
        return self._encoder.second(self.pieces, self._windows, types)


class Encoder:
    """The whole network, made once a process."""

    def __init__(self, base: Base) -> None:
        kept = stored()
        assert kept is not None
        tensors, told = kept
        frozen, self._first = told["frozen"], told["first"]
        self._base = base
        self._tokenizer = make_tokenizer(base)
        self._positions = base.positions()
        self._norm = base.embedding_norm()
        self._layers: list[Mapping[str, Array]] = [base.layer(number) for number in range(frozen)]
        self._layers += [_part(tensors, f"l{n}.") for n in range(frozen, told["depth"])]
        self._frozen = frozen
        self._heads = _part(tensors, "h.")
        self._tags = Tags(tuple(told["tags"]))
        pairs = tuple((group, label) for group, label in told["pairs"])
        names = ("names", "roles", "subs", "groups", "flags", "classes")
        self.labels = Labels(pairs=pairs, **{name: tuple(told[name]) for name in names})

    def first(self, text: str, tags: Sequence[tuple[int, int, str]]) -> Half:
        """Take the first step; ``tags`` are the words with what lists know of them."""
        pieces = cut(self._tokenizer, text[:LONGEST]).first(MOST_PIECES)
        numbers = self._tags.of(tags, pieces.starts, pieces.ends)
        done = []
        for start, end, first, last in windows(len(pieces.numbers)):
            x = self._start(pieces.numbers[start:end])
            x = self._through(x, 0, self._frozen)
            x = x + self._heads["tag"][np.pad(numbers[start:end], 1)]
            x = self._through(x, self._frozen, self._first)
            done.append(Window(start, first, last, x))
        return Half(self, pieces, done)

    def second(self, pieces: Pieces, done: Sequence[Window], types: Ints) -> Encoded:
        """Take the second step: the layers above, in the light of what was named."""
        vectors: list[Array] = []
        scores: list[Array] = []
        for window in done:
            count = len(window.vectors) - 2
            inside = np.pad(types[window.start : window.start + count], 1)
            x = window.vectors + self._heads["type"][inside]
            x = self._through(x, self._first, len(self._layers))
            vectors.append(_kept(window, x))
            scores.append(class_scores(x, self._heads))
        whole = np.concatenate(vectors)
        most: Array = np.max(scores, axis=0)
        return Encoded(pieces, whole, sums_of(whole), most, self._heads, self.labels)

    def tag_chances(self, window: Window) -> Array:
        """Return the chances of the tags of names for each piece that counts."""
        scores = _kept(window, window.vectors) @ self._heads["ner_w"] + self._heads["ner_b"]
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances: Array = scores / scores.sum(axis=1, keepdims=True)
        return chances

    def _start(self, numbers: Ints) -> Array:
        marks = ([self._base.begin], [self._base.end])
        whole = np.concatenate([marks[0], numbers, marks[1]]).astype(np.int32)
        return normed(self._base.words(whole) + self._positions[: len(whole)], *self._norm)

    def _through(self, x: Array, first: int, last: int) -> Array:
        for weights in self._layers[first:last]:
            x = layer(x, weights, self._base.heads)
        return x


def _kept(window: Window, vectors: Array) -> Array:
    """Return the vectors that count, without those of the two marks at the ends."""
    return vectors[1 + window.first - window.start : 1 + window.last - window.start]


def _part(tensors: Mapping[str, Array], prefix: str) -> dict[str, Array]:
    size = len(prefix)
    return {name[size:]: array for name, array in tensors.items() if name.startswith(prefix)}


_lock = Lock()


def encoder() -> Encoder | None:
    """Return the encoder, None where its weights or its base are not installed."""
    with _lock:
        return _made()


@cache
def _made() -> Encoder | None:
    path = base_path()
    return Encoder(Base(path)) if path and stored() is not None else None
