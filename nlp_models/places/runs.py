"""Places that nothing announces: capitalised runs that the gazetteer knows."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from nlp_models.folding import CAPITALS, fold
from nlp_models.gazetteer.lookup import Gazetteer
from nlp_models.gazetteer.place import Named, Place
from nlp_models.places.mention import PlaceMention
from nlp_models.places.names import closeness, gazetteer_key
from nlp_models.places.words import is_locative, is_weakly_locative
from nlp_models.sheet import Sheet

_WORD = re.compile(rf"[{CAPITALS}][\w’']{{0,30}}(?:[.\-](?=\w)[\w’']{{1,30}}){{0,4}}")
_MOST_WORDS = 5
# what may stand between two words of one name: “Côte d'Ivoire”, “Castillo de San Juan”
_JOINTS = frozenset(
    (" ", " d'", " d’", " de ", " du ", " des ", " de la ", " de l'", " de l’", " la ", " le ",
        " les ", " of ", " el ",
     " del ", " al ", " sur ", " upon ", " and ", " y ", " da ", " do ", " dos ")
)  # fmt: skip
_HUGE, _LARGE, _MIDDLING = 500_000, 60_000, 15_000
# what stands before a person's name, so that “anh Vinh” and “Mr Long” are no places
_PERSON = re.compile(
    r"(?:^|[\s(,\"])(?:anh|chi|ong|ba|em|chau|co|chu|bac|cau|thang|con|ten|ho ten|ho va ten|"
    r"doi tuong|nghi pham|nan nhan|bi can|bi cao|nguoi|ban|vo|chong|me|bo|"
    r"mr|mrs|ms|miss|dr|m|mme|mlle|monsieur|madame|mademoiselle|sieur|nomme|nommee|denomme|"
    r"prenomme|dit|alias|aka|named|called|suspect|victim|victime|brother|sister|"
    r"officer|agent|le nomme|la nommee|la jeune|le jeune|son frere|sa soeur|uncle|aunt|cousin|"
    r"cousine|tonton|oncle|tante|cu|gia|biet danh|tuc|goi la)\.? $"
)
_THEN = re.compile(r"(?:^| )(?:puis|ensuite|then|roi|sau do) (?:a |den |to |sang |ra )?$")
_BEGINNING = re.compile(r"(?:^|[.!?:;•*] ?|^[\-–\"] ?)$")
_LIST = re.compile(
    r"(?:, ?| va | et | and | or | ou | - | – |/|, and |, et |→|->| => |>|(?:^| )(?:puis|then|"
    r"roi|rồi|ensuite|next) (?:a |den |to |sang |ra )?)$"
)
# given names, months, services and common words that are also towns somewhere
_NEVER = frozenset(
    fold(word)
    for line in (files("nlp_models") / "data" / "not_places.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
# one-word names that need no more than a preposition although people bear them too
_BORNE_BY_BOTH = frozenset(
    {"vinh", "hue", "thai", "lao", "long", "ha", "my", "duc", "nga", "anh", "phap", "y", "bi", "uc"}
)


def runs(sheet: Sheet, places: Gazetteer) -> Iterator[PlaceMention]:
    """Yield the longest names of places within each run of capitalised words."""
    for words in _runs(sheet.cased):
        itinerary = _itinerary(sheet, words, places) if 3 <= len(words) <= 8 else []
        yield from itinerary or _in_run(sheet, words, places)


def _itinerary(sheet: Sheet, words: list[tuple[int, int]], places: Gazetteer) -> list[PlaceMention]:
    """Return the places of a run that is nothing but well-known ones: “Dhaka Sharjah Tripoli”."""
    found = []
    for start, end in words:
        text = sheet.cased[start:end]
        known = places.named(gazetteer_key(text))
        if fold(text) in _NEVER or not known or known[0].place.population < _LARGE:
            return []
        found.append(PlaceMention(start, end, text, "gazetteer", None, start, end))
    whole = sheet.cased[words[0][0] : words[-1][1]]
    return [] if places.named(gazetteer_key(whole)) else found


def _runs(cased: str) -> Iterator[list[tuple[int, int]]]:
    """Yield runs of capitalised words that single blanks or a name's small words join."""
    run: list[tuple[int, int]] = []
    for match in _WORD.finditer(cased):
        if run and cased[run[-1][1] : match.start()] not in _JOINTS:
            yield run
            run = []
        run.append(match.span())
    if run:
        yield run


def _in_run(
    sheet: Sheet, words: list[tuple[int, int]], places: Gazetteer
) -> Iterator[PlaceMention]:
    position = 0
    first_word = 0
    while first_word < len(words) - 1 and sheet.plain[slice(*words[first_word])] in _OPENERS:
        first_word += 1  # “De Niamey”, “Từ Vinh”: but “In Guezzam”
    while position < len(words):
        for last in range(min(position + _MOST_WORDS, len(words)) - 1, position - 1, -1):
            start, end = words[position][0], words[last][1]
            text = sheet.cased[start:end]
            key = gazetteer_key(text)
            if places.may_have(key) and (known := places.named(key)):
                first = (
                    position <= first_word
                    or _is_abbreviation(sheet, words[position - 1])
                    or sheet.cased[words[position - 1][1] : start] != " "
                )
                final = last == len(words) - 1 or sheet.cased[end : words[last + 1][0]] != " "
                found = _mention(sheet, start, text, known, alone=first and final, first=first)
                if found is not None:
                    yield found
                    position = last
                    break
        position += 1


def _mention(
    sheet: Sheet, start: int, text: str, known: tuple[Named, ...], *, alone: bool, first: bool
) -> PlaceMention | None:
    """Return the name as a place if it is unlikely to be anything else where it stands."""
    before = sheet.plain[max(0, start - 28) : start].rpartition("\n")[2]
    fitting = [named for named in known if closeness(text, named.written)]
    if not fitting or _PERSON.search(before):
        return None
    best, end = fitting[0].place, start + len(text)
    spot = _Spot(text, best, before, alone=alone, telex=text.isupper() and _all_capitals(sheet))
    if best.kind == "country" and _is_adjective(sheet, start, end, before):
        return None
    if not (
        spot.alone or best.kind == "country" or _may_part(sheet, start, first=first, cued=spot.cued)
    ):
        return None
    if not _is_convincing(spot, followed=sheet.plain[end : end + 2] == ", "):
        return None
    return PlaceMention(start, end, text, "gazetteer", None, start, end, cued=spot.cued)


class _Spot:
    """A known name in its place in the text, as far as that tells what it is."""

    def __init__(self, text: str, best: Place, before: str, *, alone: bool, telex: bool) -> None:
        self.words = len(text.split())
        self.folded = fold(text)
        self.best = best
        self.cued = is_locative(before)
        self.surely_cued = self.cued and not is_weakly_locative(before)
        self.telex = telex
        self.begins = bool(_BEGINNING.search(before))
        self.listed = bool(_LIST.search(before)) and not telex
        self.then = bool(_THEN.search(before))
        self.alone = alone or (telex and (self.cued or best.population >= _LARGE))
        self.abbreviation = text.isupper() and len(text) < 5 and best.kind != "country"


def is_of_person(before: str) -> bool:
    """Say whether what stands before a name says that it is a person's."""
    return _PERSON.search(before) is not None


def is_listed(before: str) -> bool:
    """Say whether the name goes on a list or an itinerary."""
    return _LIST.search(before) is not None


def is_itinerary(sheet: Sheet, start: int, end: int, places: Gazetteer) -> bool:
    """Say whether the characters are nothing but well-known towns side by side."""
    words = [match.span() for match in _WORD.finditer(sheet.cased, start, end)]
    return len(words) >= 2 and bool(_itinerary(sheet, words, places))


def is_place(sheet: Sheet, start: int, end: int, places: Gazetteer) -> bool:
    """Say whether the characters, as a whole, name a known place where they stand."""
    text = sheet.cased[start:end]
    known = places.named(gazetteer_key(text))
    return bool(known) and _mention(sheet, start, text, known, alone=True, first=True) is not None


def _is_convincing(spot: _Spot, *, followed: bool) -> bool:
    """Say whether a known name is a place here: the larger it is, the less is asked."""
    best = spot.best
    if spot.words == 1 and (spot.folded in _NEVER or len(spot.folded) < 3):
        if not ((spot.surely_cued and spot.alone) or spot.then):
            return False
        borne = spot.folded in _BORNE_BY_BOTH or best.population >= _LARGE
        return best.kind == "country" or (borne and best.kind in ("town", "province"))
    if spot.abbreviation:
        return spot.surely_cued and best.country == "VN"  # “ra HN”, “vào SG”
    if spot.words == 1 and spot.begins and not spot.cued and best.kind != "country":
        return best.population >= _HUGE  # any word may begin a sentence
    if spot.telex and spot.words == 1 and best.kind != "country":
        return best.kind in ("town", "province") and best.population >= (
            _MIDDLING if spot.surely_cued else _LARGE
        )
    if best.kind == "country" or _is_well_known(best.id, best.kind, best.population, spot.words):
        return True
    middling = spot.words > 1 or best.population >= _MIDDLING
    if spot.cued and (spot.surely_cued or middling):
        return True
    return middling and (spot.listed or (followed and spot.words > 1))


def _may_part(sheet: Sheet, start: int, *, first: bool, cued: bool) -> bool:
    """Say whether a part of a longer run may stand by itself: never the end of a person's name."""
    if first:
        return cued  # “à Vinh Hùng”: what follows is another name
    before = sheet.plain[max(0, start - 12) : start].rstrip().rpartition(" ")[2]
    return before in _OPENERS


def _is_opening(sheet: Sheet, words: list[tuple[int, int]], position: int, best: Place) -> bool:
    """Say whether a sentence's first word stands before a town of size: “Provenance Agadez”."""
    start = words[0][0]
    return (
        position == 1
        and best.population >= _LARGE
        and bool(_BEGINNING.search(sheet.plain[max(0, start - 3) : start].rpartition("\n")[2]))
    )


def _is_abbreviation(sheet: Sheet, span: tuple[int, int]) -> bool:
    """Say whether the word is a service's letters (“PAF Menton”), not a name's beginning."""
    word = sheet.cased[slice(*span)]
    return len(word) <= 5 and word.isupper() and not _all_capitals(sheet)


def _all_capitals(sheet: Sheet) -> bool:
    """Say whether the report is a telex, in capitals throughout."""
    sample = sheet.surface.cased[:4000]
    return sum(map(str.isupper, sample)) > 4 * sum(map(str.islower, sample))


_OF_COUNTRY_BEFORE = re.compile(
    r"(?:^|[^a-z])(?:so|sdt|sim|so dien thoai|so dt|dien thoai|nguoi|tieng|quoc tich|ho chieu|"
    r"bien so|bien|dan toc|hang|tien|chong|vo|khach|ong chu|chu|co dau|dan ong|phu nu|tel|"
    r"telephone|numero|phone|number|num) $"
)
_OF_COUNTRY_AFTER = re.compile(
    r" (?:number|phone|line|mobile|cell|sim|plates?|passport|national|nationals|citizen|id|baht|"
    r"dong|dollar|kip|pounds?|[+(]?\d)"
)


def _is_adjective(sheet: Sheet, start: int, end: int, before: str) -> bool:
    """Say whether a country only tells whose: “số Lào”, “người Trung Quốc”, “Ghana line”."""
    return bool(_OF_COUNTRY_BEFORE.search(before) or _OF_COUNTRY_AFTER.match(sheet.plain, end))


_OPENERS = frozenset({
    "tai", "tu", "o", "ra", "vao", "sang", "qua", "den", "ve", "len", "xuong", "di", "in", "at",
    "from", "to", "near", "via", "a", "au", "aux", "en", "vers", "depuis", "de", "du", "le",
    "la", "the", "northern", "southern", "bac", "nam", "dong", "tay", "after", "before", "when",
    "selon", "apres", "avant", "dans", "par", "pour", "puis", "then", "roi", "theo", "khi",
})  # fmt: skip


def _is_well_known(identifier: str, kind: str, population: int, words: int) -> bool:
    if kind == "gate":
        return words > 1
    if identifier.startswith("vn-"):
        return kind in ("province", "town", "district") and words > 1
    return population >= (_MIDDLING if words > 1 else _LARGE)


@lru_cache(maxsize=1)
def nothing_but_people() -> frozenset[str]:
    """Return the one-word names that are never places without a word that says so."""
    return _NEVER - _BORNE_BY_BOTH
