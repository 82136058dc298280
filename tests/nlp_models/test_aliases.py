"""Other names said after a name."""

import time

import pytest

from nlp_models.names.aliases import aliases_after


def aliases(marked: str) -> list[str]:
    """Return the other names after the name that ends at the bar."""
    text = marked.replace("|", "", 1)
    return [text[one.start : one.end] for one in aliases_after(text, marked.index("|"))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nguyễn Văn Phát| (tức Phát Sẹo) bị bắt", ["Phát Sẹo"]),
        ("HÀ VĂN PHÁT|, BIỆT DANH PHÁT LÙN, SN 1980", ["PHÁT LÙN"]),
        ("Trần Văn Dũng| tự Dũng Voi ra đầu thú", ["Dũng Voi"]),
        ("Trần Văn Dũng| tự đi về", []),
        ("Lê Thị Bông| (Bông Mập) cho vay", ["Bông Mập"]),
        ("Lê Thị Bông| (Nghệ An) cho vay", []),
        ("Họ tên: Lê Thị Bông|\nTên gọi khác: Bà Năm; Năm Mập\n", ["Bà Năm", "Năm Mập"]),
        ("Họ tên: Lê Thị Bông|\nTên gọi khác: Không\n", []),
        ("Adama Keita|, 38 ans, dite Mama Keita, loge", ["Mama Keita"]),
        ("Adama Keita|, né le 2 mai 1990 à Kayes, dit « le Borgne »,", ["le Borgne"]),
        ("Keita| dit : « Je pars »", []),
        ("KEITA ADAMA| ALIAS LE BORGNE ALIAS TONTON STOP SUITE", ["LE BORGNE", "TONTON"]),
        ("Adama Keita|, que tout le monde appelle Tonton, a fui", ["Tonton"]),
        ("Adama Keita|, connue au marché sous le nom de Tantie Or", ["Tantie Or"]),
        ("Ray Hill|, 40, aka Duke, drove", ["Duke"]),
        ("Ray Hill|, whom the girls call Boss, drove", ["Boss"]),
        ("Ray Hill| called Mary twice", []),
        ("Ray Hill|, called “Chips”, fled", ["Chips"]),
        ("Ray Hill| @ Pinto, of Basra", ["Pinto"]),
        ("Ray Hill| (Malta), so-called “RH”, said", ["RH"]),
        ("Ray Hill|; here they call me only Duke, as", ["Duke"]),
        ("Vi Thị Bông|, ở bản, người ta gọi là Bông Cò.", ["Bông Cò"]),
        ("Họ tên: Vi Thị Bông|. 2) Tên gọi khác: Bông Bò. 3)", ["Bông Bò"]),
        ("SUBJECT: HILL RAY|. DOB ZURICH 1979.\nALIASES: DUKE", ["DUKE"]),
        ("Ray Hill| – “Duke” to his men", ["Duke"]),
        ("Ray Hill|, 40, “Duke”, drove", ["Duke"]),
        ("Ray Hill| married a man called Bob", []),
    ],
)
def test_another_name_is_found_and_cut_right(text: str, found: list[str]) -> None:
    assert aliases(text) == found


@pytest.mark.parametrize(
    "marked",
    [
        "Duke|, real name Ray Hill",
        "Tonton|, de son vrai nom Adama Keita",
        "Út Mập| (tên thật Lê Út)",
    ],
)
def test_a_true_name_is_told_from_a_nickname(marked: str) -> None:
    (one,) = aliases_after(marked.replace("|", ""), marked.index("|"))
    assert one.true_name


def test_hostile_text_takes_no_longer() -> None:
    start = time.perf_counter()
    for text in (", a" * 5000, " né" * 5000, '"' * 5000, "A " * 5000, ", 1990" * 3000):
        list(aliases_after(text, 0))
    assert time.perf_counter() - start < 1
