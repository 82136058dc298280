"""Scans: pages of pixels, a little crooked and specked, that only OCR can read."""

import random
import time
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from demo.writers.fonts import Face, font_file

DOTS_PER_INCH = 200
WIDTH, MARGIN, SIZE, LEADING = 1654, 140, 33, 50
INK, PAPER = 25, 246


def scan(
    title: str, paragraphs: Sequence[str], *, angle: float = 0.4, face: Face = "DejaVuSerif"
) -> Image.Image:
    """Draw the words as a scanner at 200 dots an inch sees them: A4 wide, as long as needed."""
    font = ImageFont.truetype(str(font_file(face)), SIZE)
    lines = [line for text in (title, *paragraphs) for line in (*_wrapped(text, font), "")]
    page = Image.new("L", (WIDTH, 2 * MARGIN + LEADING * len(lines)), PAPER)
    pen = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        pen.text((MARGIN, MARGIN + number * LEADING), line, font=font, fill=INK)
    crooked = page.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=PAPER)
    _speck(crooked, seed=title)
    # Sixteen greys are what a cheap scanner leaves, and keep the file small.
    return crooked.quantize(16).convert("L")


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    done: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and font.getlength(longer) > WIDTH - 2 * MARGIN:
                done.append(line)
                longer = word
            line = longer
        done.append(line)
    return done


def _speck(page: Image.Image, seed: str) -> None:
    dust = random.Random(seed)
    pen = ImageDraw.Draw(page)
    for _ in range(page.height // 6):
        x, y = dust.randrange(page.width), dust.randrange(page.height)
        pen.point((x, y), fill=dust.randrange(90, 220))


def write_png(path: Path, title: str, paragraphs: Sequence[str]) -> None:
    """Write the scan without loss."""
    scan(title, paragraphs).save(path, "PNG", dpi=(DOTS_PER_INCH,) * 2, optimize=True)


def write_jpg(path: Path, title: str, paragraphs: Sequence[str]) -> None:
    """Write the scan as a phone's camera would, the other way crooked."""
    image = scan(title, paragraphs, angle=-0.5, face="DejaVuSans")
    image.save(path, "JPEG", dpi=(DOTS_PER_INCH,) * 2, quality=55)


def write_scanned_pdf(path: Path, title: str, paragraphs: Sequence[str]) -> None:
    """Write a PDF whose page is a picture, without a text layer."""
    image = scan(title, paragraphs, angle=0.3)
    clock = time.struct_time((2025, 1, 1, 0, 0, 0, 2, 1, 0))
    image.save(
        path,
        "PDF",
        resolution=DOTS_PER_INCH,
        quality=50,
        title=title,
        creationDate=clock,
        modDate=clock,
    )
