"""The training corpus: every note is well annotated, and none is of the gold set."""

from collections import Counter

import pytest

from gold.notation import Note
from gold.notation import notes as gold_notes
from nlp_models.training import corpus


@pytest.fixture(scope="module")
def notes() -> list[Note]:
    return list(corpus.notes())


def test_there_are_notes_enough_in_every_language(notes: list[Note]) -> None:
    by_language = Counter(note.language for note in notes)
    assert by_language.total() >= 1500
    assert min(by_language.values()) >= 400


def test_no_slug_stands_twice(notes: list[Note]) -> None:
    assert len({note.name for note in notes}) == len(notes)


def test_no_note_is_one_of_the_gold_set(notes: list[Note]) -> None:
    gold = {" ".join(note.text.split()) for note in gold_notes()}
    assert not gold & {" ".join(note.text.split()) for note in notes}


def test_no_person_of_the_gold_test_half_is_in_the_corpus(notes: list[Note]) -> None:
    """Full names of four words are no accident; given names alone are."""

    def long_names(some: list[Note]) -> set[str]:
        return {
            entity["name"].casefold()
            for note in some
            for entity in note.extract["entities"]
            if entity["type"] == "Person" and len(entity["name"].split()) > 3
        }

    shared = long_names(notes) & long_names(list(gold_notes(half="test")))
    assert len(shared) <= 3, shared
