"""Where a Neo4j listens and how to sign in to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})


class UnknownScheme(ValueError):
    """The URI does not begin with a scheme that Neo4j's driver speaks."""

    def __init__(self, uri: str) -> None:
        super().__init__(
            f"{uri!r} is no address of a Neo4j: it should begin with one of "
            f"{', '.join(f'{scheme}://' for scheme in sorted(SCHEMES))} and name a host"
        )
        self.uri = uri


@dataclass(frozen=True, slots=True)
class Address:
    """A Neo4j's URI, user, password and database; printing it hides the password."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"

    def __post_init__(self) -> None:
        parts = urlsplit(self.uri)
        if parts.scheme not in SCHEMES or not parts.hostname:
            raise UnknownScheme(self.uri)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self | None:
        """Read FILROUGE_NEO4J_URI, _USER, _PASSWORD and _DATABASE; None where no URI is given."""
        uri = environ.get("FILROUGE_NEO4J_URI", "").strip()
        if not uri:
            return None
        return cls(
            uri,
            environ.get("FILROUGE_NEO4J_USER", "").strip() or "neo4j",
            environ.get("FILROUGE_NEO4J_PASSWORD", ""),
            environ.get("FILROUGE_NEO4J_DATABASE", "").strip() or "neo4j",
        )
