"""Colours keep the contrast of WCAG AA in light and in dark."""

import re
from pathlib import Path

import pytest

import web
from web.words import TYPES as TYPE_WORDS

SHEET = Path(web.__file__).parent / "static" / "css" / "tokens.css"
TYPES = sorted(TYPE_WORDS)
TEXT, SIGN = 4.5, 3.0
PAIRS = [
    *((tone, ground, TEXT) for tone in ("ink", "soft", "link") for ground in ("paper", "surface")),
    ("soft", "sunk", TEXT),
    ("ink", "select", TEXT),
    ("thread", "surface", TEXT),
    ("thread", "thread-wash", TEXT),
    ("ink", "thread-wash", TEXT),
    ("amber-ink", "amber", TEXT),
    ("edge", "surface", SIGN),
    ("focus", "paper", SIGN),
    *(("glyph", type, SIGN) for type in TYPES),
    *((type, "surface", SIGN) for type in TYPES),
]


def tokens(scheme: str) -> dict[str, str]:
    sheet = SHEET.read_text(encoding="utf-8")
    blocks = {"light": r":root \{(.*?)\}", "dark": r'data-theme="dark"\] \{(.*?)\}'}
    blocks["auto"] = r'data-theme="auto"\] \{(.*?)\}'
    found = re.search(blocks[scheme], sheet, re.S)
    assert found
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", found.group(1)))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_can_be_told_apart(scheme: str) -> None:
    known = tokens(scheme)
    weak = {}
    for tone, ground, least in PAIRS:
        bright, dim = sorted((luminance(known[tone]), luminance(known[ground])), reverse=True)
        contrast = (bright + 0.05) / (dim + 0.05)
        if contrast < least:
            weak[tone, ground] = round(contrast, 2)
    assert weak == {}


def test_dark_is_the_same_by_choice_and_by_system() -> None:
    assert tokens("dark") == tokens("auto")
