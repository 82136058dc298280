"""Stretches of a text that may hold a phone number: figures, and what stands for figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp_models.numbers.spoken import PLUS, REPEATS, SPOKEN, run_together, spelled

_LOOKALIKES = str.maketrans("oliq", "0110")
_LEET = str.maketrans("0135", "oles")
_ATOM = re.compile(r"[0-9a-z]{1,400}")
_FIGURED = re.compile(r"[0-9oilq]*[0-9][0-9oilq]*|[oil]")
# a number that a word is glued to: “0912345678zalo”, “sdt0912345678”
_GLUED = re.compile(r"(?:[a-z]{2,12}(?=0|84))?(?P<digits>\d{9,13})(?:[a-z]{2,14})?")
_PARTS = re.compile(r"\d+|[a-z]+")
_MAX_GAP = 5
_STRONG = re.compile(r"[,;&\n/]| [-–] ")
_JOINING = frozenset({"va", "hoac", "et", "ou", "and", "or"})
_JOINED = re.compile(r"[ ,.]{1,3}(?:va|hoac|et|ou|and|or)[ ,.]{1,3}")
_FORBIDDEN = re.compile(r"[^\W\d_]|[%$€£=?<>@#\0]|\n\s*\n|[ \n]\|[ \n]")
_MOST_GROUPS = 48
_WHOLE = 10  # figures that are enough for a number without the words beside them
_LONG = 9  # letters that three spelled figures written as one word have at least
_WORDS = frozenset(SPOKEN) | frozenset(REPEATS)


@dataclass(frozen=True, slots=True)
class Group:
    """Figures written together; ``apart`` when a strong mark parts them from those before."""

    start: int
    end: int
    digits: str
    plus: bool = False
    apart: bool = False
    spelled: bool = False


Stretch = tuple[Group, ...]


def stretches(plain: str) -> Iterator[Stretch]:
    """Yield the runs of figures, spelled and disguised ones too, of seven figures and more."""
    groups: list[Group] = []
    for group in _groups(plain):
        if groups:
            gap = plain[groups[-1].end : group.start]
            joined = bool(_JOINED.fullmatch(gap))
            if not joined and (len(gap) > _MAX_GAP or _FORBIDDEN.search(gap)):
                yield from _whole(groups)
                groups = []
            elif joined or _STRONG.search(gap):
                group = replace(group, apart=True)
        groups.append(group)
    yield from _whole(groups)


def _whole(groups: list[Group]) -> Iterator[Stretch]:
    """Yield the groups as one stretch; a long table of figures is parted into single groups."""
    if len(groups) <= _MOST_GROUPS:
        groups = _without_words(groups)
        if sum(len(group.digits) for group in groups) >= 7:
            yield tuple(groups)
        return
    for group in groups:
        if 8 <= len(group.digits) <= 15:
            yield (group,)


def _without_words(groups: list[Group]) -> list[Group]:
    """Leave out words on either side of a whole number that only read like figures.

    “gọi từ 017-624 3908”, “Hà Quỳnh Lâm, 0936.120.774”: once “từ” and “Lâm” have lost their
    marks they are a four and a five.
    """
    written = [n for n, group in enumerate(groups) if not group.spelled]
    if not written:
        return groups
    inner = groups[written[0] : written[-1] + 1]
    whole = sum(len(group.digits) for group in inner) >= _WHOLE
    return inner if whole and not any(group.spelled for group in inner) else groups


def _groups(plain: str) -> Iterator[Group]:
    """Yield figures in the order of the text, words read as the figures they name."""
    words: list[re.Match[str]] = []  # spelled words that follow one another
    plus: int | None = None
    for match in _ATOM.finditer(plain):
        atom = match.group()
        if atom in _WORDS or (atom == "et" and words):
            words.append(match)
            continue
        if words:
            yield from _spelled(words, plus)
            words, plus = [], None
        if atom.isalpha() and (len(atom) < _LONG if len(atom) > 1 else atom not in "oil"):
            plus = match.start() if atom in PLUS else None
            continue
        for group in _written(atom, match.start()):
            yield _with_plus(plain, group, plus)
            plus = None
    if words:
        yield from _spelled(words, plus)


def _written(atom: str, start: int) -> Iterator[Group]:
    """Yield the figures of an atom that is all figures, look-alikes, or glued to a word."""
    if _FIGURED.fullmatch(atom):
        yield Group(start, start + len(atom), atom.translate(_LOOKALIKES))
        return
    if atom.isalpha():
        figures = run_together(atom) if len(atom) >= _LONG else None
        if figures:
            yield Group(start, start + len(atom), figures)
        return
    glued = _GLUED.fullmatch(atom)
    if glued:
        yield Group(start + glued.start("digits"), start + glued.end("digits"), glued["digits"])
        return
    if len(atom) <= 6 and (value := SPOKEN.get(atom.translate(_LEET))) is not None:
        yield Group(start, start + len(atom), str(value))
        return
    parts = list(_PARTS.finditer(atom))
    if 2 < len(parts) <= 24 and all(
        part.group().isdigit() or part.group() in SPOKEN for part in parts
    ):
        for part in parts:
            figures = part.group() if part.group().isdigit() else str(SPOKEN[part.group()])
            yield Group(start + part.start(), start + part.end(), figures)


def _spelled(matches: list[re.Match[str]], plus: int | None) -> Iterator[Group]:
    """Yield the figures of words that follow one another."""
    words = [match.group() for match in matches]
    position = 0
    while position < len(words):
        if words[position] == "et":
            position += 1
            continue
        figures, used = spelled(words, position)
        if figures:
            start, end = matches[position].start(), matches[position + used - 1].end()
            yield Group(
                start if plus is None else plus, end, figures, plus is not None, spelled=True
            )
            plus = None
        position += used


def _with_plus(plain: str, group: Group, spoken: int | None) -> Group:
    """Return the group with the plus sign (or the word for it) that stands before it."""
    if spoken is not None and group.start - spoken <= 7:
        return replace(group, start=spoken, plus=True)
    before = plain[max(0, group.start - 2) : group.start]
    if before.endswith("+"):
        return replace(group, start=group.start - 1, plus=True)
    if before == "+ ":
        return replace(group, start=group.start - 2, plus=True)
    return group
