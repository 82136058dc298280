"""Registration plates of vehicles, in the form their country writes them."""

import re
from collections.abc import Iterator

from nlp_models.finding import Finding
from nlp_models.numbers.plate_forms import FORMS
from nlp_models.sheet import Sheet, Taken

_MAY_HOLD = re.compile(
    r"\d[-–]?[A-ZĐ]|[A-Z]-?\d|\d [A-Z]{1,3}(?![a-z])|\d[ -]\d{3}[ .-](?:NG|NN|QT|CV)|"
    r"\d [A-Z][a-z]{1,2} \d|[\u0e01-\u0eae\u4e00-\u9fff\u0400-\u04ff\u0600-\u06ff\u1000-\u109f]"
)
_CUE = re.compile(
    r"(?<![a-z\d])(?:bien (?:kiem soat|so|kiem|hieu|dang ky)(?: xe)?|mang bien|gan bien|deo bien|"
    r"bien|bks|bsx|bs|dkx|"
    r"(?:number|licen[cs]e|registration|vehicle|car|truck|bike) ?plates?(?: number)?|"
    r"plates?(?: number)?|vehicle registration(?: number)?|registration(?: number| no\.?)?|"
    r"registered(?: as| under)?|reg(?:\.|istration)?(?: no\.?)?|vrm|index mark|tags?|"
    r"plaques?(?: d'immatriculation| mineralogiques?)?|immatricule(?:e|s|"
    r"es)?(?: sous le (?:numero|n°))?|(?:numero d')?immatriculation|immat\.?|"
    r"matricule|numero mineralogique)(?![a-z\d])"
)
_VEHICLE = re.compile(
    r"(?<![a-z\d])(?:xe(?: (?:may|khach|tai|oto|o to|con|ban tai|om|van|gan may|cho khach|"
    r"limousine|dau keo|bon|ba gac|\d{1,2} cho))?|o to|oto|"
    r"car|van|truck|lorry|minivan|minibus|bus|motorbike|motorcycle|taxi|pick-?up|suv|tuk-?tuk|"
    r"voiture|camion|camionnette|moto|mobylette|fourgon(?:nette)?|vehicule|vehicle|berline|4x4|"
    r"utilitaire|scooter|"
    r"toyota|honda|hyundai|ford|kia|mazda|nissan|mitsubishi|mercedes|bmw|renault|peugeot|hiace|"
    r"innova|fortuner|vios|wave|dream|"
    r"transit|sprinter|hilux|ranger|vinfast|suzuki|yamaha|daewoo|isuzu|chevrolet|volkswagen|vw|"
    r"opel|fiat|dacia|audi|skoda|lexus|citroen|volvo|scania|iveco|daf|subaru|tesla|tata|"
    r"mahindra|maruti|bajaj|proton|perodua|jeep|land ?rover|land ?cruiser|prado|corolla|camry|"
    r"civic|accord|impala|malibu|sienna|coaster|noah|probox|axio|premio|vitz|rav ?4|bolero|sumo|"
    r"mehran|golf|passat|polo|octavia|fabia|logan|duster|clio|kangoo|trafic|berlingo|partner|"
    r"jumper|boxer|ducato|vito|caddy|astra|corsa|fiesta|mondeo|sirius|exciter|air blade|carens|"
    r"carnival|tucson|sorento|everest|triton|pajero|xpander|navara|d-max|altis|"
    r"coach|trailer|semi|reefer|artic|tipper|tanker|tractor|jeepney|okada|boda|rickshaw|cab|"
    r"ambulance|camper|caravan|convoy|rig|sedan|saloon|hatchback|"
    r"autocar|autobus|remorque|semi-remorque|tracteur|frigo|tir|poids lourd|"
    r"xe (?:dau keo|tai thung|container|cong|lam|ngua|loi|dap dien|16|29|45)|container|"
    r"(?:tau|thuyen|ghe|xuong|vo lai)(?: (?:ca|cau|go|may|lua|hang|san))?(?: mang)?(?: so)?|"
    r"boat|trawler|longliner|tug|dhow|canoe|ship|vessel|ferry|go-?fast|m/?v|f/?v|"
    r"bateau|chaloupe|navire|pirogue|chalutier|vedette|call ?sign)(?![a-z\d])"
)
_BETWEEN = re.compile(
    r"(?:[ \n:=\-#.,(\"\[]|n°|(?:so|no|number|numero|is|was|la|of|est|bearing|with|the|mang|co|gan|"
    r"bien|bks|bs|kiem|soat|viet nam|lao|laotienne|thai|"
    r"cambodgienne|chinoise?|campuchia|trung quoc|vietnamienne|vietnamese|cambodian|chinese|"
    r"nigerian|french|british|english|polish|"
    r"romanian|bulgarian|roumaine|bulgare|polonaise|nigeriane?|registration|plates?|a|une?|xe|"
    r"vehicle|anh|phap|italian|spanish|german)(?![a-z\d])){0,14}"
)
# “immatriculation espagnole 4471 KLM”: a word more that says whose
_FURTHER = re.compile(r"(?: [^\W\d_A-Z]{2,14}){1,2}[ :]{1,2}(?=[A-Z\d])")
# “un 4x4 Toyota blanc, 8A 4471”: a few words about the vehicle, then what is nearly always a plate
_DESCRIBED = re.compile(
    r"(?:[ ,(]{1,2}[^\W\d_][\w'-]{1,14}){0,4}[ ,:(]{1,2}"
    r"(?=(?:[A-Z]{1,4}[ -]?\d{3,5}[A-Z]?|\d{1,4}[ -]?[A-Z]{1,3}[ -]?\d{2,5}|"
    r"[A-Z]{1,3}[ -]\d{1,3}[ -][A-Z]{2,3}|\d{3,4} [A-Z]{2,3}|[A-Z]{2,3} \d[A-Z\d]{3,4}|"
    r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{2,4}|\d{4,5} \d{3} \d{2}|[A-Z]{1,2}[ -]\d{2,4}[ -]\d{2})\b)"
)
_GROUP = r"[A-Z\d]{1,8}"
# one to five groups of capitals and figures; what they hold is judged after
_GENERAL = re.compile(
    r"(?:[A-Z][a-z]{1,8}(?: |-)(?=[A-Z\d]{0,5} ?[A-Z]?[\- ]?\d{2}))?"
    + _GROUP
    + r"(?:(?:[ \-·•/]{1,2}|\.(?=\S))"
    + _GROUP
    + r"|[ ][A-Z][a-z]{1,3}(?= \d)){0,4}(?![\w])"
)
_NEXT = re.compile(
    r"(?: ?[,;/&] ?| va | et | and | hoac | ou | or | puis | then | sau do doi thanh )(?:bks |"
    r"bien so |bien |xe )?"
)
_NOT_A_PLATE = re.compile(
    r"^(?:SUV|VAN|BMW|GPS|CSGT|COVID|QL|TL|DT|KM|N|RN|M|A)[ \-.]?\d{0,3}[A-Z]?$"
)


def read_plates(sheet: Sheet) -> Iterator[Finding]:
    """Find “37B-013.18”, “80-123-NG-01”, “AA-123-AA”, “LD12 ABC”, “plate LAG 234 XY”."""
    if not any(map(sheet.plain.__contains__, "0123456789")):
        return
    cues = _value_starts(sheet, _CUE)
    weak = _value_starts(sheet, _VEHICLE)
    taken = []
    for finding in _by_form(sheet, cues | weak):
        taken.append((finding.start, finding.end))
        yield finding
    sheet.take(taken)
    yield from _by_cue(sheet, sorted(cues), strong=True)
    yield from _by_cue(sheet, sorted(weak - cues), strong=False)


def _value_starts(sheet: Sheet, cue: re.Pattern[str]) -> set[int]:
    starts = set()
    for match in cue.finditer(sheet.plain):
        between = _BETWEEN.match(sheet.plain, match.end())
        start = between.end() if between else match.end()
        starts.add(start)
        further = (_FURTHER if cue is _CUE else _DESCRIBED).match(sheet.cased, start - 1)
        if further:
            starts.add(further.end())
    return starts


def _by_form(sheet: Sheet, cued: set[int]) -> Iterator[Finding]:
    """Find plates by their country's form; lower case only right after a cue."""
    taken = Taken(len(sheet.cased))
    for form in FORMS if _MAY_HOLD.search(sheet.cased) else ():
        for match in form.pattern.finditer(sheet.cased):
            if (form.sure or match.start() in cued) and taken.add(*match.span()):
                yield Finding(match.start(), match.end(), "Vehicle", form.name(match))
    upper: str | None = None
    for start in sorted(cued):
        upper = upper if upper is not None else _capitals(sheet.cased)
        for form in FORMS[:4]:
            lower = form.pattern.match(upper, start)
            if lower and taken.add(*lower.span()):
                yield Finding(lower.start(), lower.end(), "Vehicle", form.name(lower))
                break


def _capitals(text: str) -> str:
    """Return the text in capitals, of the same length."""
    upper = text.upper()
    return (
        upper
        if len(upper) == len(text)
        else "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
    )


def _by_cue(sheet: Sheet, starts: list[int], *, strong: bool) -> Iterator[Finding]:
    """Find any plate of the world right after a cue (strong) or a vehicle's name (weak)."""
    end = 0
    for start in starts:
        at: int | None = start
        while at is not None and at >= end:
            match = _GENERAL.match(sheet.cased, at)
            written = _plate_part(match.group(), strong=strong) if match else ""
            if not written:
                break
            end = at + len(written)
            yield Finding(at, end, "Vehicle", " ".join(written.upper().split()))
            following = _NEXT.match(sheet.plain, end)
            at = following.end() if following else None


# “HAEWON 707” is a ship, “XE 16 CHO” and “SDT 0942” say what the figures are
_A_WORD = re.compile(r"[A-Z]{5,}[ -]\d|(?:XE|SDT|TEL|DT|SN|LH|QL|TL|MAY|SO|NO) ?[ -]?\d")
_WORDS = frozenset(
    {
        "FOR",
        "AND",
        "THE",
        "ON",
        "IN",
        "AT",
        "TO",
        "OF",
        "ET",
        "LE",
        "LA",
        "EN",
        "DU",
        "IS",
        "WAS",
        "NOT",
        "DO",
        "BI",
        "VA",
        "CO",
        "O",
    }
)


def _plate_part(written: str, *, strong: bool) -> str:
    """Return the longest beginning that looks like a plate; a sentence in capitals may follow."""
    while written:
        last = re.split(r"[ \-.·•/]", written)[-1]
        if not (last.isalpha() and (len(last) > 3 or last in _WORDS)) and _looks_like_a_plate(
            written, strong=strong
        ):
            return written
        written = written[: len(written) - len(last)].rstrip(" -.·•/")
    return ""


def _looks_like_a_plate(written: str, *, strong: bool) -> bool:
    joined = re.sub(r"[^\w]", "", written)
    figures = sum(map(str.isdigit, joined))
    letters = len(joined) - figures
    if not 4 <= len(joined) <= 12 or figures < 2 or _NOT_A_PLATE.match(written):
        return False
    if _A_WORD.match(written):
        return False
    if strong:
        return letters >= 1 or (len(joined) <= 8 and figures >= 4)
    return letters >= 1 and figures >= 3 and len(joined) >= 6
