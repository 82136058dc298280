"""Where a Neo4j listens and how to sign in to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


class AddressError(ValueError):
    """A URI is not one that Neo4j's driver can call."""

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(f"{uri!r} is no address of a Neo4j: {reason}")
        self.uri = uri
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Address:
    """A Neo4j's URI, user, password and database; printing it hides the password."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"

    def __post_init__(self) -> None:
        parts = urlsplit(self.uri)
        if parts.scheme not in SCHEMES:
            begins = ", ".join(f"{scheme}://" for scheme in SCHEMES)
            raise AddressError(self.uri, f"it should begin with one of {begins}")
        if not parts.hostname:
            raise AddressError(self.uri, "it names no host")
        try:
            _ = parts.port
        except ValueError as error:
            raise AddressError(self.uri, "its port is no number up to 65535") from error

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self | None:
        """Read FILROUGE_NEO4J_URI, _USER, _PASSWORD and _DATABASE; None where no URI is given.

        Raises AddressError when the URI is not one that Neo4j's driver can call.
        """
        uri = environ.get("FILROUGE_NEO4J_URI", "").strip()
        if not uri:
            return None
        return cls(
            uri,
            environ.get("FILROUGE_NEO4J_USER", "").strip() or "neo4j",
            environ.get("FILROUGE_NEO4J_PASSWORD", ""),
            environ.get("FILROUGE_NEO4J_DATABASE", "").strip() or "neo4j",
        )
