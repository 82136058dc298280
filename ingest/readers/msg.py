"""Mails as Outlook saves them: the properties of a compound file (MS-OXMSG)."""

import io
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import olefile

from ingest.errors import CUT_OFF, Damaged
from ingest.readers.ask import Ask
from ingest.readers.eml import decoded, moment
from ingest.readers.html import page_words
from ingest.readers.mail import Mail
from ingest.readers.outlook_rtf import unpacked
from ingest.readers.rtf import read_rtf
from ingest.words import Attachment, Words

_SUBJECT, _BODY, _PAGE, _RICH = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER, _SENDER_ADDRESS, _SMTP_ADDRESS, _TO, _CC = 0x0C1A, 0x0C1F, 0x5D01, 0x0E04, 0x0E02
_SENT, _DELIVERED, _CODE_PAGE, _HEADERS = 0x0039, 0x0E06, 0x3FFD, 0x007D
_DATA, _LONG_NAME, _NAME, _SHOWN_NAME, _CONTENT_ID = 0x3701, 0x3707, 0x3704, 0x3001, 0x3712
_PERSON, _PERSON_ADDRESS, _PERSON_SMTP = 0x3001, 0x3003, 0x39FE
_TEXT, _BYTES_TEXT, _BINARY, _STORAGE = "001F", "001E", "0102", "000D"
_FIRST_OF_1601 = datetime(1601, 1, 1, tzinfo=UTC)
_HEAD_SIZES = (32, 24, 8)  # of a message, of one within it, of an attachment or a person
_DEEPEST = 5

Path = tuple[str, ...]


def read_msg(data: bytes, ask: Ask) -> Words:
    """Read an Outlook message with its attachments; raises Damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as compound:
            return Message(compound, ()).mail().words()
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise Damaged(CUT_OFF) from error


class Message:
    """One message, or one of its parts, at a place of the compound file."""

    def __init__(self, compound: olefile.OleFileIO, place: Path) -> None:
        self._compound = compound
        self._place = place

    def mail(self) -> Mail:
        """Return the message as a mail."""
        # Without the mail's own header no time zone is known: that of this office is taken.
        sent = self._moment(_SENT) or self._moment(_DELIVERED)
        written = self._written(sent.astimezone() if sent else None)
        return Mail(
            sender=_person(self._text(_SENDER), self._text(_SMTP_ADDRESS, _SENDER_ADDRESS)),
            recipients=self._people() or self._text(_TO),
            copies=self._text(_CC),
            subject=self._text(_SUBJECT),
            written=written,
            sent=moment(written),
            body=self._body(),
            attachments=tuple(self._attachments()),
        )

    def as_eml(self) -> bytes:
        """Write a message that stands within another as a mail of its own."""
        mail, message = self.mail(), EmailMessage(policy=SMTP.clone(refold_source="none"))
        for name, value in (("Subject", mail.subject), ("Date", mail.written)):
            if value:
                message[name] = value
        message.set_content(
            f"From: {mail.sender}\nTo: {mail.recipients}\n\n{mail.body}", cte="base64"
        )
        for attachment in mail.attachments:
            message.add_attachment(
                attachment.data,
                maintype="application",
                subtype="octet-stream",
                filename=attachment.name,
            )
        if message.is_multipart():
            message.set_boundary("=_of_an_outlook_message_=")  # the same bytes every time
        return message.as_bytes()

    def _written(self, sent: datetime | None) -> str:
        """Return the date as the mail's own header wrote it, with its time zone."""
        for line in self._text(_HEADERS).splitlines():
            if line.lower().startswith("date:"):
                return line[5:].strip()
        return format_datetime(sent) if sent else ""

    def _body(self) -> str:
        plain = self._text(_BODY)
        if plain.strip():
            return plain
        page = self._bytes(_PAGE)
        if page:
            return page_words(decoded(page, None)).parts[0]
        if self._text(_PAGE):
            return page_words(self._text(_PAGE)).parts[0]
        rich = self._bytes(_RICH)
        if rich:
            from ingest.limits import Limits  # the text's own bound is checked later

            return read_rtf(unpacked(rich), Ask("", "", Limits())).parts[0]
        return plain

    def _people(self) -> str:
        names = []
        for storage in self._storages("__recip_version1.0_#"):
            person = Message(self._compound, storage)
            names.append(
                _person(person._text(_PERSON), person._text(_PERSON_SMTP, _PERSON_ADDRESS))
            )
        return ", ".join(filter(None, names))

    def _attachments(self) -> Iterator[Attachment]:
        for storage in self._storages("__attach_version1.0_#"):
            part = Message(self._compound, storage)
            inner = (*storage, f"__substg1.0_{_DATA:04X}{_STORAGE}")
            if self._compound.exists([*inner, "__properties_version1.0"]):
                if len(inner) <= 2 * _DEEPEST:
                    message = Message(self._compound, inner)
                    yield Attachment(f"{message._text(_SUBJECT) or 'mail'}.eml", message.as_eml())
                continue
            data = part._bytes(_DATA)
            if data is not None:
                name = part._text(_LONG_NAME, _NAME, _SHOWN_NAME) or "attachment"
                yield Attachment(name, data, inline=bool(part._text(_CONTENT_ID)))

    def _storages(self, prefix: str) -> list[Path]:
        depth = len(self._place)
        names = {
            tuple(entry[: depth + 1])
            for entry in self._compound.listdir(streams=False, storages=True)
            if tuple(entry[:depth]) == self._place
            and len(entry) > depth
            and entry[depth].startswith(prefix)
        }
        return sorted(names)

    def _text(self, *properties: int) -> str:
        """Return the first of these properties that has words."""
        for number in properties:
            wide = self._stream(number, _TEXT)
            if wide is not None:
                text = wide.decode("utf-16-le", errors="replace")
            else:
                text = decoded(self._stream(number, _BYTES_TEXT) or b"", self._code_page())
            if text.strip("\0 "):
                return text.rstrip("\0")
        return ""

    def _bytes(self, number: int) -> bytes | None:
        return self._stream(number, _BINARY)

    def _stream(self, number: int, kind: str) -> bytes | None:
        name = [*self._place, f"__substg1.0_{number:04X}{kind}"]
        if not self._compound.exists(name):
            return None
        with self._compound.openstream(name) as stream:
            data: bytes = stream.read()
            return data

    def _code_page(self) -> str | None:
        page = self._fixed(_CODE_PAGE)
        return f"cp{struct.unpack('<I', page[:4])[0]}" if page else None

    def _moment(self, number: int) -> datetime | None:
        ticks = self._fixed(number)
        if ticks is None:
            return None
        try:
            return _FIRST_OF_1601 + timedelta(microseconds=struct.unpack("<Q", ticks)[0] // 10)
        except OverflowError:
            return None

    def _fixed(self, number: int) -> bytes | None:
        """Return the eight bytes of a short property, out of the table of them."""
        name = [*self._place, "__properties_version1.0"]
        if not self._compound.exists(name):
            return None
        with self._compound.openstream(name) as stream:
            table = stream.read()
        head = _HEAD_SIZES[0] if not self._place else _HEAD_SIZES[1]
        for at in range(head, len(table) - 15, 16):
            if struct.unpack_from("<H", table, at + 2)[0] == number:
                return bytes(table[at + 8 : at + 16])
        return None


def _person(name: str, address: str) -> str:
    """Write a person as mails do, the address in angle brackets."""
    if "@" not in address or address == name:
        return name or address
    return f"{name} <{address}>" if name else address
