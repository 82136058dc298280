"""Sheets: workbooks and comma-separated values."""

import csv
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from demo.writers.archive import settle


def write_xlsx(
    path: Path, title: str, paragraphs: Sequence[str], *, rows: Sequence[Sequence[str]] = ()
) -> None:
    """Write a workbook: the title and paragraphs above the table of the first sheet."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Sheet1"
    for row in table(title, paragraphs, rows):
        sheet.append(row)
    workbook.save(str(path))
    settle(path)


def write_csv(
    path: Path, title: str, paragraphs: Sequence[str], *, rows: Sequence[Sequence[str]] = ()
) -> None:
    """Write comma-separated values in UTF-8, the title and paragraphs above the table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(table(title, paragraphs, rows))


def table(title: str, paragraphs: Sequence[str], rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Put title and paragraphs in the first column, one a row, and the rows below them."""
    return [[title], *([paragraph] for paragraph in paragraphs), *map(list, rows)]
