"""From words to a report's text: composed letters, plain line ends, no control characters."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from ingest.errors import NoText, TextTooLong
from ingest.words import Words

BETWEEN_PAGES = "\n\n"
LONGEST_TITLE = 120
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BULLET = re.compile(
    r"\s*(?:[-–—•*+·▪◦]\s|\(?(?:\d{1,3}|[a-zđA-Z])[.)]\s|[IVX]+\.\s|[^\W\d_][\w ]{0,30}:\s)"
)
_NUMBER = re.compile(r"\s*\d")
_LEAST_WIDTH = 45
_FILLED = 0.9


@dataclass(frozen=True, slots=True)
class Text:
    """A report's text, with the offsets at which its pages begin (none without pages)."""

    characters: str
    pages: tuple[int, ...] = ()


def make_text(words: Words, longest: int) -> Text:
    """Make the text of a report; raises NoText or TextTooLong."""
    size = sum(map(len, words.parts))
    if size > longest:
        raise TextTooLong(f"its text has {size:,} characters; the limit is {longest:,}")
    parts = [clean(part) for part in words.parts]
    if words.wrapped:
        parts = [unwrap(part.strip()) for part in parts]
    text = BETWEEN_PAGES.join(parts)
    if not any(character.isalnum() for character in text):
        raise NoText("there is no text in it")
    if not words.paged:
        return Text(text)
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += len(part) + len(BETWEEN_PAGES)
    return Text(text, tuple(starts))


def clean(part: str) -> str:
    """Compose letters, make every line end ``\\n`` and every other control character a blank."""
    plain = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", part))
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _CONTROLS.sub(" ", plain))


def unwrap(part: str) -> str:
    """Put a blank for each line end that only a full line explains; the length stays.

    A line is full when the first word of the next one would not have fitted. Lists, labels and
    rows of numbers keep their lines.
    """
    lines = part.split("\n")
    width = max(map(len, lines))
    if width < _LEAST_WIDTH:
        return part
    pieces = [lines[0]]
    for line, following in pairwise(lines):
        pieces += (" " if _goes_on(line, following, width) else "\n", following)
    return "".join(pieces)


def _goes_on(line: str, following: str, width: int) -> bool:
    words = following.split(maxsplit=1)
    if not words or len(line.rstrip()) + 1 + len(words[0]) < _FILLED * width:
        return False
    if _BULLET.match(following):
        return False
    return not (_NUMBER.match(line) and _NUMBER.match(following))


def title_of(words: Words, text: Text, name: str) -> str:
    """Name a report: its own title, else its first line, else its file's name."""
    own = " ".join(clean(words.title or "").split())
    first = next((line for line in text.characters.split("\n") if len(line.strip()) > 2), "")
    return cut(own or " ".join(first[:1000].split()) or name)


def cut(title: str) -> str:
    """Shorten a title at a blank."""
    if len(title) <= LONGEST_TITLE:
        return title
    return title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
