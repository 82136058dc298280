"""The kind of a file is told from its content."""

from pathlib import Path

import pytest

from demo.writers import SCANS, WRITERS
from ingest import media
from ingest.errors import Empty, UnknownFormat
from ingest.sniff import sniff

EXPECTED = {
    "txt": media.TEXT,
    "txt-bom": media.TEXT,
    "txt-utf16": media.TEXT,
    "txt-windows-1258": media.TEXT,
    "md": media.MARKDOWN,
    "html": media.HTML,
    "rtf": media.RTF,
    "pdf": media.PDF,
    "docx": media.DOCX,
    "odt": media.ODT,
    "eml": media.EML,
    "msg": media.MSG,
    "xlsx": media.XLSX,
    "csv": media.CSV,
    "png": media.PNG,
    "jpg": media.JPEG,
    "scanned-pdf": media.PDF,
}
# Told from one another by the name alone: their content is text.
BY_NAME = {"md", "csv"}


@pytest.mark.parametrize("format_", sorted(WRITERS))
def test_a_format_is_known_by_its_content(format_: str, tmp_path: Path) -> None:
    suffix, write = WRITERS[format_]
    path = tmp_path / f"report{suffix}"
    write(path, "Báo cáo", ("Hùng gọi Lan.",))
    data = path.read_bytes()
    assert sniff(data, path.name) == EXPECTED[format_]
    wrong = ".jpg" if format_ not in SCANS else ".docx"
    expected = media.TEXT if format_ in BY_NAME else EXPECTED[format_]
    assert sniff(data, f"report{wrong}") == expected


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"MZ\x90\x00" + bytes(range(256)), "Windows program"),
        (b"\x7fELF\x02\x01" + bytes(100), "Linux program"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(range(200)), "RAR archive; unpack it first"),
        (b"\x00\x00\x00 ftypmp42" + bytes(range(200)), "video or a HEIC picture"),
        (bytes(range(128, 256)) * 9 + b"\x00", "format is unknown"),
    ],
)
def test_what_is_not_read_is_called_by_its_name(data: bytes, what: str) -> None:
    with pytest.raises(UnknownFormat, match=what):
        sniff(data, "note.txt")


def test_a_text_may_begin_with_the_letters_of_a_program() -> None:
    assert sniff("MZ là chữ đầu của ghi chú này".encode(), "a.txt") == media.TEXT


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\0" * 40])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(Empty):
        sniff(data, "a.txt")
