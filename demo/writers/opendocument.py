"""OpenDocument text."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, P

from demo.writers.archive import settle


def write_odt(
    path: Path, title: str, paragraphs: Sequence[str], *, rows: Sequence[Sequence[str]] = ()
) -> None:
    """Write an OpenDocument text with a heading, paragraphs and perhaps a table."""
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=title))
    for paragraph in paragraphs:
        document.text.addElement(P(text=paragraph))
    if rows:
        table = Table(name="Table1")
        for row in rows:
            line = TableRow()
            for words in row:
                cell = TableCell(valuetype="string")
                cell.addElement(P(text=words))
                line.addElement(cell)
            table.addElement(line)
        document.text.addElement(table)
    # odfpy declares the namespaces it has met until then: a first save meets them all.
    document.save(BytesIO())
    document.save(str(path))
    settle(path)
