"""What a reader takes out of a file, before it is made into a report's text."""

from dataclasses import dataclass
from datetime import date as Day


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came in a mail; ``inline`` ones are pictures shown in its text."""

    name: str
    data: bytes
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one file: one part, or one a page where the format has pages.

    ``wrapped`` says that lines were broken to fit a width, so that a line's end means nothing.
    """

    parts: tuple[str, ...]
    title: str | None = None
    date: Day | None = None
    paged: bool = False
    wrapped: bool = False
    attachments: tuple[Attachment, ...] = ()
