"""Which mentions of people are one person: full names, given names, initials, aliases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nlp_models.finding import Finding
from nlp_models.folding import fold
from nlp_models.names.lexicon import VIETNAMESE_FAMILIES


@dataclass(slots=True)
class Person:
    """One person while the mentions of a report are being joined."""

    mentions: list[Finding] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    last: int = 0

    def add(self, mention: Finding, alias: bool = False) -> None:
        self.mentions.append(mention)
        self.last = mention.end
        known = self.aliases if alias else self.names
        if mention.name not in known:
            known.append(mention.name)

    @property
    def fullest(self) -> str:
        """Return the name with the most words, then with marks, then the first written."""
        names = self.names or self.aliases
        return max(
            names, key=lambda name: (len(name.split()), not name.isascii(), not name.isupper())
        )


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
            other = _same(mention.name, [one for one in people if one is not person])
            if other is not None and len(mention.name.split()) > 1:
                _absorb(person, other)
                people.remove(other)
                at.update({m.start: person for m in other.mentions})
            person.add(mention, alias=not true_name and not _matches(mention.name, person.names))
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


def _same(name: str, people: Sequence[Person]) -> Person | None:
    """Return the person a name speaks of: the same name best, then the last one it is a part of."""
    exact = [p for p in people if name in p.names or name in p.aliases]
    if exact:
        return max(exact, key=lambda p: p.last)
    for test in (_equal, _part):
        found = [p for p in people if any(test(name, known) for known in p.names + p.aliases)]
        if found:
            return max(found, key=lambda p: p.last)
    return None


def _matches(name: str, names: Sequence[str]) -> bool:
    return any(_equal(name, known) or _part(name, known) for known in names)


def _equal(one: str, other: str) -> bool:
    """Tell whether two spellings are of one name: case, order, and marks that one of them lacks."""
    if one.casefold() == other.casefold():
        return True
    first, second = fold(one), fold(other)
    if sorted(first.split()) != sorted(second.split()) or "." in first:
        return False
    if len(first.split()) == 1 and first != second:
        return False
    return first != second or _marks_agree(one, other)


def _marks_agree(one: str, other: str) -> bool:
    """Tell whether marks differ only where one side has none: Thuy is Thúy, Thùy is not."""
    pairs = zip(one.casefold().split(), other.casefold().split(), strict=False)
    return all(a == b or a.isascii() or b.isascii() for a, b in pairs)


def _part(short: str, long: str) -> bool:
    """Tell whether one name is the other cut: “Hùng” of “Nguyễn Văn Hùng”, “Diallo” of “Awa Diallo”."""
    if len(short.split()) > len(long.split()):
        short, long = long, short
    few, many = short.split(), long.split()
    if len(few) == len(many) or len(fold(short)) < 2:
        return False
    plain, whole = [fold(word) for word in few], [fold(word) for word in many]
    vietnamese = whole[0] in VIETNAMESE_FAMILIES and len(whole) >= 2
    if len(few) == 1:
        ends = [-1] if vietnamese and len(whole) > 2 else [-1, 0]
        places = [i for i in ends if whole[i] == plain[0]]
        return any(_marks_agree(few[0], many[i]) for i in places)
    if plain != whole[-len(plain) :] and not set(plain) <= set(whole):
        return False
    return True
