"""The library that reads PDF, workbooks and pictures, asked in one place only."""

import kreuzberg
from kreuzberg import ExtractionConfig, OcrConfig, PageConfig, TesseractConfig

from ingest.errors import CUT_OFF, Damaged, Encrypted

CONCURRENCY = kreuzberg.ConcurrencyConfig(max_threads=1)


def extract(
    data: bytes, media_type: str, languages: str | None = None
) -> kreuzberg.ExtractionResult:
    """Read some bytes, recognising text in pictures where languages are named.

    Raises Encrypted or Damaged.
    """
    config = ExtractionConfig(
        use_cache=False,
        enable_quality_processing=False,
        include_document_structure=True,
        pages=PageConfig(extract_pages=True),
        ocr=_recognition(languages) if languages else None,
        concurrency=CONCURRENCY,
    )
    try:
        return kreuzberg.extract_bytes_sync(data, media_type, config=config)
    except kreuzberg.KreuzbergError as error:
        reason = str(error).lower()
        if "password" in reason or "encrypted" in reason:
            raise Encrypted("it is locked with a password") from error
        raise Damaged(CUT_OFF) from error


def _recognition(languages: str) -> OcrConfig:
    # The library takes English unless both are told; mode 1 turns pages that lie on their side.
    tesseract = TesseractConfig(language=languages, psm=1, output_format="text")
    return OcrConfig(backend="tesseract", language=languages, tesseract_config=tesseract)
