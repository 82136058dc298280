"""Recognition of the text in pictures by tesseract, with the languages it needs."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ingest import media
from ingest.errors import NoRecognition
from ingest.readers.engine import extract

if TYPE_CHECKING:
    from nlp_models.vocabulary import Language

INSTALL = "apt-get install tesseract-ocr tesseract-ocr-vie tesseract-ocr-fra tesseract-ocr-eng"
NEEDED = ("vie", "fra", "eng", "osd")
_ALL = "vie+fra+eng"
_VIETNAMESE = "vie"
_WESTERN = "fra+eng"
_FOLDERS = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_LETTER = re.compile(r"[^\W\d_]")
_ONLY_VIETNAMESE = re.compile("[ăđơưĐƠƯĂ\u1ea0-\u1ef9]")
_SHARE = 0.03
# The Icelandic letter that the recogniser takes for the Vietnamese one.
_LOOKALIKES = str.maketrans("Ðð", "Đđ")


def recognise(png: bytes, language: "Language | None") -> str:
    """Return the text in a picture; raises NoRecognition, saying what to install.

    All three languages at once read names worse than their own language alone does. Where the
    report's language is not given, a first reading with all three tells it and a second reads.
    """
    check_installed()
    if language is None:
        text = extract(png, media.PNG, _ALL).content
        if not _LETTER.search(text):
            return str(text)
        vietnamese = is_vietnamese(text)
    else:
        vietnamese = language == "vi"
    text = extract(png, media.PNG, _VIETNAMESE if vietnamese else _WESTERN).content
    return str(text).translate(_LOOKALIKES)


def is_vietnamese(text: str) -> bool:
    """Tell by the letters that only Vietnamese has."""
    return len(_ONLY_VIETNAMESE.findall(text)) > _SHARE * len(_LETTER.findall(text))


def check_installed(environment: Mapping[str, str] = os.environ) -> None:
    """Raise NoRecognition where tesseract lacks the data of a language."""
    prefix = environment.get("TESSDATA_PREFIX")
    if prefix:
        folders = [Path(prefix), Path(prefix) / "tessdata"]
    else:
        folders = [folder for pattern in _FOLDERS for folder in Path("/").glob(pattern[1:])]
    there = {data.stem for folder in folders for data in folder.glob("*.traineddata")}
    missing = [code for code in NEEDED if code not in there]
    if missing:
        raise NoRecognition(
            "its text is a picture, and tesseract, which recognises such text, is not installed "
            f"with {', '.join(missing)}; install it with: {INSTALL}"
        )
