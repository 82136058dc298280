"""One word in several spellings: what a change of alphabet or of scribe leaves the same."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from anyascii import anyascii

_TABLE = Path(__file__).with_name("name_variants.txt")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|th|ch|tr|kh|ph|gh|gi|qu|[bcdghklmnprstvx])?"
    r"(?:uye|uya|oai|oay|uoi|uou|ieu|yeu|oeo|oa|oe|ua|ue|uo|uy|ui|uu|ie|ia|ye|ya|eo|eu|ao|au|ay|ai"
    r"|iu|oi|oo|a|e|i|o|u|y)"
    r"(?:ng|nh|ch|c|m|n|p|t)?"
)
_CONSONANTS = (
    (re.compile("tsch|tch|sch|sh|ch|cz|sz"), "C"),
    (re.compile("^x"), "s"),
    (re.compile("x"), "ks"),
    (re.compile("ph"), "f"),
    (re.compile("dj"), "j"),
    (re.compile("ck|c|q"), "k"),
    (re.compile("w"), "v"),
    (re.compile("z"), "s"),
    (re.compile("y"), "i"),
)
# spellings end in their tone mark (graph.folding.spelling)
_ENDS_IN_Y = re.compile(r"(?:(?<=^[lmktsh])|(?<=^qu))y(?=[\u0300\u0301\u0303\u0309\u0323]?$)")
_SHORTEST = 5
_SHORTEST_SKELETON = 3


@cache
def _groups() -> Mapping[str, str]:
    """Name, for each word that is known in several spellings, the first of them."""
    return {word: words[0] for kind, words in _variants() if kind == "same" for word in words}


@cache
def _others() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(words) for kind, words in _variants() if kind == "other")


@cache
def _variants() -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = (line.split() for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return tuple((kind, tuple(words)) for kind, *words in filter(None, lines) if kind != "#")


@lru_cache(maxsize=100_000)
def is_syllable(folded: str) -> bool:
    """Say whether a word could be a Vietnamese syllable, where every letter tells names apart."""
    return _SYLLABLE.fullmatch(folded) is not None


@lru_cache(maxsize=100_000)
def old_spelling(word: str) -> str:
    """Write one syllable that Vietnamese spells in two ways in one: Lý and Lí, Mỹ and Mĩ.

    Vy and Vi, Thy and Thi are names of their own.
    """
    return _ENDS_IN_Y.sub("i", word)


@lru_cache(maxsize=100_000)
def skeleton(folded: str) -> str:
    """Keep the consonants by their sound: "sisavath" and "sysavat" both become "svt"."""
    word = anyascii(folded).lower()
    for pattern, sound in _CONSONANTS:
        word = pattern.sub(sound, word)
    first, rest = word[:1], word[1:]
    bare = first + re.sub("[aeiouh]", "", rest)
    return re.sub(r"(.)\1+", r"\1", bare)


def sound(folded: str) -> str:
    """Write a word so that its usual spellings are equal; a short or Vietnamese one as it is."""
    if folded in _groups():
        return _groups()[folded]
    if len(folded) < _SHORTEST or is_syllable(folded):
        return old_spelling(folded)
    return _by_ear(folded)


def _by_ear(folded: str) -> str:
    bare = skeleton(folded)
    return bare if len(bare) >= _SHORTEST_SKELETON else folded


def is_variant(left: str, right: str) -> bool:
    """Say whether two words are likely one in two spellings.

    A woman's form of a man's name is another name: Daniel and Daniela.
    """
    one, other = _groups().get(left), _groups().get(right)
    if one is not None and other is not None:
        return one == other
    if frozenset((left, right)) in _others() or left + "a" == right or right + "a" == left:
        return False
    if min(len(left), len(right)) < _SHORTEST or (is_syllable(left) and is_syllable(right)):
        return False
    misspelled = left[0] == right[0] and one_letter_apart(left, right)
    return misspelled or _by_ear(left) == _by_ear(right)


def one_letter_apart(left: str, right: str) -> bool:
    """Say whether one letter more, less, or another makes two words one."""
    if abs(len(left) - len(right)) > 1:
        return False
    short, long = sorted((left, right), key=len)
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
