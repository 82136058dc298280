"""The training corpus: invented notes in the gold set's notation, many to a file.

A file ``notes/<language>/<hand>.txt`` is one hand's writing. A line ``=== kind slug`` begins each
note; its text and its annotation follow, parted by a line ``---``, as gold/NOTATION.md says.
``python -m nlp_models.training.corpus [FILE…]`` checks the notes and counts them.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from gold.notation import NotationError, Note, parse

FOLDER = Path(__file__).parent / "notes"
HEAD = re.compile(r"^=== (?P<kind>\w+) (?P<slug>\S+)\n", re.MULTILINE)


def notes(paths: Sequence[Path] = ()) -> Iterator[Note]:
    """Read every note of the corpus; raises NotationError at the first that is not as it should."""
    for path in paths or sorted(FOLDER.glob("*/*.txt")):
        for result in _read(path):
            if isinstance(result, NotationError):
                raise result
            yield result


def _read(path: Path) -> Iterator[Note | NotationError]:
    """Read the notes of one file one by one; what is wrong with one is given in its place."""
    source = path.read_text(encoding="utf-8")
    heads = list(HEAD.finditer(source))
    slugs: Counter[str] = Counter()
    for head, end in zip(heads, [*(h.start() for h in heads[1:]), len(source)], strict=True):
        name = f"{path.parent.name}/{path.stem}/{head['slug']}"
        slugs[head["slug"]] += 1
        header = f"kind: {head['kind']}\nlanguage: {path.parent.name}\nhalf: train\n---\n"
        try:
            if slugs[head["slug"]] > 1:
                raise NotationError(f"{name}: two notes have this slug")
            yield parse(header + source[head.end() : end], name)
        except NotationError as error:
            yield error


def main() -> None:
    """Say what is wrong with which note, then how many there are."""
    paths = [Path(one) for one in sys.argv[1:]] or sorted(FOLDER.glob("*/*.txt"))
    counts: Counter[str] = Counter()
    wrong = 0
    for path in paths:
        for result in _read(path):
            if isinstance(result, NotationError):
                wrong += 1
                sys.stdout.write(f"{result}\n")
            else:
                counts[f"{result.language} {path.stem}"] += 1
    for hand, count in sorted(counts.items()):
        sys.stdout.write(f"{hand}: {count} notes\n")
    sys.stdout.write(f"{counts.total()} notes, {wrong} wrong\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
