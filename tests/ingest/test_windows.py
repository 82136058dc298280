"""Long texts are read in windows and come together as one report."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ingest.windows import joined, windows
from tests.ingest.readings import HUNG, KENG_DU, TEXT, claim, reading


@given(st.text(alphabet="ab .\n", max_size=300), st.integers(10, 60))
def test_windows_cover_a_text_without_gaps(text: str, longest: int) -> None:
    bounds = windows(text, longest)
    assert "".join(text[start:end] for start, end in bounds) == text
    assert all(0 < end - start <= longest for start, end in bounds if text)


def test_a_window_ends_where_a_line_does() -> None:
    text = "Hùng gọi Lan.\n" * 20
    assert all(text[:end].endswith("\n") for _, end in windows(text, 100))


def test_one_window_is_left_as_it_is() -> None:
    one = reading()
    assert joined(TEXT, [(0, one)]) is one


def test_what_has_one_name_in_two_windows_is_one_appearance() -> None:
    offset = len(TEXT)
    first = reading(claims=(claim("LIVES_IN", HUNG, KENG_DU),))
    second = reading(claims=(claim("LIVES_IN", HUNG, KENG_DU),))
    whole = joined(TEXT * 2, [(0, first), (offset, second)])
    assert [one.id for one in whole.appearances] == ["e1", "e2", "e3", "e4"]
    assert [mention.start for mention in whole.appearances[0].mentions] == [0, offset]
    assert [(one.subject, one.object, one.start) for one in whole.claims] == [
        ("e1", "e2", 0),
        ("e1", "e2", offset),
    ]
    assert whole.sentences == ((0, offset), (offset, 2 * offset))


def test_every_mention_gives_back_its_text() -> None:
    def checked(whole: Any) -> None:
        for one in whole.appearances:
            for mention in one.mentions:
                assert whole.text[mention.start : mention.end] == mention.text

    checked(joined(TEXT * 3, [(len(TEXT) * n, reading()) for n in range(3)]))


def test_a_role_told_in_a_later_window_counts() -> None:
    first = reading(appearances=(replace(HUNG, role=None),))
    second = reading(appearances=(HUNG,))
    whole = joined(TEXT * 2, [(0, first), (len(TEXT), second)])
    assert [one.role for one in whole.appearances] == ["suspect"]
