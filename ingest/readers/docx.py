"""Word documents: headers, body, notes and footers, with the blanks that tabs stand for."""

import re

from ingest.errors import Damaged
from ingest.readers.ask import Ask
from ingest.readers.blocks import Blocks
from ingest.readers.package import Package, opened, title_in
from ingest.words import Words

_NAMESPACES = {
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_BODY = "word/document.xml"
_ORDER = ("header", "document", "footnotes", "endnotes", "footer", "comments")
_PART = re.compile(
    r"word/(header|footer)\d*\.xml$|word/(document|footnotes|endnotes|comments)\.xml$"
)

# Elements that stand for a character.
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
# What was deleted or moved away, tab stops, and the second telling of a drawing.
_LEFT_OUT = {"del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "Fallback"}


def read_docx(data: bytes, ask: Ask) -> Words:
    """Read a Word document as it stands with its changes accepted."""
    with opened(data, ask.limits) as package:
        if _BODY not in package.names:
            raise Damaged("it has no text part (word/document.xml)")
        title = title_in(package, "docProps/core.xml")
        texts = [_part_text(package, name) for name in _parts(package.names)]
    return Words(("\n".join(dict.fromkeys(filter(None, texts))),), title=title)


def _parts(names: list[str]) -> list[str]:
    found = {name: match for name in names if (match := _PART.match(name))}
    return sorted(found, key=lambda name: (_ORDER.index(found[name][1] or found[name][2]), name))


def _part_text(package: Package, name: str) -> str:
    target = DocxTarget()
    package.parse(name, target)
    return target.blocks.text()


class DocxTarget:
    """Gathers the paragraphs and tables of one part of a Word document."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self._skipped = 0
        self._in_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _own(tag)
        if self._skipped or name in _LEFT_OUT:
            self._skipped += 1
            return
        if name == "t":
            self._in_text = True
        elif name in _SIGNS:
            self.blocks.add(_SIGNS[name])
        elif name == "tr":
            self.blocks.begin_row()
        elif name == "tc":
            self.blocks.begin_cell()
        elif name == "txbxContent":
            self.blocks.begin_aside()

    def end(self, tag: str) -> None:
        name = _own(tag)
        if self._skipped:
            self._skipped -= 1
            return
        if name == "t":
            self._in_text = False
        elif name == "p":
            self.blocks.end_paragraph()
        elif name == "tc":
            self.blocks.end_cell()
        elif name == "tr":
            self.blocks.end_row()
        elif name == "txbxContent":
            self.blocks.end_aside()

    def data(self, characters: str) -> None:
        if self._in_text and not self._skipped:
            self.blocks.add(characters)


def _own(tag: str) -> str:
    """Return the name of one of Word's own elements, and nothing for those of other kinds."""
    namespace, _, name = tag.rpartition("}")
    return name if namespace in _NAMESPACES else ""
