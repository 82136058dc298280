"""The writers that other tests lean on write what they say."""

import unicodedata
from pathlib import Path

import kreuzberg
import pytest

from demo.writers import BROKEN_WRITERS, SCANS, WRITERS, Attachment, write_msg
from demo.writers.compound import Storage, Stream, compound_file
from demo.writers.plain import for_windows_1258

TITLE = "Báo cáo của đồn biên phòng Keng Đu"
PARAGRAPHS = (
    "Vừ Y Giống đi xe khách 37B-013.18 với Nguyễn Văn Hưng, số 0912.764.330.",
    "Hạ Y Xò nhận 17 triệu đồng để đưa người sang Trung Quốc.",
)
# kreuzberg takes every text for UTF-8; reading the other encodings is for ingest.
FOR_INGEST = {"txt-utf16", "txt-windows-1258"}


def read_back(path: Path) -> str:
    config = kreuzberg.ExtractionConfig(
        ocr=kreuzberg.OcrConfig(backend="tesseract", language="vie"), use_cache=False
    )
    words = kreuzberg.extract_file_sync(str(path), config=config).content
    return " ".join(unicodedata.normalize("NFC", words).split())


@pytest.mark.parametrize("format_", sorted(set(WRITERS) - SCANS - FOR_INGEST))
def test_vietnamese_words_come_back(format_: str, tmp_path: Path) -> None:
    suffix, write = WRITERS[format_]
    path = tmp_path / f"report{suffix}"
    write(path, TITLE, PARAGRAPHS)
    for text in (TITLE, *PARAGRAPHS):
        assert text in read_back(path)


@pytest.mark.parametrize("format_", sorted(SCANS))
def test_a_scan_has_no_text_and_reads_by_ocr(format_: str, tmp_path: Path) -> None:
    suffix, write = WRITERS[format_]
    path = tmp_path / f"scan{suffix}"
    write(path, TITLE, PARAGRAPHS)
    assert TITLE.encode() not in path.read_bytes()
    words = read_back(path)
    assert "37B-013.18" in words
    assert "0912.764.330" in words
    assert "Nguyễn Văn Hưng" in words


@pytest.mark.parametrize("format_", sorted(WRITERS))
def test_same_words_give_same_bytes(format_: str, tmp_path: Path) -> None:
    suffix, write = WRITERS[format_]
    first, second = tmp_path / f"first{suffix}", tmp_path / f"second{suffix}"
    write(first, TITLE, PARAGRAPHS)
    write(second, TITLE, PARAGRAPHS)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("format_", ["docx", "odt", "html", "md", "pdf", "xlsx", "csv"])
def test_tables_come_back(format_: str, tmp_path: Path) -> None:
    suffix, write = WRITERS[format_]
    path = tmp_path / f"table{suffix}"
    write(path, TITLE, PARAGRAPHS, rows=(("Họ tên", "Số"), ("Lầu Bá Tểnh", "0912.764.330")))
    words = read_back(path)
    assert "Lầu Bá Tểnh" in words
    assert "0912.764.330" in words


def test_windows_1258_writes_the_tone_behind_the_vowel() -> None:
    assert for_windows_1258("Tểnh") == "Tê\u0309nh"
    assert for_windows_1258("Hưng") == "Hưng"


@pytest.mark.parametrize(
    "size", [10, 5_000, 900_000], ids=["mini stream", "sectors", "many tables"]
)
def test_msg_holds_attachments_of_any_size(size: int, tmp_path: Path) -> None:
    path = tmp_path / "mail.msg"
    attachment = Attachment("ghi-chu.txt", b"Keng Du. " * (size // 9), "text/plain")
    write_msg(path, TITLE, PARAGRAPHS, attachments=(attachment,))
    result = kreuzberg.extract_file_sync(
        str(path), config=kreuzberg.ExtractionConfig(use_cache=False)
    )
    assert PARAGRAPHS[0] in result.content
    assert "ghi-chu.txt" in str(result.metadata)


def test_compound_file_fills_whole_sectors() -> None:
    parts = tuple(Stream(f"part {n}", b"x" * n * 700) for n in range(12))
    data = compound_file(Storage("Root Entry", parts))
    assert data.startswith(bytes.fromhex("D0CF11E0A1B11AE1"))
    assert len(data) % 512 == 0


@pytest.mark.parametrize(
    "wrong",
    sorted(set(BROKEN_WRITERS) - {"empty", "binary-noise", "pdf-named-txt", "docx-bomb"}),
)
def test_broken_files_are_refused(wrong: str, tmp_path: Path) -> None:
    name, write = BROKEN_WRITERS[wrong]
    path = tmp_path / name
    write(path)
    with pytest.raises(kreuzberg.KreuzbergError):
        read_back(path)


def test_the_bomb_is_small_until_it_is_unpacked(tmp_path: Path) -> None:
    name, write = BROKEN_WRITERS["docx-bomb"]
    write(tmp_path / name)
    assert (tmp_path / name).stat().st_size < 500_000
