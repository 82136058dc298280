"""Border gates: “cửa khẩu Nậm Cắn”, “poste frontière de Nong Het”, “Mộc Bài border gate”."""

import re
from collections.abc import Iterator

from nlp_models.gazetteer.lookup import Gazetteer
from nlp_models.places.mention import PlaceMention
from nlp_models.places.names import clean, gazetteer_key
from nlp_models.places.words import NAME_AT
from nlp_models.sheet import Sheet

_BEFORE = re.compile(
    r"(?<!\w)(?:(?:cua khau|ck)(?: (?:quoc te|quoc gia|chinh|phu|tieu ngach|duong bo|song phuong|"
    r"ck)){0,3}|loi mo|loi mon|duong mon|"
    r"(?:poste|point de passage|passage|porte|check-?point)[ \-](?:de )?(?:frontiere|frontalier|"
    r"frontaliere|transfrontalier)(?: international| terrestre)?(?: de la| de l'| de| du| d'| a)?|"
    r"(?:international |main )?(?:border|frontier)[ \-](?:gate|crossing|post|checkpoint|point|"
    r"bridge)(?: point)?(?: of| at| in| near)?) ?(?=\w)"
)
_AFTER = re.compile(
    r" (?:(?:international|main|land|road|official|unofficial|informal) ){0,2}(?:border(?: |"
    r"-)(?:gate|crossing|post|checkpoint|point|bridge)s?|crossing point|checkpoint|"
    r"friendship bridge)(?!\w)"
)
_LOWER = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}")


def read_gates(sheet: Sheet, places: Gazetteer) -> Iterator[PlaceMention]:
    """Yield gates by the word for one beside the name."""
    for match in _BEFORE.finditer(sheet.plain):
        named = NAME_AT.match(sheet.cased, match.end())
        text = clean(named.group()) if named else _known_lower(sheet, match.end(), places)
        if text:
            text = _known_part(text, places)
            yield _mention(match.end(), text, match.start(), match.end() + len(text))
    for match in _AFTER.finditer(sheet.plain):
        runs = [
            m
            for m in NAME_AT.finditer(sheet.cased, max(0, match.start() - 40), match.start())
            if m.end() == match.start()
        ]
        if runs:
            start = runs[0].start()
            text = sheet.cased[start : match.start()]
            if text.startswith("The "):
                start, text = start + 4, text[4:]
            if text and text not in ("The", "A"):
                yield _mention(start, text, start, match.end())


def _known_lower(sheet: Sheet, at: int, places: Gazetteer) -> str:
    """Return a gate's name written without capitals, if the gazetteer has it."""
    words = _LOWER.match(sheet.plain, at)
    parts = words.group().split(" ") if words else []
    for count in range(len(parts), 0, -1):
        text = " ".join(parts[:count])
        if any(named.place.kind == "gate" for named in places.named(gazetteer_key(text))):
            return sheet.cased[at : at + len(text)]
    return ""


def _known_part(text: str, places: Gazetteer) -> str:
    """Return the longest beginning of the name that is a gate, else the whole."""
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        shorter = " ".join(words[:count])
        if any(named.place.kind == "gate" for named in places.named(gazetteer_key(shorter))):
            return shorter
    return text


def _mention(start: int, text: str, whole_start: int, whole_end: int) -> PlaceMention:
    return PlaceMention(
        start, start + len(text), text, "gate", "gate", whole_start, whole_end, cued=True
    )
