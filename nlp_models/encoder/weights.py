"""The tuned half of the encoder in one file: upper layers and heads, in eight bits a weight."""

import json
import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from nlp_models.encoder.base import Array

WEIGHTS = Path(__file__).parent.parent / "data" / "encoder" / "weights.zip"
LEAST_ROWS = 32


def save(path: Path, tensors: Mapping[str, Array], labels: Mapping[str, Any]) -> None:
    """Write tensors (matrices in eight bits, by row) and what the heads' outputs are called."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _put(archive, "labels.json", json.dumps(labels).encode())
        for name, tensor in sorted(tensors.items()):
            if tensor.ndim == 2 and min(tensor.shape) >= LEAST_ROWS:
                scale = np.abs(tensor).max(axis=1, keepdims=True) / 127 + 1e-12
                _put(archive, f"{name}.q", _bytes(np.rint(tensor / scale).astype(np.int8)))
                _put(archive, f"{name}.s", _bytes(scale.astype(np.float32)))
            else:
                _put(archive, name, _bytes(tensor.astype(np.float16)))


def load(path: Path) -> tuple[dict[str, Array], dict[str, Any]]:
    """Read what ``save`` wrote."""
    tensors: dict[str, Array] = {}
    with zipfile.ZipFile(path) as archive:
        labels = json.loads(archive.read("labels.json"))
        for name in archive.namelist():
            if name.endswith(".q"):
                scale = _array(archive.read(f"{name[:-2]}.s"))
                tensors[name[:-2]] = _array(archive.read(name)) * scale
            elif not name.endswith((".s", ".json")):
                tensors[name] = _array(archive.read(name))
    return tensors, labels


@cache
def stored() -> tuple[dict[str, Array], dict[str, Any]] | None:
    """Return the weights that are shipped, None where there are none."""
    return load(WEIGHTS) if WEIGHTS.exists() else None


def _bytes(array: np.ndarray) -> bytes:
    data = BytesIO()
    np.save(data, array, allow_pickle=False)
    return data.getvalue()


def _array(data: bytes) -> Array:
    array: Array = np.load(BytesIO(data), allow_pickle=False).astype(np.float32)
    return array


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time=(2025, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)
