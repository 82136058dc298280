"""What can go wrong with ingest, each with its reason.

IngestError
├── OptionError         an option has a value that cannot be used
├── SavingStopped       the graph stopped answering; what was saved stays
└── ReportError         one report cannot be read; the others go on
    ├── Unreadable      the file cannot be opened
    ├── Empty           the file has no byte, or only blanks
    ├── TooLarge        the file, or what it unpacks to, is over the limit
    ├── TextTooLong     the text is over the limit
    ├── Encrypted       the file opens only with a password
    ├── Damaged         the file is cut off or broken
    ├── UnknownFormat   the file is none of the formats that are read
    ├── NoText          the file is sound and has no words
    ├── NoRecognition   a picture needs recognition of text, which is not installed
    ├── TookTooLong     reading went over the time limit
    └── Crashed         the reading process died, most often of the memory limit
"""

CUT_OFF = "the file is cut off or broken"


class IngestError(Exception):
    """Something about ingest went wrong."""


class OptionError(IngestError):
    """An option has a value that cannot be used."""

    def __init__(self, name: str, value: object, wanted: str) -> None:
        super().__init__(f"{name} is {value!r}, and must be {wanted}")
        self.name = name
        self.value = value


class SavingStopped(IngestError):
    """The graph stopped answering in the middle; whole reports were saved, or none."""

    def __init__(self, saved: int, why: str) -> None:
        super().__init__(
            f"saving stopped after {saved} reports: {why}. What was saved is whole; "
            "when the database answers again, run the same command again and it goes on from there"
        )
        self.saved = saved
        self.why = why


class ReportError(IngestError):
    """One report cannot be read, for the reason given; the others go on."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unreadable(ReportError):
    """The file cannot be opened."""


class Empty(ReportError):
    """The file has no byte, or only blanks."""


class TooLarge(ReportError):
    """The file, or what it unpacks to, is over the limit."""


class TextTooLong(ReportError):
    """The text is over the limit."""


class Encrypted(ReportError):
    """The file opens only with a password."""


class Damaged(ReportError):
    """The file is cut off or broken."""


class UnknownFormat(ReportError):
    """The file is none of the formats that are read."""


class NoText(ReportError):
    """The file is sound and has no words."""


class NoRecognition(ReportError):
    """A picture needs recognition of text, which is not installed."""


class TookTooLong(ReportError):
    """Reading went over the time limit."""


class Crashed(ReportError):
    """The reading process died, most often of the memory limit."""


REPORT_ERRORS: dict[str, type[ReportError]] = {
    error.__name__: error
    for error in (
        Unreadable,
        Empty,
        TooLarge,
        TextTooLong,
        Encrypted,
        Damaged,
        UnknownFormat,
        NoText,
        NoRecognition,
        TookTooLong,
        Crashed,
    )
}
