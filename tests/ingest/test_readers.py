"""Every format gives back the words that were written in it."""

import io
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from demo.writers import SCANS, WRITERS, Attachment, write_docx, write_eml, write_msg, write_png
from demo.writers.pdf import write_pdf
from ingest.limits import Limits
from ingest.readers import READERS, Ask
from ingest.sniff import sniff
from ingest.text import Text, make_text, title_of
from ingest.words import Words

TITLE = "Báo cáo của đồn biên phòng Keng Đu"
PARAGRAPHS = (
    "Vừ Y Giống đi xe khách 37B-013.18 với Nguyễn Văn Hưng, số 0912.764.330.",
    "Le suspect a été interpellé à Orléans, près de l'hôtel de sa sœur aînée.",
    "The driver was called twice; he denied everything.",
)
ROWS = (("Họ tên", "Số điện thoại"), ("Lữ Thị Thủy", "0987 654 321"), ("Moong Văn Phúc", "113"))


def read(data: bytes, name: str) -> tuple[Words, Text]:
    media_type = sniff(data, name)
    limits = Limits()
    words = READERS[media_type](data, Ask(name, media_type, limits))
    return words, make_text(words, limits.characters)


def written(tmp_path: Path, format_: str, **more: object) -> tuple[Words, Text]:
    suffix, write = WRITERS[format_]
    path = tmp_path / f"report{suffix}"
    write(path, TITLE, PARAGRAPHS, **more)
    return read(path.read_bytes(), path.name)


@pytest.mark.parametrize("format_", sorted(set(WRITERS) - SCANS))
def test_words_come_back_composed(format_: str, tmp_path: Path) -> None:
    words, text = written(tmp_path, format_)
    for line in (TITLE, *PARAGRAPHS):
        assert line in text.characters
    assert unicodedata.is_normalized("NFC", text.characters)
    assert title_of(words, text, "x") == TITLE


@pytest.mark.parametrize("format_", sorted(SCANS))
def test_a_scan_is_recognised(format_: str, tmp_path: Path) -> None:
    suffix, write = WRITERS[format_]
    path = tmp_path / f"scan{suffix}"
    write(path, TITLE, PARAGRAPHS[:1])
    _, text = read(path.read_bytes(), path.name)
    for words in (TITLE, "37B-013.18", "Nguyễn Văn Hưng", "0912.764.330"):
        assert words in text.characters


@pytest.mark.parametrize("format_", ["docx", "odt", "html", "md", "xlsx", "csv"])
def test_a_row_of_a_table_is_a_line(format_: str, tmp_path: Path) -> None:
    _, text = written(tmp_path, format_, rows=ROWS)
    for row in ROWS:
        assert "\t".join(row) in text.characters.split("\n")


@pytest.mark.parametrize("write", [write_eml, write_msg], ids=["eml", "msg"])
def test_a_mail_keeps_its_header_and_brings_its_attachments(write: object, tmp_path: Path) -> None:
    path = tmp_path / "mail"
    inner = Attachment("ghi chú.txt", "Thủy khai".encode(), "text/plain")
    write(path, TITLE, PARAGRAPHS, attachments=(inner,))  # type: ignore[operator]
    words, text = read(path.read_bytes(), path.name)
    header = text.characters.split("\n\n")[0]
    assert "From: Tổ tiếp nhận tin báo <tiepnhan@vidu.example>" in header
    assert "To: Đội phòng chống mua bán người <doi5@vidu.example>" in header
    assert f"Subject: {TITLE}" in header
    assert "\nDate: 2025-03-03 " in header
    assert words.date == date(2025, 3, 3)
    assert [(part.name, part.data) for part in words.attachments] == [(inner.name, inner.data)]


def test_pages_of_a_pdf_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_pdf(path, TITLE, PARAGRAPHS * 25)
    words, text = read(path.read_bytes(), path.name)
    assert len(text.pages) == len(words.parts) > 1
    assert text.pages[0] == 0
    assert all(text.characters[start - 2 : start] == "\n\n" for start in text.pages[1:])


def test_a_scanned_page_among_written_ones_is_recognised(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    for name in ("pdf", "scanned-pdf"):
        WRITERS[name][1](tmp_path / f"{name}.pdf", TITLE, PARAGRAPHS[:1])
    writer = PdfWriter()
    for name in ("pdf", "scanned-pdf"):
        writer.append(PdfReader(tmp_path / f"{name}.pdf"))
    writer.add_blank_page()
    file = io.BytesIO()
    writer.write(file)
    words, text = read(file.getvalue(), "mixed.pdf")
    assert text.characters.count("37B-013.18") == 2
    assert words.parts[2] == ""


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_picture_on_its_side_is_turned(turn: int, tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    write_png(path, TITLE, PARAGRAPHS * 2)
    with Image.open(path) as image:
        # Paper around the words, as on a page.
        page = ImageOps.expand(image.convert("L"), 200, 255)
        page.rotate(turn, expand=True, fillcolor=255).save(path, dpi=(200, 200))
    _, text = read(path.read_bytes(), path.name)
    assert "0912.764.330" in text.characters


def test_every_page_of_a_fax_is_read(tmp_path: Path) -> None:
    pages = []
    for number, line in enumerate(("Trang một: Nguyễn Văn Hùng", "Trang hai: Lữ Thị Thủy")):
        write_png(tmp_path / f"{number}.png", TITLE, (line,))
        with Image.open(tmp_path / f"{number}.png") as image:
            pages.append(image.convert("L"))
    pages[0].save(tmp_path / "fax.tif", save_all=True, append_images=pages[1:], dpi=(200, 200))
    _, text = read((tmp_path / "fax.tif").read_bytes(), "fax.tif")
    assert len(text.pages) == 2
    assert "Trang hai" in text.characters[text.pages[1] :]


def with_body(path: Path, body: str) -> bytes:
    """Write a Word document with this XML as its body."""
    write_docx(path, "x", ("x",))
    file = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                head, _, rest = data.partition("<w:body>")
                data = f"{head}<w:body>{body}</w:body>{rest.partition('</w:body>')[2]}"
            new.writestr(name, data.encode("utf-8", "surrogateescape"))
    return file.getvalue()


def test_word_keeps_tabs_and_hyphens_and_leaves_out_what_was_deleted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr>"
        "<w:r><w:t>Họ tên:</w:t><w:tab/><w:t>Hùng</w:t></w:r>"
        "<w:ins w:id='1'><w:r><w:t xml:space='preserve'> tức Ba</w:t></w:r></w:ins>"
        "<w:del w:id='2'><w:r><w:delText>Lan</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:t>37B</w:t><w:noBreakHyphen/><w:t>013</w:t><w:br/><w:t>sau</w:t></w:r></w:p>"
    )
    _, text = read(with_body(tmp_path / "a.docx", body), "a.docx")
    assert text.characters == "Họ tên:\tHùng tức Ba\n37B-013\nsau"


@pytest.mark.parametrize(
    ("rich", "expected"),
    [
        (rb"{\rtf1{\fonttbl{\f0\fcharset163 A;}}\f0 T\'f4i \'f5 x\'e3 H\'f9ng}", "Tôi ơ xă Hùng"),
        (rb"{\rtf1\ansicpg1258 Nguy\'ea\'den}", "Nguyễn"),
        (rb"{\rtf1\uc1 Nguy\u7877?n \u55357?\u56832?}", "Nguyễn 😀"),
        (rb"{\rtf1 a\par b\tab c\line d\~e}", "a\nb\tc\nd\xa0e"),
        (rb"{\rtf1\trowd a\cell b\cell\row\trowd c\cell d\cell\row}", "a\tb\nc\td"),
        (rb"{\rtf1 x{\*\unknown y}{\pict 0a0b}{\footnote z} w}", "x w\nz"),
        (rb"{\rtf1 a\bin3 }}}b}", "ab"),
    ],
    ids=["font", "page", "unicode", "signs", "table", "groups", "bytes"],
)
def test_rich_text(rich: bytes, expected: str) -> None:
    _, text = read(rich, "a.rtf")
    assert text.characters == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("<p>a<br>b <b>c</b>d</p><p>e", "a\nb cd\ne"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>e", "a\tb\nc\td\ne"),
        ("<script>x()</script><style>y</style>z&amp;&eacute;", "z&é"),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\nb\nc"),
        ("<pre>a\n  b</pre>", "a\n  b"),
    ],
)
def test_pages_of_the_web(mark: str, expected: str) -> None:
    _, text = read(f"<html><body>{mark}</body></html>".encode(), "a.html")
    assert text.characters == expected


def test_a_page_is_decoded_as_it_says() -> None:
    page = "<html><head><meta charset='windows-1252'></head><body>été à Orléans</body></html>"
    assert read(page.encode("cp1252"), "a.html")[1].characters == "été à Orléans"


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("# Tiêu đề\n\n**Hùng** gọi *Lan*", "Tiêu đề\n\nHùng gọi Lan"),
        ("a_b_c và 2*3*4", "a_b_c và 2*3*4"),
        ("[trang](http://vidu.example/a)", "trang http://vidu.example/a"),
        ("| a | b |\n|---|---|\n| c | d |", "a\tb\nc\td"),
    ],
)
def test_markdown(mark: str, expected: str) -> None:
    assert read(mark.encode(), "a.md")[1].characters == expected


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_tables_as_text_find_their_own_separator(mark: str) -> None:
    table = f'Tên{mark}Số\nHùng{mark}"09 12"\n"Lan, Thủy"{mark}113\n'
    assert read(table.encode("utf-16"), "a.csv")[1].characters == (
        "Tên\tSố\nHùng\t09 12\nLan, Thủy\t113"
    )


def test_a_mail_within_a_mail_is_an_attachment() -> None:
    mail = (
        "From: a@vidu.example\nSubject: mới\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nxin chào\n"
        "--b\nContent-Type: message/rfc822\n\nFrom: b@vidu.example\nSubject: old\n\nthư cũ\n"
        "--b--\n"
    ).encode()
    words, text = read(mail, "a.eml")
    assert "xin chào" in text.characters
    assert "Subject: mới" in text.characters
    assert [part.name for part in words.attachments] == ["old.eml"]
    assert "thư cũ" in read(words.attachments[0].data, "old.eml")[1].characters
