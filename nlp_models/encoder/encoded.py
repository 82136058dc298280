"""A text as the encoder sees it, and what its heads say of people, pairs and the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nlp_models.encoder.base import Array
from nlp_models.encoder.network import gelu
from nlp_models.encoder.pieces import Pieces

MOST_MENTIONS = 6
FARTHEST, MOST_SENTENCES = 63, 3
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the outputs of the heads are called, in their order."""

    names: tuple[str, ...]
    roles: tuple[str, ...]
    subs: tuple[str, ...]
    groups: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairSpans:
    """Two mentions to be judged together: their characters, their group, how far apart."""

    first: Span
    second: Span
    group: str
    distance: int
    sentences: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """The vectors of a text's pieces, and the heads that read them."""

    pieces: Pieces
    vectors: Array
    sums: Array
    class_scores: Array
    heads: Mapping[str, Array]
    labels: Labels

    def range_of(self, span: Span) -> tuple[int, int] | None:
        """Return the first and last piece of some characters, None where there is none."""
        return self.pieces.range_of(span)

    def roles(self, mentions: Sequence[Span]) -> dict[str, float] | None:
        """Return a score for each role and sub-role of a person; None where it isn't covered."""
        ranges = [found for span in mentions[:MOST_MENTIONS] if (found := self.range_of(span))]
        if not ranges:
            return None
        rows = np.stack([self._mention(*one) for one in ranges])
        whole = np.concatenate([rows.mean(axis=0), rows.max(axis=0)])
        inner = gelu(whole @ self.heads["r1"] + self.heads["r1b"])
        scores = inner @ self.heads["r2"] + self.heads["r2b"]
        names = (*self.labels.roles, *self.labels.subs)
        return dict(zip(names, scores.tolist(), strict=True))

    def pairs(self, asked: Sequence[PairSpans]) -> list[dict[str, float] | None]:
        """Return, for each pair, a score for each label of its group and each flag."""
        ranges = [(self.range_of(one.first), self.range_of(one.second)) for one in asked]
        covered = [n for n, (a, b) in enumerate(ranges) if a and b]
        found: list[dict[str, float] | None] = [None] * len(asked)
        if not covered:
            return found
        firsts = [ranges[n][0] or (0, 0) for n in covered]
        seconds = [ranges[n][1] or (0, 0) for n in covered]
        scores = self._pair_scores(firsts, seconds, [asked[n] for n in covered])
        count = len(self.labels.pairs)
        for n, row in zip(covered, scores.tolist(), strict=True):
            group = asked[n].group
            told = {
                label: score
                for (where, label), score in zip(self.labels.pairs, row, strict=False)
                if where == group
            }
            found[n] = told | dict(zip(self.labels.flags, row[count:], strict=True))
        return found

    def classes(self) -> dict[str, float]:
        """Return a score for each class of exploitation, and ANY."""
        return dict(zip(self.labels.classes, self.class_scores.tolist(), strict=True))

    def _mention(self, first: int, last: int) -> Array:
        both: Array = np.concatenate([self.vectors[first], self.vectors[last]])
        return both

    def _pair_scores(
        self,
        firsts: Sequence[tuple[int, int]],
        seconds: Sequence[tuple[int, int]],
        asked: Sequence[PairSpans],
    ) -> Array:
        h = self.heads
        a, b = np.array(firsts), np.array(seconds)
        first = np.concatenate([self.vectors[a[:, 0]], self.vectors[a[:, 1]]], axis=1)
        second = np.concatenate([self.vectors[b[:, 0]], self.vectors[b[:, 1]]], axis=1)
        between = np.maximum(b[:, 0] - a[:, 1] - 1, 0)
        total = self.sums[np.maximum(b[:, 0], a[:, 1] + 1)] - self.sums[a[:, 1] + 1]
        middle = total / np.maximum(between, 1)[:, None]
        distances = [min(one.distance, FARTHEST) for one in asked]
        sentences = [min(one.sentences, MOST_SENTENCES) for one in asked]
        groups = [self.labels.groups.index(one.group) for one in asked]
        together = first @ h["pa"] + second @ h["pb"] + middle @ h["pm"] + h["pbias"]
        together += h["pdist"][distances] + h["psd"][sentences] + h["pg"][groups]
        product = (first @ h["qa"]) * (second @ h["qb"])
        inner = gelu(np.concatenate([gelu(together), product], axis=1) @ h["p2"] + h["p2b"])
        scores: Array = inner @ h["po"] + h["pob"]
        return scores


def sums_of(vectors: Array) -> Array:
    """Return the sums of the first n vectors for each n, shape (n + 1, width)."""
    zero = np.zeros((1, vectors.shape[1]), dtype=np.float32)
    sums: Array = np.concatenate([zero, np.cumsum(vectors, axis=0, dtype=np.float64)]).astype(
        np.float32
    )
    return sums


def class_scores(vectors: Array, heads: Mapping[str, Array]) -> Array:
    """Return the scores of the classes for one window."""
    looked = vectors @ heads["cq"].T / np.float32(np.sqrt(vectors.shape[1])) * 2
    looked = np.exp(looked - looked.max(axis=0))
    looked /= looked.sum(axis=0)
    pooled = np.concatenate([vectors.mean(axis=0), vectors.max(axis=0)])
    inner = gelu(pooled @ heads["c1"] + heads["c1b"])
    scores: Array = (looked.T @ vectors * heads["cw"]).sum(axis=1) + heads["cb"]
    scores = scores + inner @ heads["c2"]
    return scores
