"""Sums of money and their currencies."""

import pytest

from nlp_models.numbers import read_numbers
from nlp_models.vocabulary import Language


def sums(text: str, language: Language) -> list[str]:
    return [found.name for found in read_numbers(text, language) if found.type == "Money"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("17 triệu đồng", "vi", "17000000 VND"),
        ("17tr5", "vi", "17500000 VND"),
        ("1 tỷ 200 triệu đồng", "vi", "1200000000 VND"),
        ("5.000 tệ", "vi", "5000 CNY"),
        ("5 vạn tệ", "vi", "50000 CNY"),
        ("500k", "vi", "500000 VND"),
        ("3.500.000đ", "vi", "3500000 VND"),
        ("80 millions de dongs", "fr", "80000000 VND"),
        ("25 mille euros", "fr", "25000 EUR"),
        ("450 000 FCFA", "fr", "450000 XOF"),
        ("vingt euros", "fr", "20 EUR"),
        ("€1.500", "fr", "1500 EUR"),
        ("$300", "en", "300 USD"),
        ("2,000 USD", "en", "2000 USD"),
        ("GBP 1,250.50", "en", "1250.5 GBP"),
        ("2 million naira", "en", "2000000 NGN"),
        ("20k baht", "en", "20000 THB"),
    ],
)
def test_a_sum_is_an_amount_and_a_currency(text: str, language: Language, name: str) -> None:
    assert sums(text, language) == [name]


@pytest.mark.parametrize("text", ["5 do 3 tại", "200 người", "xe 26K1-227.45", "3 triệu dân"])
def test_other_figures_are_no_sums(text: str) -> None:
    assert sums(text, "vi") == []
