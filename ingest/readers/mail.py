"""A mail, whatever program saved it: its header as text above its body."""

from dataclasses import dataclass
from datetime import datetime

from ingest.words import Attachment, Words


@dataclass(frozen=True, slots=True)
class Mail:
    """What eml and msg have in common. ``wrapped`` is true of bodies broken to a width."""

    sender: str
    recipients: str
    copies: str
    subject: str
    written: str
    sent: datetime | None
    body: str
    wrapped: bool = False
    attachments: tuple[Attachment, ...] = ()

    def words(self) -> Words:
        """Return the header's lines and the body; the subject is the title."""
        labelled = (
            ("From", self.sender),
            ("To", self.recipients),
            ("Cc", self.copies),
            ("Date", self._date()),
            ("Subject", self.subject),
        )
        header = "\n".join(f"{label}: {value}" for label, value in labelled if value)
        return Words(
            (f"{header}\n\n{self.body}",),
            title=self.subject or None,
            date=self.sent.date() if self.sent else None,
            wrapped=self.wrapped,
            attachments=self.attachments,
        )

    def _date(self) -> str:
        """Write the moment of sending without the name of its day, which reads like a person's."""
        return f"{self.sent:%Y-%m-%d %H:%M %z}".strip() if self.sent else self.written
