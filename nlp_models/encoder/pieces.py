"""Cuts a text into word pieces, each with the characters it stands for."""

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from nlp_models.encoder.base import Base

CHUNK = 20_000  # characters that are cut at once
BLANK = re.compile(r"\s")
# the kinds of pieces in a sentencepiece model
NORMAL, UNKNOWN, CONTROL = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces in order: their numbers, and where each starts and ends in the text."""

    numbers: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    def first(self, count: int) -> "Pieces":
        """Return the first so many pieces."""
        return Pieces(self.numbers[:count], self.starts[:count], self.ends[:count])

    def range_of(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """Return the first and last piece of some characters, None where there is none."""
        first = int(np.searchsorted(self.ends, span[0], side="right"))
        last = int(np.searchsorted(self.starts, span[1]))
        inside = np.flatnonzero(self.starts[first:last] < self.ends[first:last])
        return (first + int(inside[0]), first + int(inside[-1])) if len(inside) else None


def make_tokenizer(base: Base) -> SentencePieceProcessor:
    """Make the tokenizer of the base from its pieces."""
    controls = {base.begin, base.end, base.blank}
    model = bytearray()
    for number, (piece, score) in enumerate(base.pieces()):
        kind = NORMAL
        if number == base.unknown:
            kind = UNKNOWN
        elif number in controls or piece == "<mask>":
            kind = CONTROL
        body = _field(1, piece.encode()) + b"\x15" + struct.pack("<f", score)
        model += _field(1, body + _number(3, kind))
    ids = zip((40, 41, 42, 43), (base.unknown, base.begin, base.end, base.blank), strict=True)
    model += _field(2, b"".join(_number(*one) for one in ids))
    # no normalisation; a blank before the first word; runs of blanks as one, each written as ▁
    model += _field(3, _field(1, b"identity") + b"".join(_number(n, 1) for n in (3, 4, 5)))
    return SentencePieceProcessor(model_proto=bytes(model))


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _field(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def cut(tokenizer: SentencePieceProcessor, text: str) -> Pieces:
    """Cut a text into pieces, a chunk at a time; blanks at the ends of a piece are left out."""
    numbers: list[int] = []
    spans: list[tuple[int, int]] = []
    for at, chunk in chunks(text):
        found = tokenizer.encode(BLANK.sub(" ", chunk), return_type="offset_mapping")
        numbers += found["ids"]
        spans += _spans(chunk, at, found["offsets"])
    return Pieces(
        np.array(numbers, dtype=np.int32),
        np.array([start for start, _ in spans], dtype=np.int32),
        np.array([end for _, end in spans], dtype=np.int32),
    )


def _spans(chunk: str, at: int, offsets: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in offsets:
        while start < end and chunk[start].isspace():
            start += 1
        while start < end and chunk[end - 1].isspace():
            end -= 1
        yield at + start, at + end


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """Give the text in chunks that end at a blank where there is one, each with where it starts."""
    at = 0
    while at < len(text):
        end = min(len(text), at + CHUNK)
        if end < len(text):
            half = at + CHUNK // 2
            blank = max(text.rfind(" ", half, end), text.rfind("\n", half, end))
            end = blank if blank > at else end
        yield at, text[at:end]
        at = end
