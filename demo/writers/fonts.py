"""The fonts that PDF files and scans are set in: DejaVu, which has every Vietnamese letter."""

from pathlib import Path
from typing import Literal

Face = Literal["DejaVuSans", "DejaVuSans-Bold", "DejaVuSerif", "DejaVuSansMono"]

FOLDERS = (
    Path("/usr/share/fonts/truetype/dejavu"),
    Path("/usr/share/fonts/dejavu-sans-fonts"),
    Path("/usr/share/fonts/TTF"),
    Path("/Library/Fonts"),
)


class FontMissing(Exception):
    """No font with Vietnamese letters is installed."""


def font_file(face: Face = "DejaVuSans") -> Path:
    """Find the face's TrueType file; raises FontMissing with what to install."""
    for folder in FOLDERS:
        file = folder / f"{face}.ttf"
        if file.is_file():
            return file
    raise FontMissing(f"{face}.ttf is not installed; on Debian: apt-get install fonts-dejavu-core")
