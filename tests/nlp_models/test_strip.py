"""The strip: words in small letters, a mention one item, its words never seen."""

from nlp_models.learned.strip import named_classes
from tests.nlp_models.strip_builder import lay_out


def test_a_mention_is_one_item_with_the_sign_of_its_type() -> None:
    strip = lay_out("Tối qua «p1 Lô Văn Tèo» gọi «t1 0912 345 678».")
    assert strip.words == ("tối", "qua", "P", "gọi", "N", ".")
    assert strip.places == {"p1": (2,), "t1": (4,)}


def test_figures_are_zeros_and_lines_are_kept() -> None:
    strip = lay_out("Lúc 21 giờ\nngày 12/3/2024")
    assert strip.words == ("lúc", "00", "giờ", "¶", "ngày", "0000")


def test_a_text_without_marks_is_matched_folded() -> None:
    marked = lay_out("«p1 Lan» bị lừa bán sang Trung Quốc")
    bare = lay_out("«p1 Lan» bi lua ban sang Trung Quoc")
    assert [word.lower() for word in bare.words] == list(marked.plain)
    assert "V_SELL" in {name for names in marked.classes for name in names}
    assert "V_SELL" in {name for names in bare.classes for name in names}


def test_a_mention_within_another_is_left_out() -> None:
    strip = lay_out("Công an huyện Kỳ Sơn")
    assert strip.places == {}


def test_classes_of_a_stretch_name_mentions_by_their_sign() -> None:
    strip = lay_out("đối tượng «p1 Tèo» lừa bán «p2 Mai»")
    assert named_classes(strip, range(len(strip.items)))[:2] == [("SUSPECT_NOUN", "L_NAME"), ("P",)]
