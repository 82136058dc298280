"""What one report may take of this machine."""

from dataclasses import dataclass, fields

from ingest.errors import OptionError

MEGABYTE = 1024 * 1024
LEAST_MEMORY = 256 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on opening one report, which is finding its text and attachments.

    ``size`` bounds the bytes of the file; ``seconds`` the time to open it, recognition included,
    each attachment having a time of its own; ``memory`` the address space of the process that
    opens it; ``characters`` its text; ``unpacked`` the bytes that the parts of a packed format
    (docx, odt, xlsx) unpack to; ``attachments`` those of one mail and of all mails within it
    together. Reading names and claims in the text is bounded by ``characters`` alone.
    """

    size: int = 100 * MEGABYTE
    seconds: float = 120
    memory: int = 2048 * MEGABYTE
    characters: int = 10_000_000
    unpacked: int = 100 * MEGABYTE
    attachments: int = 200

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if value <= 0:
                raise OptionError(f"the limit on {field.name}", value, "more than 0")
        if self.memory < LEAST_MEMORY:
            raise OptionError("the limit on memory", self.memory, f"at least {LEAST_MEMORY} bytes")


def megabytes(size: int) -> str:
    """Write a number of bytes as a person reads it."""
    return f"{size / MEGABYTE:.1f} MB" if size < 10 * MEGABYTE else f"{size // MEGABYTE} MB"
