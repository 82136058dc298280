"""Names of uploaded files lead nowhere but into the folder of their upload."""

import pytest

from web.uploads import LONGEST_NAME, safe_parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("khai.docx", ("khai.docx",)),
        ("to 3/khai.docx", ("to 3", "khai.docx")),
        ("../../etc/passwd", ("etc", "passwd")),
        ("/etc/passwd", ("etc", "passwd")),
        ("C:\\Users\\x\\khai.docx", ("C_", "Users", "x", "khai.docx")),
        ("..", ("unnamed",)),
        ("a\0b.txt", ("a_b.txt",)),
    ],
)
def test_a_name_stays_within_its_folder(name: str, parts: tuple[str, ...]) -> None:
    assert safe_parts(name) == parts


def test_a_name_too_long_for_a_disk_keeps_its_suffix() -> None:
    (name,) = safe_parts("Đ" * 300 + ".docx")
    assert name.endswith(".docx")
    assert len(name.encode()) <= LONGEST_NAME
