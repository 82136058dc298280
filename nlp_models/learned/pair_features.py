"""What a scorer sees of two mentions: the words between, before and after, and who is near."""

from collections.abc import Iterator, Mapping

from nlp_models.learned.pairs import Pair
from nlp_models.learned.strip import Strip, named_classes


def pair_features(strip: Strip, pair: Pair, roles: Mapping[str, str]) -> set[str]:
    """Return the features of a pair; ``roles`` are the people's, as far as they are known."""
    return set(_features(strip, pair, roles))


def _features(strip: Strip, pair: Pair, roles: Mapping[str, str]) -> Iterator[str]:
    words, items = strip.words, strip.items
    first, second = pair.first, pair.second
    same = "=" if pair.same_sentence else "~"
    a, b = items[first], items[second]
    types = f"{a.word}{b.word}"
    between = words[first + 1 : second]
    yield f"t:{types}{same}"
    yield f"gap:{same}{_bucket(len(between))}"
    ends = (roles.get(a.id, ""), roles.get(b.id, ""))
    yield f"roles:{ends[0]}>{ends[1]}"
    yield f"roles:{ends[0]}>{ends[1]}{same}{_bucket(len(between))}"
    inside = [item for item in items[first + 1 : second] if item.id]
    yield f"in:{''.join(item.word for item in inside[:6])}{same}"
    yield f"n:{min(len(inside), 5)}"
    if len(between) <= 5:
        yield f"mid:{' '.join(between)}"
        yield f"mid+:{words[first - 1] if first else '^'} _ {' '.join(between)}"
    for word in between if len(between) <= 14 else (*between[:7], *between[-7:]):
        yield f"m:{word}"
        yield f"m{ends[0][:1]}{ends[1][:1]}:{word}"
        if len(word) > 5:
            yield f"ms:{word[:5]}"
    for one, other in zip(between[:8], between[1:9], strict=False):
        yield f"m:{one} {other}"
    for one, other in zip(between[-8:], between[-7:], strict=False):
        yield f"m:{one} {other}"
    for word in set(strip.plain[first + 1 : second]) if len(between) <= 14 else ():
        yield f"p:{word}"
    for name, word in _edges(strip, pair):
        yield f"{name}:{word}"
    yield from _class_features(strip, pair, ends)
    yield from _reach(strip, pair)


def _class_features(strip: Strip, pair: Pair, ends: tuple[str, str]) -> Iterator[str]:
    """Give the classes of the words between, before and after, alone and in their order."""
    first, second = pair.first, pair.second
    between = named_classes(strip, range(first + 1, second))
    for names in between if len(between) <= 10 else (*between[:5], *between[-5:]):
        for name in names:
            yield f"cm:{name}"
            yield f"cm:{ends[0][:1]}{ends[1][:1]}:{name}"
    if len(between) <= 6:
        yield f"seq:{' '.join(names[0] for names in between)}"
    plain = [names[0] for names in between if len(names[0]) > 1]
    if plain:
        yield f"words:{' '.join(plain[:4])}"
        yield f"start:{plain[0]}"
        yield f"end:{plain[-1]}"
    for one, other in zip(between[:6], between[1:7], strict=False):
        for name in one:
            for more in other:
                yield f"cm:{name} {more}"
    sides = (("cl", range(first - 1, first - 6, -1)), ("cr", range(second + 1, second + 6)))
    for side, places in sides:
        sentence = strip.items[first if side == "cl" else second].sentence
        inside = [
            p for p in places if 0 <= p < len(strip.items) and strip.items[p].sentence == sentence
        ]
        for number, names in enumerate(named_classes(strip, inside)):
            for name in names:
                yield f"{side}:{name}"
                if number == 0:
                    yield f"{side}1:{name}"


def _bucket(count: int) -> int:
    return count if count < 5 else 5 + min((count - 5) // 4, 8)


def _edges(strip: Strip, pair: Pair) -> Iterator[tuple[str, str]]:
    words, items = strip.words, strip.items
    first, second = pair.first, pair.second
    before = [
        words[place] if items[place].sentence == items[first].sentence else "‖"
        for place in range(max(0, first - 5), first)
    ]
    after = [
        words[place] if items[place].sentence == items[second].sentence else "‖"
        for place in range(second + 1, min(len(words), second + 6))
    ]
    for word in before:
        yield "l", word
    for word in after:
        yield "r", word
    if before:
        yield "l1", before[-1]
        yield "l2", " ".join(before[-2:])
    if after:
        yield "r1", after[0]
        yield "r2", " ".join(after[:2])
    if second - first > 1:
        yield "f1", words[first + 1]
        yield "f2", " ".join(words[first + 1 : first + 3])
        yield "e1", words[second - 1]
        yield "e2", " ".join(words[max(first + 1, second - 2) : second])
        yield "e3", " ".join(words[max(first + 1, second - 3) : second])
    if before and after:
        yield "lr", f"{before[-1]} _ {after[0]}"


def _reach(strip: Strip, pair: Pair) -> Iterator[str]:
    """Say whether each mention is the nearest of its type to the other, and who else could be."""
    items = strip.items
    first, second = pair.first, pair.second
    a, b = items[first], items[second]
    for place in range(first + 1, second):
        if items[place].word == a.word and items[place].id != a.id:
            yield "nearer-first"
            break
    for place in range(first + 1, second):
        if items[place].word == b.word and items[place].id != b.id:
            yield "nearer-second"
            break
    sentence = [
        item for item in items[max(0, first - 40) : second + 40] if item.sentence == a.sentence
    ]
    yield f"{a.word}s:{min(sum(item.word == a.word for item in sentence), 4)}"
    if a.word != b.word:
        yield f"{b.word}s:{min(sum(item.word == b.word for item in sentence), 4)}"
    line = first
    while line > 0 and strip.words[line - 1] != "¶" and first - line < 15:
        line -= 1
    label = strip.words[line:first]
    if ":" in label:
        for word in label[: label.index(":")]:
            yield f"H:{word}"
    if strip.places[a.id][0] == first:
        yield "first-is-new"
    if strip.places[b.id][0] == second:
        yield "second-is-new"
    for place in range(max(0, second - 4), second):
        if items[place].word == b.word and items[place].id != b.id:
            yield f"just-before:{strip.words[place + 1] if place + 1 < second else ''}"
    for place in range(second + 1, min(len(items), second + 5)):
        if items[place].word == b.word and items[place].id != b.id:
            yield f"just-after:{strip.words[second + 1] if place > second + 1 else ''}"
            break
