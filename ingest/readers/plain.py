"""Plain text."""

from ingest.charset import decode
from ingest.errors import UnknownFormat
from ingest.readers.ask import Ask
from ingest.words import Words


def decoded(data: bytes) -> str:
    """Return the text of some bytes; raises UnknownFormat where they are no text."""
    found = decode(data)
    if found is None:
        raise UnknownFormat("its bytes are no text in any encoding that is read")
    return found[0]


def read_plain(data: bytes, ask: Ask) -> Words:
    """Read text in UTF-8, UTF-16, windows-1258 or windows-1252."""
    return Words((decoded(data),))
