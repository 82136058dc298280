"""Builds the gazetteer from the installed packages: ``python -m nlp_models.gazetteer.build``."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from pathlib import Path

from nlp_models.folding import fold
from nlp_models.gazetteer.gates import border_towns, gates
from nlp_models.gazetteer.place import Named
from nlp_models.gazetteer.table import write
from nlp_models.gazetteer.vietnam import vietnam
from nlp_models.gazetteer.world import rows, world

INSTALLED = Path(str(files("nlp_models"))) / "data" / "places.sqlite"


def build(to: Path) -> int:
    """Build the file of places; it appears whole or not at all. Return the number of places."""
    to.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=to.parent, prefix=to.name, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        count = write(part, chain(vietnam_with_exonyms(), world(), gates(), border_towns()))
        part.chmod(0o644)
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)
    return count


def vietnam_with_exonyms() -> Iterator[Named]:
    """Yield Vietnam's units, those known abroad under further names with these too."""
    more = {
        fold(row["place"]): row["names"].split("|")
        for row in rows("exonyms.csv")
        if row["country"] == "VN"
    }
    for named in vietnam():
        yield named
        if named.place.kind in ("province", "town"):
            folded = fold(named.written)
            for known in (folded, folded.replace(" ", ""), f"{folded} city"):
                for name in more.get(known, ()):
                    yield Named(name, named.place)


def main() -> int:
    """Build the gazetteer where the package looks for it, or at the path given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=INSTALLED, help="the file to write")
    to: Path = parser.parse_args().to
    count = build(to)
    sys.stdout.write(f"{count:,} places in {to}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
