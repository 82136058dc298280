"""Pictures: photographs, screenshots and scans, by recognition of their text."""

from ingest.readers.ask import Ask
from ingest.readers.engine import extract
from ingest.readers.recognition import languages
from ingest.words import Words


def read_image(data: bytes, ask: Ask) -> Words:
    """Read a picture; raises NoRecognition where tesseract is missing, Damaged where cut off."""
    return Words((recognised(data, ask),), wrapped=True)


def recognised(data: bytes, ask: Ask) -> str:
    """Return the text in one picture."""
    text: str = extract(data, ask.media_type, languages(ask.language)).content
    return text
