"""What a file really is, told from its content; the name decides only between kinds of text."""

import codecs
import io
import re
import zipfile
from pathlib import PurePath

import olefile

from ingest import media
from ingest.charset import decode
from ingest.errors import CUT_OFF, Damaged, Empty, Encrypted, UnknownFormat

_HEAD = 4096
_MAIL_HEAD = 16_384  # a few of the servers' own headers may stand above all others
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
# Bytes, since a letter of UTF-8 may hold a byte that ends a line in another encoding.
_LINE_END = re.compile(rb"\r\n|\r|\n")
_FIELD = re.compile(rb"([!-9;-~]+):")
_MAIL_HEADERS = frozenset(
    {
        *(b"from", b"to", b"cc", b"date", b"subject", b"message-id", b"received"),
        *(b"return-path", b"mime-version", b"content-type", b"delivered-to", b"reply-to"),
    }
)
_ENCRYPTED_FLAG = 0x1
_TEXT_KINDS = frozenset({media.TEXT, media.MARKDOWN, media.CSV})


def promised(name: str) -> str | None:
    """Return the media type that a file's name promises, if any."""
    return media.BY_SUFFIX.get(PurePath(name).suffix.lower())


def sniff(data: bytes, name: str) -> str:
    """Return the media type of some bytes; raises Empty, Encrypted, Damaged or UnknownFormat."""
    if not data.strip(b" \t\r\n\0"):
        raise Empty("the file is empty" if not data else "there are only blanks in the file")
    if data.startswith(_ZIP):
        return _packed(data)
    if data.startswith(_COMPOUND):
        return _compound(data)
    if b"%PDF-" in data[:1024]:
        return media.PDF
    binary = _signature(data)
    if binary is not None:
        return binary
    decoded = decode(data)
    if decoded is None:
        raise UnknownFormat(_unknown(data, name))
    return _text_kind(decoded[0], name)


def looks_like_mail(head: bytes) -> bool:
    """Tell whether the first bytes of a file are the header of a mail (RFC 5322, section 2.2).

    A field's value may begin on the next line, be empty, follow its colon without a blank, or be
    written in letters beyond ASCII.
    """
    names: set[bytes] = set()
    for line in _LINE_END.split(head[:_MAIL_HEAD].removeprefix(codecs.BOM_UTF8)):
        if line[:1] in (b" ", b"\t") and names:
            continue
        field = _FIELD.match(line)
        if field is None:
            break
        names.add(field[1].lower())
    return len(_MAIL_HEADERS & names) >= 2


def _signature(data: bytes) -> str | None:
    for start, media_type in media.SIGNATURES:
        if data.startswith(start):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return media.WEBP
    if data[:2] == b"BM" and data[6:10] == b"\0\0\0\0":
        return media.BMP
    if data[4:8] == b"ftyp":
        raise UnknownFormat("this is a video or a HEIC picture, which is not read")
    for start, name in media.REFUSED:
        # A text may begin with the letters of a short signature.
        if data.startswith(start) and (len(start) > 3 or decode(data) is None):
            raise UnknownFormat(f"this is {name}")
    return None


def _text_kind(text: str, name: str) -> str:
    if _HTML.match(text[:_HEAD]):
        return media.HTML
    if looks_like_mail(text[:_MAIL_HEAD].encode()):
        return media.EML
    kind = promised(name)
    return kind if kind in _TEXT_KINDS and kind is not None else media.TEXT


def _unknown(data: bytes, name: str) -> str:
    kind = promised(name)
    if kind is not None and kind not in _TEXT_KINDS:
        return f"the name says {PurePath(name).suffix.lower()}, but the content is no such file"
    return "its format is unknown: it is neither text nor any of the formats that are read"


def _packed(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
                raise Encrypted("it is locked with a password")
            return _archive_kind(archive, [member.filename for member in members])
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise Damaged(CUT_OFF) from error


def _archive_kind(archive: zipfile.ZipFile, names: list[str]) -> str:
    if "[Content_Types].xml" in names:
        for folder, media_type, what in media.OFFICE_FOLDERS:
            if any(name.startswith(folder) for name in names):
                if media_type is None:
                    raise UnknownFormat(f"this is {what}")
                return media_type
    if "mimetype" in names and "content.xml" in names:
        return _open_document(archive, names)
    raise UnknownFormat("this is a zip archive; unpack it first")


def _open_document(archive: zipfile.ZipFile, names: list[str]) -> str:
    with archive.open("mimetype") as member:
        kind = member.read(200).decode("latin-1").strip()
    if kind.removesuffix("-template") != media.ODT:
        raise UnknownFormat(f"this is {kind}; save it as odt, xlsx or pdf")
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as member:
            if b"encryption-data" in member.read(1_000_000):
                raise Encrypted("it is locked with a password")
    return media.ODT


def _compound(data: bytes) -> str:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as compound:
            if compound.exists("EncryptedPackage"):
                raise Encrypted("it is locked with a password")
            if compound.exists("__properties_version1.0"):
                return media.MSG
            for stream, what in media.COMPOUND_STREAMS:
                if compound.exists(stream):
                    raise UnknownFormat(f"this is {what}")
    except (OSError, ValueError, IndexError) as error:
        raise Damaged(CUT_OFF) from error
    raise UnknownFormat("this is a compound file of a program that is not known")
