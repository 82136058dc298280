"""Neo4j Community as filrouge starts it by itself: on loopback, from locked and checked parts."""

from graph.embedded.errors import (
    EmbeddedError,
    FolderUnusable,
    HomeBusy,
    LostPassword,
    PartsUnavailable,
    StartFailed,
)
from graph.embedded.folders import server_home, server_parts, user_home
from graph.embedded.parts import Progress, damaged_parts, fetch_parts, parts_complete
from graph.embedded.server import EmbeddedServer
from graph.embedded.status import ServerStatus

__all__ = [
    "EmbeddedError",
    "EmbeddedServer",
    "FolderUnusable",
    "HomeBusy",
    "LostPassword",
    "PartsUnavailable",
    "Progress",
    "ServerStatus",
    "StartFailed",
    "damaged_parts",
    "fetch_parts",
    "parts_complete",
    "server_home",
    "server_parts",
    "user_home",
]
