"""The files of a run: folders walked in the same order every time."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def walk(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield every file once: given ones as given, those of folders sorted, hidden ones skipped.

    Links to folders are followed, but never into a folder that is being walked already. What
    cannot be opened is yielded all the same, so that it fails with its reason.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _below(path, ()):
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _below(path: Path, above: tuple[str, ...]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    real = os.path.realpath(path)
    if real in above:
        return
    try:
        children = sorted(path.iterdir())
    except PermissionError:
        yield path
        return
    for child in children:
        if not child.name.startswith("."):
            yield from _below(child, (*above, real))
