"""The gazetteer's file: an SQLite table of places, one of names, and a filter of names."""

import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

from nlp_models.folding import fold
from nlp_models.gazetteer.place import Named, Place

VERSION = 1
_SCHEMA = """
CREATE TABLE place (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
    parent TEXT,
    latitude REAL, longitude REAL, precision TEXT NOT NULL, population INTEGER NOT NULL,
    successor TEXT
) WITHOUT ROWID;
CREATE TABLE name (
    folded TEXT NOT NULL, written TEXT NOT NULL, place TEXT NOT NULL,
    PRIMARY KEY (folded, written, place)
) WITHOUT ROWID;
CREATE TABLE filter (bits BLOB NOT NULL);
"""
FILTER_BITS = 1 << 23


def bit_of(folded: str) -> int:
    """Return the place of a name in the filter."""
    return zlib.crc32(folded.encode()) & (FILTER_BITS - 1)


def write(path: Path, names: Iterable[Named]) -> int:
    """Write all names and their places to a new file; return how many places there are."""
    bits = bytearray(FILTER_BITS // 8)
    places: dict[str, Place] = {}
    rows: set[tuple[str, str, str]] = set()
    for named in names:
        folded = fold(named.written).replace("-", " ").replace("'", " ").strip()
        folded = " ".join(folded.split())
        if len(folded) < 2:
            continue
        places.setdefault(named.place.id, named.place)
        rows.add((folded, named.written, named.place.id))
        bit = bit_of(folded)
        bits[bit >> 3] |= 1 << (bit & 7)
    database = sqlite3.connect(path)
    with database:
        database.executescript(_SCHEMA)
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.executemany(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                (
                    p.id,
                    p.name,
                    p.kind,
                    p.country,
                    p.parent,
                    p.latitude,
                    p.longitude,
                    p.precision,
                    p.population,
                    p.successor,
                )
                for p in sorted(places.values(), key=lambda place: place.id)
            ),
        )
        database.executemany("INSERT INTO name VALUES (?,?,?)", sorted(rows))
        database.execute("INSERT INTO filter VALUES (?)", (bytes(bits),))
    database.execute("VACUUM")
    database.close()
    return len(places)
