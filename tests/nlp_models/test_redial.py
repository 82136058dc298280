"""Phones and sums in the light of the report's places."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp_models.finding import Finding
from nlp_models.numbers import read_numbers
from nlp_models.numbers.redial import Redial
from nlp_models.vocabulary import Language


def read(text: str, language: Language, *countries: str) -> dict[str, str]:
    """Read a text whose places, each a word «Here», lie in the countries."""
    findings = list(read_numbers(text, language))
    at = 0
    for country in countries:
        at = text.index("Here", at)
        place = Finding(at, at + 4, "Place", f"Here {country} {at}", {"country": country})
        findings.append(place)
        at += 4
    doc = Doc(Vocab(), words=[text], spaces=[False])
    doc._.findings = tuple(findings)
    return {one.type: one.name for one in Redial(language)(doc)._.findings}


@pytest.mark.parametrize(
    ("text", "language", "countries", "number"),
    [
        ("Here and Here, call 0711 662 391", "en", ("KE", "KE"), "+254711662391"),
        ("Here, tél. 0815 520 749", "fr", ("CD",), "+243815520749"),
        ("Here, Here. Phone 9812340878", "en", ("NP", "IN"), "+9779812340878"),
        ("Here. Phone 0912 764 330", "vi", ("LA",), "+84912764330"),
    ],
)
def test_the_places_say_of_which_country_a_phone_is(
    text: str, language: Language, countries: tuple[str, ...], number: str
) -> None:
    assert read(text, language, *countries)["Phone"] == number


def test_the_places_say_whose_rupees_are_meant() -> None:
    assert read("At Here he paid Rs 4,500.", "en", "NP")["Money"] == "4500 NPR"
    assert read("At Here he paid Rs 4,500.", "en", "PK")["Money"] == "4500 PKR"


def test_a_sum_that_only_its_column_tells_is_kept() -> None:
    text = "Here\nNgười gửi | Ngày gửi | Số tiền (VND)\nLan | hôm qua | 12000000\n"
    assert read(text, "vi", "VN")["Money"] == "12000000 VND"


def test_without_places_nothing_changes() -> None:
    text = "Phone 0912 764 330, 17 triệu"
    before = {one.type: one.name for one in read_numbers(text, "vi")}
    assert read(text, "vi") == before
