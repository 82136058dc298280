"""Places that a word of their kind announces: “xã Keng Đu”, “district de X”, “X province”."""

import re
from collections.abc import Iterator

from nlp_models.folding import fold
from nlp_models.gazetteer.lookup import Gazetteer
from nlp_models.gazetteer.place import Kind
from nlp_models.places.mention import PlaceMention
from nlp_models.places.names import clean, gazetteer_key
from nlp_models.places.words import (
    BEFORE_VI,
    DOUBTFUL,
    MARKED,
    NAME_AT,
    NOUN_AFTER,
    NOUN_BEFORE,
    NOUN_OF,
    NOUNS,
    NUMBERED,
    VI_WORD,
)
from nlp_models.sheet import Sheet

_NUMBER = re.compile(r"\d{1,3}[A-Z]?(?!\d|[.,/-]\d)")
_MOST_SYLLABLES = 4
_DOCUMENT = re.compile(
    r"(?:tuong trinh|khai|an|cam ket|ke|sao|ghi|tu khai|tin|do|than|bao cao|photo|giao)\b"
)
_LETTERS = frozenset({"p", "q", "h", "tt"})
_LOWER_WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}")


def announced(sheet: Sheet, places: Gazetteer) -> Iterator[PlaceMention]:
    """Yield the places with a word of their kind before or after them."""
    yield from _vietnamese(sheet, places)
    if sheet.language == "vi":
        return
    yield from _of(sheet)
    yield from _after(sheet, places)


def _vietnamese(sheet: Sheet, places: Gazetteer) -> Iterator[PlaceMention]:
    unmarked = sheet.cased.isascii()
    for match in VI_WORD.finditer(sheet.plain):
        word, start = match["word"], match.end()
        written = sheet.cased[match.start("word") : match.end("word")]
        kind = BEFORE_VI[word]
        number = _NUMBER.match(sheet.cased, start)
        if number and word not in ("t.", "tinh", "nuoc", "xa", "x.", "huyen", "h.", "h", "bang"):
            if word in ("p", "q", "h", "tt") and not written.isupper():
                continue
            yield _numbered(sheet, match, number, kind)
            continue
        if word in _LETTERS and not (
            written.isupper() and sheet.cased[match.end("word") : match.end("word") + 1] in ". "
        ):
            continue
        named = NAME_AT.match(sheet.cased, start)
        if word == "ban" and _DOCUMENT.match(sheet.plain, start):
            continue  # “bản tường trình” is a paper
        sure = not _is_doubtful(word, written, unmarked=unmarked)
        if named is None:
            yield from _lower(sheet, match, kind, places)
            continue
        text = _trimmed(named.group(), kind, places, syllables=True)
        if kind == "country" and not _is_known(text, kind, places):
            continue
        if (
            not sure
            and not _is_known(text, kind, places)
            and not _is_in_chain(sheet, match.start(), start + len(text))
        ):
            continue
        yield _mention(sheet, start, text, kind, match.start("word"), start + len(text))


def _is_doubtful(word: str, written: str, *, unmarked: bool) -> bool:
    if word not in DOUBTFUL:
        marked = MARKED.get(word)
        return (
            marked is not None
            and not unmarked
            and written.lower() != marked
            and not written.isupper()
        )
    return written.lower() != MARKED.get(word) or word in ("bang",)


def _is_known(text: str, kind: Kind, places: Gazetteer) -> bool:
    return any(_fits(kind, named.place.kind) for named in places.named(gazetteer_key(text)))


def _fits(announced: Kind, kind: Kind) -> bool:
    """Say whether a place of the gazetteer may be what the word before it calls it."""
    near = {
        "district": ("district", "town"),
        "town": ("town", "district", "province", "commune"),
        "commune": ("commune", "town"),
    }
    return kind in near.get(announced, (announced,))


_LINKED = re.compile(
    r"[ ,\-–(]{1,3}(?:thuoc )?(?:ban|thon|xom|xa|phuong|huyen|quan|thi xa|thi tran|tp\.?|"
    r"thanh pho|tinh|h\.|t\.|x\.|commune|district|province)[ .]"
)
_LINKED_BEFORE = re.compile(
    r"(?:ban|thon|xom|khoi|xa|phuong|huyen|quan|thi xa|thi tran|tp\.?|thanh pho|h\.|x\.|"
    r"p\.)[ .][^\n\0]{1,30}[,\-–(] ?$"
)


def _is_in_chain(sheet: Sheet, start: int, end: int) -> bool:
    return bool(
        _LINKED.match(sheet.plain, end)
        or _LINKED_BEFORE.search(sheet.plain[max(0, start - 45) : start])
    )


def _numbered(
    sheet: Sheet, match: re.Match[str], number: re.Match[str], kind: Kind
) -> PlaceMention:
    """Return “Quận 1” or “khối 5”: a mere number keeps its word in the name."""
    start, end = match.start("word"), number.end()
    title = NUMBERED.get(match["word"], sheet.cased[start : match.end("word")])
    return PlaceMention(
        start, end, f"{title} {number.group()}", "administrative", kind, start, end, cued=True
    )


def _lower(
    sheet: Sheet, match: re.Match[str], kind: Kind, places: Gazetteer
) -> Iterator[PlaceMention]:
    """Yield “xa keng du”: a name without capitals counts when the gazetteer has it as that kind."""
    words = _LOWER_WORDS.match(sheet.plain, match.end())
    if words is None:
        return
    parts = words.group().split(" ")
    for count in range(min(len(parts), _MOST_SYLLABLES), 1, -1):
        text = " ".join(parts[:count])
        if any(
            _fits(kind, named.place.kind) and named.place.country == "VN"
            for named in places.named(gazetteer_key(text))
        ):
            end = match.end() + len(text)
            yield _mention(
                sheet, match.end(), sheet.cased[match.end() : end], kind, match.start("word"), end
            )
            return


def _trimmed(text: str, kind: Kind, places: Gazetteer, *, syllables: bool) -> str:
    """Return the name without capitals that belong to what follows it."""
    text = clean(text)
    words = text.split(" ")
    for count in range(len(words), 1, -1):
        shorter = " ".join(words[:count])
        if any(_fits(kind, named.place.kind) for named in places.named(gazetteer_key(shorter))):
            return clean(shorter)
    return clean(" ".join(words[:_MOST_SYLLABLES])) if syllables else text


def _of(sheet: Sheet) -> Iterator[PlaceMention]:
    """Yield “commune de Keng Du”, “village of Sisophon”, “district Ky Son”."""
    for pattern in (NOUN_OF, NOUN_BEFORE):
        for match in pattern.finditer(sheet.plain):
            named = NAME_AT.match(sheet.cased, match.end())
            if named is None:
                continue
            text = clean(named.group())
            kind = NOUNS[match["word"]]
            if not text or (
                pattern is NOUN_BEFORE
                and sheet.cased[match.start()].isupper()
                and match.start() > 0
            ):
                continue
            yield _mention(sheet, match.end(), text, kind, match.start(), match.end() + len(text))


def _after(sheet: Sheet, places: Gazetteer) -> Iterator[PlaceMention]:
    """Yield “Keng Du commune”, “Edo State”, “Svay Rieng province”."""
    for match in NOUN_AFTER.finditer(sheet.plain):
        start = name_before(sheet.cased, match.start())
        if start is None:
            continue
        text = sheet.cased[start : match.start()]
        if match["word"] == "city" and (places.named(gazetteer_key(f"{text} city"))):
            yield _mention(
                sheet,
                start,
                f"{text} {sheet.cased[match.start() + 1 : match.end()]}",
                "town",
                start,
                match.end(),
            )
            continue
        if fold(text) in NOUNS or sheet.plain[match.end() : match.end() + 4] == " of ":
            continue
        yield _mention(sheet, start, text, NOUNS[match["word"]], start, match.end())


_BEFORE = re.compile(rf"(?<![\w'’-])({NAME_AT.pattern})$")
_ARTICLE = re.compile(r"(?:The|In|At|From|Near|To|Of|Of the|And|Both|When|While|After) ")


def name_before(cased: str, end: int) -> int | None:
    """Return where the name starts that ends here."""
    window = max(0, end - 50)
    matches = [match for match in NAME_AT.finditer(cased, window, end) if match.end() == end]
    if not matches:
        return None
    start = matches[0].start()
    article = _ARTICLE.match(cased, start, end)
    while article:
        start = article.end()
        article = _ARTICLE.match(cased, start, end)
    return start if start < end else None


def _mention(
    sheet: Sheet, start: int, text: str, kind: Kind, whole_start: int, whole_end: int
) -> PlaceMention:
    return PlaceMention(
        start,
        start + len(text),
        text,
        "administrative",
        kind,
        whole_start,
        max(whole_end, start + len(text)),
        cued=True,
    )
