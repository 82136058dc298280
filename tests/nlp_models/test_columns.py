"""Accounts in the columns of a table are told by the head of the column."""

import pytest

from nlp_models.numbers import read_numbers
from nlp_models.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "language", "accounts"),
    [
        (
            "Ngày,Số tiền,Tài khoản nhận,Nội dung\n12/01/2024,5.000.000,3601205447190,dat coc\n",
            "vi",
            ["3601205447190"],
        ),
        (
            "Date | Compte crédité | Montant\n05/11/2024 | 00451 220981 | 300 EUR\n",
            "fr",
            ["00451220981"],
        ),
        (
            "When;From;Account\n1 May 2024;Lan;889120334\n2 May 2024;Mai;889120335\n",
            "en",
            ["889120334", "889120335"],
        ),
        ("When\tTài khoản\tBank\n1/5/2024\t990114226305\tMB\n", "vi", ["990114226305"]),
        ("Name;Age;Village\nLan;19;7712345\n", "en", []),
    ],
    ids=["comma", "bar", "semicolon", "tab", "no such head"],
)
def test_a_column_of_accounts(text: str, language: Language, accounts: list[str]) -> None:
    found = [one.name for one in read_numbers(text, language) if one.type == "Account"]
    assert found == accounts
    assert not [one for one in read_numbers(text, language) if one.type == "Phone"]


def test_a_column_of_sums_with_its_currency() -> None:
    text = "Ngày,Số tiền (VND),Chiều\n08/04/2024,21.000.000,Nợ\n15/05/2024,15.000.000,Nợ\n"
    found = read_numbers(text, "vi")
    assert [one.name for one in found if one.type == "Money"] == ["21000000 VND", "15000000 VND"]
    assert not [one for one in found if one.type == "Phone"]
