"""The media types that are read, and those that are known and refused by name."""

from types import MappingProxyType

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
CSV = "text/csv"
RTF = "application/rtf"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
EML = "message/rfc822"
MSG = "application/vnd.ms-outlook"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
GIF = "image/gif"
BMP = "image/bmp"
WEBP = "image/webp"

# What a suffix promises; suffixes that are not here promise nothing.
BY_SUFFIX: MappingProxyType[str, str] = MappingProxyType(
    {
        ".txt": TEXT,
        ".md": MARKDOWN,
        ".markdown": MARKDOWN,
        ".html": HTML,
        ".htm": HTML,
        ".xhtml": HTML,
        ".csv": CSV,
        ".tsv": CSV,
        ".rtf": RTF,
        ".pdf": PDF,
        ".docx": DOCX,
        ".docm": DOCX,
        ".xlsx": XLSX,
        ".xlsm": XLSX,
        ".odt": ODT,
        ".eml": EML,
        ".msg": MSG,
        ".png": PNG,
        ".jpg": JPEG,
        ".jpeg": JPEG,
        ".tif": TIFF,
        ".tiff": TIFF,
        ".gif": GIF,
        ".bmp": BMP,
        ".webp": WEBP,
    }
)

# How files of one type begin.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
)

# How files begin that are not read, and what to call them.
REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ\0", "an xz archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive; unpack it first"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\0\0\1\0", "an icon"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"!BDN", "an Outlook mailbox (pst); export its mails first"),
    (b"%!PS", "PostScript; save it as PDF"),
)

# The folder of a zip that tells which Office program wrote it.
OFFICE_FOLDERS: tuple[tuple[str, str | None, str], ...] = (
    ("word/", DOCX, "a Word document"),
    ("xl/", XLSX, "a workbook"),
    ("ppt/", None, "a PowerPoint presentation; save it as PDF"),
)

# The streams of a compound file that tell what it holds, where it is not a message.
COMPOUND_STREAMS: tuple[tuple[str, str], ...] = (
    ("WordDocument", "a Word document of before 2007; save it as docx"),
    ("Workbook", "an Excel workbook of before 2007; save it as xlsx"),
    ("Book", "an Excel workbook of before 2007; save it as xlsx"),
    ("PowerPoint Document", "a PowerPoint presentation; save it as PDF"),
)
