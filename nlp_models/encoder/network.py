"""The network itself, in plain numpy: layers of attention over windows of word pieces."""

from collections.abc import Iterator, Mapping

import numpy as np

from nlp_models.encoder.base import Array

WINDOW = 510  # pieces, without the two that mark the ends
STEP = 382
_CURVE = np.float32(np.sqrt(2 / np.pi))


def gelu(x: Array) -> Array:
    """Return the smooth ramp, by its usual approximation."""
    bent: Array = np.tanh(_CURVE * (x + np.float32(0.044715) * x * x * x)) + np.float32(1)
    bent *= x * np.float32(0.5)
    return bent


def normed(x: Array, scale: Array, shift: Array, epsilon: float = 1e-12) -> Array:
    """Return rows with mean 0 and variance 1, scaled and shifted."""
    x = x - x.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x)[:, None] / x.shape[-1]
    result: Array = x / np.sqrt(variance + epsilon) * scale + shift
    return result


def layer(x: Array, weights: Mapping[str, Array], heads: int) -> Array:
    """Return one layer's output for one window, shape (pieces, width)."""
    length, width = x.shape
    size = width // heads

    def project(name: str) -> Array:
        out: Array = x @ weights[f"{name}.w"].T + weights[f"{name}.b"]
        return out.reshape(length, heads, size)

    queries = project("q").transpose(1, 0, 2)
    keys = project("k").transpose(1, 2, 0)
    values = project("v").transpose(1, 0, 2)
    looked: Array = queries @ keys / np.float32(np.sqrt(size))
    looked -= looked.max(axis=-1, keepdims=True)
    np.exp(looked, out=looked)
    looked /= looked.sum(axis=-1, keepdims=True)
    gathered: Array = (looked @ values).transpose(1, 0, 2).reshape(length, width)
    mixed: Array = gathered @ weights["ao.w"].T + weights["ao.b"]
    x = normed(x + mixed, weights["aln.w"], weights["aln.b"])
    inner = gelu(x @ weights["fi.w"].T + weights["fi.b"])
    return normed(
        x + inner @ weights["fo.w"].T + weights["fo.b"], weights["oln.w"], weights["oln.b"]
    )


def windows(length: int) -> Iterator[tuple[int, int, int, int]]:
    """Give windows over so many pieces: start, end, and the part to be kept of each."""
    start = 0
    while True:
        end = min(length, start + WINDOW)
        first = start + (WINDOW - STEP) // 2 if start else 0
        last = end if end == length else start + STEP + (WINDOW - STEP) // 2
        yield start, end, first, last
        if end == length:
            return
        start += STEP
