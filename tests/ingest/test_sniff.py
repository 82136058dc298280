"""The kind of a file is told from its content."""

from pathlib import Path

import pytest

from demo.writers import SCANS, WRITERS
from ingest import media
from ingest.errors import Empty, UnknownFormat
from ingest.limits import Limits
from ingest.readers.ask import Ask
from ingest.readers.eml import read_eml
from ingest.sniff import sniff

ROOT = Path(__file__).parents[2]

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


MAILS = {
    "plain": b"From: a@x\r\nTo: b@x\r\n\r\nXin",
    "bare-line-ends": b"From: a@x\nTo: b@x\n\nXin",
    "value-on-the-next-line": b"To:\r\n b@x\r\nDate: Thu, 1 Aug 2024 09:05:00 +0700\r\n\r\nXin",
    "folded-with-a-tab": b"Received: by x\r\n\tfor b@x\r\nSubject: Tin\r\n\r\nXin",
    "no-blank-behind-the-colon": b"From:a@x\r\nSubject:Tin\r\n\r\nXin",
    "nothing-behind-the-colon": b"Subject:\r\nX-Empty:\r\nFrom: a@x\r\n\r\nXin",
    "letters-beyond-ascii": "From: Nguyễn Văn Hùng <a@x>\r\nTo: b@x\r\n\r\nXin".encode(),
    "in-capitals": b"FROM: a@x\r\nDATE: Thu, 1 Aug 2024 09:05:00 +0700\r\n\r\nXin",
    "long-headers-first": b"X-Seal: %b\r\nFrom: a@x\r\nTo: b@x\r\n\r\nXin"
    % b"\r\n ".join([b"s" * 70] * 80),
    "byte-order-mark": b"\xef\xbb\xbfFrom: a@x\r\nTo: b@x\r\n\r\nXin",
    "two-bytes-a-letter": "From: a@x\r\nTo: b@x\r\n\r\nXin".encode("utf-16"),
}
NO_MAILS = {
    "one-known-field": b"Subject: Tin\nHung: x\n\nXin",
    "fields-below-the-text": b"Xin\nFrom: a@x\nTo: b@x\n",
    "begins-with-a-blank": b" From: a@x\nTo: b@x\n\nXin",
    "blank-in-a-name": b"From whom: a@x\nTo: b@x\nDate: 1\n",
}


@pytest.mark.parametrize("data", MAILS.values(), ids=MAILS.keys())
def test_a_mail_is_known_by_its_header_in_all_its_forms(data: bytes) -> None:
    assert sniff(data, "a.txt") == media.EML
    words = read_eml(data, Ask("a.txt", media.EML, Limits())).parts[0]
    header, _, body = words.partition("\n\n")
    assert body == "Xin"
    assert header


@pytest.mark.parametrize("data", NO_MAILS.values(), ids=NO_MAILS.keys())
def test_a_text_with_a_colon_is_no_mail(data: bytes) -> None:
    assert sniff(data, "a.eml") == media.TEXT


def test_a_mail_of_the_case_file_brings_its_attachment() -> None:
    data = (ROOT / "demo" / "case" / "09-note-liaison-khamphone.eml").read_bytes()
    assert sniff(data, "note.eml") == media.EML
    words = read_eml(data, Ask("note.eml", media.EML, Limits()))
    assert len(words.attachments) == 1
    assert "To: Cellule traite des êtres humains <cellule.teh@vidu.example>" in words.parts[0]
