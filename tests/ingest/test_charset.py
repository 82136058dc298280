"""Encodings are told by what the bytes show."""

import unicodedata

import pytest

from demo.writers.plain import for_windows_1258
from ingest.charset import decode

VIETNAMESE = "Đối tượng Nguyễn Văn Hùng, trú tại xã Keng Đu, gọi số 0912.764.330 nhiều lần.\r\n"
FRENCH = "Le suspect a été interpellé à Orléans ; il n'a reçu que 80 € de sa sœur aînée.\r\n"
ENGLISH = "The driver called twice and left.\r\n"


@pytest.mark.parametrize("text", [VIETNAMESE, FRENCH, ENGLISH], ids=["vi", "fr", "en"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_comes_back(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize(
    "text", [VIETNAMESE, "Lò Thị Mỷ\r\n", "Bản Huồi Lê: Cụt Văn D. bị lừa bán"]
)
def test_windows_1258_comes_back_with_its_tones(text: str) -> None:
    found = decode(for_windows_1258(text).encode("cp1258"))
    assert found is not None
    assert found[1] == "cp1258"
    assert unicodedata.normalize("NFC", found[0]) == text


@pytest.mark.parametrize("text", [FRENCH, "Noël à la plage, c'est ça : où est l'île ?"])
def test_western_text_is_not_taken_for_vietnamese(text: str) -> None:
    assert decode(text.encode("cp1252")) == (text, "cp1252")


def test_utf_8_cut_within_a_letter_is_still_utf_8() -> None:
    found = decode("Nguyễn Văn Hù".encode()[:-1])
    assert found == ("Nguyễn Văn H\N{REPLACEMENT CHARACTER}", "utf-8")


def test_a_text_with_a_stray_control_character_is_text() -> None:
    found = decode(("Hùng gọi Lan. " * 30 + "\x00\x01").encode())
    assert found is not None
    assert found[1] == "utf-8"


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00" * 500, b"\x93\xa7\xf1\xff" * 99])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    assert decode(data) is None
