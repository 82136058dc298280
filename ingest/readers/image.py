"""Pictures: photographs, screenshots and scans, by recognition of their text."""

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from ingest import media
from ingest.errors import CUT_OFF, Damaged, TooLarge
from ingest.readers.ask import Ask
from ingest.readers.recognition import recognise
from ingest.words import Words

_MODES = frozenset({"1", "L", "RGB"})


def read_image(data: bytes, ask: Ask) -> Words:
    """Read a picture, all pages of a scan in TIFF.

    Raises NoRecognition where tesseract is missing, Damaged, or TooLarge.
    """
    parts = tuple(recognise(png, ask.language) for png in frames(data, ask.media_type))
    return Words(parts, paged=len(parts) > 1, wrapped=True)


def frames(data: bytes, media_type: str) -> Iterator[bytes]:
    """Yield the pictures of a file as PNG, turned as its camera says."""
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data)) as image:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            pages = ImageSequence.Iterator(image) if media_type == media.TIFF else (image,)
            for page in pages:
                yield _png(page)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLarge(f"the picture has too many dots ({error})") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Damaged(CUT_OFF) from error


def _png(page: Image.Image) -> bytes:
    turned = ImageOps.exif_transpose(page)
    if turned.mode not in _MODES:
        turned = _on_white(turned)
    file = io.BytesIO()
    dots = page.info.get("dpi")
    turned.save(file, "PNG", compress_level=1, **({"dpi": dots} if dots else {}))
    return file.getvalue()


def _on_white(page: Image.Image) -> Image.Image:
    """Lay a picture that can be seen through on white paper."""
    seen = page.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper.convert("RGB")
