"""Tables as text: comma, semicolon or tab separated."""

import csv
import io
from collections import Counter

from ingest.readers.ask import Ask
from ingest.readers.plain import decoded
from ingest.words import Words

_SEPARATORS = ",;\t|"
_FIELD_LIMIT = 10_000_000


def read_csv(data: bytes, ask: Ask) -> Words:
    """Read a table; a row becomes a line, its cells parted by tabs."""
    text = decoded(data)
    csv.field_size_limit(_FIELD_LIMIT)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
    try:
        lines = [line(row) for row in rows]
    except csv.Error:  # a quote that never ends, a zero byte: the text as it stands
        return Words((text,))
    return Words(("\n".join(lines),))


def line(cells: list[str]) -> str:
    """Write a row of cells in one line."""
    return "\t".join(" ".join(cell.split()) for cell in cells).rstrip("\t")


def separator(text: str) -> str:
    """Return the separator that stands equally often in most of the first lines."""
    lines = [row for row in text[:20_000].splitlines() if row.strip()][:30]
    scores = {mark: _agreement([row.count(mark) for row in lines]) for mark in _SEPARATORS}
    return max(_SEPARATORS, key=lambda mark: scores[mark])


def _agreement(counts: list[int]) -> int:
    usual = Counter(count for count in counts if count).most_common(1)
    return usual[0][0] * usual[0][1] if usual else 0
