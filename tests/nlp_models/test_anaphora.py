"""Words by which the teller of a report means himself."""

import re

import pytest

from nlp_models.learned.anaphora import references
from nlp_models.learned.pairs import pairs_of
from nlp_models.reading import Appearance, Mention
from nlp_models.vocabulary import Language
from tests.nlp_models.strip_builder import lay_out

_MARK = re.compile(r"«(?P<id>[a-z]\d+) (?P<text>[^»]+)»")


def told(marked: str, language: Language) -> list[tuple[str, str]]:
    """Return the words that stand for someone, with whom; names are marked ``«p1 Lan»``."""
    text, mentions, at = "", {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        one = Mention(len(text), len(text) + len(mark["text"]), mark["text"])
        mentions.setdefault(mark["id"], []).append(one)
        text += mark["text"]
        at = mark.end()
    text += marked[at:]
    people = [Appearance(id, "Person", some[0].text, tuple(some)) for id, some in mentions.items()]
    return [(text[one.start : one.end], one.id) for one in references(text, language, people)]


@pytest.mark.parametrize(
    ("marked", "language", "expected"),
    [
        (
            "My name is «p1 Ada Obi». I paid «p2 Joy» and she took my phone.",
            "en",
            [("My", "p1"), ("I", "p1"), ("my", "p1")],
        ),
        (
            "Je soussignée «p1 Awa Diop» déclare : «p2 Issa» m'a vendue. J'avais dix ans.",
            "fr",
            [("Je", "p1"), ("m'", "p1"), ("J'", "p1")],
        ),
        (
            "Tôi tên là «p1 Lò Thị Mai». Bà «p2 Hoa» đưa tôi sang Lào. Tôi trốn về.",
            "vi",
            [("Tôi", "p1"), ("tôi", "p1"), ("Tôi", "p1")],
        ),
        (
            "Dear Sir, I lost my daughter «p2 Anna». I wait.\nYours,\n«p1 Elena Rusu»",
            "en",
            [("I", "p1"), ("my", "p1"), ("I", "p1")],
        ),
        (
            "[21:04] «p1 Hoa»: I have work for you\n[21:05] «p2 Linh»: my mother says no",
            "en",
            [("I", "p1"), ("my", "p2")],
        ),
        (
            "Interview with «p1 Petras».\nQ: I ask you, did you drive?\nA: I did, I drove «p2 Ruta».",
            "en",
            [("I", "p1"), ("I", "p1")],
        ),
    ],
    ids=["name", "undersigned", "vi", "signed", "chat", "asked"],
)
def test_the_teller_is_found(
    marked: str, language: Language, expected: list[tuple[str, str]]
) -> None:
    assert told(marked, language) == expected


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("«p1 Ada Obi» told police that I and my sister left.", "en"),
        ("Công an bắt «p1 Vừ Bá Pó». Pó khai nhận tất cả.", "vi"),
        ("Dear «p1 Anna», I write. I miss you. I work.", "en"),
    ],
    ids=["nobody introduced", "none", "sent to her"],
)
def test_nobody_is_taken_for_the_teller(marked: str, language: Language) -> None:
    assert told(marked, language) == []


def test_what_the_teller_says_of_himself_is_a_pair() -> None:
    strip = lay_out("My name is «p1 Ada Obi». I was sold by «p2 Joy». I ran.", "en")
    ends = {
        frozenset((strip.items[pair.first].id, strip.items[pair.second].id)): pair.same_sentence
        for pair in pairs_of(strip)
    }
    assert ends == {frozenset({"p1", "p2"}): True}
