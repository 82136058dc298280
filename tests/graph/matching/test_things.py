"""Organisations, places and vehicles that may be one under names that differ."""

import pytest

from graph.matching.organisations import weigh_organisations
from graph.matching.places import weigh_places
from graph.matching.thing import Neighbour, Thing
from graph.matching.vehicles import variants, weigh_vehicles
from graph.normal_forms import anchor, own_id


def organisation(name: str, *around: Neighbour, **attributes: str) -> Thing:
    said = {kind: (value,) for kind, value in attributes.items()}
    return Thing(name, "Organization", (name,), said, around)


def place(name: str, **attributes: str) -> Thing:
    return Thing(name, "Place", (name,), {kind: (value,) for kind, value in attributes.items()})


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("nhà nghỉ Hương Rừng", "Hương Rừng", "organisation_name"),
        ("khách sạn Hoa Ban", "Hoa Ban Hotel", "organisation_name"),
        ("Công an huyện Kỳ Sơn", "Ky Son district police", "organisation_name"),
        ("Công ty TNHH XKLĐ Sao Việt", "Sao Việt Quốc Tế", "organisation_part"),
        ("Golden Lotus Manpower", "Goldan Lotus", "organisation_spelling"),
        ("TLS", "Trung Lao Services", "organisation_letters"),
    ],
)
def test_organisation_is_known_under_another_name(one: str, other: str, code: str) -> None:
    found = weigh_organisations(organisation(one), organisation(other))
    assert found is not None
    assert [reason.code for reason in found.reasons] == [code]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công an huyện Kỳ Sơn", "UBND huyện Kỳ Sơn"),
        ("Công an huyện Kỳ Sơn", "Công an huyện Tương Dương"),
        ("Đồn biên phòng 12", "Đồn biên phòng 15"),
        ("karaoke Hoa Ban", "karaoke Hoa Bạc Liêu"),
        ("Công an xã", "Công an huyện"),
        ("Hoa Lan Hotel", "Hoa Lam Hotel"),
    ],
)
def test_two_organisations_are_two(one: str, other: str) -> None:
    found = weigh_organisations(organisation(one), organisation(other))
    assert found is None or not found.proposed


def test_venues_in_two_towns_need_more_than_the_name() -> None:
    vinh = Neighbour("l1", "Place", "Vinh")
    haiphong = Neighbour("l2", "Place", "Hải Phòng")
    one, other = organisation("karaoke Ngọc Lan", vinh), organisation("KTV Ngọc Lan", haiphong)
    found = weigh_organisations(one, other)
    assert found is not None
    assert [against.code for against in found.against] == ["different_seats"]
    assert not found.clear
    phone = Neighbour("t", "Phone", "+84912000001")
    found = weigh_organisations(
        organisation("karaoke Ngọc Lan", vinh, phone), organisation("Ngọc Lan", haiphong, phone)
    )
    assert found is not None
    assert found.proposed
    assert not found.clear


def test_village_without_its_chain_may_be_the_one_with_it() -> None:
    chain = "Keng Đu, Kỳ Sơn, Nghệ An"
    found = weigh_places(place("Huồi Lê"), place("Huồi Lê", within=chain))
    assert found is not None
    assert found.proposed
    found = weigh_places(place("Huồi Lê", within="Kỳ Sơn, Nghệ An"), place("Huồi Lê", within=chain))
    assert found is not None
    assert [reason.code for reason in found.reasons] == ["place_name", "both_within"]
    assert found.reasons[1].values == ("Kỳ Sơn",)


def test_villages_of_one_name_in_two_provinces_are_two() -> None:
    one, other = place("Na Ca", within="Kỳ Sơn, Nghệ An"), place("Na Ca", within="Sốp Cộp, Sơn La")
    found = weigh_places(one, other)
    assert found is not None
    assert not found.proposed
    assert weigh_places(place("Vinh", gazetteer="1"), place("Vinh", gazetteer="2")) is None


def test_places_far_from_each_other_are_two() -> None:
    one = place("Huồi Mũ", latitude="19.40", longitude="104.10")
    near = weigh_places(one, place("Huồi Mũ", latitude="19.41", longitude="104.11"))
    far = weigh_places(one, place("Huồi Mũ", latitude="21.40", longitude="104.10"))
    assert near is not None
    assert "lie_near" in [reason.code for reason in near.reasons]
    assert far is not None
    assert not far.proposed


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("37B-013.18", "378-013.18", True),
        ("37C-118.40", "37C-113.40", False),
        ("37C-118.40", "37C-118.49", False),
        ("37B-01318", "37B-01381", False),
        ("AB12 CDE", "A812 CDE", True),
        ("013.18", "37B-013.18", False),
        ("37B-013", "37B-013.18", False),
        ("37B-013.1", "37B-013.18", True),
    ],
)
def test_plates_that_look_alike(one: str, other: str, asked: bool) -> None:
    left, right = (Thing(p, "Vehicle", (p,)) for p in (one, other))
    found = weigh_vehicles(left, right)
    assert (found is not None and found.proposed) == asked
    driver = (Neighbour("p", "Person", "Kha Văn Lai"),)
    left, right = (Thing(p, "Vehicle", (p,), around=driver) for p in (one, other))
    found = weigh_vehicles(left, right)
    assert found is not None
    assert found.proposed


def test_variants_hold_what_is_weighed() -> None:
    found = set(variants("37B-013.18"))
    assert {"37801318", "37b01381", "37b013", "01318"} <= found
    assert "37b01318" not in found


def test_venue_is_another_in_another_province_and_a_firm_is_not() -> None:
    def at(name: str, seat: str) -> str | None:
        return anchor("Organization", "x", name, {"seat": seat})

    assert at("karaoke Ngọc Lan", "Nghệ An") == at("Karaoke Ngoc Lan", "Nghe An")
    assert at("karaoke Ngọc Lan", "Nghệ An") != at("karaoke Ngọc Lan", "Hải Phòng")
    assert at("Công ty Sao Việt", "Nghệ An") == at("công ty TNHH Sao Việt", "Hà Nội")


def test_unknown_village_is_the_same_in_reports_of_one_province() -> None:
    def at(name: str, **said: str) -> str | None:
        return anchor("Place", "x", name, said)

    assert at("Noọng Hét", near="Nghệ An") == at("Noong Het", near="Nghe An")
    assert at("Noọng Hét", near="Nghệ An") != at("Noọng Hét", near="Sơn La")
    assert at("Noọng Hét") == own_id("Place", "x")


def test_commune_is_the_one_of_its_name_after_the_mergers() -> None:
    old = anchor("Place", "x", "Hữu Kiệm", {"gazetteer": "vn-c16861", "successor": "vn-n16849"})
    assert old == anchor("Place", "y", "Hữu Kiệm", {"gazetteer": "vn-n16849"})
    assert old != anchor("Place", "z", "Hữu Kiệm", {"gazetteer": "vn-c16861"})
