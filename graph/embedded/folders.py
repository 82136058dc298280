"""Where the embedded Neo4j keeps its data and its parts, when nobody says otherwise."""

from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path


def user_home(environ: Mapping[str, str]) -> Path:
    """The folder of everything that filrouge keeps: FILROUGE_HOME, or the user's data folder."""
    named = environ.get("FILROUGE_HOME", "").strip()
    return Path(named).expanduser().absolute() if named else user_data_path("filrouge")


def server_home(environ: Mapping[str, str]) -> Path:
    """The folder of the embedded server's data, settings and logs."""
    return user_home(environ) / "neo4j"


def server_parts(environ: Mapping[str, str]) -> Path:
    """The folder of the server's jars, shared by all homes: FILROUGE_PARTS or the user's own."""
    named = environ.get("FILROUGE_PARTS", "").strip()
    return Path(named).expanduser().absolute() if named else user_data_path("filrouge") / "parts"
