"""Named spots: “bến xe Vinh”, “sân bay Nội Bài”, “gare de Lyon”, “Kakuma refugee camp”."""

import re
from collections.abc import Iterator

from nlp_models.gazetteer.lookup import Gazetteer
from nlp_models.places.administrative import name_before
from nlp_models.places.mention import PlaceMention
from nlp_models.places.names import clean, gazetteer_key
from nlp_models.places.words import NAME_AT
from nlp_models.sheet import Sheet

# on the folded surface; a word that means something else without its marks is checked by _MARKED
_BEFORE_VI = re.compile(
    r"(?<!\w)(?P<word>ben xe(?: khach)?|san bay(?: quoc te)?|ga|nha ga|tram|cang|cho|cau|song|"
    r"deo|nga (?:ba|tu|nam)|bien|ho|dao|quan dao|nui|suoi|ham|thac|"
    r"khu cong nghiep|kcn|khu kinh te|dac khu kinh te|khu du lich|khu che xuat|bai bien|vinh|"
    r"kenh|rung|thung lung|nong truong|lam truong|ben do|ben tau|ben pha|ben|ben ca)"
    r" (?=\w)"
)
_MARKED = {
    "ga": "ga", "cho": "chợ", "cau": "cầu", "song": "sông", "deo": "đèo", "bien": "biển",
    "ho": "hồ",
        "dao": "đảo", "nui": "núi", "suoi": "suối", "ham": "hầm",
    "thac": "thác", "vinh": "vịnh", "kenh": "kênh", "rung": "rừng", "ben": "bến", "tram": "trạm",
        "cang": "cảng",
}  # fmt: skip
_OF = re.compile(
    r"(?<!\w)(?:gare(?: routiere)?|aeroport(?: international)?|port|camp|marche|jungle|parking|"
    r"plage|lac|fleuve|riviere|mer|detroit|canal|foret|desert|col|pont|baie|golfe|vallee|mont|"
    r"squat|station|"
    r"ile|iles|metro|oasis|airport|harbour|harbor|bay|gulf|strait|lake|mount|valley|isle|river|"
    r"camp|bidonville|barangay|sitio|purok|favela|aldea|kampung|kampong|desa|comunidad|vereda|"
    r"villa|rancho|ejido)"
    r" (?:de la |de l'|du |des |de |d'|of |)(?:la |le |l'|the )?(?=\w)"
)
_AFTER = re.compile(
    r" (?:(?:international|refugee|bus|train|railway|coach|central|main|transit|border) ){0,2}"
    r"(?:airport|station|bus park|bus stand|harbour|harbor|seaport|port|river|lake|island|"
    r"islands|bay|desert|valley|mountains?|refugee camp|camp|beach|market|bridge|junction|"
    r"terminal|docks?|forest|strait|estate|special economic zone|sez)(?!\w)"
)
_MOST_WORDS = 4


def landmarks(sheet: Sheet, places: Gazetteer) -> Iterator[PlaceMention]:
    """Yield spots with a name of their own; the generic word is no part of it."""
    for match in _BEFORE_VI.finditer(sheet.plain):
        written = sheet.cased[match.start("word") : match.end("word")]
        if (
            written == _MARKED.get(match["word"], written) and not written.isascii()
        ) or " " in match["word"]:
            yield from _named(sheet, match.start(), match.end(), places)
    if sheet.language == "vi":
        return  # “Em bay” is no bay
    for match in _OF.finditer(sheet.plain):
        if sheet.cased[match.start()].islower():
            yield from _named(sheet, match.start(), match.end(), places)
    for match in _AFTER.finditer(sheet.plain):
        start = name_before(sheet.cased, match.start())
        # a telex has everything in capitals: there the name must be a known one
        telex = sheet.cased[match.start() + 1].isupper()
        if start is not None and telex:
            text = sheet.cased[start : match.start()]
            start = start if places.named(gazetteer_key(text)) else None
        if start is not None:
            yield _mention(start, sheet.cased[start : match.start()], start, match.end())


def _named(sheet: Sheet, whole_start: int, at: int, places: Gazetteer) -> Iterator[PlaceMention]:
    named = NAME_AT.match(sheet.cased, at)
    if named is None:
        return
    words = _without_province(clean(named.group()).split(" "), places)
    if sheet.cased[whole_start : at - 1].isupper() and not places.named(
        gazetteer_key(" ".join(words))
    ):
        return
    known = next(
        (n for n in range(len(words), 1, -1) if places.named(gazetteer_key(" ".join(words[:n])))),
        min(len(words), _MOST_WORDS),
    )
    text = clean(" ".join(words[:known]))
    if text:
        yield _mention(at, text, whole_start, at + len(text))


def _without_province(words: list[str], places: Gazetteer) -> list[str]:
    """Return the words before a province or country that follows: “VSIP Nghệ An” is VSIP."""
    for first in range(1, len(words)):
        rest = places.named(gazetteer_key(" ".join(words[first:])))
        if (
            rest
            and rest[0].place.kind in ("province", "country")
            and not places.named(gazetteer_key(" ".join(words)))
        ):
            return words[:first]
    return words


def _mention(start: int, text: str, whole_start: int, whole_end: int) -> PlaceMention:
    return PlaceMention(
        start,
        start + len(text),
        text,
        "administrative",
        None,
        whole_start,
        max(whole_end, start + len(text)),
        cued=True,
    )
