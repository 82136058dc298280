"""The readers: one a media type, each from bytes to words. They run in a process of their own."""

from collections.abc import Callable
from types import MappingProxyType

from ingest import media
from ingest.readers.ask import Ask
from ingest.readers.csv import read_csv
from ingest.readers.docx import read_docx
from ingest.readers.eml import read_eml
from ingest.readers.html import read_html
from ingest.readers.image import read_image
from ingest.readers.markdown import read_markdown
from ingest.readers.msg import read_msg
from ingest.readers.odt import read_odt
from ingest.readers.pdf import read_pdf
from ingest.readers.plain import read_plain
from ingest.readers.rtf import read_rtf
from ingest.readers.xlsx import read_xlsx
from ingest.words import Words

Reader = Callable[[bytes, Ask], Words]

READERS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        media.TEXT: read_plain,
        media.MARKDOWN: read_markdown,
        media.HTML: read_html,
        media.CSV: read_csv,
        media.RTF: read_rtf,
        media.PDF: read_pdf,
        media.DOCX: read_docx,
        media.XLSX: read_xlsx,
        media.ODT: read_odt,
        media.EML: read_eml,
        media.MSG: read_msg,
        media.PNG: read_image,
        media.JPEG: read_image,
        media.TIFF: read_image,
        media.GIF: read_image,
        media.BMP: read_image,
        media.WEBP: read_image,
    }
)

__all__ = ["READERS", "Ask", "Reader"]
