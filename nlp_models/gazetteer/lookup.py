"""Looks names up in the gazetteer: fast to say no, and small in memory."""

import sqlite3
import threading
from functools import lru_cache
from pathlib import Path

import platformdirs
from filelock import FileLock

from nlp_models.gazetteer.build import INSTALLED, build
from nlp_models.gazetteer.errors import NoPlaces
from nlp_models.gazetteer.place import Named, Place
from nlp_models.gazetteer.table import FILTER_BITS, VERSION, bit_of

_PLACE = (
    "p.id, p.name, p.kind, p.country, p.parent, p.latitude, p.longitude, p.precision, "
    "p.population, p.successor"
)
_CACHED = 20_000


class Gazetteer:
    """The places of one file; reading is safe from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        try:
            found = self._database().execute("SELECT bits FROM filter").fetchone()
            version = self._database().execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise NoPlaces(str(path), str(error)) from error
        if version != VERSION or found is None or len(found[0]) * 8 != FILTER_BITS:
            raise NoPlaces(str(path), "another version wrote it")
        self._bits: bytes = found[0]
        self.named = lru_cache(maxsize=_CACHED)(self._named)
        self.place = lru_cache(maxsize=_CACHED)(self._place)

    def _database(self) -> sqlite3.Connection:
        database: sqlite3.Connection | None = getattr(self._local, "database", None)
        if database is None:
            uri = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            database = self._local.database = sqlite3.connect(uri, uri=True)
        return database

    def may_have(self, folded: str) -> bool:
        """Say whether the name may be there; a no is certain."""
        bit = bit_of(folded)
        return bool(self._bits[bit >> 3] & (1 << (bit & 7)))

    def _named(self, folded: str) -> tuple[Named, ...]:
        """Return the places of a folded name, the most populous first."""
        if not self.may_have(folded):
            return ()
        rows = self._database().execute(
            f"SELECT n.written, {_PLACE} FROM name n JOIN place p ON p.id = n.place"
            " WHERE n.folded = ? ORDER BY p.population DESC, p.id LIMIT 200",
            (folded,),
        )
        return tuple(Named(written, Place(*rest)) for written, *rest in rows)

    def _place(self, identifier: str) -> Place | None:
        """Return the place with this id."""
        row = (
            self._database()
            .execute(f"SELECT {_PLACE} FROM place p WHERE p.id = ?", (identifier,))
            .fetchone()
        )
        return Place(*row) if row else None

    def above(self, place: Place) -> tuple[Place, ...]:
        """Return what the place lies in, the nearest first."""
        chain: list[Place] = []
        parent = place.parent
        while parent is not None and len(chain) < 6:
            found = self.place(parent)
            if found is None:
                break
            chain.append(found)
            parent = found.parent
        return tuple(chain)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the installed gazetteer; where there is none, build it once in the user's cache."""
    if INSTALLED.exists():
        return Gazetteer(INSTALLED)
    path = platformdirs.user_cache_path("filrouge") / f"places-{VERSION}.sqlite"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{path}.lock"):
            if not path.exists():
                build(path)
    return Gazetteer(path)
