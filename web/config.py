"""The settings of the pages."""

from dataclasses import dataclass, field
from pathlib import Path

from ingest.options import Options

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


@dataclass(frozen=True, slots=True)
class Config:
    """What ``create_app`` needs to know beyond the store and the originals.

    ``home`` is a folder of this installation, where uploads wait while they are read. ``hosts``
    are the names (without ports) that a request may ask for. ``ingest`` are the options that an
    upload starts from.
    """

    secret_key: str = field(repr=False)
    home: Path
    ingest: Options
    reviewer: str = "reviewer"
    language: str = "en"
    upload_limit_bytes: int = 500 * 1024 * 1024
    hosts: frozenset[str] = LOOPBACK
    testing: bool = False
