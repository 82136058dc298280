"""The encoder's network and its losses, so that they can be learned: the twin of the one in numpy."""

from collections.abc import Mapping
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from nlp_models.encoder.base import Base
from nlp_models.encoder.encoded import FARTHEST, MOST_SENTENCES, Labels

Arrays = dict[str, Any]
INNER = 256  # width of the heads
DROP, DROP_HEADS, DROP_NAMES = 0.1, 0.2, 0.1
WEIGHT_NAMES, WEIGHT_PAIRS, WEIGHT_FLAGS, WEIGHT_CLASSES, WEIGHT_SUBS = 3.0, 2.0, 0.3, 0.5, 0.3


class Network:
    """``frozen`` layers as they came, layers up to ``first`` that find names, then the rest."""

    def __init__(
        self, base: Base, labels: Labels, tags: int, frozen: int, first: int, depth: int
    ) -> None:
        self.labels, self.frozen, self.first, self.depth = labels, frozen, first, depth
        self.heads, self.width = base.heads, base.width
        self.tags, self.outputs = tags, 1 + 2 * len(labels.names)
        self._lower = [_jax(base.layer(number)) for number in range(frozen)]
        self._positions = jnp.asarray(base.positions())
        self._norm = [jnp.asarray(one) for one in base.embedding_norm()]
        self._of_group = jnp.asarray(
            [[float(group == of) for of, _ in labels.pairs] for group in labels.groups]
        )
        self._base = base

    def start(self, seed: int) -> Arrays:
        """Return the weights that learning starts from."""
        random = np.random.default_rng(seed)

        def drawn(*shape: int) -> Any:
            return jnp.asarray(random.normal(0, 0.02, shape).astype(np.float32))

        width, classes = self.width, len(self.labels.classes)
        pairs = len(self.labels.pairs) + len(self.labels.flags)
        roles = len(self.labels.roles) + len(self.labels.subs)
        weights: Arrays = {}
        for number in range(self.frozen, self.depth):
            for name, array in self._base.layer(number).items():
                weights[f"l{number}.{name}"] = jnp.asarray(array)
        heads = {
            "tag": drawn(self.tags + 1, width),
            "type": drawn(self.outputs, width),
            "ner_w": drawn(width, self.outputs),
            "ner_b": jnp.zeros(self.outputs),
            "r1": drawn(4 * width, INNER),
            "r1b": jnp.zeros(INNER),
            "r2": drawn(INNER, roles),
            "r2b": jnp.zeros(roles),
            "pa": drawn(2 * width, INNER),
            "pb": drawn(2 * width, INNER),
            "pm": drawn(width, INNER),
            "pdist": drawn(FARTHEST + 1, INNER),
            "psd": drawn(MOST_SENTENCES + 1, INNER),
            "pg": drawn(len(self.labels.groups), INNER),
            "pbias": jnp.zeros(INNER),
            "qa": drawn(2 * width, INNER),
            "qb": drawn(2 * width, INNER),
            "p2": drawn(2 * INNER, INNER),
            "p2b": jnp.zeros(INNER),
            "po": drawn(INNER, pairs),
            "pob": jnp.zeros(pairs) - 2.0,
            "c1": drawn(2 * width, INNER),
            "c1b": jnp.zeros(INNER),
            "c2": drawn(INNER, classes),
            "cq": drawn(classes, width) * 5,
            "cw": drawn(classes, width),
            "cb": jnp.zeros(classes) - 2.0,
        }
        return weights | {f"h.{name}": array for name, array in heads.items()}

    def lower(self, words: Any, mask: Any) -> Any:
        """Return what the frozen layers make of word vectors, shape (notes, pieces, width)."""
        x = _norm(words + self._positions[: words.shape[1]], *self._norm)
        for weights in self._lower:
            x = self._layer(weights, x, mask, None)
        return x.astype(jnp.float16)

    def forward(self, weights: Arrays, batch: Arrays, key: Any) -> tuple[Any, Any, Any, Any]:
        """Return the scores of names, roles, pairs, classes; without a key nothing is dropped."""
        mask = batch["mask"]
        x = batch["lower"].astype(jnp.float32) + weights["h.tag"][batch["tags"]]
        for number in range(self.frozen, self.first):
            x = self._layer(_of(weights, number), x, mask, _key(key, number))
        for_names = _dropped(x, _key(key, 100), DROP_NAMES)
        names = for_names @ weights["h.ner_w"] + weights["h.ner_b"]
        x = x + weights["h.type"][batch["names"]]
        for number in range(self.first, self.depth):
            x = self._layer(_of(weights, number), x, mask, _key(key, number))
        flat = x.reshape(-1, self.width)
        roles = _roles(weights, flat, batch, key)
        pairs = _pairs(weights, flat, batch, key)
        return names, roles, pairs, _classes(weights, x, mask, key)

    def loss(self, weights: Arrays, batch: Arrays, key: Any) -> Any:
        """Return the losses of all heads, weighed and added up."""
        names, roles, pairs, classes = self.forward(weights, batch, key)
        mask = batch["mask"]
        logs = jax.nn.log_softmax(names)
        picked = jnp.take_along_axis(logs, batch["names"][..., None], -1)[..., 0]
        total = -WEIGHT_NAMES * (picked * mask).sum() / mask.sum()
        count = len(self.labels.roles)
        there = batch["person_there"]
        logs = jax.nn.log_softmax(roles[:, :count])
        picked = jnp.take_along_axis(logs, batch["role"][:, None], 1)[:, 0]
        total -= _mean(picked, there)
        total += WEIGHT_SUBS * _mean(_binary(roles[:, count:], batch["sub"]).sum(-1), there)
        there = batch["pair_there"]
        count = len(self.labels.pairs)
        inside = self._of_group[batch["group"]]
        errors = (_binary(pairs[:, :count], batch["pair_labels"]) * inside).sum(-1)
        total += WEIGHT_PAIRS * _mean(errors, there)
        told = (batch["pair_labels"].sum(-1) > 0) * there
        errors = _binary(pairs[:, count:], batch["flags"]).sum(-1)
        total += WEIGHT_FLAGS * _mean(errors, told)
        errors = _binary(classes, batch["classes"]).sum(-1)
        return total + WEIGHT_CLASSES * _mean(errors, batch["note_there"])

    def _layer(self, w: Arrays, x: Any, mask: Any, key: Any) -> Any:
        notes, length, width = x.shape
        size = width // self.heads

        def project(name: str) -> Any:
            out = x @ w[f"{name}.w"].T + w[f"{name}.b"]
            return out.reshape(notes, length, self.heads, size)

        looked = jnp.einsum("blhd,bmhd->bhlm", project("q"), project("k")) / np.sqrt(size)
        looked = jax.nn.softmax(looked + (mask[:, None, None, :] - 1) * 1e9, -1)
        gathered = jnp.einsum("bhlm,bmhd->blhd", looked, project("v")).reshape(x.shape)
        mixed = gathered @ w["ao.w"].T + w["ao.b"]
        x = _norm(x + _dropped(mixed, _key(key, 1), DROP), w["aln.w"], w["aln.b"])
        inner = jax.nn.gelu(x @ w["fi.w"].T + w["fi.b"], approximate=True)
        mixed = inner @ w["fo.w"].T + w["fo.b"]
        return _norm(x + _dropped(mixed, _key(key, 2), DROP), w["oln.w"], w["oln.b"])


def _roles(weights: Arrays, flat: Any, batch: Arrays, key: Any) -> Any:
    ends, there = batch["mentions"], batch["mention_there"]
    vectors = jnp.concatenate([flat[ends[..., 0]], flat[ends[..., 1]]], -1)
    mean = (vectors * there[..., None]).sum(1) / jnp.maximum(there.sum(1), 1)[:, None]
    most = jnp.where(there[..., None] > 0, vectors, -1e4).max(1)
    whole = jnp.concatenate([mean, jnp.where(most < -1e3, 0, most)], -1)
    inner = _dropped(whole, _key(key, 101), DROP_HEADS) @ weights["h.r1"] + weights["h.r1b"]
    inner = _dropped(jax.nn.gelu(inner), _key(key, 102), DROP_HEADS)
    return inner @ weights["h.r2"] + weights["h.r2b"]


def _pairs(weights: Arrays, flat: Any, batch: Arrays, key: Any) -> Any:
    a, b = batch["first"], batch["second"]
    first = jnp.concatenate([flat[a[:, 0]], flat[a[:, 1]]], -1)
    second = jnp.concatenate([flat[b[:, 0]], flat[b[:, 1]]], -1)
    first = _dropped(first, _key(key, 103), DROP_HEADS)
    second = _dropped(second, _key(key, 104), DROP_HEADS)
    sums = jnp.concatenate([jnp.zeros((1, flat.shape[1])), jnp.cumsum(flat, 0)])
    total = sums[jnp.maximum(b[:, 0], a[:, 1] + 1)] - sums[a[:, 1] + 1]
    middle = total / jnp.maximum(b[:, 0] - a[:, 1] - 1, 1)[:, None]
    middle = _dropped(middle, _key(key, 105), DROP_HEADS)
    together = first @ weights["h.pa"] + second @ weights["h.pb"] + middle @ weights["h.pm"]
    together += weights["h.pdist"][batch["distance"]] + weights["h.psd"][batch["sentences"]]
    together += weights["h.pg"][batch["group"]] + weights["h.pbias"]
    product = (first @ weights["h.qa"]) * (second @ weights["h.qb"])
    both = jnp.concatenate([jax.nn.gelu(together), product], -1)
    inner = jax.nn.gelu(both @ weights["h.p2"] + weights["h.p2b"])
    return _dropped(inner, _key(key, 106), DROP_HEADS) @ weights["h.po"] + weights["h.pob"]


def _classes(weights: Arrays, x: Any, mask: Any, key: Any) -> Any:
    looked = jnp.einsum("blh,ch->bcl", x, weights["h.cq"]) / np.sqrt(x.shape[-1]) * 2
    looked = jax.nn.softmax(looked + (mask[:, None, :] - 1) * 1e9, -1)
    seen = _dropped(jnp.einsum("bcl,blh->bch", looked, x), _key(key, 107), DROP_HEADS)
    mean = (x * mask[..., None]).sum(1) / jnp.maximum(mask.sum(1), 1)[:, None]
    most = jnp.where(mask[..., None] > 0, x, -1e4).max(1)
    whole = jnp.concatenate([mean, jnp.where(most < -1e3, 0, most)], -1)
    inner = _dropped(whole, _key(key, 108), DROP_HEADS) @ weights["h.c1"] + weights["h.c1b"]
    inner = _dropped(jax.nn.gelu(inner), _key(key, 109), DROP_HEADS)
    return (seen * weights["h.cw"]).sum(-1) + weights["h.cb"] + inner @ weights["h.c2"]


def _norm(x: Any, scale: Any, shift: Any) -> Any:
    x = x - x.mean(-1, keepdims=True)
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-12) * scale + shift


def _dropped(x: Any, key: Any, chance: float) -> Any:
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - chance, x.shape), x / (1 - chance), 0)


def _key(key: Any, number: int) -> Any:
    return None if key is None else jax.random.fold_in(key, number)


def _binary(scores: Any, truth: Any) -> Any:
    return jnp.maximum(scores, 0) - scores * truth + jnp.log1p(jnp.exp(-jnp.abs(scores)))


def _mean(values: Any, there: Any) -> Any:
    return (values * there).sum() / jnp.maximum(there.sum(), 1)


def _of(weights: Arrays, number: int) -> Arrays:
    prefix = f"l{number}."
    return {n[len(prefix) :]: array for n, array in weights.items() if n.startswith(prefix)}


def _jax(arrays: Mapping[str, Any]) -> Arrays:
    return {name: jnp.asarray(array) for name, array in arrays.items()}
