"""Options that cannot be used say so at once."""

from typing import Any

import pytest

from ingest.errors import OptionError
from ingest.limits import Limits, megabytes
from ingest.options import Options


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("language", "de", "one of vi, fr, en"),
        ("reliability", "G", "one of A, B, C, D, E, F"),
        ("credibility", 7, "one of 1, 2, 3, 4, 5, 6"),
        ("workers", 0, "from 1 to 64"),
    ],
)
def test_a_wrong_value_names_the_right_ones(name: str, value: Any, wanted: str) -> None:
    with pytest.raises(OptionError, match=wanted) as caught:
        Options(**{name: value})
    assert caught.value.name == name


@pytest.mark.parametrize("name", ["size", "seconds", "memory", "characters", "unpacked"])
def test_a_limit_of_nothing_is_none(name: str) -> None:
    with pytest.raises(OptionError, match=f"limit on {name}"):
        Limits(**{name: 0})


@pytest.mark.parametrize(
    ("size", "shown"), [(100 << 20, "100 MB"), (1_572_864, "1.5 MB"), (1000, "0.0 MB")]
)
def test_sizes_are_written_as_people_read_them(size: int, shown: str) -> None:
    assert megabytes(size) == shown
