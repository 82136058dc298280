"""A report's text: composed, plain, with its pages."""

import pytest

from ingest.errors import NoText, TextTooLong
from ingest.text import clean, make_text, title_of, unwrap
from ingest.words import Words


def test_marks_and_letters_are_composed() -> None:
    assert clean("Nguye\u0302\u0303n") == "Nguyễn"


def test_line_ends_become_one_kind_and_control_characters_blanks() -> None:
    assert clean("a\r\nb\rc\u2028d\x00e\x1bf\tg") == "a\nb\nc\nd e f\tg"


def test_half_a_letter_is_replaced() -> None:
    assert clean("a\ud83db") == "a\N{REPLACEMENT CHARACTER}b"


def test_pages_begin_where_their_words_begin() -> None:
    text = make_text(Words(("Trang một", "Trang hai", ""), paged=True), 1000)
    assert [text.characters[start : start + 9] for start in text.pages] == [
        "Trang một",
        "Trang hai",
        "",
    ]


def test_a_plain_text_keeps_every_character_for_its_offsets() -> None:
    assert make_text(Words(("\n  Hùng gọi Lan.\n",)), 1000).characters == "\n  Hùng gọi Lan.\n"


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(TextTooLong, match="11 characters; the limit is 10"):
        make_text(Words(("a" * 11,)), 10)


@pytest.mark.parametrize("part", ["", " \n\t ", "… — …"])
def test_nothing_but_blanks_and_signs_is_no_text(part: str) -> None:
    with pytest.raises(NoText):
        make_text(Words((part,)), 1000)


def test_lines_broken_to_a_width_are_joined_and_offsets_stay() -> None:
    wrapped = (
        "Ngày 12 tháng 3 năm 2025, tổ công tác phát hiện đối tượng Nguyễn\n"
        "Văn Hùng đưa hai em ra cửa khẩu.\n"
        "Thủy khai nhận."
    )
    joined = unwrap(wrapped)
    assert "Nguyễn Văn Hùng đưa" in joined
    assert joined.endswith("cửa khẩu.\nThủy khai nhận.")
    assert len(joined) == len(wrapped)


@pytest.mark.parametrize(
    "text",
    [
        "Danh sách những người có mặt tại hiện trường gồm có các ông bà\n- Lô Văn A, tổ trưởng",
        "12/03/2025 10:05 0912764330 0987654321 gọi đi 35 giây Vinh\n12/03/2025 10:09 0912764330",
        "CÔNG AN TỈNH\nPHÒNG PC02",
    ],
    ids=["list", "rows", "letterhead"],
)
def test_lists_rows_and_short_lines_stay_apart(text: str) -> None:
    assert unwrap(text) == text


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (" Báo cáo\n nhanh ", "Hùng", "Báo cáo nhanh"),
        (None, "\n\nDòng đầu tiên\nDòng hai", "Dòng đầu tiên"),
        (None, "đi\nlà", "note.txt"),
    ],
    ids=["its own", "first line", "file name"],
)
def test_a_report_is_named_by_the_best_there_is(
    title: str | None, body: str, expected: str
) -> None:
    words = Words((body,), title=title)
    assert title_of(words, make_text(words, 1000), "note.txt") == expected


def test_a_long_title_is_cut_at_a_blank() -> None:
    words = Words(("từ " * 100,))
    title = title_of(words, make_text(words, 1000), "x")
    assert len(title) <= 120
    assert title.endswith("từ…")
