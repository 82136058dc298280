"""Word documents."""

from collections.abc import Sequence
from pathlib import Path

import docx

from demo.writers.archive import settle


def write_docx(
    path: Path, title: str, paragraphs: Sequence[str], *, rows: Sequence[Sequence[str]] = ()
) -> None:
    """Write a Word document with a heading, paragraphs and perhaps a table."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    document.add_heading(title, level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for line, row in zip(table.rows, rows, strict=True):
            for cell, words in zip(line.cells, row, strict=True):
                cell.text = words
    document.save(str(path))
    settle(path)
