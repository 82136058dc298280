"""A linear scorer over named features: what it weighs, and how sure it is."""

import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scorer:
    """One column of weights for each label; each label is judged by itself (logistic).

    A label holds when its chance reaches its threshold.
    """

    labels: tuple[str, ...]
    rows: dict[str, int]
    weights: Weights
    bias: Weights
    thresholds: Weights

    def probabilities(self, features: Iterable[str]) -> Weights:
        """Return, for each label, how likely it holds, in (0, 1)."""
        rows = self.rows
        found = [row for name in features if (row := rows.get(name)) is not None]
        total = self.bias + self.weights[found].sum(axis=0)
        chances: Weights = 1.0 / (1.0 + np.exp(-total))
        return chances

    def chances(self, features: Iterable[str]) -> dict[str, float]:
        """Return how likely each label holds."""
        return dict(zip(self.labels, self.probabilities(features).tolist(), strict=True))

    @property
    def least(self) -> dict[str, float]:
        """The chance from which each label holds."""
        return dict(zip(self.labels, self.thresholds.tolist(), strict=True))

    def told(self, features: Iterable[str]) -> dict[str, float]:
        """Return the labels that hold, with how sure each is."""
        return holding(self.chances(features), self.least)

    def strongest(self, features: Iterable[str], label: str, most: int = 3) -> list[str]:
        """Return the features that speak most for a label, the strongest first."""
        column = self.labels.index(label)
        found = [
            (float(self.weights[row, column]), name)
            for name in features
            if (row := self.rows.get(name)) is not None
        ]
        return [name for weight, name in sorted(found, reverse=True)[:most] if weight > 0]


def holding(chances: Mapping[str, float], least: Mapping[str, float]) -> dict[str, float]:
    """Return the labels whose chance reaches their threshold."""
    return {label: chance for label, chance in chances.items() if chance >= least[label]}


def save(path: Path, scorers: dict[str, Scorer]) -> None:
    """Write scorers to one file: weights rounded to half precision, rows of zeros left out."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, scorer in sorted(scorers.items()):
            index = sorted(scorer.rows, key=scorer.rows.__getitem__)
            _put(archive, f"{name}/labels.json", json.dumps(scorer.labels).encode())
            _put(archive, f"{name}/rows.txt", "\n".join(index).encode())
            for part, array in _parts(scorer):
                data = BytesIO()
                np.save(data, array.astype(np.float16), allow_pickle=False)
                _put(archive, f"{name}/{part}.npy", data.getvalue())


def _parts(scorer: Scorer) -> tuple[tuple[str, Weights], ...]:
    return (
        ("weights", scorer.weights),
        ("bias", scorer.bias),
        ("thresholds", scorer.thresholds),
    )


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time=(2025, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def load(path: Path) -> dict[str, Scorer]:
    """Read the scorers of one file."""
    scorers = {}
    with zipfile.ZipFile(path) as archive:
        names = sorted({name.partition("/")[0] for name in archive.namelist()})
        for name in names:
            rows = archive.read(f"{name}/rows.txt").decode().split("\n")
            scorers[name] = Scorer(
                tuple(json.loads(archive.read(f"{name}/labels.json"))),
                {row: number for number, row in enumerate(rows)},
                _array(archive.read(f"{name}/weights.npy")),
                _array(archive.read(f"{name}/bias.npy")),
                _array(archive.read(f"{name}/thresholds.npy")),
            )
    return scorers


def _array(data: bytes) -> Weights:
    array: Weights = np.load(BytesIO(data), allow_pickle=False).astype(np.float32)
    return array
