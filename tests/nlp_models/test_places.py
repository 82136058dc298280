"""Places, resolved in their chains and among their homonyms."""

import pytest

from nlp_models.finding import Finding
from nlp_models.language import identify
from nlp_models.places import overruled, read_places
from nlp_models.vocabulary import Language


def places(text: str, language: Language | None = None) -> dict[str, Finding]:
    return {found.name: found for found in read_places(text, language or identify(text))}


def gazetteer_ids(text: str) -> list[str | None]:
    return [found.attributes.get("gazetteer") for found in places(text).values()]


@pytest.mark.parametrize(
    "text",
    [
        "trú bản Huồi Lê, xã Keng Đu, huyện Kỳ Sơn, tỉnh Nghệ An",
        "tru tai ban Huoi Le, xa Keng Du, huyen Ky Son, tinh Nghe An",
        "né au village de Huoi Le, commune de Keng Du, district de Ky Son, province de Nghe An",
        "he is from Huoi Le village, Keng Du commune, Ky Son district, Nghe An province",
    ],
    ids=["vi", "unmarked", "fr", "en"],
)
def test_a_chain_gives_one_place_a_level_each_in_the_next(text: str) -> None:
    village, commune, district, province = places(text).values()
    assert village.attributes["within"] == "Keng Đu, Kỳ Sơn, Nghệ An"
    assert "gazetteer" not in village.attributes
    assert commune.attributes["gazetteer"] == "vn-c16822"
    assert district.attributes["within"] == "Nghệ An"
    assert province.attributes["kind"] == "province"


def test_a_homonym_is_resolved_by_the_district_it_lies_in() -> None:
    found = places("xã Đỉnh Sơn, huyện Anh Sơn")["Đỉnh Sơn"]
    assert found.attributes["within"] == "Anh Sơn, Nghệ An"


def test_a_homonym_is_resolved_by_the_language() -> None:
    assert places("đi từ Tương Dương ra Vinh")["Tương Dương"].attributes["country"] == "VN"


@pytest.mark.parametrize(
    ("text", "name", "identifier"),
    [
        ("They crossed from Móng Cái to Dongxing.", "Dongxing", "gn-1812138"),
        ("Elle a travaillé à Hekou, en face de Lào Cai.", "Hekou", "gn-1808588"),
        ("L'ambassade à Hanoï a été informée.", "Hanoï", "vn-ha-noi"),
        ("chung toi sang Lao lam thue", "Lao", "la"),
        ("đi từ Nậm Cắn sang Noọng Hét", "Noọng Hét", "border-la-nong-het"),
    ],
)
def test_a_homonym_is_resolved_by_what_is_near(text: str, name: str, identifier: str) -> None:
    assert places(text)[name].attributes["gazetteer"] == identifier


def test_a_commune_says_what_it_became_under_its_name() -> None:
    found = places("xã Hữu Kiệm, huyện Kỳ Sơn")["Hữu Kiệm"]
    assert found.attributes["successor"] == "vn-n16849"
    assert "successor" not in places("xã Nậm Cắn, huyện Kỳ Sơn")["Nậm Cắn"].attributes


def test_marks_that_differ_make_another_place() -> None:
    assert places("cửa khẩu Nậm Cắn")["Nậm Cắn"].attributes["kind"] == "gate"
    assert places("ở huyện Năm Căn")["Năm Căn"].attributes["within"] == "Cà Mau"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("qua cửa khẩu Cầu Treo", "Cầu Treo", "VN"),
        ("au poste frontière de Nadlac", "Nadlac", "RO"),
        ("at the Mộc Bài border gate", "Mộc Bài", "VN"),
    ],
)
def test_a_border_gate_is_a_place_of_its_own(text: str, name: str, country: str) -> None:
    found = places(text)[name]
    assert (found.attributes["kind"], found.attributes["country"]) == ("gate", country)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "từ Con Cuông ra Vinh rồi đi Móng Cái sang Trung Quốc",
            ["Con Cuông", "Vinh", "Móng Cái", "Trung Quốc"],
        ),
        ("via Agadez et Sabratha jusqu'à Lampedusa", ["Agadez", "Sabratha", "Lampedusa"]),
        (
            "From Benin City through Kano to Tripoli, then to Italy",
            ["Benin City", "Kano", "Tripoli", "Italy"],
        ),
        ("né à Bouaké, Côte d'Ivoire", ["Bouaké", "Côte d'Ivoire"]),
    ],
)
def test_an_itinerary_is_read_stop_by_stop(text: str, names: list[str]) -> None:
    assert list(places(text)) == names


def test_every_known_place_has_coordinates_and_says_how_precise() -> None:
    found = places("ở Vinh")["Vinh"]
    assert found.attributes["precision"] == "centre of the town"
    assert abs(float(found.attributes["latitude"]) - 18.67) < 0.2


def test_a_numbered_quarter_keeps_its_word() -> None:
    assert list(places("phường 12, quận 5, TP Hồ Chí Minh")) == [
        "Phường 12",
        "Quận 5",
        "Hồ Chí Minh",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anh Vinh và chị Hà đến gặp",
        "theo QL7 lên biên giới",
        "người Trung Quốc",
        "bản tường trình",
        "Em bay từ hôm qua",
        "Ông Long nói với bà Mai",
    ],
)
def test_other_words_are_no_places(text: str) -> None:
    assert places(text, "vi") == {}


def test_a_short_form_is_named_in_full() -> None:
    assert list(places("bán sang TQ", "vi")) == ["Trung Quốc"]


def test_a_known_town_overrules_the_model() -> None:
    text = "Con đang ở Izmir"
    wrong = Finding(11, 16, "Person", "Izmir")
    assert overruled(text, "vi", [wrong]) == (wrong,)


def test_a_name_that_a_person_bears_stays_a_person() -> None:
    text = "Nguyễn Văn Vinh khai. Hôm sau ở nhà, Vinh đi"
    people = [Finding(0, 15, "Person", "Nguyễn Văn Vinh"), Finding(37, 41, "Person", "Vinh")]
    assert overruled(text, "vi", people) == ()
