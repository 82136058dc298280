"""What can go wrong with the embedded Neo4j.

EmbeddedError
├── PartsUnavailable   a jar cannot be had, or is not what the lock says
├── FolderUnusable     a folder cannot hold what it should
├── LostPassword       the private file does not have the database's password
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


class FolderUnusable(EmbeddedError):
    """A folder cannot hold the server's data or its parts."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"Neo4j cannot use the folder {folder}: {reason}. Name another with FILROUGE_HOME "
            "(data) or FILROUGE_PARTS (parts), or let this user write there."
        )
        self.folder = folder
        self.reason = reason


class LostPassword(EmbeddedError):
    """The private file does not have the password that the database beside it takes."""

    def __init__(self, file: Path, trouble: str) -> None:
        super().__init__(
            f"The database in {file.parent} cannot be opened: its password is kept in {file}, "
            f"which {trouble}. Put that file back from a backup; nothing was changed."
        )
        self.file = file
        self.trouble = trouble


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
