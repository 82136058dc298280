"""Writes an annotated note anew with other names, so that what is learned is how names are told.

People get names of other peoples, places other places, some organisations other names; the same
person keeps one new name through the note, in full and in part.
"""

import unicodedata
from dataclasses import dataclass, field
from random import Random

from gold.notation import Note
from nlp_models.training.grammar import drop_marks
from nlp_models.training.other_names import organisation, place
from nlp_models.training.people_names import new_name

LABELS = {"Person": "PER", "Place": "LOC", "Organization": "ORG"}
_TRIES = 12


@dataclass(slots=True)
class Rewritten:
    """A text with its marks (start, end, label), and where each mention of the note went."""

    text: str = ""
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    moved: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def rewritten(note: Note, random: Random, change: float = 0.65) -> Rewritten:
    """Return the note with new names; ``change`` is the chance that an entity gets one."""
    names: dict[str, dict[str, str]] = {}
    for entity in note.extract["entities"]:
        names[entity["id"]] = _new_mentions(entity, note.language, random, change)
    spans = sorted(
        (start, end, entity["id"], entity["type"])
        for entity in note.extract["entities"]
        for start, end, _ in entity["mentions"]
    )
    draft = Rewritten()
    at = 0
    for start, end, identifier, kind in spans:
        if start < at:
            continue
        draft.text += note.text[at:start]
        written = names[identifier].get(note.text[start:end], note.text[start:end])
        place = (len(draft.text), len(draft.text) + len(written))
        draft.moved[start, end] = place
        if kind in LABELS:
            draft.marks.append((*place, LABELS[kind]))
        draft.text += written
        at = end
    draft.text += note.text[at:]
    return _restyled(draft, note.language, random)


def _new_mentions(
    entity: dict[str, object], language: str, random: Random, change: float
) -> dict[str, str]:
    """Return what each way to write an entity becomes; nothing where it stays."""
    written = sorted({text for _, _, text in entity["mentions"]})
    if random.random() > change:
        return {}
    if entity["type"] == "Person":
        return _new_person(written, language, random)
    if entity["type"] == "Place":
        return {text: _cased(text, place(random, language)) for text in written}
    if entity["type"] == "Organization" and len(written) == 1 and random.random() < 0.45:
        return {text: organisation(random, language) for text in written}
    return {}


def _new_person(written: list[str], language: str, random: Random) -> dict[str, str]:
    """Give each word of the person's names a new word, alike in all mentions."""
    longest = max(written, key=lambda text: len(text.split()))
    if "." in longest or any(len(word) < 2 for word in longest.split()):
        return {}
    words = list(dict.fromkeys(word.casefold() for word in longest.split()))
    for _ in range(_TRIES):
        name = new_name(random, language)
        if len(name) == len(words):
            break
    else:
        name = tuple(new_name(random, language)[-1] for _ in words)
    told = dict(zip(words, name, strict=True))
    new = {}
    for text in written:
        pieces = text.split(" ")
        if any("." in piece or not piece for piece in pieces):
            continue
        changed = [_cased(piece, told.get(piece.casefold(), "")) for piece in pieces]
        if all(changed):
            new[text] = " ".join(changed)
    return new


def _cased(old: str, new: str) -> str:
    bare = old.isascii() and not new.isascii()
    new = drop_marks(new) if bare else new
    if old.isupper() and len(old) > 2:
        return new.upper()
    return new.lower() if old.islower() else new


def _restyled(draft: Rewritten, language: str, random: Random) -> Rewritten:
    """Drop marks or change the case of the whole text now and then, as writers do."""
    chance = random.random()
    text = draft.text
    if chance < (0.3 if language == "vi" else 0.12):
        text = "".join(
            drop_marks(letter) if unicodedata.combining(letter) == 0 else letter for letter in text
        )
    elif chance < 0.34 and language != "vi":
        pieces, at = [], 0
        for start, end, _ in draft.marks:
            pieces += [text[at:start], drop_marks(text[start:end])]
            at = end
        text = "".join([*pieces, text[at:]])
    style = random.random()
    if style < 0.03:
        text = text.upper()
    elif style < 0.06:
        text = text.lower()
    return Rewritten(text, draft.marks, draft.moved) if len(text) == len(draft.text) else draft
