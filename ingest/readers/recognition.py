"""Which languages the recognition of text in pictures is installed for."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import NoRecognition

if TYPE_CHECKING:
    from nlp_models.vocabulary import Language

CODES: dict["Language", str] = {"vi": "vie", "fr": "fra", "en": "eng"}
INSTALL = "apt-get install tesseract-ocr tesseract-ocr-vie tesseract-ocr-fra tesseract-ocr-eng"
_FOLDERS = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


def languages(first: "Language | None", environment: Mapping[str, str] = os.environ) -> str:
    """Name the languages to recognise, the report's own first, as ``vie+fra+eng``.

    Raises NoRecognition, saying what to install, where one of them is missing.
    """
    wanted = sorted(CODES, key=lambda language: language != first)
    codes = [CODES[language] for language in wanted]
    there = _installed(environment)
    missing = [code for code in codes if code not in there]
    if missing:
        raise NoRecognition(
            "it is a picture, and tesseract, which recognises the text in pictures, "
            f"is not installed with {', '.join(missing)}; install it with: {INSTALL}"
        )
    return "+".join(codes)


def _installed(environment: Mapping[str, str]) -> set[str]:
    prefix = environment.get("TESSDATA_PREFIX")
    if prefix:
        folders = [Path(prefix), Path(prefix) / "tessdata"]
    else:
        folders = [folder for pattern in _FOLDERS for folder in Path("/").glob(pattern[1:])]
    return {data.stem for folder in folders for data in folder.glob("*.traineddata")}
