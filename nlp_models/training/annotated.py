"""Annotated notes as the scorers are trained on them: their strip, their people, their pairs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, cast

from gold.notation import Note
from nlp_models import annotations as annotations
from nlp_models import sentences as sentences
from nlp_models.assembly import stripped
from nlp_models.claims.component import Claims
from nlp_models.classes import Phrases
from nlp_models.learned.strip import Strip, strip_of
from nlp_models.pipeline import blank
from nlp_models.reading import Appearance, Claim, Mention
from nlp_models.vocabulary import LANGUAGES, AppearanceType, Language, Role


@dataclass(frozen=True, slots=True)
class Annotated:
    """A note with its gold appearances laid out."""

    note: Note
    strip: Strip
    said: tuple[Claim, ...]
    phrased: tuple[str, ...]

    @property
    def claims(self) -> list[dict[str, Any]]:
        return cast(list[dict[str, Any]], self.note.extract["claims"])

    @property
    def routes(self) -> list[dict[str, Any]]:
        return cast(list[dict[str, Any]], self.note.extract["routes"])


def annotated(notes: Iterable[Note]) -> Iterator[Annotated]:
    """Lay notes out, one by one, with the claims that the patterns read of them."""
    nlp = blank("xx")
    nlp.add_pipe("filrouge_sentences")
    patterns = {language: Claims(cast(Language, language)) for language in LANGUAGES}
    phrases = {language: Phrases(cast(Language, language)) for language in LANGUAGES}
    for note in notes:
        doc = nlp(note.text)
        spans = (stripped(note.text, s.start_char, s.end_char) for s in doc.sents)
        doc._.appearances = tuple(appearances(note))
        patterns[note.language](doc)
        bounds = [span for span in spans if span]
        language = cast(Language, note.language)
        strip = strip_of(note.text, language, bounds, doc._.appearances)
        phrased = tuple(phrases[note.language].found(note.text))
        yield Annotated(note, strip, doc._.said, phrased)


def appearances(note: Note) -> list[Appearance]:
    """Return the note's entities as appearances."""
    found = []
    for entity in note.extract["entities"]:
        mentions = tuple(Mention(start, end, text) for start, end, text in entity["mentions"])
        found.append(
            Appearance(
                entity["id"],
                cast(AppearanceType, entity["type"]),
                entity["name"],
                mentions,
                tuple(entity["aliases"]),
                cast(Role | None, entity.get("role")),
                entity.get("sub_role"),
                MappingProxyType(entity["attributes"]),
            )
        )
    return found
