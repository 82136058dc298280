"""Writers of real files in every format that filrouge reads, and of files that it must refuse.

Every writer is called as ``write(path, title, paragraphs)`` and gives the same bytes for the same
words. They need the development dependencies; nothing of the product imports them.
"""

from collections.abc import Callable

from demo.writers.broken import (
    BROKEN_WRITERS,
    write_binary_noise,
    write_docx_bomb,
    write_empty,
    write_encrypted_docx,
    write_encrypted_pdf,
    write_encrypted_xlsx,
    write_pdf_named_txt,
    write_program_named_docx,
    write_truncated_docx,
    write_truncated_pdf,
)
from demo.writers.mail import Attachment, write_eml
from demo.writers.msg import write_msg
from demo.writers.office import write_docx
from demo.writers.opendocument import write_odt
from demo.writers.pdf import write_pdf
from demo.writers.plain import (
    write_html,
    write_md,
    write_rtf,
    write_txt,
    write_txt_bom,
    write_txt_utf16,
    write_txt_windows_1258,
)
from demo.writers.scan import write_jpg, write_png, write_scanned_pdf
from demo.writers.sheets import write_csv, write_xlsx

Writer = Callable[..., None]

# Format → the suffix its files carry and the writer of it.
WRITERS: dict[str, tuple[str, Writer]] = {
    "txt": (".txt", write_txt),
    "txt-bom": (".txt", write_txt_bom),
    "txt-utf16": (".txt", write_txt_utf16),
    "txt-windows-1258": (".txt", write_txt_windows_1258),
    "md": (".md", write_md),
    "html": (".html", write_html),
    "rtf": (".rtf", write_rtf),
    "pdf": (".pdf", write_pdf),
    "docx": (".docx", write_docx),
    "odt": (".odt", write_odt),
    "eml": (".eml", write_eml),
    "msg": (".msg", write_msg),
    "xlsx": (".xlsx", write_xlsx),
    "csv": (".csv", write_csv),
    "png": (".png", write_png),
    "jpg": (".jpg", write_jpg),
    "scanned-pdf": (".pdf", write_scanned_pdf),
}

# Formats whose words come back only by optical character recognition.
SCANS = frozenset({"png", "jpg", "scanned-pdf"})

__all__ = [
    "BROKEN_WRITERS",
    "SCANS",
    "WRITERS",
    "Attachment",
    "write_binary_noise",
    "write_csv",
    "write_docx",
    "write_docx_bomb",
    "write_eml",
    "write_empty",
    "write_encrypted_docx",
    "write_encrypted_pdf",
    "write_encrypted_xlsx",
    "write_html",
    "write_jpg",
    "write_md",
    "write_msg",
    "write_odt",
    "write_pdf",
    "write_pdf_named_txt",
    "write_png",
    "write_program_named_docx",
    "write_rtf",
    "write_scanned_pdf",
    "write_truncated_docx",
    "write_truncated_pdf",
    "write_txt",
    "write_txt_bom",
    "write_txt_utf16",
    "write_txt_windows_1258",
    "write_xlsx",
]
