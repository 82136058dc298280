"""Compound files: the container of Outlook messages and of encrypted Office documents.

Written after the public specification MS-CFB, version 3, with sectors of 512 bytes. Streams below
4,096 bytes share the mini stream, as readers expect.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

SECTOR, MINI_SECTOR, MINI_LIMIT = 512, 64, 4096
FREE, END_OF_CHAIN, FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NO_ENTRY = 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5
RED, BLACK = 0, 1
HEADER_FATS = 109


@dataclass(frozen=True, slots=True)
class Stream:
    """Bytes under a name."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Storage:
    """A folder of streams and storages."""

    name: str
    children: tuple["Stream | Storage", ...]
    class_id: bytes = bytes(16)


Part: TypeAlias = Stream | Storage


class TooLarge(Exception):
    """The parts need more sectors than the header alone can name (7 MB)."""


@dataclass(slots=True)
class _Sectors:
    """Sectors of one size, and for each the one that follows it."""

    size: int
    blocks: list[bytes] = field(default_factory=list)
    following: list[int] = field(default_factory=list)

    def add(self, data: bytes) -> int:
        """Lay data down as a chain; answers where it starts."""
        if not data:
            return END_OF_CHAIN
        start = len(self.blocks)
        for offset in range(0, len(data), self.size):
            self.blocks.append(data[offset : offset + self.size].ljust(self.size, b"\0"))
            self.following.append(len(self.blocks))
        self.following[-1] = END_OF_CHAIN
        return start


@dataclass(slots=True)
class _Entry:
    """One line of the directory, linked to its siblings as a red-black tree."""

    part: Part
    kind: int
    left: int = NO_ENTRY
    right: int = NO_ENTRY
    child: int = NO_ENTRY
    color: int = BLACK
    start: int = 0
    size: int = 0

    def packed(self) -> bytes:
        name = self.part.name.encode("utf-16-le") + b"\0\0"
        if len(name) > 64:
            raise ValueError(f"{self.part.name!r} is longer than 31 characters")
        class_id = self.part.class_id if isinstance(self.part, Storage) else bytes(16)
        head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), self.kind, self.color)
        links = struct.pack("<III", self.left, self.right, self.child)
        return head + links + class_id + struct.pack("<IQQIQ", 0, 0, 0, self.start, self.size)


def compound_file(root: Storage) -> bytes:
    """Pack the storage and all below it as the bytes of one compound file."""
    entries = _directory(root)
    sectors, mini = _Sectors(SECTOR), _Sectors(MINI_SECTOR)
    for entry in entries:
        if isinstance(entry.part, Stream):
            shelf = mini if len(entry.part.data) < MINI_LIMIT else sectors
            entry.start, entry.size = shelf.add(entry.part.data), len(entry.part.data)
    mini_stream = b"".join(mini.blocks)
    entries[0].start, entries[0].size = sectors.add(mini_stream), len(mini_stream)
    mini_table = sectors.add(_table(mini.following))
    directory = b"".join(entry.packed() for entry in entries)
    blank = bytes(68) + struct.pack("<III", NO_ENTRY, NO_ENTRY, NO_ENTRY) + bytes(48)
    directory_start = sectors.add(directory + blank * (-len(entries) % 4))
    fats = _add_sector_table(sectors)
    header = _header(fats, directory_start, mini_table, -(-len(mini.following) * 4 // SECTOR))
    return header + b"".join(sectors.blocks)


def _directory(root: Storage) -> list[_Entry]:
    entries = [_Entry(root, ROOT)]
    waiting = [(0, root)]
    while waiting:
        index, storage = waiting.pop(0)
        first = len(entries)
        # The specification orders names by length, then by capital letters.
        parts = sorted(storage.children, key=lambda part: (len(part.name), part.name.upper()))
        entries += [_Entry(part, STREAM if isinstance(part, Stream) else STORAGE) for part in parts]
        entries[index].child = _tree(entries, first, len(entries), len(parts).bit_length() - 1)
        waiting += [(first + n, part) for n, part in enumerate(parts) if isinstance(part, Storage)]
    return entries


def _tree(entries: list[_Entry], low: int, high: int, depth: int) -> int:
    """Link the sorted siblings from low to high as a balanced tree; answers its root.

    Halving leaves only the deepest level incomplete: painted red, it keeps every way down at the
    same number of black entries.
    """
    if low == high:
        return NO_ENTRY
    middle = (low + high) // 2
    entry = entries[middle]
    entry.left = _tree(entries, low, middle, depth - 1)
    entry.right = _tree(entries, middle + 1, high, depth - 1)
    entry.color = RED if depth == 0 else BLACK
    return middle


def _add_sector_table(sectors: _Sectors) -> list[int]:
    used, per_sector = len(sectors.blocks), SECTOR // 4
    count = 1
    while used + count > count * per_sector:
        count += 1
    if count > HEADER_FATS:
        raise TooLarge(f"{used} sectors of {SECTOR} bytes do not fit")
    table = _table([*sectors.following, *[FAT_SECTOR] * count])
    start = sectors.add(table)
    return list(range(start, start + count))


def _table(following: Sequence[int]) -> bytes:
    padded = [*following, *[FREE] * (-len(following) % (SECTOR // 4))]
    return struct.pack(f"<{len(padded)}I", *padded)


def _header(fats: list[int], directory: int, mini_table: int, mini_tables: int) -> bytes:
    magic = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    shape = struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    counts = struct.pack("<IIIII", 0, len(fats), directory, 0, MINI_LIMIT)
    tables = struct.pack("<IIII", mini_table, mini_tables, END_OF_CHAIN, 0)
    return (
        magic
        + shape
        + counts
        + tables
        + _table([*fats, *[FREE] * (HEADER_FATS - len(fats))])[: HEADER_FATS * 4]
    )
