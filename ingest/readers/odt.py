"""OpenDocument texts: headers, body and notes, with the blanks that elements stand for."""

import re

from ingest.errors import Damaged
from ingest.readers.ask import Ask
from ingest.readers.blocks import Blocks
from ingest.readers.package import opened, title_in
from ingest.words import Words

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

_PARAGRAPHS = {_TEXT + "p", _TEXT + "h"}
_LEFT_OUT = {_TEXT + "tracked-changes", _TEXT + "note-citation", _OFFICE + "annotation"}
_ASIDES = {_TEXT + "note", _DRAW + "text-box"}
_SIGNS = {_TEXT + "tab": "\t", _TEXT + "line-break": "\n"}
_BLANKS = re.compile(r"\s+")
_MOST_BLANKS = 1000


def read_odt(data: bytes, ask: Ask) -> Words:
    """Read an OpenDocument text as it stands with its changes accepted."""
    with opened(data, ask.limits) as package:
        if "content.xml" not in package.names:
            raise Damaged("it has no text part (content.xml)")
        title = title_in(package, "meta.xml")
        texts = []
        for name, within in (("styles.xml", _STYLE + "header"), ("content.xml", _OFFICE + "body")):
            if name in package.names:
                target = OdtTarget(within)
                package.parse(name, target)
                texts.append(target.blocks.text())
    return Words(("\n".join(filter(None, texts)),), title=title)


class OdtTarget:
    """Gathers the paragraphs and tables that stand within one kind of element."""

    def __init__(self, within: str) -> None:
        self.blocks = Blocks()
        self._within = within
        self._inside = 0
        self._skipped = 0
        self._paragraphs = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._skipped or tag in _LEFT_OUT:
            self._skipped += 1
            return
        if tag == self._within:
            self._inside += 1
        if not self._inside:
            return
        if tag in _PARAGRAPHS:
            self._paragraphs += 1
        elif tag in _SIGNS:
            self.blocks.add(_SIGNS[tag])
        elif tag == _TEXT + "s":
            self.blocks.add(" " * _count(attributes.get(_TEXT + "c", "1")))
        elif tag == _TABLE + "table-row":
            self.blocks.begin_row()
        elif tag == _TABLE + "table-cell":
            self.blocks.begin_cell()
        elif tag in _ASIDES:
            self.blocks.begin_aside()

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        if not self._inside:
            return
        if tag == self._within:
            self._inside -= 1
        elif tag in _PARAGRAPHS:
            self._paragraphs -= 1
            self.blocks.end_paragraph()
        elif tag == _TABLE + "table-cell":
            self.blocks.end_cell()
        elif tag == _TABLE + "table-row":
            self.blocks.end_row()
        elif tag in _ASIDES:
            self.blocks.end_aside()

    def data(self, characters: str) -> None:
        if self._inside and self._paragraphs and not self._skipped:
            self.blocks.add(_BLANKS.sub(" ", characters))


def _count(written: str) -> int:
    return min(int(written), _MOST_BLANKS) if written.isascii() and written.isdigit() else 1
