"""Lays samples out in batches of few shapes, padded, as the network takes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from nlp_models.encoder.encoded import MOST_MENTIONS, Labels
from nlp_models.training.encoder_samples import Sample

LENGTHS = (64, 128, 192, 256, 384, 512)
PIECES = 1152  # of one batch, padding included
PEOPLE, PAIRS = 8, 56  # of one note on average, at most


@dataclass(frozen=True, slots=True)
class Plan:
    """Which samples stand in a batch, and its shape."""

    samples: tuple[int, ...]
    notes: int
    length: int


def plans(samples: Sequence[Sample], random: Random | None, pieces: int = PIECES) -> list[Plan]:
    """Put samples of like length together, in random order where ``random`` is given."""
    by_length: dict[int, list[int]] = {}
    for number, sample in enumerate(samples):
        length = next(length for length in LENGTHS if len(sample.pieces) <= length)
        by_length.setdefault(length, []).append(number)
    found = []
    for length, members in sorted(by_length.items()):
        if random:
            random.shuffle(members)
        size = max(pieces // length, 1)
        for start in range(0, len(members), size):
            found.append(Plan(tuple(members[start : start + size]), size, length))
    if random:
        random.shuffle(found)
    return found


def batch(samples: Sequence[Sample], plan: Plan, labels: Labels, width: int) -> dict[str, Any]:
    """Lay a batch out; the places of pieces count through the batch."""
    notes, length = plan.notes, plan.length
    people, pairs = notes * PEOPLE, notes * PAIRS
    made: dict[str, Any] = {
        "lower": np.zeros((notes, length, width), np.float16),
        "mask": np.zeros((notes, length), np.float32),
        "tags": np.zeros((notes, length), np.int32),
        "names": np.zeros((notes, length), np.int32),
        "classes": np.zeros((notes, len(labels.classes)), np.float32),
        "note_there": np.zeros(notes, np.float32),
        "mentions": np.zeros((people, MOST_MENTIONS, 2), np.int32),
        "mention_there": np.zeros((people, MOST_MENTIONS), np.float32),
        "role": np.zeros(people, np.int32),
        "sub": np.zeros((people, len(labels.subs)), np.float32),
        "person_there": np.zeros(people, np.float32),
        "first": np.zeros((pairs, 2), np.int32),
        "second": np.zeros((pairs, 2), np.int32),
        "group": np.zeros(pairs, np.int32),
        "distance": np.zeros(pairs, np.int32),
        "sentences": np.zeros(pairs, np.int32),
        "pair_labels": np.zeros((pairs, len(labels.pairs)), np.float32),
        "flags": np.zeros((pairs, len(labels.flags)), np.float32),
        "pair_there": np.zeros(pairs, np.float32),
    }
    for row, number in enumerate(plan.samples):
        sample = samples[number]
        count = len(sample.pieces)
        made["lower"][row, :count] = sample.lower
        made["mask"][row, :count] = 1
        made["tags"][row, :count] = sample.tags
        made["names"][row, :count] = sample.names
        made["classes"][row, sample.classes] = 1
        made["note_there"][row] = 1
    _people(made, samples, plan)
    _pairs(made, samples, plan)
    return made


def _people(made: dict[str, Any], samples: Sequence[Sample], plan: Plan) -> None:
    for row, (at, one) in zip(
        range(len(made["role"])), _each(samples, plan, "people"), strict=False
    ):
        for place, (first, last) in enumerate(one.mentions):
            made["mentions"][row, place] = (at + first, at + last)
            made["mention_there"][row, place] = 1
        made["role"][row] = one.role
        if one.sub >= 0:
            made["sub"][row, one.sub] = 1
        made["person_there"][row] = 1


def _pairs(made: dict[str, Any], samples: Sequence[Sample], plan: Plan) -> None:
    for row, (at, one) in zip(
        range(len(made["group"])), _each(samples, plan, "pairs"), strict=False
    ):
        made["first"][row] = (at + one.first[0], at + one.first[1])
        made["second"][row] = (at + one.second[0], at + one.second[1])
        made["group"][row] = one.group
        made["distance"][row] = one.distance
        made["sentences"][row] = one.sentences
        made["pair_labels"][row, one.labels] = 1
        made["flags"][row, one.flags] = 1
        made["pair_there"][row] = 1


def _each(samples: Sequence[Sample], plan: Plan, what: str) -> Iterator[tuple[int, Any]]:
    for row, number in enumerate(plan.samples):
        for one in getattr(samples[number], what):
            yield row * plan.length, one
