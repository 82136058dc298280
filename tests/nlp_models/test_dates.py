"""Dates and their ISO names."""

import pytest

from nlp_models.numbers import read_numbers
from nlp_models.vocabulary import Language


def dates(text: str, language: Language = "vi") -> list[str]:
    return [found.name for found in read_numbers(text, language) if found.type == "Date"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bắt ngày 12/03/2021", "2021-03-12"),
        ("ngày 12 tháng 3 năm 2021", "2021-03-12"),
        ("từ tháng 5/2020", "2020-05"),
        ("năm 2019", "2019"),
        ("le 3 mai 2021", "2021-05-03"),
        ("le 1er juin 2021", "2021-06-01"),
        ("on May 3rd, 2021", "2021-05-03"),
        ("on 3 May 2021", "2021-05-03"),
        ("on 2021-05-03", "2021-05-03"),
        ("sáng 12-3", "--03-12"),
        ("vào 5/31/2020", "2020-05-31"),
    ],
)
def test_a_date_is_named_in_iso(text: str, name: str) -> None:
    assert dates(text) == [name]


def test_a_day_without_a_year_takes_that_of_the_date_before_it() -> None:
    assert dates("Ngày 2/3/2022 gặp, ngày 5/3 đi") == ["2022-03-02", "2022-03-05"]


@pytest.mark.parametrize(
    "text", ["SN 1987", "sinh ngày 12/3/1990", "née en 1990", "born 12 May 1990"]
)
def test_a_birth_date_is_not_one_of_the_report(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text", ["31/02/2021", "xe 37B-013.18", "Điều 150", "hôm qua", "0912.345.678"]
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert dates(text) == []
