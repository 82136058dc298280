"""Which mentions of people are one person: full names, given names, initials, aliases."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from nlp_models.finding import Finding
from nlp_models.folding import fold
from nlp_models.names.lexicon import VIETNAMESE_FAMILIES

_NICKNAME = re.compile(r"[ ]?[\"“”«‘„][ ]?(?P<nickname>[^\"“”«»„]+?)[ ]?[\"“”»’‟][ ]?")


@dataclass(slots=True)
class Person:
    """One person while the mentions of a report are being joined."""

    mentions: list[Finding] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    last: int = 0

    def add(self, mention: Finding, alias: bool = False) -> None:
        """Take in one more mention; a nickname inside its name, “Ray "Duke" Hill”, is an alias."""
        self.mentions.append(mention)
        self.last = mention.end
        name, nickname = without_nickname(mention.name)
        known = self.aliases if alias else self.names
        if name not in known:
            known.append(name)
        if nickname and nickname not in self.aliases:
            self.aliases.append(nickname)

    @property
    def fullest(self) -> str:
        """Return the name with the most words, then with marks, then the first written."""
        names = self.names or self.aliases
        return max(
            names, key=lambda name: (len(name.split()), not name.isascii(), not name.isupper())
        )


def without_nickname(name: str) -> tuple[str, str]:
    """Return a name and the nickname in quotation marks inside it: “Ray "Duke" Hill”."""
    inside = _NICKNAME.search(name)
    if inside is None or inside.start() == 0 or inside.end() == len(name):
        return name, ""
    return f"{name[: inside.start()]} {name[inside.end() :]}", inside["nickname"]


def join(mentions: Sequence[Finding], links: Mapping[int, tuple[int, bool]]) -> list[Person]:
    """Join mentions, in the order of the text; ``links`` says which start is an alias of which."""
    people: list[Person] = []
    at: dict[int, Person] = {}
    for mention in mentions:
        if mention.start in links and links[mention.start][0] in at:
            owner, true_name = links[mention.start]
            person = at[owner]
            if true_name:
                person.aliases += [name for name in person.names if name not in person.aliases]
                person.names.clear()
            other = _known_as(mention.name, [one for one in people if one is not person])
            if other is not None:
                _absorb(person, other)
                people.remove(other)
                at.update({m.start: person for m in other.mentions})
            person.add(mention, alias=not true_name and not _repeats(mention.name, person.names))
        else:
            found = _same(mention.name, people)
            if found is None:
                found = Person()
                people.append(found)
            person = found
            person.add(mention, alias=mention.name in person.aliases)
        at[mention.start] = person
    return people


def _absorb(person: Person, other: Person) -> None:
    person.mentions = sorted([*person.mentions, *other.mentions], key=lambda m: m.start)
    person.aliases += [name for name in other.names + other.aliases if name not in person.aliases]


def _known_as(alias: str, people: Sequence[Person]) -> Person | None:
    """Return who was already called what is now said to be another name of somebody."""
    found = [p for p in people if any(_equal(alias, known) for known in p.names + p.aliases)]
    if not found and len(alias.split()) > 1:
        return _same(alias, people)
    return max(found, key=lambda p: p.last) if found else None


def _same(written: str, people: Sequence[Person]) -> Person | None:
    """Return the person a name speaks of: the same name best, then the last one it is a part of."""
    name = without_nickname(written)[0]
    exact = [p for p in people if name in p.names or name in p.aliases]
    if exact:
        return max(exact, key=lambda p: p.last)
    for test in _TESTS:
        found = [p for p in people if any(test(name, known) for known in _comparable(name, p))]
        if found:
            return max(found, key=lambda p: p.last)
    return None


def _comparable(name: str, person: Person) -> list[str]:
    """Return the names a name is compared with: two full names are not joined by a short one."""
    known = person.names + person.aliases
    if len(name.split()) > 1:
        full = [one for one in known if len(one.split()) > 1]
        return full or known
    return known


def _repeats(name: str, names: Sequence[str]) -> bool:
    """Tell whether a name is one of the names, or a part of one, and so no other name."""
    return any(
        _equal(name, known) or (len(name.split()) < len(known.split()) and _part(name, known))
        for known in names
    )


def _equal(one: str, other: str) -> bool:
    """Tell whether two spellings are of one name: case, order, and marks that one of them lacks.

    The family may stand before or after the rest: “Diallo Awa”, “Nguyen Van Hung”, “Van Hung
    NGUYEN”; “Lei Man Kin” and “Lei Kin Man” are two people.
    """
    if one.casefold() == other.casefold():
        return True
    first, second = fold(one).split(), fold(other).split()
    if len(first) != len(second) or "." in one:
        return False
    if first == second:
        return _marks_agree(one, other)
    return len(first) > 1 and second in (first[1:] + first[:1], first[-1:] + first[:-1])


def _marks_agree(one: str, other: str) -> bool:
    """Tell whether marks differ only where one side has none: Thuy is Thúy, Thùy is not."""
    pairs = zip(one.casefold().split(), other.casefold().split(), strict=False)
    return all(a == b or a.isascii() or b.isascii() for a, b in pairs)


def _words(name: str) -> list[str]:
    """Return the words of a name, initials each as one: “L.T.H”, “Nguyễn Thị H”."""
    return [word for word in re.split(r"[ .]+", name) if word]


def _part_as_written(short: str, long: str) -> bool:
    """Tell whether one name is the other cut, with the same marks."""
    return _part(short, long) and bool(
        set(short.casefold().split()) <= set(long.casefold().split())
        or set(long.casefold().split()) <= set(short.casefold().split())
    )


def _part(short: str, long: str) -> bool:
    """Tell whether one name is the other cut.

    “Hùng” of “Nguyễn Văn Hùng”, “H” of “Nguyễn Thị H” and of “N.T.H”, “Diallo” of “Awa Diallo”,
    “TANG” of “TANG Quoc Khai”; “Nguyễn Thị Lan” is none of “Nguyễn Thị Lan Anh”.
    """
    if len(_words(short)) > len(_words(long)):
        short, long = long, short
    few, many = _words(short), _words(long)
    if len(few) == len(many) or not few:
        return False
    plain, whole = [fold(word) for word in few], [fold(word) for word in many]
    if not "".join(plain):
        return False
    vietnamese = whole[0] in VIETNAMESE_FAMILIES and len(whole) > 2
    if len(few) == 1:
        if len(plain[0]) < 2:
            return few[0] == many[-1]
        ends = [-1] if vietnamese and not _family_in_capitals(few[0], many) else [-1, 0]
        return any(whole[i] == plain[0] and _marks_agree(few[0], many[i]) for i in ends)
    if plain == whole[-len(plain) :]:
        return True
    if vietnamese:
        return plain == [whole[0], whole[-1]]
    return set(plain) <= set(whole)


def _family_in_capitals(word: str, name: Sequence[str]) -> bool:
    return word.isupper() and name[0].isupper() and not all(one.isupper() for one in name[1:])


def _middle(short: str, long: str) -> bool:
    """Tell whether a name is a word inside a longer one: “Ortiz” of “Ana Ortiz Vega”, not “Văn”."""
    few, many = fold(short).split(), fold(long).split()
    if len(few) != 1 or len(many) < 3 or len(few[0]) < 3:
        return False
    return many[0] not in VIETNAMESE_FAMILIES and few[0] in many[1:-1]


def _initials(short: str, long: str) -> bool:
    """Tell whether a name is the first letters of another: “TM” of “Tendai Mutasa”, “A. Duval”."""
    few, many = _words(short), _words(long)
    if len(few) == 1:
        letters = "".join(word[0] for word in many)
        return few[0].isupper() and len(few[0]) > 1 and few[0] == letters
    one, other = (few, many) if len(few[0]) == 1 else (many, few)
    return (
        len(one) == len(other) == 2
        and len(one[0]) == 1
        and len(other[0]) > 1
        and one[0] == other[0][0]
        and len(one[1]) > 1
        and fold(one[1]) == fold(other[1])
    )


# the surest first
_TESTS: tuple[Callable[[str, str], bool], ...] = (
    _equal,
    _part_as_written,
    _part,
    _initials,
    _middle,
)
