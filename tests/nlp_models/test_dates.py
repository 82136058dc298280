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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le l2/O4/2Ol9 a la gare", ["2019-04-12"]),
        ("RAID OF 07 JUN 21. NOBODY HELD", ["2021-06-07"]),
        ("a course of 4 to 6 June 2018", ["2018-06-04", "2018-06-06"]),
        ("on 2 May 2020 she left; he wrote in August", ["2020-05-02", "2020-08"]),
        ("Livre de 2019, clos le 30/12/2019\n14/9 : rien", ["2019", "2019-12-30", "2019-09-14"]),
        ("née à Brest le 3/4/1999", []),
    ],
)
def test_days_of_scans_telexes_and_books(text: str, names: list[str]) -> None:
    assert dates(text, "fr" if "le " in text.lower()[:9] or "née" in text else "en") == names
