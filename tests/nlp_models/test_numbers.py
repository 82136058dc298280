"""Phones, plates, accounts, papers, handles and e-mails."""

import pytest

from nlp_models.finding import Finding
from nlp_models.numbers import read_numbers
from nlp_models.vocabulary import AppearanceType, Language


def named(text: str, language: Language, wanted: AppearanceType) -> list[str]:
    return [found.name for found in read_numbers(text, language) if found.type == wanted]


def only(text: str, language: Language = "vi") -> Finding:
    (found,) = read_numbers(text, language)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "0912.764.330",
        "0912 764 330",
        "+84 91 276 4330",
        "00 84 91 276 4330",
        "(+84) 912 764 330",
        "09l2 764 33O",
        "0912*764*330",
        "0912_764_330",
        "0️⃣9️⃣1️⃣2️⃣ 764 330",
        "⓪⑨①② 764 330",
        "０９１２７６４３３０",
        "0\u200b912\u200b764\u200b330",
        "0912|764|330",
        "0912764330zalo",
        "sdt0912764330",
        "không chín một hai bảy sáu bốn ba ba không",
        "khong chin mot hai bay sau tu ba ba khong",
        "zero nine one two seven six four three three zero",
        "0 9 1 2 7 6 4 3 3 0",
    ],
)
def test_a_phone_is_read_however_it_is_written(text: str) -> None:
    assert named(f"gọi {text} nhé", "vi", "Phone") == ["+84912764330"]


def test_a_disguise_is_recorded() -> None:
    assert only("gọi 09l2 764 33O").attributes["disguised"] == "yes"
    assert "disguised" not in only("gọi 0912 764 330").attributes


def test_an_old_number_of_eleven_figures_becomes_the_present_one() -> None:
    assert named("SĐT 0168 234 5678", "vi", "Phone") == ["+84382345678"]


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("số Lào 020 5555 1234", "vi", "+8562055551234"),
        ("Cambodian phone 096 123 4567", "en", "+855961234567"),
        ("Nigerian number 0806 114 2290", "en", "+2348061142290"),
        ("à Lille, portable 06 71 40 22 93", "fr", "+33671402293"),
        ("à Bruxelles, portable 0470 88 25 16", "fr", "+32470882516"),
        (
            "zéro six, douze, trente-quatre, soixante et onze, soixante-dix-huit",
            "fr",
            "+33612347178",
        ),
        ("call nine one six - 555 - oh one 4 two", "en", "+19165550142"),
        ("phone +44 (0)20 7946 0958", "en", "+442079460958"),
    ],
)
def test_the_region_comes_from_the_report(text: str, language: Language, number: str) -> None:
    assert named(text, language, "Phone") == [number]


def test_another_region_stays_an_alternative() -> None:
    assert only("số Lào 020 5555 1234").attributes["alternatives"] == "+842055551234"


def test_numbers_side_by_side_are_several() -> None:
    assert named("0912345678/0987654321", "vi", "Phone") == ["+84912345678", "+84987654321"]


def test_an_impossible_number_that_is_called_a_phone_is_kept() -> None:
    found = only("SĐT: 0912345")
    assert (found.type, found.name, "region" in found.attributes) == ("Phone", "0912345", False)


@pytest.mark.parametrize(
    "text",
    [
        "ngày 12/03/2021",
        "BKS 37B-013.18",
        "1.200.345.678 đồng",
        "STK 0123456789012",
        "CCCD 040087012345",
        "19.4551, 104.1532",
        "Điều 150, 53/2024/QH15",
        "1427/QĐ-UBND",
        "vụ án số 0912345678",
        "lúc 21 giờ 30",
    ],
)
def test_other_figures_are_no_phones(text: str) -> None:
    assert named(text, "vi", "Phone") == []


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("BKS 37B-013.18", "37B-013.18"),
        ("37F1-268.90", "37F1-268.90"),
        ("29A 123.45", "29A-123.45"),
        ("bien so 37b1-123.45", "37B1-123.45"),
        ("36B-5521", "36B-5521"),
        ("80-123-NG-01", "80-123-NG-01"),
        ("AA-123-AA", "AA-123-AA"),
        ("LD12 ABC", "LD12 ABC"),
        ("xe Lào ກຂ 4471", "ກຂ 4471"),
        ("云A·12345", "云A·12345"),
        ("plate LAG 234 XY", "LAG-234-XY"),
        ("plaque B 417 KLM", "B 417 KLM"),
        ("2A-1234", "2A-1234"),
    ],
)
def test_a_plate_is_named_as_its_country_writes_it(text: str, plate: str) -> None:
    assert named(text, "vi", "Vehicle") == [plate]


@pytest.mark.parametrize(
    ("text", "number", "bank"),
    [
        ("STK 0101 2345 6789 Vietcombank", "010123456789", "Vietcombank"),
        ("tài khoản ngân hàng Agribank số 3601205123456", "3601205123456", "Agribank"),
        ("account 010-12-00-01234567 at BCEL", "010120001234567", "BCEL"),
        ("IBAN FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189", None),
    ],
)
def test_an_account_is_read_with_its_bank(text: str, number: str, bank: str | None) -> None:
    found = only(text)
    assert (found.type, found.name, found.attributes.get("bank")) == ("Account", number, bank)


@pytest.mark.parametrize(
    ("text", "number", "document"),
    [
        ("CCCD 040087012345", "040087012345", "identity card"),
        ("CMND số 186 543 210", "186543210", "identity card"),
        ("passport No. B1234567", "B1234567", "passport"),
        ("hộ chiếu Lào số PA0288431", "PA0288431", "passport"),
        ("NIN 12345678901", "12345678901", "identity card"),
        ("1-2345-67890-12-3", "1234567890123", "identity card"),
    ],
)
def test_a_paper_is_read_with_its_kind(text: str, number: str, document: str) -> None:
    found = only(text)
    assert (found.type, found.name, found.attributes["document"]) == ("Identity", number, document)


@pytest.mark.parametrize(
    ("text", "name", "service"),
    [
        ("Telegram @lan_88", "lan_88", "Telegram"),
        ("Zalo: ngoc.tran92", "ngoc.tran92", "Zalo"),
        ("nick Facebook “Bích Ngọc”", "Bích Ngọc", "Facebook"),
        ("facebook.com/thao.vy.99", "thao.vy.99", "Facebook"),
        ("WeChat ID wxid_lao88", "wxid_lao88", "WeChat"),
    ],
)
def test_a_handle_is_read_with_its_service(text: str, name: str, service: str) -> None:
    found = only(text)
    assert (found.type, found.name, found.attributes["service"]) == ("Handle", name, service)


def test_a_number_under_a_service_is_a_phone() -> None:
    assert only("Zalo: 0912 345 678").type == "Phone"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("viết cho linh.tran@example.com", "linh.tran@example.com"),
        ("linh (at) example (dot) com", "linh@example.com"),
    ],
)
def test_an_email_is_read_also_spelled_out(text: str, address: str) -> None:
    assert named(text, "vi", "Email") == [address]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ở số 12 đường Nguyễn Trãi, Vinh", "số 12 đường Nguyễn Trãi"),
        ("il vit 12 rue de la Gare à Calais", "12 rue de la Gare"),
        ("he lives at 14 Baker Street", "14 Baker Street"),
    ],
)
def test_a_street_address_is_read(text: str, address: str) -> None:
    assert named(text, "vi", "Address") == [address]


@pytest.mark.parametrize(
    ("text", "language", "plate"),
    [
        ("the trawler PFB 3318 left", "en", "PFB 3318"),
        ("a silver Axio, WP CBJ-7715, stood there", "en", "WP CBJ-7715"),
        ("scooter Ba 12 Pa 4471", "en", "Ba 12 Pa 4471"),
        ("plaque mongole 3382 УБВ", "fr", "3382 УБВ"),
        ("fourgon 147 TU 5521 au sud", "fr", "147 TU 5521"),
        ("lái xe WPR 9K418; phụ xe", "vi", "WPR 9K418"),
        ("ô tô กข 81-4471", "vi", "กข 81-4471"),
        ("ghe QN-90821 neo ở bến", "vi", "QN-90821"),
        ("in the bus MDY 7H-4419 that day", "en", "MDY 7H-4419"),
        ("camion 7T 4418 B vers le nord", "fr", "7T 4418 B"),
    ],
)
def test_plates_of_many_countries(text: str, language: Language, plate: str) -> None:
    assert named(text, language, "Vehicle") == [plate]


@pytest.mark.parametrize(
    ("text", "language", "wanted", "names"),
    [
        ("chuyển 20 triệu -> 19036672840012", "vi", "Account", ["19036672840012"]),
        ("gửi vào 0971884207 MB Bank", "vi", "Account", ["0971884207"]),
        ("5 May: paid to 0381000612771, holder Vinh", "en", "Account", ["0381000612771"]),
        ("USDT wallet TQm7YkX9bR4nLpv2cJd8FsW3", "en", "Account", ["TQm7YkX9bR4nLpv2cJd8FsW3"]),
        ("from LT99 3250 0114 7720 3356 to her", "en", "Account", ["LT993250011477203356"]),
        ("TK 8812330041 nhận tiền. 8812330041 rút ngay", "vi", "Account", ["8812330041"] * 2),
        ("gọi sang 00227 93 71 82 65 hai lần", "vi", "Account", []),
        ("LƯỢT 0002 / NAM / C7720146 / OK", "vi", "Identity", ["C7720146"]),
        ("Ref C7720146 of the court", "en", "Identity", []),
        ("PP EA0776126 of the maid", "en", "Identity", ["EA0776126"]),
        ("kopi_u: who is buying", "en", "Handle", ["kopi_u"]),
        ("add him rods_ball_88 on snap", "en", "Handle", ["rods_ball_88"]),
        ("see photo_12.jpg", "en", "Handle", []),
        ("Nhóm Zalo “Gieo Mầm Yêu” có 8 người", "vi", "Handle", []),
        ("the line was lost", "en", "Handle", []),
        ("Telegram: same voice as before", "en", "Handle", []),
    ],
)
def test_what_stands_beside_a_number_or_how_it_is_spelled_says_what_it_is(
    text: str, language: Language, wanted: AppearanceType, names: list[str]
) -> None:
    assert named(text, language, wanted) == names
