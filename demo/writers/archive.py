"""Zip archives whose bytes depend on their members alone, not on the clock."""

import re
import zipfile
from pathlib import Path

STAMP = (2025, 1, 1, 0, 0, 0)
CLOCKS = re.compile(
    rb"(<(dcterms:created|dcterms:modified|meta:creation-date|dc:date)[^>]*>)[^<]*(?=<)"
)


def settle(path: Path) -> None:
    """Pack an office document again with fixed times, in the file and in its properties."""
    with zipfile.ZipFile(path) as archive:
        members = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members:
            entry = zipfile.ZipInfo(name, STAMP)
            # An OpenDocument names its type in a first member that must not be compressed.
            stored = name == "mimetype"
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, CLOCKS.sub(rb"\g<1>2025-01-01T00:00:00Z", data))
