"""The gold set: every note parses, the shares hold, the parser is strict."""

import sys
import unicodedata
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from gold.checks import KINDS_OF_NOTE, NotationError  # noqa: E402
from gold.notation import Note, notes, parse  # noqa: E402

HEADER = "kind: dutylog\nlanguage: vi\nhalf: dev\n---\n"


@pytest.fixture(scope="module")
def gold() -> tuple[Note, ...]:
    return tuple(notes())


def without_diacritics(text: str) -> bool:
    return "đ" not in text.lower() and not any(
        unicodedata.combining(letter) for letter in unicodedata.normalize("NFD", text)
    )


def shingles(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + 4]) for i in range(len(words) - 3)}


def test_there_are_a_hundred_notes_of_each_language(gold: tuple[Note, ...]) -> None:
    assert len(gold) >= 300
    assert min(Counter(note.language for note in gold).values()) >= 100


def test_a_third_of_the_vietnamese_notes_have_no_diacritics(gold: tuple[Note, ...]) -> None:
    texts = [note.text for note in gold if note.language == "vi"]
    assert 0.3 < sum(map(without_diacritics, texts)) / len(texts) < 0.37


def test_half_of_each_kind_is_for_development(gold: tuple[Note, ...]) -> None:
    counts = Counter((note.kind, note.language, note.half) for note in gold)
    for kind in KINDS_OF_NOTE:
        for language in ("vi", "fr", "en"):
            dev, test = counts[kind, language, "dev"], counts[kind, language, "test"]
            assert dev > 0, (kind, language)
            assert abs(dev - test) <= 1, (kind, language)


def test_texts_are_composed_and_of_15_to_260_words(gold: tuple[Note, ...]) -> None:
    for note in gold:
        assert unicodedata.is_normalized("NFC", note.text), note.name
        assert 15 <= len(note.text.split()) <= 260, note.name


def test_no_two_notes_are_near_duplicates(gold: tuple[Note, ...]) -> None:
    sets = [(note.name, shingles(note.text)) for note in gold]
    for (one, first), (other, second) in combinations(sets, 2):
        shared = len(first & second) / min(len(first), len(second))
        assert shared < 0.12, (one, other, shared)


def test_offsets_and_ids_hold_in_every_note(gold: tuple[Note, ...]) -> None:
    for note in gold:
        entities = note.extract["entities"]
        ids = {entity["id"] for entity in entities}
        for entity in entities:
            for start, end, text in entity["mentions"]:
                assert note.text[start:end] == text, note.name
        for claim in note.extract["claims"]:
            assert {claim["subject"], claim["object"]} <= ids, note.name
            assert 0 <= claim["start"] < claim["end"] <= len(note.text), note.name
        for route in note.extract["routes"]:
            assert ids.issuperset(route["stops"]), note.name
        claims = [
            (c["kind"], c["subject"], c["object"], c["start"]) for c in note.extract["claims"]
        ]
        assert len(set(claims)) == len(claims), note.name


def test_a_note_becomes_an_extract_object() -> None:
    note = parse(
        HEADER + "{p1|Lô Văn Tèo} chở {p2|H} ra {l1|Vinh}. {p1|Tèo} về {l2|Lào}.\n---\n"
        "p1 suspect/transporter born=1987\np2 victim age=15\nTRANSPORTED p1 p2\n"
        'ROUTE l1>l2 planned "Tèo về"\n'
    )
    assert note.text == "Lô Văn Tèo chở H ra Vinh. Tèo về Lào."
    person, victim, *_ = note.extract["entities"]
    assert person["name"] == "Lô Văn Tèo"
    assert person["mentions"] == [[0, 10, "Lô Văn Tèo"], [26, 29, "Tèo"]]
    assert victim["attributes"] == {"age": "15", "minor": "under 16"}
    assert note.extract["claims"] == [
        {
            "kind": "TRANSPORTED",
            "subject": "e1",
            "object": "e2",
            "start": 0,
            "end": 25,
            "confidence": 1.0,
        }
    ]
    assert note.extract["routes"] == [
        {"stops": ["e3", "e4"], "mode": None, "start": 26, "end": 37, "planned": True}
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("{p1|An} ở nhà.", "", id="a person without a role"),
        pytest.param("{p1|An} ở nhà.", "p1 boss", id="an unknown role"),
        pytest.param("{t1=0912|0912}", "", id="a phone not in E.164"),
        pytest.param("{t1|0912 345 678}", "", id="a phone without its normal form"),
        pytest.param("{p1|An} ở nhà.", "p1 victim\nSOLD p2 p1", id="an id that is not marked"),
        pytest.param("{p1|An ở nhà.", "p1 victim", id="a mark that does not close"),
        pytest.param("{p1|An}. {l1|Vinh}.", "p1 victim\nLIVES_IN p1 l1", id="no shared sentence"),
        pytest.param("An, An.", 'CLASS Other "An"', id="a phrase found twice"),
        pytest.param("{l1|Vinh} {l2|Lào}", 'ROUTE l1>l2 mode=ufo "Vinh"', id="an unknown mode"),
        pytest.param(
            "{l1|Vinh} {o1|X}", "LIVES_IN o1 l1", id="a claim between types that cannot hold it"
        ),
    ],
)
def test_the_parser_refuses(text: str, lines: str) -> None:
    with pytest.raises(NotationError):
        parse(f"{HEADER}{text}\n---\n{lines}\n")
