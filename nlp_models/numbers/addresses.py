"""Street addresses: “số 12 đường Nguyễn Trãi”, “12 rue de la Gare”, “14 Baker Street”."""

import re
from collections.abc import Iterator

from nlp_models.finding import Finding
from nlp_models.gazetteer.lookup import gazetteer
from nlp_models.places.names import gazetteer_key
from nlp_models.places.words import NAME
from nlp_models.sheet import Sheet

_NUMBER = r"\d{1,4}(?:[ ]?(?:bis|ter)|[/\-]\d{1,4}|[A-Da-d])?(?:/\d{1,4}){0,3}"
_VIETNAMESE = re.compile(
    rf"(?<!\w)(?:(?:[Ss]ố nhà|[Ss]o nha|[Ss]ố|[Ss]o|[Nn]hà số|[Nn]ha so|SN)[ ])?{_NUMBER},?[ ]"
    rf"(?:(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt|[Nn]go|[Hh]em|"
    rf"[Nn]gach)[ ]\d{{1,4}}(?:/\d{{1,4}}){{0,3}},?[ ]){{0,2}}"
    rf"(?:[Đđ]ường|[Pp]hố|[Dd]uong|[Pp]ho|[Đđ]ại lộ)[ ](?:{NAME}|\d{{1,2}}[/\-]\d{{1,2}}|"
    rf"số \d{{1,3}})"
)
# an alley, or a number after a word for it, needs no word for the street: “ngõ 56 Tam Trinh”
_LANE = r"(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt|[Nn]go|[Nn]gach|[Hh]em|[Kk]iet)"
_HOUSE = r"(?:[Ss]ố nhà|[Ss]o nha|[Nn]hà số|[Nn]ha so|[Ss]ố|[Ss]o|SN)"
_VIETNAMESE_LANE = re.compile(
    rf"(?<!\w)(?:{_HOUSE} \d{{1,4}}(?:/\d{{1,4}}){{0,3}}[A-Da-d]?,? )?"
    rf"(?:{_LANE} \d{{1,4}}(?:/\d{{1,4}}){{0,3}},? ){{1,2}}"
    rf"(?:(?:[Đđ]ường|[Pp]hố|[Dd]uong|[Pp]ho) )?{NAME}|"
    rf"(?<!\w)(?:{_HOUSE} )?\d{{1,4}}[A-D]? [Nn]g[õo] {NAME}"
)
_VIETNAMESE_HOUSE = re.compile(
    rf"(?<!\w)(?:[Ss]ố nhà|[Ss]o nha|[Ss]ố|[Ss]o) \d{{1,4}}(?:/\d{{1,4}}){{0,3}}[A-Da-d]? "
    rf"(?P<name>{NAME})|"
    rf"(?<=tại )K?\d{{1,4}}(?:/\d{{1,4}}){{0,3}}[A-D]? {NAME}|"
    rf"(?<!\w)\d{{1,4}}(?:/\d{{1,4}}){{0,3}} (?:đường|duong) (?:số|so) \d{{1,3}}|"
    rf"(?<= ở )\d{{1,4}}(?:/\d{{1,4}}){{0,3}} {NAME}(?=,)"
)
# in Belgium and Switzerland the number follows: “rue du Bassin 14”
_FRENCH_NUMBERED = re.compile(
    rf"(?<!\w)(?:rue|avenue|chaussée|chemin|boulevard|route|quai|place|impasse|ruelle) "
    rf"(?:(?:de la|de l['’]|des|du|de|d['’])[ ]?)?{NAME},? \d{{1,4}}[A-Da-d]?(?![\w.,/]\d|\w)|"
    rf"(?<!\w)(?:chaussée|ruelle|chemin) (?:de la |des |du |de |d['’]|de l['’]){NAME}"
)
_FRENCH_WAY = (
    r"(?:rue|avenue|av\.|boulevard|bd|blvd|place|chemin|impasse|allée|allee|route|quai|cours|"
    r"passage|square|cité|ruelle|résidence|villa)"
)
_FRENCH = re.compile(
    rf"(?<![\w./])(?:(?:n° ?)?{_NUMBER},?[ ](?:{_FRENCH_WAY})|(?<![Dd]e )(?:rue|avenue|boulevard|"
    rf"impasse|quai))[ ]"
    rf"(?:(?:de la|de l'|de l’|des|du|de|d'|d’|le|la|les)[ ]?)?(?:\d{{1,2}}(?:er)?[ ]\w{{3,10}}|"
    rf"{NAME})"
)
_ENGLISH_NAME = r"(?:(?:North|South|East|West|N\.|S\.|E\.|W\.)[ ])?(?:[A-Z][\w'’]{0,24}[ ]){1,3}"
_ENGLISH = re.compile(
    rf"(?<![\w./])(?:[Ff]lat \w{{1,4}},? |[Aa]pt\.? \w{{1,4}},? |[Uu]nit \w{{1,4}},? |[Nn]o\.? ?)?"
    rf"{_NUMBER},?[ ]{_ENGLISH_NAME}"
    r"(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Dr\.?|Close|Court|Crescent|"
    r"Terrace|Way|"
    r"Boulevard|Blvd\.?|street|road|Gardens|Grove|Square|Place|Hill|Row|Mews|Parade|Highway|Soi)(?!\w)"
)
# without a house number only what can be nothing but a street
_ENGLISH_STREET = re.compile(
    r"(?<=[a-z,] )(?:[A-Z][\w'’]{1,24}[ ]){1,2}(?:Street|Road|Avenue|Lane|Boulevard)(?!\w)"
)
_VIETNAMESE_STREET = re.compile(rf"(?<!\w)(?:đường|phố) (?P<name>{NAME})")
_THAI = re.compile(
    r"(?<![\w./])\d{1,4}(?:/\d{1,4})?[ ](?:Soi|Moo|Mu)[ ][\w]{1,20}(?:,? [A-Z]\w{2,20} Road)?"
)
_STREET = re.compile(r"[Đđ]ường|[Pp]hố|[Dd]uong|[Pp]ho |[Đđ]ại lộ")
_ROADS = re.compile(
    r"(?:quoc lo|duong (?:tinh|cao toc|so)|ql|tl|dt|rn|route nationale|national road|highway|nh|"
    r"autoroute)[ .\-]?\d",
    re.I,
)


def read_addresses(sheet: Sheet) -> Iterator[Finding]:
    """Find street addresses with a house number; a national road is none."""
    patterns = [_VIETNAMESE] if _STREET.search(sheet.cased) else []
    if sheet.language == "vi":
        patterns = [_VIETNAMESE_LANE, *patterns, _VIETNAMESE_HOUSE]
    for pattern in (
        *patterns,
        _FRENCH_NUMBERED,
        _FRENCH,
        _ENGLISH,
        _THAI,
        _ENGLISH_STREET,
        _VIETNAMESE_STREET,
    ):
        taken = []
        for match in pattern.finditer(sheet.cased):
            text = match.group().rstrip(" ,")
            if pattern is not _VIETNAMESE_HOUSE and _ROADS.search(sheet.plain, *match.span()):
                continue
            if pattern is _VIETNAMESE_STREET and gazetteer().named(gazetteer_key(match["name"])):
                continue  # “đi đường Cầu Treo” is a way to a place
            yield Finding(
                match.start(), match.start() + len(text), "Address", " ".join(text.split())
            )
            taken.append((match.start(), match.start() + len(text)))
        sheet.take(taken)
