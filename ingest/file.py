"""A file on disk: checked before it is opened, named after its content."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.keys import key
from ingest import media
from ingest.errors import Empty, TooLarge, Unreadable
from ingest.limits import Limits, megabytes
from ingest.sniff import looks_like_mail, promised

_CHUNK = 1 << 20
_MAILS = frozenset({media.EML, media.MSG})


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is known of a file before it is read: its SHA-256, and whether it is a mail."""

    digest: str
    mail: bool

    @property
    def report(self) -> str:
        """The id of its report."""
        return report_id(self.digest)


def report_id(digest: str) -> str:
    """Name a report after the SHA-256 of its original."""
    return key("report", digest)


def take_fingerprint(path: Path, limits: Limits) -> Fingerprint:
    """Read a file through once; raises Unreadable, Empty or TooLarge."""
    digest, head = hashlib.sha256(), b""
    try:
        with _opened(path, limits) as file:
            while chunk := file.read(_CHUNK):
                head = head or chunk
                digest.update(chunk)
    except OSError as error:
        raise Unreadable(_why(error)) from error
    return Fingerprint(digest.hexdigest(), looks_like_a_mail(path.name, head))


def looks_like_a_mail(name: str, head: bytes) -> bool:
    """Tell by the name and the first bytes whether a file may bring attachments."""
    return promised(name) in _MAILS or looks_like_mail(head)


def read_bytes(path: Path, limits: Limits) -> bytes:
    """Return a file's bytes; raises Unreadable, Empty or TooLarge."""
    try:
        with _opened(path, limits) as file:
            data = file.read(limits.size + 1)
    except OSError as error:
        raise Unreadable(_why(error)) from error
    if len(data) > limits.size:  # it grew since it was measured
        raise TooLarge(_too_large(len(data), limits))
    return data


def _opened(path: Path, limits: Limits) -> BinaryIO:
    # Opened without waiting: a pipe in the folder would block for ever.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    found = os.fstat(descriptor)
    try:
        _check(found, limits)
    except BaseException:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def _check(found: os.stat_result, limits: Limits) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise Unreadable("the folder may not be listed")
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable("it is no ordinary file")
    if found.st_size == 0:
        raise Empty("the file is empty")
    if found.st_size > limits.size:
        raise TooLarge(_too_large(found.st_size, limits))


def _too_large(size: int, limits: Limits) -> str:
    return f"it has {megabytes(size)}; the limit is {megabytes(limits.size)}"


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "the file may not be read: its permissions forbid it"
    return f"the file cannot be read: {error.strerror or error}"
