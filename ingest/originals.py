"""The originals of reports, each kept under the SHA-256 of its bytes."""

import hashlib
import os
import tempfile
from pathlib import Path


class Originals:
    """A folder of files named after their content; what is there is whole and never changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their SHA-256; on disk before it returns, or not at all."""
        digest = hashlib.sha256(data).hexdigest()
        target = self.path(digest)
        if target.exists():
            return digest
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(prefix=".new-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _sync(target.parent)
        return digest

    def path(self, digest: str) -> Path:
        """Return where the original of this SHA-256 is, or would be."""
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise ValueError(f"{digest!r} is no SHA-256 in hexadecimal")
        return self._folder / digest[:2] / digest

    def has(self, digest: str) -> bool:
        """Say whether the original of this SHA-256 is kept."""
        return self.path(digest).is_file()

    def open(self, digest: str) -> bytes:
        """Return the original's bytes; raises FileNotFoundError where it is not kept."""
        return self.path(digest).read_bytes()


def _sync(folder: Path) -> None:
    """Make a new name in a folder outlast a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
