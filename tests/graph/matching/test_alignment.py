"""Two names side by side: what agrees, how well, and what is two people's."""

import pytest

from graph.matching.alignment import Alignment, Level, align
from graph.matching.names import take_apart


def aligned(left: str, right: str) -> Alignment | None:
    """Lay two names side by side; ``fr:`` or ``en:`` before one says its report's language."""
    return align(*(take_apart(*named(name)) for name in (left, right)))


def named(name: str) -> tuple[str, str]:
    language, colon, rest = name.partition(":")
    return (rest, language) if colon else (name, "vi")


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        pytest.param("Lô Văn An", "LÔ VĂN AN", Level.EXACT, id="capitals"),
        pytest.param("Nguyễn Thị Hòa", "Nguyễn Thị Hoà", Level.EXACT, id="place of the tone mark"),
        pytest.param("Đỗ Thị Hạnh", "Ðỗ Thị Hạnh", Level.EXACT, id="two letters that look alike"),
        pytest.param("Nguyễn Anh Tuấn", "en:Tuan Anh Nguyen", Level.UNMARKED, id="order and marks"),
        pytest.param("Lô Văn Ân", "Lo Van An", Level.UNMARKED, id="typed without marks"),
        pytest.param("Lô Thị Vuông", "fr:Lô Thi Vuông", Level.UNMARKED, id="part of the marks"),
        pytest.param("Thạch Thị Sa Ly", "Thạch Thị Sa Li", Level.UNMARKED, id="y and i"),
        pytest.param("Nguyễn Quang Mỹ", "Nguyễn Quang Mĩ", Level.UNMARKED, id="y and i, toned"),
        pytest.param("Đại tá Hồ Sỹ Thuyên", "Thượng tá Hồ Sỹ Thuyên", Level.EXACT, id="ranks"),
        pytest.param("Khăm Phon", "Khamphone Vilayvong", Level.PART, id="by ear"),
        pytest.param("Xổm Chai", "Somchai Thongdee", Level.PART, id="by ear, Thai"),
        pytest.param("fr:Chen Guoliang", "fr:CHEN Guo Liang", Level.EXACT, id="parted"),
        pytest.param("en:Serhii Kovalenko", "en:Sergey Kovalenko", Level.SPELLING, id="Serhii"),
        pytest.param("en:Moussa Ibrahim", "en:Musa Ibrahim", Level.SPELLING, id="Moussa"),
        pytest.param("Phạm Thị Hương", "Chị Hương", Level.PART, id="kin title"),
        pytest.param("fr:M. Dupont", "fr:Jean Dupont", Level.PART, id="monsieur"),
        pytest.param("A Phú", "Trần Quốc Phú", Level.PART, id="A before a given name"),
        pytest.param("Trần Thị Liên", "fr:Trân Thi Liên", Level.UNMARKED, id="tone left out"),
        pytest.param("Lô Văn An", "Lô Văn Ân", Level.MARKS, id="An and Ân"),
        pytest.param("Trần Văn Tú", "Trần Văn Tư", Level.MARKS, id="Tú and Tư"),
        pytest.param("Lương Thị Thủy", "Lương Thị Thụy", Level.MARKS, id="Thủy and Thụy"),
        pytest.param("Moong Thị Hoa", "Hoa", Level.PART, id="given name"),
        pytest.param("en:Petro Shevchenko", "en:Petro", Level.PART, id="first name"),
        pytest.param("Trần Thị Liên", "Trần Liên", Level.PART, id="middle name left out"),
        pytest.param("Lô Thị Thảo", "Lo Thi Th", Level.INITIALS, id="cut at the end"),
        pytest.param("Cụt Thị Mẻ", "C.Th.M", Level.INITIALS, id="cut to letters"),
        pytest.param("Trần Thị Liên", "Liên Béo", Level.INITIALS, id="given name and nickname"),
        pytest.param("en:Yusuf Al-Masri", "fr:Youssef Al Masri", Level.SPELLING, id="Arabic"),
        pytest.param("en:Khamphone Sisavath", "fr:Khamphon Sysavath", Level.SPELLING, id="Lao"),
        pytest.param(
            "en:Oleksandr Shevchenko", "fr:Olexandre Chevtchenko", Level.SPELLING, id="Ukrainian"
        ),
        pytest.param("en:Mama Joy", "en:Joy Ehigie", Level.PART, id="title"),
    ],
)
def test_names_agree(left: str, right: str, level: Level) -> None:
    found = aligned(left, right)
    assert found is not None
    assert found.level is level
    assert aligned(right, left) == found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Hoàng Văn Hưng", "Nguyễn Văn Hưng", id="family names"),
        pytest.param("Lương Thị Hoa", "Lương Thị Hà", id="given names"),
        pytest.param("Kim Anh", "Kim Oanh", id="Kim Anh and Kim Oanh"),
        pytest.param("en:Hassan Ali", "en:Hussein Ali", id="Hassan and Hussein"),
        pytest.param("en:Daniel Popescu", "en:Daniela Popescu", id="Daniel and Daniela"),
        pytest.param("Nguyễn Anh Tuấn", "Nguyễn Anh", id="family and middle name alone"),
        pytest.param("Nguyễn Văn Hùng", "Nguyễn", id="family name alone"),
        pytest.param("en:Osas Ehigie", "en:Joy Ehigie", id="one family"),
        pytest.param("en:Nguyen Van Phuong", "en:Nguyen Van Phong", id="one syllable"),
        pytest.param("Lầu Bá Xềnh", "Lầu Bá Xồng", id="brothers"),
        pytest.param("Cụt Thị Mẻ", "V.Th.M", id="other letters"),
    ],
)
def test_names_are_two_peoples(left: str, right: str) -> None:
    assert aligned(left, right) is None
    assert aligned(right, left) is None


def test_rare_name_says_more_than_common_one() -> None:
    common, rare = (aligned(n, n) for n in ("Nguyễn Văn Hùng", "Lầu Bá Xềnh"))
    assert common is not None
    assert rare is not None
    assert rare.bits > common.bits + 5
