"""Markdown: text with marks that say how it looks, which are no part of the words."""

import re

from ingest.readers.ask import Ask
from ingest.readers.plain import decoded
from ingest.words import Words

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.M)
_RULE = re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,}$", re.M)
_TABLE_RULE = re.compile(
    r"^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*\n?", re.M
)
_TABLE_ROW = re.compile(r"^[ \t]*\|(.*)\|[ \t]*$", re.M)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=\S)\*(?![\w*])")
_LINK = re.compile(r"!?\[([^\]\n]{0,500})\]\((<?[^)\s]{0,2000}>?)\)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~).*\n?", re.M)


def read_markdown(data: bytes, ask: Ask) -> Words:
    """Read Markdown; its first heading is the title, cells of a table are parted by tabs."""
    text = decoded(data).replace("\r\n", "\n")
    heading = _HEADING.search(text)
    return Words((without_marks(text),), title=heading[1] if heading else None)


def without_marks(text: str) -> str:
    """Take the marks of headings, emphasis, links, code and tables away; the words stay."""
    text = _FENCE.sub("", text)
    text = _RULE.sub("", text)
    text = _TABLE_RULE.sub("", text)
    text = _TABLE_ROW.sub(_row, text)
    text = _HEADING.sub(r"\1", text)
    text = _LINK.sub(_link, text)
    return _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text))


def _row(match: re.Match[str]) -> str:
    return "\t".join(cell.strip() for cell in match[1].split("|"))


def _link(match: re.Match[str]) -> str:
    label, address = match[1], match[2].strip("<>")
    return label if address in ("", label) else f"{label} {address}".strip()
