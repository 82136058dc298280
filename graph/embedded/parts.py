"""The server's jars on this machine: fetched once, each checked against its SHA-256."""

import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from graph.embedded.errors import FolderUnusable
from graph.embedded.jars import Jar, Lock, own_lock
from graph.embedded.stamp import Stamp, read_stamp, remove_stamp

if TYPE_CHECKING:
    from graph.embedded.repository import Repository

THREADS = 16
Progress = Callable[[int, int, int], None]
"""Called with how many jars are there, how many there are to be, and their bytes so far."""


def parts_folder(parts: Path, lock: Lock | None = None) -> Path:
    """The folder of one lock's jars, apart from those of other versions."""
    return parts / f"neo4j-{(lock or own_lock()).digest[:12]}"


def parts_complete(parts: Path, lock: Lock | None = None) -> bool:
    """Say, within milliseconds, whether every jar is there in its full length."""
    lock = lock or own_lock()
    folder = parts_folder(parts, lock)
    stamp = read_stamp(folder)
    return stamp is not None and stamp.holds(folder, lock)


def fetch_parts(
    parts: Path,
    progress: Progress | None = None,
    *,
    lock: Lock | None = None,
    repositories: Mapping[str, str] | None = None,
) -> Path:
    """Bring every jar of the lock into the parts folder and answer the folder they are in.

    What is there and whole stays; each other jar is fetched beside it, checked, and moved in.
    Repositories are those of jgo's own settings unless they are given.

    Raises PartsUnavailable, naming the jar, when one cannot be had or is not what the lock says,
    and FolderUnusable.
    """
    lock = lock or own_lock()
    folder = parts_folder(parts, lock)
    if parts_complete(parts, lock):
        return folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".lock").touch()
    except OSError as error:
        raise FolderUnusable(parts, error.strerror or str(error)) from error
    with FileLock(folder / ".lock"):
        if not parts_complete(parts, lock):
            _complete(folder, lock, progress or _silent, repositories)
    return folder


def damaged_parts(parts: Path, lock: Lock | None = None) -> tuple[str, ...]:
    """Read every byte of the jars and name those that are missing or have another SHA-256.

    Where any is found the folder no longer counts as complete, so that the next fetch mends it.
    """
    lock = lock or own_lock()
    folder = parts_folder(parts, lock)
    with ThreadPoolExecutor(THREADS) as pool:
        whole = pool.map(lambda jar: jar.is_whole(folder / jar.name), lock.jars)
        damaged = tuple(jar.name for jar, ok in zip(lock.jars, whole, strict=True) if not ok)
    if damaged:
        remove_stamp(folder)
    return damaged


def _complete(
    folder: Path, lock: Lock, progress: Progress, repositories: Mapping[str, str] | None
) -> None:
    # jgo takes a third of a second to load and is needed once in a machine's life.
    from graph.embedded.repository import Repository

    incoming = folder / ".incoming"
    shutil.rmtree(incoming, ignore_errors=True)
    repository = Repository(incoming, folder.parent, repositories)
    done = size = 0
    pool = ThreadPoolExecutor(THREADS)
    try:
        futures = [pool.submit(_bring, jar, folder, repository) for jar in lock.jars]
        for future in as_completed(futures):
            size += future.result()
            done += 1
            progress(done, len(futures), size)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        shutil.rmtree(incoming, ignore_errors=True)
    Stamp.of(folder, lock).write(folder)


def _bring(jar: Jar, folder: Path, repository: "Repository") -> int:
    """Have one jar in the folder, whole; answer its length."""
    file = folder / jar.name
    if not jar.is_whole(file):
        repository.fetch(jar).replace(file)
    return file.stat().st_size


def _silent(_done: int, _total: int, _size: int) -> None:
    """Tell nobody."""
