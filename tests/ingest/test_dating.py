"""A report without a date of its own is dated by its letterhead or its foot, or not at all."""

from datetime import date
from types import MappingProxyType

import pytest

from ingest.dating import date_in
from nlp_models.reading import Appearance, Mention
from tests.ingest.readings import reading

TODAY = date(2025, 6, 1)
BODY = (
    "\nTổ công tác đã gặp Lan và nhiều người khác vào ngày 01/02/2025 tại một quán ở bến xe Vinh.\n"
)


def dated(text: str, **days: str) -> date | None:
    """Date a text in which the words given stand for the days given."""
    found = []
    for number, (day, words) in enumerate(days.items()):
        start = text.index(words)
        mention = Mention(start, start + len(words), words)
        name = day.removeprefix("d").replace("_", "-")
        found.append(Appearance(f"e{number}", "Date", name, (mention,)))
    return date_in(reading(text, appearances=tuple(found)), TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "CÔNG AN TỈNH\nNghệ An, 12/03/2025\n" + BODY * 9,
        "Lyon, le 12/03/2025\n" + BODY * 9,
        BODY * 9 + "Vinh, 12/03/2025\nNgười báo cáo",
    ],
    ids=["letterhead", "first line", "foot"],
)
def test_a_line_of_its_own_dates_the_report(text: str) -> None:
    assert dated(text, d2025_03_12="12/03/2025") == date(2025, 3, 12)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (BODY * 9, {"d2025_02_01": "01/02/2025"}),
        ("Ghi chú\n" + "a\n" * 30 + "12/03/2025\n" + "b\n" * 30, {"d2025_03_12": "12/03/2025"}),
        ("Họp 12/03/2026", {"d2026_03_12": "12/03/2026"}),
        ("Tháng 3/2025", {"d2025_03": "3/2025"}),
    ],
    ids=["within a sentence", "in the middle", "to come", "no day"],
)
def test_other_dates_do_not(text: str, days: dict[str, str]) -> None:
    assert dated(text, **days) is None


def test_a_birth_date_is_none_of_the_report() -> None:
    text = "Lò Thị Lan, 12/03/2001"
    born = MappingProxyType({"born": "2001-03-12"})
    person = Appearance("e1", "Person", "Lò Thị Lan", (Mention(0, 10, text[:10]),), attributes=born)
    day = Appearance("e2", "Date", "2001-03-12", (Mention(12, 22, "12/03/2001"),))
    assert date_in(reading(text, appearances=(person, day)), TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "Biên bản\nHồi 14 giờ 30 phút ngày 12/03/2025, tại trụ sở Công an xã, chúng tôi gồm"
        + BODY * 9,
        "MONG CAI, 12/03/2025 - Police said on Tuesday that they had detained four people" + BODY,
        "Tin\nKỳ Sơn, ngày 12/03/2025. Kính gửi: Ban Chỉ huy. Qua công tác nắm địa bàn" + BODY * 9,
    ],
    ids=["minutes", "dispatch", "letter"],
)
def test_an_opening_dates_the_report(text: str) -> None:
    words = "ngày 12/03/2025" if "ngày 12/03" in text else "12/03/2025"
    assert dated(text, d2025_03_12=words) == date(2025, 3, 12)


def test_the_ends_of_a_period_date_nothing() -> None:
    assert dated("Cuộc gọi từ 12/03/2025\n" + BODY * 9, d2025_03_12="12/03/2025") is None
