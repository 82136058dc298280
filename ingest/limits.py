"""What one report may take of this machine."""

from dataclasses import dataclass, fields

from ingest.errors import OptionError

MEGABYTE = 1024 * 1024
LEAST_MEMORY = 256 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one report: bytes of the file, seconds, bytes of memory, characters of text.

    ``unpacked`` bounds what the parts of a packed format (docx, odt, xlsx) unpack to, and
    ``attachments`` how many reports one mail may bring, mails within mails included.
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
