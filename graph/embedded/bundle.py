"""A folder that brings Neo4j's parts to a machine without network."""

import shutil
from pathlib import Path

from graph.embedded.errors import FolderUnusable
from graph.embedded.jars import Lock, own_lock
from graph.embedded.parts import Progress, damaged_parts, fetch_parts, parts_folder
from graph.embedded.private_file import write_whole
from graph.embedded.stamp import Stamp

README = """\
Neo4j's parts for filrouge, each checked against its SHA-256.

Copy this folder to the machine without network and name its folder `parts` there before filrouge
is called:

    export FILROUGE_PARTS=/where/you/copied/it/parts
    filrouge db start

The folder may stand on a medium that cannot be written, and several users may share it.
Neo4j Community is under the GPL-3.0.
"""


def make_bundle(
    parts: Path, folder: Path, progress: Progress | None = None, *, lock: Lock | None = None
) -> Path:
    """Copy this machine's parts, fetched where they are missing, into a folder to carry along.

    Answers the folder that FILROUGE_PARTS is to name. What is there and whole stays, so that a
    copy that was broken off goes on. Raises PartsUnavailable and FolderUnusable.
    """
    lock = lock or own_lock()
    fetched = fetch_parts(parts, progress, lock=lock)
    bundled = folder / "parts"
    try:
        target = parts_folder(bundled, lock)
        target.mkdir(parents=True, exist_ok=True)
        for name in damaged_parts(bundled, lock):
            shutil.copyfile(fetched / name, target / name)
        if damaged := damaged_parts(bundled, lock):
            raise FolderUnusable(folder, f"what was copied there is damaged: {damaged[0]}")
        Stamp.of(target, lock).write(target)
        write_whole(folder / "README.txt", README, mode=0o644)
    except OSError as error:
        raise FolderUnusable(folder, error.strerror or str(error)) from error
    return bundled
