"""The private file of a home: the port its server listens on and the password it has."""

import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Self

from graph.address import Address
from graph.embedded.port import LOOPBACK, free_port, is_free
from graph.embedded.private_file import write_whole

NAME = "connection.json"


@dataclass(frozen=True, slots=True)
class ConnectionFile:
    """How to reach the server of one home.

    The password is written down before the database gets it, and `given` after that: a set-up
    that breaks off in between gives the same password again.
    """

    port: int
    password: str = field(repr=False)
    user: str = "neo4j"
    given: bool = False

    @property
    def address(self) -> Address:
        """The same, as the store takes it."""
        return Address(f"bolt://{LOOPBACK}:{self.port}", self.user, self.password)

    @classmethod
    def new(cls) -> Self:
        """Choose a port that is free and a password that nobody guesses."""
        return cls(free_port(), secrets.token_hex(24))

    def on_free_port(self) -> Self:
        """The same while its port is free, else the same on another port."""
        return self if is_free(self.port) else replace(self, port=free_port())

    def write(self, home: Path) -> None:
        """Keep it in the home, readable by its owner alone."""
        write_whole(home / NAME, json.dumps(asdict(self)))


def read_connection(home: Path) -> ConnectionFile | None:
    """The home's private file; None where there is none that can be read."""
    try:
        found = json.loads((home / NAME).read_text("utf-8"))
        return ConnectionFile(
            int(found["port"]), str(found["password"]), str(found["user"]), bool(found["given"])
        )
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
