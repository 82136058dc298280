"""What holds for the reading of numbers and places whatever the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language as Pipeline

from nlp_models.finding import Finding
from nlp_models.language import identify
from nlp_models.numbers import read_numbers
from nlp_models.pipeline import blank
from nlp_models.places import read_places

_PIECES = st.sampled_from(
    [
        *(
            "0912.345.678",
            "09l2 345 678",
            "không chín một hai",
            "+84 ",
            "37B-013.18",
            "$300",
            "STK ",
        ),
        *("17 triệu đồng", "ngày 12/3/2021", "CCCD 040087012345", "xã Keng Đu, ", "huyện Kỳ Sơn"),
        *("Nghệ An", "từ ", "cửa khẩu ", "Nậm Cắn", "district de ", "Zalo: ", "@lan_88", "x@y.vn"),
        *("12 rue de ", "\u200b", "\u0301", "\u202e", "0️⃣", "\n", ", ", "  "),
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=12), max_size=14).map("".join)


def read(text: str) -> tuple[Finding, ...]:
    language = identify(text)
    numbers = read_numbers(text, language)
    taken = [(found.start, found.end) for found in numbers]
    return (*numbers, *read_places(text, language, taken=taken))


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_every_finding_lies_in_the_text_and_none_overlap(text: str) -> None:
    found = sorted(read(text), key=lambda one: one.start)
    assert all(0 <= one.start < one.end <= len(text) and one.name for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 1_000_000,
        "1 " * 200_000,
        "0912345678, " * 20_000,
        "a\u0301\u0302\u0303" * 100_000,
        "A-" * 100_000,
        "xã " * 60_000,
        "a@" * 100_000,
        "stk " * 50_000,
        "1/" * 100_000,
        "Nghe " * 40_000,
        "district de " * 15_000,
        "\n" * 300_000,
        "(" * 300_000,
        'zalo "' * 30_000,
        "12 Aaa Bbb Ccc " * 12_000,
        "1 triệu " * 20_000,
    ],
    ids=range(16),
)
def test_hostile_text_takes_bounded_time(text: str) -> None:
    started = time.perf_counter()
    read(text)
    assert time.perf_counter() - started < 30


def test_offsets_are_right_after_characters_without_width() -> None:
    text = "gọi\u200b số\u0323 0\u200b9\u200b12 345 678 nhé"
    (phone,) = [one for one in read(text) if one.type == "Phone"]
    assert text[phone.start : phone.end] == "0\u200b9\u200b12 345 678"


def test_the_components_ask_for_nothing_that_is_missing() -> None:
    nlp: Pipeline = blank("vi")
    nlp.add_pipe("filrouge_numbers")
    nlp.add_pipe("filrouge_places")
    assert not any(nlp.analyze_pipes()["problems"].values())
    doc = nlp("Gọi 0912 345 678 ở Vinh.")
    assert [found.type for found in doc._.findings] == ["Phone", "Place"]
