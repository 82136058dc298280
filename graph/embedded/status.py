"""How the embedded server is doing."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """Whether the server runs, where, since when, and what it takes in bytes."""

    running: bool
    pid: int | None = None
    uri: str | None = None
    since: datetime | None = None
    memory: int = 0
    disk: int = 0


def measure(home: Path, process: psutil.Process | None, uri: str | None) -> ServerStatus:
    """Look at the process and at the home's data."""
    disk = folder_size(home / "data")
    if process is None:
        return ServerStatus(running=False, disk=disk)
    try:
        with process.oneshot():
            since = datetime.fromtimestamp(process.create_time(), UTC)
            memory = process.memory_info().rss
    except psutil.NoSuchProcess:
        return ServerStatus(running=False, disk=disk)
    return ServerStatus(True, process.pid, uri, since, memory, disk)


def folder_size(folder: Path) -> int:
    """The bytes of all files in a folder, which may change meanwhile."""
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size if file.is_file() else 0
        except FileNotFoundError:
            continue
    return total
