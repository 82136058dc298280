"""Files that cannot be read, each for a reason of its own."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from demo.writers.encryption import encrypted
from demo.writers.office import write_docx
from demo.writers.pdf import write_pdf
from demo.writers.sheets import write_xlsx

TITLE = "Báo cáo"
PARAGRAPHS = ("Đêm 12/3, tổ tuần tra ghi nhận một xe khách dừng lâu ở Keng Đu.",) * 3
PASSWORD = "mật khẩu"  # noqa: S105 -- of an invented file
BOMB_BYTES = 200_000_000


def write_empty(path: Path) -> None:
    """Write no byte at all."""
    path.write_bytes(b"")


def write_truncated_pdf(path: Path) -> None:
    """Write the first third of a PDF: neither its table nor its trailer."""
    write_pdf(path, TITLE, PARAGRAPHS)
    _cut(path)


def write_truncated_docx(path: Path) -> None:
    """Write the first third of a Word document: a zip without its directory."""
    write_docx(path, TITLE, PARAGRAPHS)
    _cut(path)


def _cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 3])


def write_encrypted_pdf(path: Path) -> None:
    """Write a PDF that opens only with a password."""
    write_pdf(path, TITLE, PARAGRAPHS)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(path.read_bytes())))
    writer.encrypt(PASSWORD, algorithm="AES-256")
    writer.write(path)


def write_encrypted_docx(path: Path) -> None:
    """Write a Word document that opens only with a password."""
    write_docx(path, TITLE, PARAGRAPHS)
    path.write_bytes(encrypted(path.read_bytes(), PASSWORD))


def write_encrypted_xlsx(path: Path) -> None:
    """Write a workbook that opens only with a password."""
    write_xlsx(path, TITLE, PARAGRAPHS)
    path.write_bytes(encrypted(path.read_bytes(), PASSWORD))


def write_binary_noise(path: Path) -> None:
    """Write bytes that are no format and no text."""
    path.write_bytes(random.Random("noise").randbytes(20_000))


def write_pdf_named_txt(path: Path) -> None:
    """Write a sound PDF under whatever name is asked, such as ``note.txt``."""
    write_pdf(path, TITLE, PARAGRAPHS)


def write_program_named_docx(path: Path) -> None:
    """Write the head of a Windows program, whatever the name says."""
    path.write_bytes(b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff" + bytes(range(256)) * 40)


def write_docx_bomb(path: Path) -> None:
    """Write a small Word document that unpacks to 200 MB."""
    write_docx(path, TITLE, PARAGRAPHS)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    body = members.pop("word/document.xml")
    before, text, after = body.partition(PARAGRAPHS[0].encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            member.write(before + text)
            for _ in range(BOMB_BYTES // 1_000_000):
                member.write(b"bom " * 250_000)
            member.write(after)


# What is wrong → a name such a file would carry and the writer of it.
BROKEN_WRITERS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "empty": ("rong.txt", write_empty),
    "empty-pdf": ("rong.pdf", write_empty),
    "truncated-pdf": ("cut.pdf", write_truncated_pdf),
    "truncated-docx": ("cut.docx", write_truncated_docx),
    "encrypted-pdf": ("khoa.pdf", write_encrypted_pdf),
    "encrypted-docx": ("khoa.docx", write_encrypted_docx),
    "encrypted-xlsx": ("khoa.xlsx", write_encrypted_xlsx),
    "binary-noise": ("noise.txt", write_binary_noise),
    "pdf-named-txt": ("note.txt", write_pdf_named_txt),
    "program-named-docx": ("setup.docx", write_program_named_docx),
    "docx-bomb": ("bomb.docx", write_docx_bomb),
}
