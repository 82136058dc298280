"""Blends what the linear scorers and the encoder's heads say into one chance."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np

BLEND = Path(__file__).parent.parent / "data" / "encoder" / "blend.json"
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Mix:
    """How much each of the two weighs, what is added, and the chance from which a label holds.

    ``shifts`` are added for single labels: those seldom seen are else held for too unlikely.
    """

    linear: float
    encoded: float
    shift: float
    least: float
    shifts: Mapping[str, float] = field(default_factory=dict)

    def chance(self, label: str, chance: float, score: float) -> float:
        """Return the chance of a label in the light of both."""
        total = self.linear * logit(chance) + self.encoded * score + self.shift
        total += self.shifts.get(label, 0.0)
        return 1.0 / (1.0 + float(np.exp(-np.clip(total, -30.0, 30.0))))


@lru_cache(maxsize=1)
def mixes() -> Mapping[str, Mix]:
    """Return the blends by what they judge: roles, each group of pairs, classes, flags."""
    if not BLEND.exists():
        return {}
    return {name: Mix(**values) for name, values in json.loads(BLEND.read_text()).items()}


def logit(chance: float) -> float:
    """Return the logarithm of the odds."""
    bounded = min(max(chance, _TINY), 1 - _TINY)
    return float(np.log(bounded / (1 - bounded)))


def blended(
    mix: Mix | None, chances: Mapping[str, float], scores: Mapping[str, float] | None
) -> dict[str, float]:
    """Return each label's chance in the light of both; without scores the chances as they are."""
    if mix is None or scores is None:
        return dict(chances)
    return {
        label: mix.chance(label, chance, scores[label]) if label in scores else chance
        for label, chance in chances.items()
    }


def blended_roles(
    mix: Mix | None, chances: Mapping[str, float], scores: Mapping[str, float] | None
) -> dict[str, float]:
    """Return the chance of each role, adding up to 1 with the encoder, else each by itself."""
    if mix is None or scores is None:
        return dict(chances)
    names = [name for name in chances if name in scores]
    peak = max(scores[name] for name in names)
    total = float(np.log(sum(np.exp(scores[name] - peak) for name in names))) + peak
    weights = {
        name: float(
            np.exp(
                mix.linear * np.log(max(chances[name], _TINY))
                + mix.encoded * (scores[name] - total)
            )
        )
        for name in names
    }
    whole = sum(weights.values())
    return {name: weight / whole for name, weight in weights.items()}
