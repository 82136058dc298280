"""What a scorer sees of one person: the words around each mention, and the look of the name."""

import re
from collections.abc import Iterator, Sequence

from nlp_models.folding import fold
from nlp_models.learned.strip import Strip, named_classes
from nlp_models.reading import Appearance, Claim

LEFT, RIGHT = 7, 9
_INITIALS = re.compile(r"(?:\b\w{1,2}\.){2,}|\b[^\W\d_]{1,2}\.?$")
_BLANK = "‹›"


def person_features(strip: Strip, person: Appearance, said: Sequence[Claim] = ()) -> set[str]:
    """Return the features of a person, all mentions together."""
    found = set(_look(person))
    places = strip.places.get(person.id, ())
    for number, at in enumerate(places):
        found.update(_around(strip, at))
        if number == 0:
            found.update(
                f"1{name}" for name in _around(strip, at) if name[:2] in {"a1", "b1", "H:"}
            )
    found.add(f"order:{min(_order(strip, person), 6)}")
    named = [at for at in places if not strip.items[at].teller]
    found.add(f"mentions:{min(len(named), 4)}")
    if len(named) < len(places):
        found.add("teller")
    found.update(_of_claims(person, said))
    found.update(f"head:{word}" for word in strip.words[:12] if len(word) > 2)
    found.update(f"doc:{name}" for name in strip.subjects)
    return found


def _order(strip: Strip, person: Appearance) -> int:
    people = [one.id for one in strip.appearances if one.type == "Person"]
    return people.index(person.id)


def _look(person: Appearance) -> Iterator[str]:
    words = person.name.split()
    if _INITIALS.search(person.name):
        yield "initials"
    yield f"words:{min(len(words), 4)}"
    yield f"upper:{person.name.isupper()}"
    if person.aliases:
        yield "alias"
    age = person.attributes.get("age")
    if age and age.isdigit():
        yield f"age:{min(int(age) // 6, 10)}"
    if "born" in person.attributes:
        yield "born"
        yield f"decade:{person.attributes['born'][:3]}"
    if sex := person.attributes.get("sex"):
        yield f"sex:{sex}"
    middle = [fold(word) for word in words[1:-1]]
    yield f"thi:{'thi' in middle}"


def _around(strip: Strip, at: int) -> Iterator[str]:
    words, items = strip.words, strip.items
    sentence = items[at].sentence
    left: list[str] = []
    for place in range(at - 1, max(at - LEFT, 0) - 1, -1):
        if items[place].sentence != sentence:
            left.append("‖")
            break
        left.append(words[place])
    right: list[str] = []
    for place in range(at + 1, min(at + RIGHT + 1, len(words))):
        if items[place].sentence != sentence:
            right.append("‖")
            break
        right.append(words[place])
    near = [*left[:3], *[_BLANK] * (3 - len(left))]
    after = [*right[:3], *[_BLANK] * (3 - len(right))]
    yield f"b1:{near[0]}"
    yield f"b2:{near[1]} {near[0]}"
    yield f"b3:{near[2]} {near[1]} {near[0]}"
    yield f"a1:{after[0]}"
    yield f"a2:{after[0]} {after[1]}"
    yield f"a3:{after[0]} {after[1]} {after[2]}"
    yield f"ab:{near[0]} _ {after[0]}"
    for word in left[:4]:
        yield f"l:{word}"
    for word in right[:4]:
        yield f"r:{word}"
    for word in left[4:]:
        yield f"ll:{word}"
    for word in right[4:]:
        yield f"rr:{word}"
    for one, other in zip(left[1:5], left[:4], strict=False):
        yield f"l:{one} {other}"
    for one, other in zip(right[:5], right[1:6], strict=False):
        yield f"r:{one} {other}"
    for word in (*strip.plain[at - len(left) : at], *strip.plain[at + 1 : at + 1 + len(right)]):
        yield f"p:{word}"
        if len(word) > 5:
            yield f"s:{word[:5]}"
    yield from _class_features(strip, at, len(left), len(right))
    yield from _heading(strip, at)


def _class_features(strip: Strip, at: int, left: int, right: int) -> Iterator[str]:
    """Give the classes of the words around, nearest first, and how they follow one another."""
    before = named_classes(strip, range(at - 1, at - left - 1, -1))
    after = named_classes(strip, range(at + 1, at + right + 1))
    for side, found in (("cl", before), ("cr", after)):
        for number, names in enumerate(found):
            for name in names:
                yield f"{side}:{name}"
                if number < 2:
                    yield f"{side}{number}:{name}"
        for names, more in zip(found[:3], found[1:4], strict=False):
            for name in names:
                for other in more:
                    yield f"{side}:{name} {other}"
    for names in before[:1]:
        for more in after[:1]:
            for name in names:
                for other in more:
                    yield f"cc:{name} _ {other}"


def _heading(strip: Strip, at: int) -> Iterator[str]:
    """Give the words of the line before the mention, and of the last line that ends in a colon."""
    words = strip.words
    start = at
    while start > 0 and words[start - 1] != "¶" and at - start < 12:
        start -= 1
    line = words[start:at]
    if ":" in line:
        for place in range(start, start + line.index(":")):
            yield f"H:{words[place]}"
            for name in strip.classes[place]:
                yield f"cH:{name}"
    if not line:
        yield "H:line-start"
        if at + 1 < len(words):
            yield f"H:line-start {words[at + 1]}"
    for place in range(at - 1, max(at - 60, 1), -1):
        if words[place] == "¶" and words[place - 1] == ":":
            for word in words[max(0, place - 5) : place - 1]:
                yield f"list:{word}"
            break


def _of_claims(person: Appearance, said: Sequence[Claim]) -> Iterator[str]:
    for claim in said:
        flag = "-" if claim.negated else ""
        if claim.subject == person.id:
            yield f"subject:{claim.kind}{flag}"
        if claim.object == person.id:
            yield f"object:{claim.kind}{flag}"
