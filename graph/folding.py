"""Spellings: what two ways of writing a name have in common, and what tells them apart."""

import re
import unicodedata

_MARKS = range(0x0300, 0x0370)
# grave, acute, hook above, tilde, dot below: the five tones of Vietnamese
_TONES = frozenset("\u0300\u0301\u0309\u0303\u0323")
# canonical decomposition leaves these letters whole
_WHOLE = str.maketrans({"đ": "d", "ð": "d", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "æ": "ae"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Write in small letters without marks: "Đức" and "Duc" both become "duc"."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(letter for letter in decomposed if ord(letter) not in _MARKS)
    return unicodedata.normalize("NFC", bare.translate(_WHOLE))


def fold_in_place(text: str) -> str:
    """Fold letter by letter, so that every character keeps its offset."""
    return "".join(_folded_letter(letter) for letter in text)


def _folded_letter(letter: str) -> str:
    if letter < "\x80":
        return letter.lower()
    folded = fold(letter)
    return folded if len(folded) == 1 else letter


def words(text: str) -> tuple[str, ...]:
    """Take a text apart into its words, as written."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text)))


def spelling(word: str) -> str:
    """Write a word so that only a difference of letters, marks or tone remains.

    Capitals and the place of the tone mark ("Hoà" and "Hòa") say nothing; the tone itself and
    the shape of the vowel do: "An", "Ân" and "Án" stay three.
    """
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", word.casefold().replace("ð", "đ")):
        (tones if letter in _TONES else letters).append(letter)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(sorted(tones))


def name_key(name: str) -> str:
    """Spell a person's name whatever the order of its words and its capitals."""
    return " ".join(sorted(spelling(word) for word in words(name)))


def phrase(text: str) -> str:
    """Fold a name of several words with one blank between two."""
    return " ".join(_BETWEEN.sub(" ", fold(text)).split())


def compact(text: str) -> str:
    """Keep letters and digits alone, folded: "37B-013.18" becomes "37b01318"."""
    return _BETWEEN.sub("", fold(text))
