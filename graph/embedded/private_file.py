"""Files that are there whole or not at all, and that only their owner reads."""

import os
import tempfile
from pathlib import Path


def private_folder(folder: Path) -> Path:
    """Make a folder that only its owner can enter."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def write_whole(file: Path, text: str, *, mode: int = 0o600) -> None:
    """Write a file so that a crash leaves the old one or the new one, never a part of it."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
