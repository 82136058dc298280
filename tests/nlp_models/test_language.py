"""Which language a note is in, also short, unmarked or mixed."""

import pytest

from nlp_models.language import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Đối tượng khai đã đưa hai người sang Lào.", "vi"),
        ("doi tuong khai da dua hai nguoi sang Lao", "vi"),
        ("em o dau roi goi lai cho chi nhe", "vi"),
        ("La victime a été conduite à Calais par le passeur.", "fr"),
        ("Le nommé Nguyen Van Hung vit chez sa mère à Vinh.", "fr"),
        ("The driver took Nguyen Thi Hoa to Mong Cai.", "en"),
        ("She met him at the bus station.", "en"),
        ("She wrote: “chị ơi em muốn về nhà” and sent the number to her mother.", "en"),
        ("LE SUSPECT A QUITTE COTONOU AVEC DEUX ENFANTS", "fr"),
        ("ĐỐI TƯỢNG ĐÃ BỊ BẮT TẠI CỬA KHẨU", "vi"),
    ],
)
def test_identify_names_the_language_of_its_own_words(text: str, language: str) -> None:
    assert identify(text) == language


def test_identify_answers_for_a_text_without_words() -> None:
    assert identify("0912 345 678") in ("vi", "fr", "en")


def test_identify_answers_for_nothing() -> None:
    assert identify("") in ("vi", "fr", "en")
