"""Workbooks: sheet by sheet, a row a line, its cells parted by tabs."""

from collections.abc import Iterator
from typing import Any

from ingest import media
from ingest.readers.ask import Ask
from ingest.readers.csv import line
from ingest.readers.engine import extract
from ingest.readers.package import check_unpacked
from ingest.words import Words

_MIDNIGHT = " 00:00:00"


def read_xlsx(data: bytes, ask: Ask) -> Words:
    """Read a workbook; the names of its sheets stand above their rows where there are several."""
    check_unpacked(data, ask.limits)
    result = extract(data, media.XLSX)
    document: Any = result.document
    nodes = [node["content"] for node in document["nodes"]] if document else []
    several = sum(node["node_type"] == "heading" for node in nodes) > 1
    lines = [text for node in nodes for text in _lines(node, several)]
    title = result.metadata.get("title")
    return Words(("\n".join(lines),), title=title if isinstance(title, str) else None)


def _lines(node: dict[str, Any], several: bool) -> Iterator[str]:
    if node["node_type"] == "table":
        yield from _rows(node["grid"])
    elif (node["node_type"] == "heading" and several) or node["node_type"] == "paragraph":
        yield node["text"]


def _rows(grid: dict[str, Any]) -> Iterator[str]:
    rows: list[list[str]] = [[""] * grid["cols"] for _ in range(grid["rows"])]
    for cell in grid["cells"]:
        # A day is a moment at midnight to a workbook.
        rows[cell["row"]][cell["col"]] = cell["content"].removesuffix(_MIDNIGHT)
    for row in rows:
        text = line(row)
        if text:
            yield text
