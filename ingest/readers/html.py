"""Web pages: what a browser would show, a block a line."""

import re
from html.parser import HTMLParser

from ingest.readers.ask import Ask
from ingest.readers.blocks import Blocks
from ingest.readers.plain import decoded
from ingest.words import Words

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_HIDDEN = frozenset({"script", "style", "template", "noscript", "svg", "math"})
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li"),
        *("main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody"),
        *("tfoot", "thead", "ul"),
    }
)
_CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def read_html(data: bytes, ask: Ask) -> Words:
    """Read a web page in the encoding it names, else in the one its bytes show."""
    return page_words(_page_text(data))


def page_words(page: str) -> Words:
    """Return the words of a page that is text already."""
    parser = PageParser()
    parser.feed(page)
    parser.close()
    return Words((parser.text(),), title=parser.title)


def _page_text(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):  # the page is wrong about itself
            pass
    return decoded(data)


class PageParser(HTMLParser):
    """Gathers the blocks and tables of a page; forgives what browsers forgive."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks = Blocks()
        self._hidden: str | None = None
        self._title: list[str] | None = None
        self._tables: list[str] = []  # for each open table: "", "row" or "cell"
        self._preformatted = 0
        self.title: str | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self._hidden is not None:
            return
        if tag in _HIDDEN:
            self._hidden = tag
        elif tag == "title" and self.title is None:
            self._title = []
        elif tag == "br":
            self._blocks.add("\n")
        elif tag == "table":
            self._blocks.end_paragraph()
            self._tables.append("")
        elif tag == "tr" and self._tables:
            self._end_row()
            self._blocks.begin_row()
            self._tables[-1] = "row"
        elif tag in _CELLS and self._tables:
            self._begin_cell()
        elif tag in _BLOCKS:
            self._blocks.end_paragraph()
        self._preformatted += tag == "pre"

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in _HIDDEN:
            self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden is not None:
            self._hidden = None if tag == self._hidden else self._hidden
        elif tag == "title" and self._title is not None:
            self.title, self._title = " ".join("".join(self._title).split()) or None, None
        elif tag == "table" and self._tables:
            self._end_row()
            self._tables.pop()
        elif tag == "tr" and self._tables:
            self._end_row()
        elif tag in _CELLS and self._tables:
            self._end_cell()
        elif tag in _BLOCKS:
            self._blocks.end_paragraph()
        if tag == "pre" and self._preformatted:
            self._preformatted -= 1

    def handle_data(self, data: str) -> None:
        if self._hidden is not None:
            return
        if self._title is not None:
            self._title.append(data)
            return
        if not self._preformatted:
            data = _BLANKS.sub(" ", data)
            if self._blocks.ends_with_blank:
                data = data.lstrip(" ")
        if data:
            self._blocks.add(data)

    def text(self) -> str:
        """Return the words gathered, closing what the page left open."""
        while self._tables:
            self._end_row()
            self._tables.pop()
        return self._blocks.text()

    def _begin_cell(self) -> None:
        self._end_cell()
        if self._tables[-1] == "":
            self._blocks.begin_row()
        self._blocks.begin_cell()
        self._tables[-1] = "cell"

    def _end_cell(self) -> None:
        if self._tables[-1] == "cell":
            self._blocks.end_cell()
            self._tables[-1] = "row"

    def _end_row(self) -> None:
        self._end_cell()
        if self._tables[-1] == "row":
            self._blocks.end_row()
            self._tables[-1] = ""
