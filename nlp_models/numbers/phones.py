"""Phone numbers in any country's format, also disguised, as E.164."""

import re
from collections.abc import Iterator

from nlp_models.finding import Finding
from nlp_models.numbers.dialling import Reading, dialled
from nlp_models.numbers.stretches import Stretch, stretches
from nlp_models.numbers.weighing import Told
from nlp_models.regions import Regions
from nlp_models.sheet import Sheet

_CUE_WORDS = (
    r"(?:so ?)?(?:sdt|dt|dtdd)|dien thoai|so may|di dong|thue bao|sim|hotline|duong day nong|"
    r"(?:so )?lien (?:he|lac)|lh|"
    r"goi|alo|a lo|nhan tin|zalo|viber|whats ?app|telegram|momo|imo|signal|tel|telephone|"
    r"portable|mobile|gsm|numero|"
    r"joignable|joindre|appele[rz]?|appelait|appels?|appelle|contact(?:e[rz]?|ed)?|phones?|"
    r"cell(?:phone)?|call(?:ed|ing|s|er)?|"
    r"dial(?:led|ed)?|ring|rang|text(?:ed|s)?|sms|numbers?|num|nbr|ph|mob|orange money|"
    r"mobile money|"
    r"mtn momo|wave|msisdn|puce|ligne"
)
_CUE = re.compile(r"(?<![a-z])(?:" + _CUE_WORDS + r")(?![a-z])[^\d\n;!?]{0,30}$")
_CLOSE_CUE = re.compile(
    r"(?<![a-z])(?:so sdt|sdt|so dt|dt|dien thoai|so may|thue bao|tel|telephone|portable|mobile|"
    r"phone|cell|zalo|viber|whats ?app|hotline|"
    r"phone numbers?|number|numero|call|appeler|goi|numero de telephone|lien he|lien lac|alo)"
    r"(?: (?:la|is|was|est|at|on|au|so|number|numero|no\.?|n°|sur|via|qua|le|the|"
    r"cua [a-z]{1,8}(?: [a-z]{1,8})?)){0,2}[ .:=\-(\"]{0,4}$"
)
_NOT_A_PHONE = re.compile(
    r"(?:dieu|khoan|quyet dinh|nghi dinh|thong tu|luat|cong van|ke hoach|bien ban|ban an|ho so|"
    r"vu an|ky hieu|case|file|ref(?:erence)?|"
    r"report|article|law|decree|dossier|affaire|arrete|loi|decret|pv|proces-verbal|imei|serial|"
    r"series|invoice|facture|order|"
    r"tracking|booking|flight|vin|so khung|so seri|ma (?:don|van don|so thue|ho so)|mst|tax|"
    r"siret|siren|zip|page|trang|toa do|"
    r"lat|lon|lng|gps|coordinates|coordonnees|mtcn|population|dan so|receipt|bordereau|"
    r"chassis)(?: ?(?:so|no\.?|number|numero|n°|#|:))*[ .:#]{0,3}$"
)
_AFTER_NOT = re.compile(
    r"/[a-z]{1,5}[-/]|/qd|/nd|/tt|/qh|/kh| ?(?:km|kg|m2|ha|%|°|dong|vnd|usd|euros?|nguoi|people|"
    r"personnes|fcfa)(?![a-z])"
)
_PLAIN_NUMBER = re.compile(r"[+\d .\-()/\n\t]+")
_ONE_BY_ONE = re.compile(r"\d(?:[ .\-]{1,3}\d){6,}")
_REDACTED = re.compile(r"[*x]{2}|\.{3}|…")


def read_phones(sheet: Sheet) -> Iterator[Finding]:
    """Find “0912.764.330”, “00 84 91…”, “09l2 764 33O”, “nine one six - 555 - oh one 4 two”.

    The region comes from a country named beside the number, then from the report.
    """
    for stretch in stretches(sheet.plain):
        if not _NOT_A_PHONE.search(sheet.before(stretch[0].start, 48)):
            yield from _numbers(sheet, stretch, sheet.regions)


def _numbers(sheet: Sheet, stretch: Stretch, regions: Regions) -> Iterator[Finding]:
    """Read a stretch of figures as one number, or as several that stand side by side."""
    position, found = 0, False
    while position < len(stretch):
        reading, last = _best(sheet, stretch, position, regions, listed=found)
        if reading is not None:
            yield _finding(sheet, stretch[position].start, stretch[last].end, reading)
            position, found = last, True
        position += 1
    if not found:
        yield from _impossible(sheet, stretch)


def _best(
    sheet: Sheet, stretch: Stretch, first: int, regions: Regions, *, listed: bool
) -> tuple[Reading | None, int]:
    """Return the number that begins here and its last group; one in use goes before others."""
    ends = _ends(stretch, first)
    spelled = all(group.spelled for group in stretch)
    chunk = len(stretch) - 1 if spelled else _chunk_end(stretch, first)
    whole = chunk in ends and (first == 0 or stretch[first].apart)
    alike = len({group.spelled for group in stretch[first : chunk + 1]}) == 1
    for last in ends:
        loosely = whole and alike and last == chunk and stretch[first].spelled
        reading = _reading(sheet, stretch[first : last + 1], regions, listed=listed, whole=loosely)
        if reading is not None:
            return reading, last
    if whole and alike:
        groups = stretch[first : chunk + 1]
        return _reading(sheet, groups, regions, listed=listed, whole=True), chunk
    return None, first


def _chunk_end(stretch: Stretch, first: int) -> int:
    """Return the last group before the next strong mark."""
    following = (n for n in range(first + 1, len(stretch)) if stretch[n].apart or stretch[n].plus)
    return next(following, len(stretch)) - 1


def _ends(stretch: Stretch, first: int) -> list[int]:
    """Return where a number that begins at ``first`` may end, the longest first.

    A group set off by a strong mark (a comma, “và”) begins a number of its own unless the
    figures before it are too few for one.
    """
    length, ends = 0, []
    for last in range(first, min(len(stretch), first + 18)):
        group = stretch[last]
        if last > first and (
            group.plus or (group.apart and length >= 8 and _is_whole(stretch, last))
        ):
            break
        length += len(group.digits)
        if length > 17:
            break
        if length >= 6:
            ends.append(last)
    return ends[::-1]


def _is_whole(stretch: Stretch, first: int) -> bool:
    """Say whether the groups up to the next strong mark are enough for a number of their own."""
    length = 0
    for position in range(first, len(stretch)):
        if position > first and stretch[position].apart:
            break
        length += len(stretch[position].digits)
    return length >= 7


def _reading(
    sheet: Sheet, groups: Stretch, regions: Regions, *, listed: bool, whole: bool
) -> Reading | None:
    start, end = groups[0].start, groups[-1].end
    if _AFTER_NOT.match(sheet.plain, end):
        return None
    return dialled(
        "".join(group.digits for group in groups),
        plus=groups[0].plus,
        shape=tuple(len(group.digits) for group in groups),
        told=Told(
            regions.near(start, end),
            regions.named,
            regions.of_towns,
            regions.placed,
            regions.defaults(),
        ),
        cued=listed or bool(_CUE.search(sheet.before(start, 48))),
        whole=whole,
    )


def _finding(sheet: Sheet, start: int, end: int, reading: Reading) -> Finding:
    if sheet.plain[start - 1 : start] == "(" and ")" in sheet.plain[start:end]:
        start -= 1
    attributes = {"region": reading.region} if reading.region else {}
    if reading.alternatives:
        attributes["alternatives"] = ", ".join(reading.alternatives)
    if _is_disguised(sheet, start, end):
        attributes["disguised"] = "yes"
    return Finding(start, end, "Phone", reading.number, attributes)


def _is_disguised(sheet: Sheet, start: int, end: int) -> bool:
    first, last = sheet.surface.original(start, end)
    written = sheet.surface.text[first:last]
    if not written.isascii():
        written = written.translate({0xA0: " ", 0x202F: " ", 0x2013: "-", 0x2011: "-", 0x2009: " "})
    plain = written.isascii() and _PLAIN_NUMBER.fullmatch(written)
    return not plain or bool(_ONE_BY_ONE.match(written))


def _impossible(sheet: Sheet, stretch: Stretch) -> Iterator[Finding]:
    """Keep what a report calls a phone number though no country has such a number."""
    start, end, plus = stretch[0].start, stretch[-1].end, stretch[0].plus
    digits = "".join(group.digits for group in stretch)
    cued = _CLOSE_CUE.search(sheet.before(start, 48))
    if not 7 <= len(digits) <= 15 or not (cued or plus) or _AFTER_NOT.match(sheet.plain, end):
        return
    written = sheet.cased[start:end]
    name = f"+{digits}" if plus else digits
    if _REDACTED.search(written):
        name = written  # figures are hidden: joined, they would name another number
    attributes = {"disguised": "yes"} if _is_disguised(sheet, start, end) else {}
    yield Finding(start, end, "Phone", name, attributes)
