"""The jars that make up the server, as `jgo.lock.toml` lists them."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of the server, by its Maven coordinates and its SHA-256."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def name(self) -> str:
        """The file's name, as Maven spells it."""
        tail = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{tail}.jar"

    def is_whole(self, file: Path) -> bool:
        """Say whether the file is there and has the SHA-256 that the lock gives."""
        return file.is_file() and sha256_of(file) == self.sha256


@dataclass(frozen=True)
class Lock:
    """The text of a `jgo.lock.toml`; the jars are read out of it when they are asked for."""

    data: bytes

    @cached_property
    def digest(self) -> str:
        """What tells this lock from every other one."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def jars(self) -> tuple[Jar, ...]:
        """Every jar of the lock, in its order."""
        return tuple(
            Jar(
                entry["groupId"],
                entry["artifactId"],
                entry["version"],
                entry.get("classifier", ""),
                entry["sha256"],
            )
            for entry in tomllib.loads(self.data.decode())["dependencies"]
        )


def own_lock() -> Lock:
    """The lock that this version of filrouge comes with."""
    return Lock(files("graph").joinpath("jgo.lock.toml").read_bytes())


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
