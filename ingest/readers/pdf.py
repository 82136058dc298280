"""PDF: the text of each page; pages that are pictures by recognition of their text."""

import re
import struct
import tempfile
import zlib
from collections.abc import Iterator

from kreuzberg import PdfPageIterator

from ingest import media
from ingest.errors import NoRecognition
from ingest.readers.ask import Ask
from ingest.readers.engine import extract
from ingest.readers.recognition import recognise
from ingest.words import Words

DOTS_PER_INCH = 200
# A page with fewer letters than this may be a scan that carries a stamp of its scanner.
_FEW_LETTERS = 40
_PNG = b"\x89PNG\r\n\x1a\n"
# One colour, the zero that repeats it, and the numbers of PNG's filters.
_COLOURS_OF_NOTHING = 8
_LETTER = re.compile(r"[^\W_]")


def read_pdf(data: bytes, ask: Ask) -> Words:
    """Read a PDF page by page.

    The pages are taken one by one and not from the library's whole text, which repeats words
    where a document mixes written and scanned pages.
    """
    result = extract(data, media.PDF)
    pages = [page["content"] for page in result.pages or ()] or [result.content]
    scanned = {number for number, text in enumerate(pages) if _letters(text) < _FEW_LETTERS}
    for number, picture in _pictures(data, scanned):
        text = _recognised(picture, pages[number], ask)
        if _letters(text) > _letters(pages[number]):
            pages[number] = text
    return Words(tuple(pages), title=_title(result.metadata), paged=True, wrapped=True)


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))


def _recognised(picture: bytes, text: str, ask: Ask) -> str:
    """Return the text in a page's picture; without tesseract its own, where it has any."""
    try:
        return recognise(picture, ask.language)
    except NoRecognition:
        if _letters(text):
            return text
        raise


def _pictures(data: bytes, numbers: set[int]) -> Iterator[tuple[int, bytes]]:
    """Draw the pages of these numbers (counted from 0) as PNG, leaving out blank ones."""
    if not numbers:
        return
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        with PdfPageIterator(file.name, dpi=DOTS_PER_INCH) as drawn:
            for number, picture in drawn:
                if number in numbers and not is_blank(bytes(picture)):
                    yield number, bytes(picture)


def is_blank(picture: bytes) -> bool:
    """Tell whether a PNG is of one colour: its rows then hold next to no different bytes."""
    packed, at = bytearray(), len(_PNG)
    while at + 8 <= len(picture):
        size, kind = struct.unpack_from(">I4s", picture, at)
        if kind == b"IDAT":
            packed += picture[at + 8 : at + 8 + size]
        at += size + 12
    return len(set(zlib.decompress(packed))) <= _COLOURS_OF_NOTHING


def _title(metadata: object) -> str | None:
    title = metadata.get("title") if isinstance(metadata, dict) else None
    return title if isinstance(title, str) and not _is_machine_made(title) else None


def _is_machine_made(title: str) -> bool:
    """Tell titles that a program gave: untitled, or the name of the file it printed."""
    plain = title.strip().lower()
    return (
        plain in ("", "untitled", "(anonymous)", "anonymous")
        or plain.startswith("microsoft word - ")
        or bool(re.fullmatch(r"\S+\.(?:docx?|xlsx?|pdf|odt|rtf)", plain))
    )
