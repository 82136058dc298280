"""Formats that are text all through: plain text in four encodings, Markdown, HTML, RTF."""

import html
import unicodedata
from collections.abc import Sequence
from pathlib import Path

# The five tone marks, which windows-1258 writes behind the vowel as characters of their own.
TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")


def lines(title: str, paragraphs: Sequence[str]) -> str:
    """Join title and paragraphs with blank lines, as one would type them."""
    return "\n\n".join((title, *paragraphs)) + "\n"


def write_txt(path: Path, title: str, paragraphs: Sequence[str]) -> None:
    """Write UTF-8 without a byte order mark."""
    path.write_bytes(lines(title, paragraphs).encode("utf-8"))


def write_txt_bom(path: Path, title: str, paragraphs: Sequence[str]) -> None:
    """Write UTF-8 with a byte order mark and Windows line ends, as Notepad did."""
    path.write_bytes(lines(title, paragraphs).replace("\n", "\r\n").encode("utf-8-sig"))


def write_txt_utf16(path: Path, title: str, paragraphs: Sequence[str]) -> None:
    """Write UTF-16, little-endian with its mark: what Notepad calls Unicode."""
    text = lines(title, paragraphs).replace("\n", "\r\n")
    path.write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))


def write_txt_windows_1258(path: Path, title: str, paragraphs: Sequence[str]) -> None:
    """Write the code page of older Vietnamese Windows, tone marks combining."""
    text = lines(title, paragraphs).replace("\n", "\r\n")
    path.write_bytes(for_windows_1258(text).encode("cp1258"))


def for_windows_1258(text: str) -> str:
    """Spell Vietnamese as windows-1258 must: base letter with its hat or horn, then the tone."""
    spelled = []
    for letter in unicodedata.normalize("NFC", text):
        marks = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in marks if mark in TONE_MARKS)
        base = "".join(mark for mark in marks if mark not in TONE_MARKS)
        spelled.append(unicodedata.normalize("NFC", base) + tones)
    return "".join(spelled)


def write_md(
    path: Path, title: str, paragraphs: Sequence[str], *, rows: Sequence[Sequence[str]] = ()
) -> None:
    """Write Markdown: a heading, paragraphs, and a table when rows are given."""
    blocks = [f"# {title}", *paragraphs]
    if rows:
        table = [list(rows[0]), ["---"] * len(rows[0]), *map(list, rows[1:])]
        blocks.append("\n".join("| " + " | ".join(row) + " |" for row in table))
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def html_page(title: str, paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> str:
    """Draw one page of HTML with its title, paragraphs and perhaps a table."""
    body = [f"<h1>{html.escape(title)}</h1>"]
    body += [f"<p>{html.escape(text).replace(chr(10), '<br>')}</p>" for text in paragraphs]
    if rows:
        cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
        body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        "<style>body { font-family: sans-serif }</style></head>\n<body>\n"
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def write_html(
    path: Path, title: str, paragraphs: Sequence[str], *, rows: Sequence[Sequence[str]] = ()
) -> None:
    """Write a page as a browser would save it."""
    path.write_text(html_page(title, paragraphs, rows), encoding="utf-8")


def write_rtf(path: Path, title: str, paragraphs: Sequence[str]) -> None:
    r"""Write rich text; letters beyond ASCII become ``\uN?`` escapes."""
    head = (
        r"{\rtf1\ansi\ansicpg1252\deff0\uc1"
        r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}"
        rf"{{\info{{\title {_rtf(title)}}}}}"
    )
    body = [rf"\pard\qc\b\fs32 {_rtf(title)}\b0\par", r"\pard\fs26"]
    body += [rf"\pard\sa120 {_rtf(paragraph)}\par" for paragraph in paragraphs]
    path.write_bytes((head + "\n" + "\n".join(body) + "\n}\n").encode("ascii"))


def _rtf(text: str) -> str:
    return "".join(map(_rtf_letter, text))


def _rtf_letter(letter: str) -> str:
    if letter in "\\{}":
        return "\\" + letter
    if letter == "\n":
        return "\\line "
    if ord(letter) < 128:
        return letter
    units = letter.encode("utf-16-le")
    numbers = (
        int.from_bytes(units[n : n + 2], "little", signed=True) for n in range(0, len(units), 2)
    )
    return "".join(f"\\u{number}?" for number in numbers)
