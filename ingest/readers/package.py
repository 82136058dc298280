"""Packed formats: a zip whose parts are XML, read part by part within the limits."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol
from xml.etree.ElementTree import ParseError, XMLParser

from ingest.errors import CUT_OFF, Damaged, TooLarge
from ingest.limits import Limits, megabytes

_CHUNK = 1 << 16


class Target(Protocol):
    """What is told of the elements and characters of an XML part, in their order."""

    def start(self, tag: str, attributes: dict[str, str]) -> None: ...
    def end(self, tag: str) -> None: ...
    def data(self, characters: str) -> None: ...


class Package:
    """The parts of an opened package."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._left = limits.unpacked
        self._limit = limits.unpacked
        self.names = archive.namelist()

    def parse(self, name: str, target: Target) -> None:
        """Read one XML part; raises Damaged, or TooLarge where all parts read are too much."""
        parser = XMLParser(target=target)  # noqa: S314 -- expat bounds entities; limits hold
        try:
            with self._archive.open(name) as member:
                while chunk := member.read(_CHUNK):
                    self._take(len(chunk))
                    parser.feed(chunk)
            parser.close()
        except (ParseError, zipfile.BadZipFile, zlib.error, EOFError, KeyError) as error:
            raise Damaged(f"its part {name} is cut off or broken ({error})") from error

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise TooLarge(f"it unpacks to more than {megabytes(self._limit)}, which is the limit")


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[Package]:
    """Open a package; raises Damaged where it is none."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Damaged(CUT_OFF) from error
    with archive:
        yield Package(archive, limits)


def check_unpacked(data: bytes, limits: Limits) -> None:
    """Raise TooLarge where a package says itself that it unpacks to more than the limit."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        total = sum(
            m.file_size for m in archive.infolist() if m.filename.endswith((".xml", ".rels"))
        )
    if total > limits.unpacked:
        raise TooLarge(
            f"it unpacks to {megabytes(total)}; the limit is {megabytes(limits.unpacked)}"
        )


class TitleTarget:
    """Finds the title among a document's properties."""

    def __init__(self) -> None:
        self._inside = False
        self._words: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._inside = tag.endswith("}title")

    def end(self, tag: str) -> None:
        self._inside = False

    def data(self, characters: str) -> None:
        if self._inside:
            self._words.append(characters)

    @property
    def title(self) -> str | None:
        return "".join(self._words).strip() or None


def title_in(package: Package, name: str) -> str | None:
    """Return the title that a part of properties gives, if any."""
    if name not in package.names:
        return None
    target = TitleTarget()
    package.parse(name, target)
    return target.title
