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


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Bà Sáu nhận hai trăm năm mươi triệu rồi đi", "vi", "250000000 VND"),
        ("Họ trả chín triệu một tháng", "vi", "9000000 VND"),
        ("Elle a payé quatre-vingt mille euros", "fr", "80000 EUR"),
        ("They asked seven thousand five hundred dollars", "en", "7500 USD"),
        ("The fee was 5OO yuan", "en", "500 CNY"),
        ("Il doit encore 2400e à sa tante", "fr", "2400 EUR"),
        ("In Nepal he borrowed Rs 2,40,000", "en", "240000 NPR"),
        ("À Yaoundé, au Cameroun, il a remis 300 000 FCFA", "fr", "300000 XAF"),
        ("In Kenya the driver got 2,000 shillings", "en", "2000 KES"),
        ("In Hanoi, Vietnam, the mother sent 70 million to an agent", "en", "70000000 VND"),
    ],
)
def test_a_currency_half_said_is_told_by_the_country(
    text: str, language: Language, name: str
) -> None:
    assert sums(text, language) == [name]


def test_both_ends_of_a_range_are_sums() -> None:
    assert sums("Mỗi người nộp 50–80 triệu đồng", "vi") == ["50000000 VND", "80000000 VND"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Công ty ở phố huyện", "vi"),
        ("Gặp cô Trần Thị Hải Yến", "vi"),
        ("Elle n'a pas vu un franc", "fr"),
        ("Thôn ở tổ 6 Đồng Tâm", "vi"),
    ],
)
def test_names_and_idioms_are_no_sums(text: str, language: Language) -> None:
    assert sums(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They try 3 times. A cop 26 years old with a pen 3.", "en"),
        ("3 marks on her back, mop 4 floors", "en"),
        ("Mr L. 500 metres away, BD 4 street", "en"),
        ("La bibliothèque a 200 livres.", "fr"),
    ],
)
def test_words_that_also_name_a_currency_are_no_sums(text: str, language: Language) -> None:
    assert [one for one in read_numbers(text, language) if one.type == "Money"] == []
