"""Mail as RFC 5322 messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from demo.writers.plain import html_page

HANOI = timezone(timedelta(hours=7))
SENT = datetime(2025, 3, 3, 8, 30, tzinfo=HANOI)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels in a mail, with its media type as ``application/pdf``."""

    name: str
    data: bytes
    media_type: str = "application/octet-stream"


def write_eml(
    path: Path,
    title: str,
    paragraphs: Sequence[str],
    *,
    sender: tuple[str, str] = ("Tổ tiếp nhận tin báo", "tiepnhan@vidu.example"),
    recipient: tuple[str, str] = ("Đội phòng chống mua bán người", "doi5@vidu.example"),
    sent: datetime = SENT,
    attachments: Sequence[Attachment] = (),
) -> None:
    """Write a mail: encoded headers, quoted-printable text, its HTML twin, attachments."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(sender[0], addr_spec=sender[1])
    mail["To"] = Address(recipient[0], addr_spec=recipient[1])
    mail["Date"] = sent
    mail["Subject"] = title
    mail["Message-ID"] = f"<{sent:%Y%m%d%H%M%S}@vidu.example>"
    mail.set_content("\n\n".join(paragraphs) + "\n", cte="quoted-printable")
    mail.add_alternative(html_page(title, paragraphs), subtype="html", cte="quoted-printable")
    for attachment in attachments:
        kind, _, subtype = attachment.media_type.partition("/")
        mail.add_attachment(
            attachment.data, maintype=kind, subtype=subtype, filename=attachment.name
        )
    _name_the_boundaries(mail)
    path.write_bytes(mail.as_bytes())


def _name_the_boundaries(mail: EmailMessage) -> None:
    """Give each multipart a boundary that isn't drawn at random."""
    parts = [part for part in mail.walk() if part.is_multipart()]
    for number, part in enumerate(parts):
        part.set_boundary(f"=_part_{number}_of_{len(parts)}_=")
