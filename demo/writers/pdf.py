"""PDF with a text layer, its font embedded."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from demo.writers.fonts import Face, font_file


def write_pdf(
    path: Path,
    title: str,
    paragraphs: Sequence[str],
    *,
    rows: Sequence[Sequence[str]] = (),
    face: Face = "DejaVuSerif",
) -> None:
    """Set the words on A4 pages, with a table at the end when rows are given."""
    # Registered anew each time: a font object remembers the letters of the last file it was in.
    pdfmetrics.registerFont(TTFont(face, str(font_file(face))))
    body = ParagraphStyle("body", fontName=face, fontSize=11, leading=16, spaceAfter=8)
    head = ParagraphStyle("head", parent=body, fontSize=15, leading=20, spaceAfter=12)
    story = [Paragraph(escape(title), head)]
    story += [Paragraph(escape(text).replace("\n", "<br/>"), body) for text in paragraphs]
    if rows:
        cells = [[Paragraph(escape(cell), body) for cell in row] for row in rows]
        story += [Spacer(1, 6 * mm), Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])]
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 22 * mm)
    SimpleDocTemplate(str(path), pagesize=A4, title=title, invariant=1, **margins).build(story)
