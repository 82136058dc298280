"""Street addresses, and the plates of boats and of Cambodia's capital."""

import pytest

from nlp_models.numbers import read_numbers
from nlp_models.vocabulary import Language


def found(text: str, language: Language, type_: str) -> list[str]:
    return [text[f.start : f.end] for f in read_numbers(text, language) if f.type == type_]


@pytest.mark.parametrize(
    ("text", "language", "address"),
    [
        ("Nó ở trọ ngõ 31 Kim Ngưu, Hà Nội", "vi", "ngõ 31 Kim Ngưu"),
        ("Xưởng ở hẻm 15 Lê Văn Sỹ", "vi", "hẻm 15 Lê Văn Sỹ"),
        ("Văn phòng số 18 Lê Duẩn, Vinh", "vi", "số 18 Lê Duẩn"),
        ("Chủ nhà ở số 12 đường Lê Lợi", "vi", "số 12 đường Lê Lợi"),
        ("Kho hàng tại 27/4 đường số 9", "vi", "27/4 đường số 9"),
        ("Elle loge rue des Tanneurs 21, à Liège", "fr", "rue des Tanneurs 21"),
        ("Le dépôt, chaussée de Namur 140, est vide", "fr", "chaussée de Namur 140"),
        ("He lives at 23 Marsh View Road, Hull", "en", "23 Marsh View Road"),
    ],
)
def test_an_address_is_a_number_and_a_street(text: str, language: Language, address: str) -> None:
    assert found(text, language, "Address") == [address]


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("Tàu cá QB-91204-TS cập bến", "QB-91204-TS"),
        ("Biển số PP 2AB-1234 của Campuchia", "PP 2AB-1234"),
    ],
)
def test_boats_and_the_capital_have_plates_of_their_own(text: str, plate: str) -> None:
    assert found(text, "vi", "Vehicle") == [plate]
