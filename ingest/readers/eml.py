"""Mails as their servers pass them on (RFC 5322 and MIME)."""

import codecs
import re
from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from ingest.charset import decode
from ingest.errors import Damaged, Encrypted
from ingest.readers.ask import Ask
from ingest.readers.html import page_words
from ingest.readers.mail import Mail
from ingest.words import Attachment, Words

_FOLD = re.compile(r"\s*[\r\n]+\s+")
# Parts that only machines read: signatures and their like.
_MACHINE_READ = frozenset(
    {
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-keys",
        "message/delivery-status",
    }
)
_LOCKED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})
_MOST_PARTS = 2000
_HEAD = 100
_INNER_MAIL = "message/rfc822"


def read_eml(data: bytes, ask: Ask) -> Words:
    """Read a mail with its attachments; raises Encrypted or Damaged."""
    message: Message = BytesParser(policy=policy.compat32).parsebytes(_as_sent(data))
    parts = _leaves(message, [])
    if message.get_content_type() in _LOCKED:
        raise Encrypted("the mail is encrypted")
    body, wrapped = _body(parts)
    attachments = tuple(_attachments(parts))
    if not body.strip() and not attachments and not message.keys():
        raise Damaged("the mail has neither a header nor a body")
    return Mail(
        sender=header(message, "From"),
        recipients=header(message, "To"),
        copies=header(message, "Cc"),
        subject=header(message, "Subject"),
        written=header(message, "Date"),
        sent=moment(header(message, "Date")),
        body=body,
        wrapped=wrapped,
        attachments=attachments,
    ).words()


def _as_sent(data: bytes) -> bytes:
    """Undo what an editor that saved the mail anew did: its mark, or two bytes a letter."""
    if b"\0" in data[:_HEAD] and (found := decode(data)) is not None:
        return found[0].encode()
    return data.removeprefix(codecs.BOM_UTF8)


def header(message: Message, name: str) -> str:
    """Return one header as a person reads it."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        pieces = decode_header(raw)
    except ValueError:  # broken base64: the words as they stand
        pieces = [(str(raw), None)]
    return _joined(pieces)


def _joined(pieces: list[tuple[str | bytes, str | None]]) -> str:
    """Join a header's pieces: encoded ones as they are, plain ones with a blank between."""
    words = ""
    before: str | None = None
    for data, charset in pieces:
        between = " " if words and (charset is None or before is None) else ""
        words += between + _piece(data, charset)
        before = charset
    return " ".join(_FOLD.sub(" ", words).split())


def _piece(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, bytes):
        return decoded(piece, None if charset == "unknown-8bit" else charset)
    if _is_raw(piece):
        return decoded(piece.encode("ascii", "surrogateescape"), None)
    return piece


def _is_raw(piece: str) -> bool:
    """Tell headers that hold bytes beyond ASCII as no rule allows and many programs write."""
    return any("\udc80" <= character <= "\udcff" for character in piece)


def decoded(data: bytes, charset: str | None) -> str:
    """Decode with the charset named, else with the one that the bytes show."""
    if charset and charset.lower() not in ("us-ascii", "ascii"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):  # the mail is wrong about itself
            pass
    found = decode(data)
    return found[0] if found else data.decode("latin-1")


def moment(written: str) -> datetime | None:
    """Return the moment that a Date header names, if it can be read."""
    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return None


def _leaves(message: Message, found: list[Message]) -> list[Message]:
    """List the parts that hold something; mails within the mail are parts as they stand."""
    if len(found) >= _MOST_PARTS:
        raise Damaged("the mail has parts without end")
    if message.get_content_type() == _INNER_MAIL or not message.is_multipart():
        found.append(message)
    elif message.get_content_type() not in _LOCKED:
        for part in message.get_payload():
            if isinstance(part, Message):
                _leaves(part, found)
    return found


def _is_attached(part: Message) -> bool:
    if part.get_content_type() == _INNER_MAIL or part.get_content_maintype() != "text":
        return True
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _body(parts: list[Message]) -> tuple[str, bool]:
    """Return the mail's own words: its plain text, or its page where it has no plain text."""
    shown = [part for part in parts if not _is_attached(part)]
    plain = [_text(part) for part in shown if part.get_content_subtype() != "html"]
    if any(text.strip() for text in plain):
        return "\n\n".join(text.strip("\r\n") for text in plain), True
    pages = [_text(part) for part in shown if part.get_content_subtype() == "html"]
    return "\n\n".join(page_words(page).parts[0] for page in pages), False


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return decoded(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""


def _attachments(parts: list[Message]) -> Iterator[Attachment]:
    for number, part in enumerate(parts):
        if not _is_attached(part) or part.get_content_type() in _MACHINE_READ:
            continue
        inline = part.get_content_disposition() != "attachment" and "Content-ID" in part
        if part.get_content_type() == _INNER_MAIL:
            inner = part.get_payload(0)
            assert isinstance(inner, Message)
            subject = header(inner, "Subject") or f"mail {number}"
            yield Attachment(f"{subject}.eml", inner.as_bytes())
        elif isinstance(payload := part.get_payload(decode=True), bytes):
            yield Attachment(_name(part, number), payload, inline)


def _name(part: Message, number: int) -> str:
    name = part.get_filename()
    if not name:
        return f"part {number}"
    return _joined(decode_header(name)) or f"part {number}"
