"""What can go wrong with the embedded Neo4j.

EmbeddedError
├── PartsUnavailable   a jar cannot be had, or is not what the lock says
├── LostPassword       there is a database, but its private file is gone
├── StartFailed        the server ended, or did not answer, while starting
└── HomeBusy           another command holds this home for too long
"""

from collections.abc import Sequence
from pathlib import Path


class EmbeddedError(Exception):
    """The embedded Neo4j cannot do what was asked."""


class PartsUnavailable(EmbeddedError):
    """A jar cannot be had, or is not what the lock says."""

    def __init__(self, name: str, reason: str, folder: Path) -> None:
        super().__init__(
            f"Neo4j's part {name} cannot be had: {reason}. Connect this machine to the internet "
            f"and run the command again (what was fetched is kept), or copy the parts folder of a "
            f"machine that has them to {folder}, or set FILROUGE_PARTS to the folder's copy."
        )
        self.name = name
        self.reason = reason
        self.folder = folder


class LostPassword(EmbeddedError):
    """There is a database, but the private file with its password is gone."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file} is missing or unreadable, and the database beside it cannot be opened without "
            "the password in it. Put the file back from a backup; nothing was changed."
        )
        self.file = file


class StartFailed(EmbeddedError):
    """The server ended, or did not answer in time, while starting."""

    def __init__(self, reason: str, log: Path, lines: Sequence[str]) -> None:
        last = "".join(f"\n  {line}" for line in lines)
        super().__init__(f"Neo4j did not start: {reason}. Its log is {log}; it ends with:{last}")
        self.reason = reason
        self.log = log
        self.lines = tuple(lines)


class HomeBusy(EmbeddedError):
    """Another command starts or stops the server of this home and does not come to an end."""

    def __init__(self, home: Path, seconds: float) -> None:
        super().__init__(
            f"Another command has been starting or stopping the Neo4j in {home} for more than "
            f"{seconds:.0f} s. Wait for it or end it, then run this command again."
        )
        self.home = home
