"""The note in a parts folder which says that every jar was there and had its SHA-256."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from graph.embedded.jars import Lock
from graph.embedded.private_file import write_whole

NAME = "complete.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which lock the folder was checked against, and how long each jar was then."""

    digest: str
    sizes: Mapping[str, int]

    def holds(self, folder: Path, lock: Lock) -> bool:
        """Say whether the folder is still as it was: same lock, every jar there in its length."""
        return self.digest == lock.digest and all(
            _size(folder / name) == size for name, size in self.sizes.items()
        )

    def write(self, folder: Path) -> None:
        """Leave the note in the folder."""
        text = json.dumps({"lock": self.digest, "sizes": dict(self.sizes)}, indent=0)
        write_whole(folder / NAME, text, mode=0o644)

    @classmethod
    def of(cls, folder: Path, lock: Lock) -> Self:
        """Describe a folder whose jars have all been checked."""
        return cls(lock.digest, {jar.name: (folder / jar.name).stat().st_size for jar in lock.jars})


def read_stamp(folder: Path) -> Stamp | None:
    """The folder's note; None where there is none that can be read."""
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
        return Stamp(found["lock"], {str(k): int(v) for k, v in found["sizes"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def remove_stamp(folder: Path) -> None:
    """Take the note away, so that every jar is checked before it is used again."""
    (folder / NAME).unlink(missing_ok=True)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return -1
